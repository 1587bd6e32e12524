package screen

import (
	"context"
	"strconv"
	"strings"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/evolve/act"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

type receipt = act.Receipt

// bar is the evolve bar: where a sentence is typed, and what became of it.
type bar struct {
	open     bool
	low      bool // it stands at the bottom, because what is meant is at the top
	field    *edit.Field
	pinned   bool     // what "this" means was clicked, and stays
	question string   // what the body wants to know
	choices  []string // to choose from, by number
	fault    string   // why nothing has changed
	past     []string // sentences said here, oldest first
	at       int      // in past, while looking through it
	work     *work
}

// work is a request under way.
type work struct {
	sentence string
	cancel   context.CancelFunc
	began    time.Time
	stage    string
	tokens   int
}

// toast is the line that tells what was done.
type toast struct {
	text  string
	bad   bool
	undo  bool // Ctrl+Z takes it back
	until time.Time
}

// toastTime is how long the line stays.
const toastTime = 7 * time.Second

// maxPast is how many sentences the bar remembers.
const maxPast = 100

// sealedTakes does what an event means to the sealed layer, and says whether it is for it alone. mu is held.
func (s *Screen) sealedTakes(e attach.Event) bool {
	switch e.Kind {
	case attach.Key:
		return s.sealedKey(e)
	case attach.Paste:
		if s.bar.open {
			s.stale = true
			s.bar.field.Type(e.Text, false)
		}
		return s.bar.open
	case attach.Down, attach.Up:
		if !s.bar.open {
			return false
		}
		s.stale = true
		switch {
		case e.Kind == attach.Up:
		case s.onSealed(e.X, e.Y):
			for i, r := range s.chips(s.panel()) {
				if inside(r, e.X, e.Y) {
					s.choose(i)
				}
			}
		default: // a click on the desktop says what is meant, and does nothing else
			s.bar.pinned = false
			s.retouch()
			s.bar.pinned = s.touch.halo.Cell != ""
		}
		return true
	case attach.Move:
		return s.bar.open && (s.bar.pinned || s.onSealed(e.X, e.Y))
	case attach.Leave:
		return s.bar.open // what it was on last is what is meant
	case attach.Wheel:
		return s.onSealed(e.X, e.Y)
	}
	return false
}

// sealedKey is sealedTakes for keys. mu is held.
func (s *Screen) sealedKey(e attach.Event) bool {
	chord := strings.ToLower(e.Chord)
	undo := s.toast.undo && time.Now().Before(s.toast.until)
	switch {
	case chord == "ctrl+space" || chord == "super":
		s.toggle()
		return true
	case !s.bar.open && chord == "ctrl+z" && undo:
		s.undo()
		return true
	case !s.bar.open:
		s.toast.undo = s.toast.undo && e.Text == "" // who types on means the text with Ctrl+Z
		if chord == "escape" && s.bar.work != nil {
			s.bar.work.cancel()
			return true
		}
		return false
	}
	s.stale = true
	b := &s.bar
	switch chord {
	case "escape":
		if b.work != nil {
			b.work.cancel()
		} else {
			s.toggle()
		}
	case "enter":
		s.submit()
	case "up", "down":
		s.recall(chord == "up")
	case "ctrl+z":
		if b.field.Text == "" {
			s.undo()
			break
		}
		b.field.Undo()
	default:
		if n, err := strconv.Atoi(chord); err == nil && b.field.Text == "" && n >= 1 && n <= len(b.choices) {
			s.choose(n - 1)
			break
		}
		r := b.field.Key(chord, e.Text, edit.Options{})
		if r.Copy != "" && s.o.Clipboard != nil {
			s.o.Clipboard(r.Copy)
		}
		if r.Changed {
			b.fault = ""
		}
	}
	return true
}

// toggle opens or closes the bar. mu is held.
func (s *Screen) toggle() {
	s.stale = true
	b := &s.bar
	if b.open {
		b.open = false
		return
	}
	*b = bar{open: true, field: edit.NewField(""), past: b.past, at: len(b.past), work: b.work}
	s.retouch()
	if r, ok := s.haloRect(); ok {
		p := s.panel()
		b.low = r.Y < p.Y+p.H+8 && r.Y+r.H > p.Y-8 && r.X < p.X+p.W && r.X+r.W > p.X && r.H < s.h/2
	}
}

// recall looks through what was said. mu is held.
func (s *Screen) recall(back bool) {
	b := &s.bar
	to := b.at + 1
	if back {
		to = b.at - 1
	}
	if to < 0 || to > len(b.past) {
		return
	}
	b.at = to
	text := ""
	if to < len(b.past) {
		text = b.past[to]
	}
	b.field = edit.NewField(text)
}

// submit says the sentence. mu is held.
func (s *Screen) submit() {
	b := &s.bar
	sentence := strings.TrimSpace(b.field.Text)
	if sentence == "" || b.work != nil {
		return
	}
	if n := len(b.past); n == 0 || b.past[n-1] != sentence {
		b.past = append(b.past, sentence)
		b.past = b.past[max(len(b.past)-maxPast, 0):]
	}
	b.at = len(b.past)
	at := ""
	if b.pinned {
		at = named(s.touch.halo)
	}
	s.start(sentence, func(ctx context.Context, w *work) (r receipt, err error) {
		err = s.call(ctx, control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: at}, &r, s.hear(w))
		return r, err
	})
}

func named(t compositor.Target) string {
	if t.Node == "" {
		return string(t.Cell)
	}
	return string(t.Cell) + "/" + t.Node
}

// choose answers the question. mu is held.
func (s *Screen) choose(i int) {
	if s.bar.work != nil {
		return
	}
	s.start("", func(ctx context.Context, _ *work) (r receipt, err error) {
		err = s.call(ctx, control.MethodAnswer, control.AnswerParams{Choice: strconv.Itoa(i + 1)}, &r, nil)
		return r, err
	})
}

// undo takes back the newest change. mu is held.
func (s *Screen) undo() {
	s.start("", func(ctx context.Context, _ *work) (r receipt, err error) {
		err = s.call(ctx, control.MethodUndo, control.UndoParams{}, &r, nil)
		return r, err
	})
}
