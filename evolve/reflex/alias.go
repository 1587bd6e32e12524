package reflex

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// aliases are what a label is called in any language: a button that says "Save" is also "Speichern" and 保存.
func (l *lexicon) aliases(label string) []string {
	var low [24]byte
	if len(label) > len(low) {
		return nil
	}
	for i := range len(label) {
		low[i] = label[i]
		if b := label[i]; b >= 'A' && b <= 'Z' {
			low[i] += 'a' - 'A'
		}
	}
	concept := l.listed("alias", string(low[:len(label)]))
	if concept == "" && !plainText(label) && !strings.Contains(label, " ") {
		concept = l.listed("alias", joined(split(label)))
	}
	if concept == "" {
		return nil
	}
	return l.called[concept]
}

// symbols are what labels that are no words are called: the signs of a calculator, its digits, and a text of figures.
type symbols struct{ operators, digits, figures []string }

// plainText reports whether a text is ASCII.
func plainText(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// gather turns the list of aliases round.
func (l *lexicon) gather() {
	l.called = map[string][]string{}
	for _, text := range l.texts("alias") {
		concept := l.listed("alias", text)
		l.called[concept] = append(l.called[concept], text)
	}
	l.symbols = symbols{l.texts("operators"), l.texts("digits"), l.texts("number")}
	for _, text := range l.texts("particle") {
		if len(text) > 1 && !strings.Contains(text, " ") {
			l.halves = append(l.halves, ending{text, l.listed("particle", text)})
		}
	}
	sort.SliceStable(l.halves, func(i, j int) bool { return len(l.halves[i].from) > len(l.halves[j].from) })
}

// showsWords reports whether one of the labels with that number really reads so: a quoted alias is text, not a label.
func (p *parser) showsWords(number, text string) bool {
	for _, t := range p.labels.targets[max(0, atoi(number))] {
		if n := p.s.cell(t.Cell).node(t.Node); n != nil && (fold(n.Text) == fold(text) || fold(n.Key) == fold(text)) {
			return true
		}
	}
	return false
}

// relabels reports whether the clause has a verb that gives a label other words: "change Cancel to Back".
func (c *clause) relabels() bool {
	return someListed(c.toks, "relabels")
}

// calledSo reports whether the tokens stand where only a label does, whatever else they mean: behind the word for a button,
// as Romance languages have it, or with a capital in the middle of a sentence that is written without.
func (c *clause) calledSo(i, k int) bool {
	t, prev := c.toks[i], t0(c.toks, i-1)
	if k != i+1 {
		return false
	}
	if prev != nil && (prev.foreign("kind") && prev.is("kind", "button") || prev.is("prep", "of") && i > 1 && c.toks[i-2].foreign("kind")) {
		return true
	}
	text := c.p.text(t.start, t.end)
	first, _ := utf8.DecodeRuneInString(text)
	return t.start > 0 && unicode.IsUpper(first) && c.p.sentence != strings.ToUpper(c.p.sentence) && len(loadLexicon().aliases(text)) > 1
}

// becomes reports whether a token stands before the new words of a label: "to" after "change", "in" after "ändere".
func (p *parser) becomes(t *token, way string) bool {
	return t.is("prep", way) || way == "into" && t.isAny("prep", "det") || t.foreign("prep") && !english(t)
}
