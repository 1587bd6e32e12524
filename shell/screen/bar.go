package screen

import (
	"context"
	"image"
	"slices"
	"strconv"
	"strings"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/evolve/act"
	"cellshell/shell/control"
)

type receipt = act.Receipt

// bar is the evolve bar: where a sentence is typed, and what became of it.
type bar struct {
	open     bool
	moving   ease
	low      bool // it stands at the bottom, because what is meant is at the top
	field    *edit.Field
	scroll   float64              // of the sentence, where it is wider than the field
	pinned   bool                 // what "this" means was clicked, and stays
	question string               // what the body wants to know
	choices  []string             // to choose from, by number
	options  []control.HearTarget // what each of them is about; empty: not known
	sketches []image.Image        // pictures of the choices, as far as there are any and they have come
	fault    string               // why nothing has changed
	hint     string               // what to do about it
	picked   int                  // choice, row or suggestion that Enter takes; −1: none
	said     []string             // sentences said here, newest first; nil: not known yet
	at       int                  // in said, while looking through it; −1: not
	draft    string               // what was typed before looking through it
	seeking  bool                 // what is typed is looked for in what was said
	heard    heard
	grasped  heard     // the newest that was not about half a word
	keyed    time.Time // when the field last changed
	drag     bool      // the pointer selects in the field
	sent     bool      // what is in the field is being carried out
	next     string    // to be said after that
	work     *work
}

// toggle opens or closes the bar. mu is held.
func (s *Screen) toggle() {
	s.stale = true
	b, now := &s.bar, time.Now()
	if b.open {
		b.open = false
		b.moving.leave(now)
		return
	}
	others := s.others(now)
	*b = bar{open: true, field: edit.NewField(""), at: -1, picked: -1, work: b.work, next: b.next, moving: b.moving}
	if len(others) > 0 {
		b.question, b.choices = "Or did you mean another?", others
	}
	b.moving.come(now)
	s.card = nil
	s.point()
	s.retouch()
	s.dodge()
	s.listen()
}

// typed notes that the field holds another sentence. mu is held.
func (s *Screen) typed() {
	b := &s.bar
	b.at, b.picked, b.keyed = -1, -1, time.Now()
	if b.field.Text == "" {
		b.grasped, b.heard.known = heard{}, false // the next sentence is another
	}
	if b.seeking {
		b.picked = 0
	}
	s.stale = true
	s.listen()
	if s.settle == nil {
		s.settle = time.AfterFunc(settled, func() {
			s.Redraw()
			s.o.Wake()
		})
	} else {
		s.settle.Reset(settled)
	}
}

// settled is how long after the last key a word that is not understood yet counts as finished.
const settled = 700 * time.Millisecond

// dodge moves the bar to the other end of the screen when it hides what is meant, unless it would there too. mu is held.
func (s *Screen) dodge() {
	if s.layout == nil {
		return
	}
	hides := func(low bool) bool {
		p := spreadOf(s.w, s.h, s.barTop(low), low, s.content()).panel
		for _, r := range s.haloRects() {
			if r.Y < p.Y+p.H+8 && r.Y+r.H > p.Y-8 && r.X < p.X+p.W && r.X+r.W > p.X {
				return true
			}
		}
		return false
	}
	if b := &s.bar; hides(b.low) && !hides(!b.low) {
		b.low = !b.low
	}
}

// submit says the sentence, or keeps it for when the one before is done. mu is held.
func (s *Screen) submit(sentence string) {
	b := &s.bar
	sentence = strings.TrimSpace(sentence)
	if sentence == "" || b.sent {
		return
	}
	b.said = slices.DeleteFunc(b.said, func(t string) bool { return t == sentence })
	b.said = slices.Insert(b.said, 0, sentence)
	b.at, b.picked, b.seeking = -1, -1, false
	if b.work != nil {
		if b.next != "" {
			b.fault, b.hint = "One sentence waits already.", "Escape stops the one at work; Enter says this one when there is room."
			return
		}
		b.next = sentence
		s.emptyField()
		return
	}
	b.field = edit.NewField(sentence)
	b.field.Anchor, b.field.Cursor = 0, len(sentence) // the next key begins the next sentence
	b.sent = true
	s.say(sentence)
}

// say carries a sentence out. mu is held.
func (s *Screen) say(sentence string) {
	at, screen := "", s.number
	if s.bar.pinned {
		at = named(s.touch.halo)
	}
	s.start(sentence, func(ctx context.Context, w *work) (r receipt, err error) {
		p := control.EvolveParams{Sentence: sentence, At: at, Screen: screen}
		err = s.call(ctx, control.MethodEvolve, p, &r, s.follow(w))
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
	screen := s.number
	s.start("", func(ctx context.Context, w *work) (r receipt, err error) {
		p := control.AnswerParams{Choice: strconv.Itoa(i + 1), Screen: screen}
		err = s.call(ctx, control.MethodAnswer, p, &r, s.follow(w))
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

func (s *Screen) emptyField() {
	b := &s.bar
	b.field, b.sent, b.scroll = edit.NewField(""), false, 0
	s.typed()
}
