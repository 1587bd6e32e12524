package reflex

import (
	"strconv"
)

// ago makes one token of a time that lies so long back: "five minutes ago", "half an hour ago". What the words mean alone is
// not meant: the timer has a look "five minutes".
func (p *parser) ago() {
	lex := loadLexicon()
	for i, t := range p.toks {
		if i == 0 || t.text != "ago" {
			continue
		}
		for j := max(0, i-3); j < i; j++ {
			minutes := lex.minutes(split(p.text(p.toks[j].start, p.toks[i-1].end)))
			if minutes == 0 {
				continue
			}
			when := &token{kind: letters, text: "ago", start: p.toks[j].start, end: t.end, senses: []sense{{class: "when", value: ftoa(minutes), lang: "en"}}}
			p.toks = append(append(p.toks[:j:j], when), p.toks[i+1:]...)
			return
		}
	}
}

// minutes reads a length of time, 0 when the words are none.
func (l *lexicon) minutes(words []word) float64 {
	if len(words) < 2 {
		return 0
	}
	unit, k := l.longest(words[len(words)-1:])
	per := (&token{senses: unit}).value("lasting")
	if k != 1 || per == "" {
		return 0
	}
	count := words[:len(words)-1]
	if n, err := strconv.ParseFloat(count[0].text, 64); err == nil && len(count) == 1 {
		return n * atof(per)
	} else if count[0].kind == number && len(count) == 1 {
		return count[0].num * atof(per)
	}
	senses, k := l.longest(count)
	t := &token{senses: senses}
	for _, class := range []string{"few", "num"} {
		if v := t.value(class); v != "" && k == len(count) {
			return atof(v) * atof(per)
		}
	}
	return 0
}
