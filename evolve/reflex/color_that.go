package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// thatColor puts the colour that was spoken of in the place of "that colour" and "the same colour": that of the thing whose colour was
// just asked about, that of what is pointed at for "this colour", or the one that was given last. Where a "back" or an "as" stands
// behind it, it means another, and a question is about the one that is there.
func (p *parser) thatColor() {
	for i, t := range p.toks {
		before, next := t0(p.toks, i-1), t0(p.toks, i+1)
		if !t.is("part", "color") || strings.HasSuffix(t.text, "s") || before == nil || next != nil && (next.is("prep", "as", "of") || next.is("rel") || next.is("be")) {
			continue
		}
		same := before.text == "same"
		if !same && !before.is("det", "this", "that") || wonders(p.toks[0]) || p.toks[0].is("q") || slices.ContainsFunc(p.toks, func(o *token) bool { return o.text == "back" || o.isAny("undo", "restore") }) {
			continue
		}
		from := i - 1
		if the := t0(p.toks, from-1); same && the != nil && the.is("det") {
			from--
		}
		if color := p.colorSpoken(before.is("det", "this")); color != "" {
			p.fold(from, i+1, color)
			p.note("that colour is %s", color)
			return
		}
	}
}

// colorSpoken is the colour that was spoken of last, "" where none was: #rrggbb, or a word for one.
func (p *parser) colorSpoken(pointed bool) string {
	s := p.s
	seen := func(t act.Target) string {
		if s.Color == nil {
			return ""
		}
		return s.Color(t)
	}
	if at := s.Point; pointed && at != nil && at.Given && at.Cell != "" {
		if c := seen(at.Target); c != "" {
			return c
		}
	}
	if of := s.Asked; len(of) > 0 && of[0].Args.Part == "colour" {
		switch {
		case of[0].Args.Color != "":
			return of[0].Args.Color // "what is blue here"
		case len(of) == 1:
			return seen(of[0].Target)
		}
	}
	if s.Deeds == nil {
		return ""
	}
	for i, d := range s.Deeds() {
		if i == mostLately {
			break
		}
		for _, a := range d.Acts {
			switch {
			case a.Intent != act.Recolor && a.Intent != act.Theme && a.Intent != act.Border && a.Intent != act.Wallpaper:
			case a.Args.Color != "":
				return a.Args.Color
			case a.Intent == act.Recolor && a.Target.Cell != "":
				return seen(a.Target)
			}
		}
	}
	return ""
}
