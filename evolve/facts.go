package evolve

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
)

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func sameDay(a, b time.Time) bool {
	a = a.In(b.Location())
	return a.YearDay() == b.YearDay() && a.Year() == b.Year()
}

// ago says how long ago something was, and from a day on at which date.
func ago(t, now time.Time) string {
	switch d := now.Sub(t); {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return counted(int(d/time.Minute), "minute") + " ago"
	case d < 24*time.Hour:
		return counted(int(d/time.Hour), "hour") + " ago"
	}
	return "on " + t.In(now.Location()).Format("2 January 2006 at 15:04")
}

// storedLine is a recorded receipt in words, without the time it took.
func (e *Engine) storedLine(h genome.Entry) string {
	r, err := e.stored(h)
	if err != nil || r.Status != act.Done || len(r.Acts) == 0 {
		return fmt.Sprintf("%q", h.Sentence)
	}
	r.Timing = act.Timing{}
	return fmt.Sprintf("%q: %s", h.Sentence, r.Line())
}

// undoText tells how changes are taken back, and which would be the first.
func (e *Engine) undoText() string {
	how := "Say \"undo\" for the newest change, \"undo 3\" for only number 3, \"redo\" to have it again; the same is cell undo."
	for _, h := range e.o.Store.Log() {
		if !h.Undone && h.Kind != genome.KindStart && h.Kind != genome.KindUndo && h.Kind != genome.KindRedo {
			return how + fmt.Sprintf(" The newest is #%d %q.", h.N, h.Sentence)
		}
	}
	return how + " There is nothing to take back yet."
}

// sure is more than the words that two sentences share.
const sure = 100

// whenText says when a change was made that is told again: "I make the clock red".
func (e *Engine) whenText(s *Scene, what string) string {
	words := strings.FieldsFunc(strings.ToLower(what), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	for len(words) > 0 && reflex.Is("askedwhen", words[0]) {
		words = words[1:]
	}
	wanted := e.parse(strings.Join(words, " "), e.reflexScene(s)).Acts
	best, most := genome.Entry{}, 0
	for _, h := range e.o.Store.Log() {
		if h.Kind == genome.KindStart {
			continue
		}
		if most >= sure { // an older one is not meant more
			break
		}
		score := likeness(words, h.Sentence)
		r, err := e.stored(h)
		if err != nil {
			return "The history cannot be read: " + err.Error() + "."
		}
		for _, a := range r.Acts {
			if slices.ContainsFunc(wanted, func(w act.Act) bool { return alike(w, a) }) {
				score = sure
			}
		}
		if score > most {
			best, most = h, score
		}
	}
	if most == 0 {
		return "No change in the history says that. \"cell history\" lists them all."
	}
	out := fmt.Sprintf("#%d %q: %s, %s", best.N, best.Sentence, ago(best.Time, e.o.Now()), best.Time.In(e.o.Now().Location()).Format("15:04:05"))
	if best.Undone {
		out += "; it was taken back since"
	}
	return out + "."
}

// whenOf says when a thing was changed last, where no more is asked than that: "when did I last change the clock".
func (e *Engine) whenOf(s *Scene, what string, of []act.Target) string {
	if len(of) == 0 || reflex.Says("touched", what) == "" {
		return ""
	}
	if done := e.changesOf(e.o.Store.Log(), of); len(done) > 0 {
		return "Last in " + e.one(done[0], e.o.Now()) + "."
	}
	return "No change that still holds was made to " + (&asked{Scene: s}).called(of) + "."
}

// alike reports whether two acts do the same to the same.
func alike(want, is act.Act) bool {
	g, h := want.Args, is.Args
	if want.Intent != is.Intent || want.Intent != act.Spawn && want.Target.Cell != is.Target.Cell {
		return false
	}
	return (g.Color == "" || g.Color == h.Color) && (g.Gene == "" || g.Gene == h.Gene) && (g.Style == "" || g.Style == h.Style) && (g.Mode == "" || g.Mode == h.Mode)
}

// likeness counts the words that a sentence shares, 0 unless at least half are.
func likeness(words []string, sentence string) int {
	said := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	n, of := 0, 0
	for _, w := range words {
		if len(w) < 3 || reflex.Is("nodeed", w) {
			continue
		}
		of++
		if slices.Contains(said, w) || slices.Contains(said, reflex.Says("past", w)) {
			n++
		}
	}
	if of == 0 || 2*n < of+1 {
		return 0
	}
	return n
}
