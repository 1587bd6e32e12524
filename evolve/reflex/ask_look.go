package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// looksAsked are the looks that a question names, "does the clock show seconds?", where it is about nothing else. The words
// around them may sound like another question: "in 12 or 24 hour mode".
func (p *parser) looksAsked(toks []*token, what string) []*token {
	if what != "" && what != "style" && listed("lookslike", what) == "" {
		return nil
	}
	var out []*token
	for _, t := range toks {
		if t.isAny("gstyle", "style") {
			out = append(out, t)
		}
	}
	return out
}

// wearers are questions to the cells that can have the looks that are named: those that are meant, or else all. Each is asked
// by the names that its own looks have.
func (p *parser) wearers(acts []act.Act, args act.Args, styles []*token) []act.Act {
	if len(styles) == 0 {
		return acts
	}
	args.Part = "style"
	either := someListed(p.toks, "either") // "12 or 24 hours": no yes will do
	var meant, all []act.Act
	for i := range p.s.Cells {
		c := &p.s.Cells[i]
		var names []string
		for _, t := range styles {
			for _, on := range []bool{true, false} {
				if name, ok := styleNamed(c.Styles, t, on); ok && !slices.Contains(names, name) && (on || either) {
					names = append(names, name)
				}
			}
		}
		if len(names) == 0 {
			continue
		}
		args.Style = strings.Join(names, " ")
		a := act.Act{Intent: act.Query, Target: act.Target{Cell: c.ID}, Args: args}
		all = append(all, a)
		if slices.ContainsFunc(acts, func(o act.Act) bool { return o.Target.Cell == c.ID }) {
			meant = append(meant, a)
		}
	}
	switch {
	case len(all) == 0 && (len(acts) == 0 || acts[0].Target.Cell == "" || p.hasAnyOf("pron")):
		args.Part = "nostyle"
		return []act.Act{{Intent: act.Query, Args: args}}
	case len(meant) > 0:
		return meant
	case len(acts) > 0 && acts[0].Target.Cell != "" && !p.hasAnyOf("pron"):
		return acts // "does the notes show seconds?": what it can be is told
	}
	return all[:min(len(all), mostTold)]
}

func (p *parser) hasAnyOf(class string) bool {
	return slices.ContainsFunc(p.toks, func(t *token) bool { return t.is(class) || t.is("q", "is") && strings.HasSuffix(t.text, " it") })
}

// sideAsked is the side along which sizes are asked about: "which is wider".
func (p *parser) sideAsked(toks []*token, what string) string {
	if what != "size" {
		return ""
	}
	for _, t := range toks {
		for w := range strings.FieldsSeq(t.text) {
			if side := listed("sides", w); side != "" {
				return side
			}
		}
	}
	return ""
}

// placeAsked is the part of the desktop, or the side of a thing, that a question is about: "what is on the left".
func placeAsked(toks []*token) (anchor, relation string) {
	for _, t := range toks {
		switch {
		case t.is("rel", "left-of", "above", "below"), t.is("rel", "right-of") && strings.Contains(t.text, "right"):
			relation = t.value("rel")
		case t.is("place") && anchor == "":
			anchor = t.value("place")
		case t.is("side") && anchor == "":
			anchor = t.value("side")
		case t.is("dir") && anchor == "":
			anchor = t.value("dir")
		}
	}
	if relation != "" {
		anchor = ""
	}
	return anchor, relation
}

// colorAsked is the colour that a question is about, "" without one or with several, and 1 where it asks for a yes or no: "is the clock
// blue", but "which of them is blue".
func colorAsked(toks []*token) (color string, yes int) {
	which := false
	for i, t := range toks {
		which = which || strings.HasPrefix(t.text, "which") || t.text == "what is"
		switch {
		case t.is("color") && color != "":
			return "", 0
		case t.is("color"):
			color = t.value("color")
		case i == 0 && (t.is("be") || t.is("q", "is")):
			yes = 1
		}
	}
	if !which && yes == 0 {
		return "", 0
	}
	return color, yes
}
