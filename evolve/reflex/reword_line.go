package reflex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// rewording is one line of a table.
//
//	price | what is said => what is read instead
//
// On the left a word stands for itself and "(a/b c/)" for any of its alternatives, of which one may be empty. "{x}" takes
// one or more words up to the next that fits, "{x1}" exactly one (any name that ends in 1), "{n}" a number, "{q}" a text in quotes; none of them
// takes a mark. "^" is the beginning of the sentence or of a part of it, "^^" that of the whole sentence only, "$" the end of
// one. On the right a blank stands for what it took, "{0}" for what was said of the first group, "{1}" of the second; an empty
// right side leaves it all out.
type rewording struct {
	price int
	from  []piece
	to    []string
}

// piece is one thing on the left of a line: a word (or "^", "^^", "$", a blank), or a group.
type piece struct {
	word  string
	group [][]piece // its alternatives, the longest first
	n     int       // the group's number, from 0
}

// blank reports whether the piece takes whatever words there are.
func (p piece) blank() bool { return p.group == nil && p.word[0] == '{' }

// plain reports whether the piece is a word that stands for itself.
func (p piece) plain() bool {
	return p.group == nil && p.word[0] != '{' && p.word != "^" && p.word != "^^" && p.word != "$"
}

// A line has at most so many blanks and groups.
const (
	mostBlanks = 6
	mostGroups = 8
)

// dearest is the highest price of a line.
const dearest = 3

// readRewording reads one line of a table.
func readRewording(line string) (*rewording, error) {
	head, rule, ok := strings.Cut(line, " | ")
	left, right, arrow := strings.Cut(rule+" ", "=> ")
	price, err := strconv.Atoi(head)
	if !ok || !arrow || err != nil || price < 0 || price > dearest {
		return nil, fmt.Errorf("want price | words => words with a price of 0 to %d, have %q", dearest, line)
	}
	r := &rewording{price: price, to: strings.Fields(right)}
	blanks, groups := map[string]bool{}, 0
	for left = strings.TrimSpace(left); left != ""; left = strings.TrimSpace(left) {
		if left[0] != '(' {
			var word string
			word, left, _ = strings.Cut(left, " ")
			r.from = append(r.from, spoken(word)...)
			continue
		}
		inside, rest, closed := strings.Cut(left[1:], ")")
		if !closed {
			return nil, fmt.Errorf("a group is not closed in %q", line)
		}
		g := piece{n: groups, group: [][]piece{}}
		groups++
		for _, one := range strings.Split(inside, "/") {
			alternative := []piece{}
			for _, word := range strings.Fields(one) {
				alternative = append(alternative, spoken(word)...)
			}
			g.group = append(g.group, alternative)
		}
		slices.SortStableFunc(g.group, func(a, b []piece) int { return len(b) - len(a) })
		r.from = append(r.from, g)
		left = rest
	}
	for _, p := range r.from {
		if p.group == nil && p.blank() {
			blanks[p.word] = true
		}
	}
	switch {
	case len(r.keys()) == 0:
		return nil, fmt.Errorf("no word stands for itself in %q", line)
	case len(blanks) > mostBlanks || groups > mostGroups:
		return nil, fmt.Errorf("%d blanks and %d groups in %q, at most %d and %d", len(blanks), groups, line, mostBlanks, mostGroups)
	}
	for _, w := range r.to {
		if n, ok := numbered(w); w[0] == '{' && !blanks[w] && (!ok || n >= groups) {
			return nil, fmt.Errorf("%s stands on the right only in %q", w, line)
		}
	}
	return r, nil
}

// spoken are the pieces of one that is written in a line: of a script without spaces each sign is a word, and accents go.
func spoken(written string) []piece {
	if plain := fold(written); !slices.ContainsFunc([]rune(plain), wide) {
		return []piece{{word: plain}}
	}
	var out []piece
	for _, w := range split(written) {
		out = append(out, piece{word: w.text})
	}
	return out
}

// numbered is the number of the group that a word on the right stands for.
func numbered(w string) (int, bool) {
	if len(w) == 3 && w[0] == '{' && w[1] >= '0' && w[1] <= '9' {
		return int(w[1] - '0'), true
	}
	return 0, false
}

// keys are words of which a sentence must have one if the line is to fit: the first that stands for itself, or what a group
// begins with that must be there.
func (r *rewording) keys() []string {
	for _, p := range r.from {
		if p.plain() {
			return []string{p.word}
		}
	}
	for _, p := range r.from {
		var out []string
		for _, one := range p.group {
			if len(one) == 0 || !one[0].plain() {
				out = nil
				break
			}
			out = append(out, one[0].word)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// weight is how many words a line takes at least: of two that fit, the one that says more is meant.
func (r *rewording) weight() int {
	n := 0
	for _, p := range r.from {
		if p.group == nil {
			n++
		} else {
			n += len(p.group[len(p.group)-1])
		}
	}
	return n
}

// each calls f with every word that stands for itself in the line.
func (r *rewording) each(f func(word string)) {
	for _, p := range r.from {
		if p.plain() {
			f(p.word)
		}
		for _, one := range p.group {
			for _, q := range one {
				if q.plain() {
					f(q.word)
				}
			}
		}
	}
}
