package evolve

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
)

// told are the most changes that one answer tells.
const told = 5

// searched are the most changes that are looked through for those of one thing: each has a receipt to be read.
const searched = 300

// changedText tells the newest changes, of the things that are named or of all: those of today, the last one, the first one
// or how many there are, where the question says so.
func (e *Engine) changedText(sentence string, s *Scene, of []act.Target) string {
	entries := slices.DeleteFunc(slices.Clone(e.o.Store.Log()), func(h genome.Entry) bool { return h.Kind == genome.KindStart })
	if len(entries) == 0 {
		return "Nothing has been changed yet."
	}
	if len(of) > 0 {
		if entries = e.changesOf(entries, of); len(entries) == 0 {
			return "Nothing that still holds was done to " + (&asked{Scene: s}).called(of) + "."
		}
	}
	if text, ok := heldOrNot(entries, sentence); ok {
		return text
	}
	words := strings.Fields(squeeze(sentence))
	has := func(list string) bool { return reflex.Says(list, sentence) != "" }
	now := e.o.Now()
	var parts []string
	if has("howmany") {
		parts = append(parts, many(entries)+".")
	}
	span, called := lastSpan(words)
	switch {
	case span > 0:
		n := 0
		for n < len(entries) && now.Sub(entries[n].Time) <= span {
			n++
		}
		if n == 0 {
			return fmt.Sprintf("Nothing in the %s. The newest change is #%d %q, %s.", called, entries[0].N, entries[0].Sentence, ago(entries[0].Time, now))
		}
		return fmt.Sprintf("In the %s %s, newest first: ", called, counted(n, "change")) + listed(entries[:n])
	case has("today"):
		n := 0
		for n < len(entries) && sameDay(entries[n].Time, now) {
			n++
		}
		if n == 0 {
			return fmt.Sprintf("Nothing today. The newest change is #%d %q, %s.", entries[0].N, entries[0].Sentence, ago(entries[0].Time, now))
		}
		return fmt.Sprintf("Today %s, newest first: ", counted(n, "change")) + listed(entries[:n])
	case has("oldest"):
		parts = append(parts, "The first was "+e.one(entries[len(entries)-1], now)+".")
	case has("newest"):
		return strings.Join(append(parts, e.one(entries[0], now)+". \"undo\" takes it back."), " ")
	}
	if len(parts) > 0 {
		return strings.Join(parts, " ")
	}
	return "Newest first: " + listed(entries)
}

// changesOf are the changes that still hold and were made to one of some cells.
func (e *Engine) changesOf(entries []genome.Entry, of []act.Target) []genome.Entry {
	var out []genome.Entry
	for _, h := range entries[:min(len(entries), searched)] {
		if h.Undone {
			continue
		}
		r, err := e.stored(h)
		if err == nil && slices.ContainsFunc(r.Acts, func(a act.Act) bool {
			return slices.ContainsFunc(of, func(t act.Target) bool {
				return t.Cell == a.Target.Cell && (t.Node == "" || t.Node == a.Target.Node) || a.Target.Cell == "" && a.Args.Gene != "" && t.Cell == r.Target.Cell
			})
		}) {
			out = append(out, h)
		}
	}
	return out
}

// one tells of one change: its number, when it was and what was done.
func (e *Engine) one(h genome.Entry, now time.Time) string {
	return fmt.Sprintf("#%d, %s: %s", h.N, ago(h.Time, now), strings.TrimRight(e.storedLine(h), "."))
}

// many says how many changes there are. What was taken back is counted apart, and taking back is no change of its own.
func many(entries []genome.Entry) string {
	n, undone := 0, 0
	for _, h := range entries {
		switch {
		case h.Kind == genome.KindUndo || h.Kind == genome.KindRedo || h.Kind == genome.KindFollow:
		case h.Undone:
			undone++
		default:
			n++
		}
	}
	out := counted(n, "change") + " so far"
	if undone > 0 {
		out += fmt.Sprintf(", and %d taken back", undone)
	}
	return out
}

func listed(entries []genome.Entry) string {
	var parts []string
	for _, h := range entries[:min(len(entries), told)] {
		text := fmt.Sprintf("#%d %q", h.N, h.Sentence)
		if h.Undone {
			text += " (taken back)"
		}
		parts = append(parts, text)
	}
	out := strings.Join(parts, ", ")
	if more := len(entries) - told; more > 0 {
		out += fmt.Sprintf(" and %d more: cell history", more)
	}
	return out + ". \"cell diff N\" shows one in full."
}

// tryingText says what is being tried.
func (e *Engine) tryingText() string {
	b, ok := e.o.Store.Branch()
	if !ok {
		return "Nothing is being tried: each change stays. \"try something\" begins an attempt that can be thrown away."
	}
	return fmt.Sprintf("Yes, %q is being tried, with %s so far: \"keep it\" keeps it, \"throw it away\" ends it.", b.Name, counted(b.Changes, "change"))
}

// statesText names the states of the desktop that have a name.
func (e *Engine) statesText() string {
	names := e.o.Store.Names()
	if len(names) == 0 {
		return "No state of the desktop has a name. \"save this layout as work\" gives this one a name."
	}
	return "These states have a name: " + act.InRow(names) + ". \"go back to " + names[0] + "\" brings one back."
}

// nthText tells of a change by its number.
func (e *Engine) nthText(n int) string {
	for _, h := range e.o.Store.Log() {
		if h.N == n {
			return e.one(h, e.o.Now()) + "."
		}
	}
	return fmt.Sprintf("There is no change number %d.", n)
}

// previousText tells of the change before the newest.
func (e *Engine) previousText() string {
	entries := e.o.Store.Log()
	if len(entries) < 2 || entries[1].Kind == genome.KindStart {
		return "There is no change before the newest."
	}
	return e.one(entries[1], e.o.Now()) + "."
}
