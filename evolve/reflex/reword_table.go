package reflex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// rewording is one line of a table, written out: the words that it takes, and what it says instead.
//
//	price | what is said => what is read instead
//
// On the left a word stands for itself and a group is written out as in the lexicons. "{x}" takes one or more words up to
// the next that fits, "{x1}" exactly one (any name that ends in 1), "{n}" a number; none of them takes a mark. "^" is the
// beginning of the sentence or of a part of it, "$" the end of one. On the right they stand for what they took, and "{0}"
// for what was said of the first group; an empty right side leaves it all out.
type rewording struct {
	price int
	from  []string
	to    []string
	first string // the first word on the left that stands for itself
}

// rewordings are all lines, by a word that the sentence must have.
type rewordings struct {
	manners map[string][]*rewording // of price 0: they change nothing in the meaning and are always applied
	priced  map[string][]*rewording
}

var loadRewordings = sync.OnceValue(func() *rewordings {
	table := &rewordings{manners: map[string][]*rewording{}, priced: map[string][]*rewording{}}
	for _, lang := range []string{"en"} {
		data, err := files.ReadFile("lexicon/" + lang + ".reword.txt")
		if err != nil {
			panic(err) // embedded: a broken build
		}
		if err := table.read(lang, string(data)); err != nil {
			panic(err)
		}
	}
	return table
})

// dearest is the highest price of a line.
const dearest = 3

func (table *rewordings) read(lang, data string) error {
	for i, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		head, rule, ok := strings.Cut(line, " | ")
		left, right, arrow := strings.Cut(rule+" ", "=> ")
		price, err := strconv.Atoi(head)
		if !ok || !arrow || err != nil || price < 0 || price > dearest {
			return fmt.Errorf("reflex: rewordings %s:%d: want price | words => words with a price of 0 to %d, have %q", lang, i+1, dearest, line)
		}
		for _, from := range spelledOut(left) {
			r := &rewording{price: price, from: strings.Fields(from.text)}
			for _, w := range strings.Fields(right) {
				if n := strings.Trim(w, "{}"); len(w) == 3 && n >= "0" && n <= "9" && int(n[0]-'0') < len(from.groups) {
					r.to = append(r.to, strings.Fields(from.groups[n[0]-'0'])...)
					continue
				}
				r.to = append(r.to, w)
			}
			for _, w := range r.from {
				if w != "^" && w != "$" && w[0] != '{' {
					r.first = w
					break
				}
			}
			if r.first == "" {
				return fmt.Errorf("reflex: rewordings %s:%d: no word stands for itself in %q", lang, i+1, line)
			}
			blanks := 0
			for _, w := range r.from {
				if w[0] == '{' {
					blanks++
				}
			}
			if blanks > mostBlanks {
				return fmt.Errorf("reflex: rewordings %s:%d: more than %d blanks in %q", lang, i+1, mostBlanks, line)
			}
			for _, w := range r.to {
				if w[0] == '{' && !slices.Contains(r.from, w) {
					return fmt.Errorf("reflex: rewordings %s:%d: %s stands on the right only in %q", lang, i+1, w, line)
				}
			}
			if price == 0 {
				table.manners[r.first] = append(table.manners[r.first], r)
			} else {
				table.priced[r.first] = append(table.priced[r.first], r)
			}
		}
	}
	for _, list := range table.manners { // the longest first
		slices.SortStableFunc(list, func(a, b *rewording) int { return len(b.from) - len(a.from) })
	}
	return nil
}

// spelling is a left side without groups, and what stands for each of them.
type spelling struct {
	text   string
	groups []string
}

// spelledOut is [written] that remembers what stands for each group.
func spelledOut(frame string) []spelling {
	before, rest, ok := strings.Cut(frame, "(")
	if !ok {
		return []spelling{{text: frame}}
	}
	group, after, _ := strings.Cut(rest, ")")
	var out []spelling
	for _, tail := range spelledOut(after) {
		for _, one := range strings.Split(group, "/") {
			out = append(out, spelling{text: before + one + tail.text, groups: append([]string{one}, tail.groups...)})
		}
	}
	return out
}

// mostManners is how often manners are taken from one sentence.
const mostManners = 12

// polished takes the manners from a sentence.
func (table *rewordings) polished(sentence string) string {
	for range mostManners {
		next, ok := table.mannerly(sentence)
		if !ok || strings.Trim(next, " ,.!?") == "" {
			return sentence
		}
		sentence = next
	}
	return sentence
}

func (table *rewordings) mannerly(sentence string) (string, bool) {
	words := split(sentence)
	for _, w := range words {
		if w.kind == quoted {
			continue
		}
		for _, r := range table.manners[w.text] {
			if !r.may(words) {
				continue
			}
			for at := range words {
				if out, ok := r.apply(sentence, words, at); ok {
					return out, true
				}
			}
		}
	}
	return "", false
}

// wordings are all sentences that one priced line makes of one.
func (table *rewordings) wordings(o wording) []wording {
	var out []wording
	words := split(o.text)
	tried := map[*rewording]bool{}
	for _, w := range words {
		if w.kind == quoted {
			continue
		}
		for _, r := range table.priced[w.text] {
			if tried[r] {
				continue
			}
			tried[r] = true
			if !r.may(words) {
				continue
			}
			for at := range words {
				if text, ok := r.apply(o.text, words, at); ok {
					out = append(out, wording{text: text, price: o.price + r.price, dropped: o.dropped})
				}
			}
		}
	}
	return out
}
