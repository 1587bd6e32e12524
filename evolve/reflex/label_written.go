package reflex

import (
	"strings"
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

// ofKindBy are the things of a kind that stand with what goes by a label: "the memory graph" is the chart below that word.
func (p *parser) ofKindBy(among []act.Target, kind string) []act.Target {
	var out []act.Target
	for _, t := range among {
		c := p.s.cell(t.Cell)
		if kind == "" || c == nil || t.Node == "" {
			continue
		}
		for up := t.Node; strings.Contains(up, "/"); up = holder(up) {
			found := act.Target{}
			for _, n := range c.Nodes {
				if n.Kind != kind || !strings.HasPrefix(n.ID, up+"/") {
					continue
				}
				if found.Node != "" {
					return out // several: none is that of the label
				}
				found = act.Target{Cell: c.ID, Node: n.ID}
			}
			if found.Node != "" {
				if !has(out, found) {
					out = append(out, found)
				}
				break
			}
		}
	}
	return out
}
