package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
)

// heldOrNot tells only the changes that still hold, or only those that were taken back, where a question asks for these.
func heldOrNot(entries []genome.Entry, sentence string) (string, bool) {
	which := reflex.Says("holding", sentence)
	if which == "" {
		return "", false
	}
	some := slices.DeleteFunc(slices.Clone(entries), func(h genome.Entry) bool {
		return h.Kind == genome.KindUndo || h.Kind == genome.KindRedo || h.Kind == genome.KindFollow || h.Undone != (which == "undone")
	})
	switch {
	case which == "undone" && len(some) == 0:
		return "Nothing that was changed has been taken back.", true
	case which == "undone":
		return "Taken back, newest first: " + listed(some), true
	case len(some) == 0:
		return "No change holds any more: all were taken back.", true
	}
	return "Still in place, newest first: " + listed(some), true
}

// earlierText tells what was done to a thing since it came, and how to see it as it was.
func (e *Engine) earlierText(q *asked) string {
	const see = " \"open the time machine\" shows how it looked then."
	if len(q.of) == 0 {
		return e.changedText(q.args.Text, q.Scene, nil) + see
	}
	name := q.called(q.of)
	changes := slices.DeleteFunc(e.changesOf(e.o.Store.Log(), q.of), func(h genome.Entry) bool {
		return h.Kind == genome.KindStart || h.Kind == genome.KindUndo || h.Kind == genome.KindRedo
	})
	if len(q.of) == 1 && reflex.Says("doubt", q.args.Text) == "colour" {
		if text := e.firstColor(q, changes); text != "" {
			return text
		}
	}
	if len(changes) == 0 {
		return "Nothing that still holds was done to " + name + ": it looks as it did."
	}
	return "Done to " + name + ", newest first: " + listed(changes) + see
}

// firstColor tells which colour a thing had before it was first given another, "" where none of some changes, newest first, gave it one.
func (e *Engine) firstColor(q *asked, changes []genome.Entry) string {
	for _, h := range slices.Backward(changes) {
		r, err := e.stored(h)
		if err != nil {
			return ""
		}
		for _, c := range r.Checks {
			of := c.Act - 1
			if len(r.Acts) == 1 {
				of = 0
			}
			if of < 0 || of >= len(r.Acts) || !strings.HasPrefix(c.Before, "#") {
				continue
			}
			if a := r.Acts[of]; a.Intent == act.Recolor && a.Target == q.of[0] {
				return fmt.Sprintf("%s was %s (%s) before #%d %q. \"undo %d\" takes that back.", capital(q.Called(q.of[0])), hueName(c.Before), c.Before, h.N, h.Sentence, h.N)
			}
		}
	}
	return ""
}
