package reflex

import (
	"slices"
	"strings"
)

// soundsLike are the numbers that other words sound like.
var soundsLike = map[string]float64{"to": 2, "too": 2, "for": 4, "fore": 4, "won": 1, "ate": 8}

// heardNumber takes "to hundred" for two hundred and "for hundred" for four hundred, where nothing but a number can stand:
// behind "by" or a way to go, and before a unit. "To a hundred" and "the width to hundred" stay what they are.
func heardNumber(toks []*token, i int) {
	t, before, next := toks[i], t0(toks, i-1), t0(toks, i+1)
	v := soundsLike[t.text]
	if v == 0 || t.kind != letters || before == nil || next == nil {
		return
	}
	many := next.text == "hundred" || next.text == "thousand"
	unit := t0(toks, i+2)
	switch {
	case before.is("prep", "by") && (many || next.is("unit", "px")):
	case !many:
		return
	case t.text == "too", before.text == "to", before.isAny("dir", "inc"):
	case t.text == "for" && unit != nil && unit.is("unit", "px") && !before.is("verb"):
	default:
		return
	}
	t.senses, t.num = []sense{{class: "num", value: ftoa(v), lang: "en"}}, v
}

// byHundreds takes the "by five" of "to the right by five hundred" apart, which is no way to count.
func byHundreds(toks []*token, i int) []*token {
	t, next := toks[i], t0(toks, i+1)
	head, figure, _ := strings.Cut(t.text, " ")
	if head != "by" || figure == "" || next == nil || next.text != "hundred" && next.text != "thousand" {
		return toks
	}
	senses, n := loadLexicon().longest(split(figure))
	num := &token{kind: letters, text: figure, start: t.end - len(figure), end: t.end, senses: senses}
	if n != 1 || !num.is("num") || t.end-t.start < len(t.text) {
		return toks
	}
	num.num = atof(num.value("num"))
	by := &token{kind: letters, text: head, start: t.start, end: t.start + len(head), senses: []sense{{class: "prep", value: "by", lang: "en"}}}
	return slices.Concat(toks[:i], []*token{by, num}, toks[i+1:])
}

// heardTo takes the number of "move it two the left" for the "to" that it sounds like.
func heardTo(toks []*token, i int) {
	t, the, side := toks[i], t0(toks, i+1), t0(toks, i+2)
	if (t.text == "two" || t.text == "too") && the != nil && the.is("det", "the") && side != nil && side.isAny("dir", "place") {
		t.senses, t.num, t.text = []sense{{class: "prep", value: "to", lang: "en"}}, 0, "to"
	}
}
