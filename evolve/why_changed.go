package evolve

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// doubt is what a question asks the reason of: the acts that could be the reason, and what is said where none of them was.
type doubt struct {
	acts []act.Intent
	none string // of a name
}

// doubts are found by the words of a question, in the list "doubt".
var doubts = map[string]doubt{
	"place": {
		[]act.Intent{act.Move, act.Resize, act.Swap, act.Arrange, act.Spawn, act.Undo, act.Redo, act.Restore},
		"No change in the history moved %s.",
	},
	"colour": {
		[]act.Intent{act.Recolor, act.Theme, act.Wallpaper, act.Undo, act.Redo, act.Restore},
		"No change in the history coloured %s: its colours are its own and those of the theme.",
	},
	"name": {
		[]act.Intent{act.Rename, act.SetText, act.Spawn, act.Undo, act.Redo, act.Restore},
		"No change in the history gave %s another name or text.",
	},
	"size": {
		[]act.Intent{act.Resize, act.TextStyle, act.Spacing, act.Arrange, act.Undo, act.Redo, act.Restore},
		"No change in the history sized %s: it is as large as it was made.",
	},
}

// changedBy says which change made a cell, or a part of it, what it is, or moved it; "" when none is known. Without a cell it is
// the last one that was changed.
func (e *Engine) changedBy(s *Scene, about act.Target, sentence string) string {
	id := tissue.CellID(about.Cell)
	d, doubted := doubts[reflex.Says("doubt", sentence)]
	log, newest, hues := e.o.Store.Log(), -1, s.huesIn(about, sentence)
	if len(hues) > 0 && reflex.Says("askedwhence", sentence) != "" {
		d, doubted = doubts["colour"], true // "where did it get its blue from"
	}
	for i, h := range log {
		if h.Undone || h.Kind == genome.KindStart {
			continue
		}
		r, err := e.stored(meant(log, h))
		if err != nil {
			return ""
		}
		ours := func(a act.Act) bool {
			same := id == "" || tissue.CellID(a.Target.Cell) == id || a.Target.Cell == "" && tissue.CellID(r.Target.Cell) == id || a.Intent == act.Theme
			apart := about.Node != "" && a.Target.Node != "" && !isPartOf(about.Node, a.Target.Node) && !isPartOf(a.Target.Node, about.Node)
			return same && !apart && (!doubted || slices.Contains(d.acts, a.Intent))
		}
		if newest < 0 && (slices.ContainsFunc(r.Acts, ours) || about.Node == "" && id != "" && slices.Contains(d.acts, act.Move) && madeRoom(r, id)) {
			newest = i
		}
		if len(hues) == 0 && newest >= 0 {
			break
		}
		if slices.ContainsFunc(r.Acts, func(a act.Act) bool {
			return ours(a) && (about.Node != "" || a.Target.Node == "") && gaveHue(a, r.Sentence, hues)
		}) {
			newest = i // "why is it yellow" is not about what made it a bit paler since
			break
		}
	}
	if newest >= 0 {
		h, who := log[newest], "Because of"
		if h.Kind == genome.KindHand {
			who = "By hand:"
		}
		return fmt.Sprintf("%s #%d, %s: %s. \"undo %d\" takes it back.", who, h.N, ago(h.Time, e.o.Now()), strings.TrimRight(e.storedLine(h), "."), h.N)
	}
	if doubted && s.Cells[id] != nil {
		return strings.TrimSpace(fmt.Sprintf(d.none, s.Called(about)) + " " + s.ownColor(about, d))
	}
	return ""
}

// ownColor says where the colour comes from that a thing has by itself, "" where the question is not about colours or that is plain.
func (s *Scene) ownColor(t act.Target, d doubt) string {
	id := tissue.CellID(t.Cell)
	n := s.Node(id, t.Node)
	if n == nil || !slices.Contains(d.acts, act.Recolor) {
		return ""
	}
	look := s.look(id, n)
	accent := "the accent, " + hueName(s.hex(id, t.Node, "accent", "accent")) + `; "make the accent green" changes that.`
	switch ink, ground := inked(n, look); {
	case t.Node == "" && showsAccent(s, id):
		return "Some of it has " + accent
	case t.Node == "":
	case n.Kind == ui.KindButton && look.Variant == "primary" && ground == "accent":
		return "It is a main button, and those have " + accent
	case ground == "accent":
		return "Its ground is " + accent
	case ink == "accent":
		return "Its letters have " + accent
	case ink == "muted":
		return "Its letters have the quiet colour of the theme."
	}
	return ""
}

// madeRoom reports whether a cell had to make room in a change, and went elsewhere.
func madeRoom(r act.Receipt, id tissue.CellID) bool {
	return slices.ContainsFunc(r.Checks, func(c act.Check) bool { return c.What == act.Aside && c.Before == string(id) })
}

// huesIn are the words of a sentence that are names of colours.
func (s *Scene) huesIn(about act.Target, sentence string) []string {
	return slices.DeleteFunc(wordsIn(sentence), func(w string) bool {
		return !isHue(w) || !strings.HasPrefix(s.hex(tissue.CellID(about.Cell), about.Node, "", w), "#")
	})
}

// gaveHue reports whether an act, which a sentence brought about, gave one of some colours. One that has no name of its own is known
// by the words of the sentence: "light green".
func gaveHue(a act.Act, by string, hues []string) bool {
	if a.Intent != act.Recolor || a.Args.Color == "" {
		return false
	}
	gave := []string{a.Args.Color}
	if strings.HasPrefix(a.Args.Color, "#") {
		gave = wordsIn(by)
	}
	return slices.ContainsFunc(hues, func(hue string) bool { return slices.Contains(gave, hue) })
}

// wordsIn are the words of a sentence in small letters.
func wordsIn(sentence string) []string {
	return strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) })
}

// meant is the change that a change takes back or does again, the change itself where it does neither.
func meant(log []genome.Entry, h genome.Entry) genome.Entry {
	for range log {
		i := slices.IndexFunc(log, func(o genome.Entry) bool { return o.N == h.Of })
		if i < 0 || h.Kind != genome.KindUndo && h.Kind != genome.KindRedo {
			break
		}
		h = log[i]
	}
	return h
}

// isPartOf reports whether a part of a cell lies in another, or is that.
func isPartOf(node, holder string) bool {
	return node == holder || strings.HasPrefix(node, holder+"/")
}
