package reflex

import (
	"unicode"
	"unicode/utf8"

	"cellshell/evolve/act"
)

// asWritten are those of some things on which a label stands just as it was written, with its capital: "underline Memory" is about
// that word, not about an icon that goes by it. All of them where none does.
func (p *parser) asWritten(among []act.Target, label string) []act.Target {
	if first, _ := utf8.DecodeRuneInString(label); !unicode.IsUpper(first) || p.sentence[:min(len(label), len(p.sentence))] == label {
		return among
	}
	if those := keep(among, func(t act.Target) bool { return p.textOf(t) == label }); len(those) > 0 {
		return those
	}
	return among
}
