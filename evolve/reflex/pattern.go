package reflex

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// patterns are the lines of lexicon/patterns.txt by name: what a wish says besides what it is about, "make me a …", "…, show me
// three". Each has the form of a rewording with its name in place of the price. Here "^" and "$" are the ends of the whole
// sentence.
type patterns map[string][]pattern

type pattern struct {
	*rewording
	value string
}

var loadPatterns = sync.OnceValue(func() patterns {
	data, err := files.ReadFile("lexicon/patterns.txt")
	if err != nil {
		panic(err) // embedded: a broken build
	}
	out := patterns{}
	if err := out.read(string(data)); err != nil {
		panic(err)
	}
	return out
})

func (ps patterns) read(data string) error {
	for i, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		head, rule, ok := strings.Cut(line, " | ")
		if !ok {
			return fmt.Errorf("reflex: patterns, line %d: want name | words => words, have %q", i+1, line)
		}
		name, value, _ := strings.Cut(head, ".")
		r, err := readRewording("0 | " + rule)
		if err != nil {
			return fmt.Errorf("reflex: patterns, line %d: %w", i+1, err)
		}
		ps[name] = append(ps[name], pattern{r, value})
	}
	return nil
}

// Cut says a sentence otherwise by the first pattern of a name that fits, "make me a kettle" as "kettle", and returns its value.
// It reports false where none fits.
func Cut(name, sentence string) (rest, value string, ok bool) {
	f, ok := fitting(name, sentence)
	if !ok {
		return "", "", false
	}
	return f.instead(&f.m, sentence, f.at, f.end), f.value, true
}

// Before is a text up to the first place behind its beginning where a pattern of a name fits, or the whole of it.
func Before(name, text string) string {
	first := len(text)
	for _, p := range loadPatterns()[name] {
		if f, ok := p.fit(split(text), 1); ok {
			first = min(first, f.m.words[f.at].start)
		}
	}
	return strings.TrimRight(text[:first], " ,")
}

// Fits reports whether a pattern of a name fits somewhere in a text.
func Fits(name, text string) bool {
	_, ok := fitting(name, text)
	return ok
}

// fitted is a pattern and the words of a sentence that it fits.
type fitted struct {
	pattern
	m       matching
	at, end int
}

func fitting(name, sentence string) (fitted, bool) {
	words := split(sentence)
	for _, p := range loadPatterns()[name] {
		if f, ok := p.fit(words, 0); ok {
			return f, true
		}
	}
	return fitted{}, false
}

// fit finds the first place from a word on where a pattern fits.
func (p pattern) fit(words []word, from int) (fitted, bool) {
	if !p.may(words) {
		return fitted{}, false
	}
	last := len(words) - 1
	if p.from[0].word == "^" {
		last = min(last, 0)
	}
	for at := from; at <= last; at++ {
		f := fitted{pattern: p, m: matching{words: words}, at: at}
		var ok bool
		if f.end, ok = f.m.fits(p.from, at); ok && f.end > at && (p.from[len(p.from)-1].word != "$" || onlyMarks(words[f.end:])) {
			return f, true
		}
	}
	return fitted{}, false
}

func onlyMarks(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return w.kind != mark })
}
