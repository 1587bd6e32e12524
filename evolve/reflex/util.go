package reflex

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

func atof(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return v
}

func ftoa(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func atoi(s string) int {
	v, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return v
}

// round keeps three decimals, so that equal sentences give equal acts.
func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// within caps a factor to what makes sense on a screen.
func within(f float64) float64 { return round(math.Max(0.1, math.Min(10, f))) }

// compact drops repeated words.
func compact(list []string) []string {
	var out []string
	for _, w := range list {
		double := w == ""
		for _, have := range out {
			double = double || have == w
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}

func ptr[T any](v T) *T { return &v }

// squash leaves only letters and digits, so that "24-hour" and "24 hour" compare equal.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f {
			return r
		}
		return -1
	}, fold(s))
}

func (p *parser) note(format string, args ...any) {
	p.result.Why = append(p.result.Why, fmt.Sprintf(format, args...))
}

// firstRune is the letter that a text begins with, 0 without one.
func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// typed is what tokens say, as typed.
func (p *parser) typed(toks []*token) string { return p.text(toks[0].start, toks[len(toks)-1].end) }

func (p *parser) text(start, end int) string {
	if start < 0 || end > len(p.sentence) || start > end {
		return ""
	}
	return p.sentence[start:end]
}
