package screen

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

// patience is how long a request may run before the screen shows that it does.
const patience = 150 * time.Millisecond

// longest is how long a request may run: far beyond what a slow model needs.
const longest = 15 * time.Minute

// run makes a request, from without a method.
func (s *Screen) run(sentence string, f func(ctx context.Context) (receipt, error)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start(sentence, func(ctx context.Context, _ *work) (receipt, error) { return f(ctx) })
}

// start makes a request; one at a time. mu is held.
func (s *Screen) start(sentence string, f func(ctx context.Context, w *work) (receipt, error)) {
	if s.bar.work != nil || s.ctx.Err() != nil {
		return
	}
	ctx, cancel := context.WithTimeout(s.ctx, longest)
	w := &work{sentence: sentence, cancel: cancel, began: time.Now()}
	s.bar.work, s.bar.fault, s.stale = w, "", true
	s.goes.Go(func() { // ends with the request, which ends with the screen
		defer cancel()
		s.flush(ctx)
		r, err := f(ctx, w)
		s.mu.Lock()
		s.finish(w, r, err)
		s.mu.Unlock()
		s.o.Wake()
	})
	s.later(patience)
}

// hear takes the progress of a sentence.
func (s *Screen) hear(w *work) func(json.RawMessage) {
	return func(raw json.RawMessage) {
		var p control.EvolveProgress
		if json.Unmarshal(raw, &p) != nil {
			return
		}
		s.mu.Lock()
		w.stage, w.tokens = p.Stage, max(p.Tokens, w.tokens)
		slow := time.Since(w.began) > patience
		s.stale = s.stale || slow
		s.mu.Unlock()
		if slow {
			s.o.Wake()
		}
	}
}

// finish shows what became of a request. mu is held.
func (s *Screen) finish(w *work, r receipt, err error) {
	b := &s.bar
	b.work, s.stale = nil, true
	var e *control.Error
	switch {
	case errors.Is(err, context.Canceled):
		b.fault = "Stopped. Nothing has changed."
	case errors.As(err, &e) && e.Hint != "":
		b.fault = e.Text + " · " + e.Hint
	case err != nil:
		b.fault = err.Error()
	case r.Status == act.Asked:
		b.open, b.question, b.choices = true, r.Question, r.Choices
		if b.field == nil || w.sentence != "" {
			s.emptyField()
		}
		return
	case r.Status == act.Done:
		b.question, b.choices, b.fault = "", nil, ""
		if w.sentence != "" || b.open {
			b.open = false
		}
		s.tell(r)
		return
	default:
		b.fault = r.Line()
	}
	b.question, b.choices = "", nil
	if !b.open {
		s.toast = toast{text: b.fault, bad: true, until: time.Now().Add(toastTime)}
		s.later(toastTime)
	}
}

// tell shows a receipt as one line. mu is held.
func (s *Screen) tell(r receipt) {
	undo := r.Undo != "" && r.Commit != "" && !slices.ContainsFunc(r.Acts, func(a act.Act) bool { return a.Intent == act.Undo })
	r.Undo = ""
	s.toast = toast{text: r.Line(), undo: undo, until: time.Now().Add(toastTime)}
	s.later(toastTime + 10*time.Millisecond)
}

// stageText is what a stage is called on the screen.
func stageText(stage string) string {
	switch stage {
	case "write":
		return "Writing"
	case "gate":
		return "Checking"
	case "build":
		return "Building"
	case "trial":
		return "Trying it out"
	case "repair":
		return "Mending"
	case "commit", "swap":
		return "Showing it"
	}
	return "Understanding"
}
