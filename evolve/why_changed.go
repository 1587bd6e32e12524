package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// doubt is what a question asks the reason of: words that tell it, the acts that could be the reason, and what is said where
// none of them was.
type doubt struct {
	words []string
	acts  []act.Intent
	none  string // of a name
}

var doubts = []doubt{
	{
		[]string{"move", "moved", "there", "where", "left", "right", "corner"},
		[]act.Intent{act.Move, act.Resize, act.Swap, act.Arrange, act.Spawn, act.Undo, act.Redo, act.Restore},
		"No change in the history moved %s.",
	},
	{
		[]string{"color", "colour", "colored", "coloured", "red", "blue", "green", "yellow", "orange", "purple", "violet", "pink", "brown", "grey", "gray", "black", "white", "teal", "turquoise", "dark", "light", "bright"},
		[]act.Intent{act.Recolor, act.Theme, act.Wallpaper, act.Undo, act.Redo, act.Restore},
		"No change in the history coloured %s: its colours are its own and those of the theme.",
	},
	{
		[]string{"big", "bigger", "small", "smaller", "large", "larger", "huge", "tiny", "wide", "wider", "narrow", "tall", "taller", "short", "size", "sized"},
		[]act.Intent{act.Resize, act.TextStyle, act.Spacing, act.Arrange, act.Undo, act.Redo, act.Restore},
		"No change in the history sized %s: it is as large as it was made.",
	},
}

// doubtOf is what a question asks the reason of, nil where it says no more than that something changed.
func doubtOf(sentence string) *doubt {
	words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r < 'a' || r > 'z' })
	for i := range doubts {
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(doubts[i].words, w) }) {
			return &doubts[i]
		}
	}
	return nil
}

// changedBy says which change made a cell what it is, or moved it; "" when none is known. Without a cell it is the last one
// that was changed.
func (e *Engine) changedBy(s *Scene, id tissue.CellID, sentence string) string {
	d := doubtOf(sentence)
	for _, h := range e.o.Store.Log() {
		if h.Undone || h.Kind == genome.KindStart {
			continue
		}
		r, err := e.stored(h)
		if err != nil {
			return ""
		}
		if !slices.ContainsFunc(r.Acts, func(a act.Act) bool {
			same := id == "" || tissue.CellID(a.Target.Cell) == id || a.Target.Cell == "" && tissue.CellID(r.Target.Cell) == id || a.Intent == act.Theme
			return same && (d == nil || slices.Contains(d.acts, a.Intent))
		}) {
			continue
		}
		who := "Because of"
		if h.Kind == genome.KindHand {
			who = "By hand:"
		}
		return fmt.Sprintf("%s #%d, %s: %s. \"undo %d\" takes it back.", who, h.N, ago(h.Time, e.o.Now()), strings.TrimRight(e.storedLine(h), "."), h.N)
	}
	if d != nil && s.Cells[id] != nil {
		return fmt.Sprintf(d.none, titleOf(s, id))
	}
	return ""
}
