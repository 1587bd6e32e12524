package screen

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

// patience is how long a request may run before the screen shows that it does.
const patience = 150 * time.Millisecond

// longest is how long a request may run: far beyond what a slow model needs.
const longest = 15 * time.Minute

// work is a request under way.
type work struct {
	sentence string
	cancel   context.CancelFunc
	began    time.Time
	stage    string
	tokens   int
}

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
	s.bar.work, s.bar.fault, s.bar.hint, s.stale = w, "", "", true
	s.goes.Go(func() { // ends with the request, which ends with the screen
		defer cancel()
		s.flush(ctx)
		r, err := f(ctx, w)
		s.mu.Lock()
		s.finish(r, err)
		s.mu.Unlock()
		s.o.Wake()
	})
	s.later(patience)
}

// follow takes the progress of a sentence.
func (s *Screen) follow(w *work) func(json.RawMessage) {
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

// finish shows what became of a request, and begins the one that waits. mu is held.
func (s *Screen) finish(r receipt, err error) {
	b := &s.bar
	b.work, s.stale = nil, true
	next := b.next
	b.next = ""
	s.outcome(r, err)
	switch {
	case next == "":
	case b.fault == "" && b.question == "":
		s.say(next)
	case !b.open:
		s.toast.hint = strings.TrimSpace(s.toast.hint + " Not said: “" + next + "”.")
	case b.field.Text == "" || b.sent: // it goes no further: what waited is given back
		fault, hint := b.fault, b.hint
		s.fill(next)
		b.fault, b.hint = fault, hint
	default:
		b.said = slices.DeleteFunc(b.said, func(t string) bool { return t == next })
		b.said = slices.Insert(b.said, 0, next) // where Up finds it
	}
}

// outcome shows what became of a request. mu is held.
func (s *Screen) outcome(r receipt, err error) {
	b := &s.bar
	var fault, hint string
	var e *control.Error
	switch {
	case errors.Is(err, context.Canceled):
		fault = "Stopped. What was done by then stays."
	case errors.As(err, &e):
		fault, hint = e.Text, e.Hint
	case err != nil:
		fault = err.Error()
	case r.Status == act.Asked:
		if !b.open {
			s.toggle()
		}
		b.question, b.choices, b.options, b.fault, b.hint = r.Question, r.Choices, nil, r.Reason, ""
		s.sketch(r.Pictures)
		if h := &b.heard; h.Route == control.RouteAsk && slices.Equal(h.Choices, r.Choices) {
			b.options = h.Targets
		}
		if b.sent || b.field == nil {
			s.emptyField()
		}
		return
	case r.Status == act.Done:
		b.question, b.choices, b.options, b.sketches, b.fault, b.hint = "", nil, nil, nil, "", ""
		if b.open && (b.sent || b.field.Text == "") && b.next == "" {
			s.toggle()
		}
		s.tell(r)
		return
	default:
		fault, hint = headed(r.Line())
	}
	b.question, b.choices, b.options, b.sketches, b.fault, b.hint = "", nil, nil, nil, sentence(fault), hint
	if b.sent { // to be mended and said again
		b.sent = false
		b.field.Anchor = b.field.Cursor
		s.listen()
	}
	if !b.open {
		s.show(toast{text: b.fault, hint: hint, bad: true}, toastTime)
	}
}

// headed parts the first sentence, or line, of a text from the rest: what is wrong from what to do about it.
func headed(t string) (head, rest string) {
	at := strings.IndexByte(t, '\n')
	for i := 0; i+2 < len(t) && (at < 0 || i < at); i++ {
		if r, _ := utf8.DecodeRuneInString(t[i+2:]); t[i:i+2] == ". " && unicode.IsUpper(r) {
			return t[:i+1], strings.TrimSpace(t[i+2:])
		}
	}
	if at < 0 {
		return t, ""
	}
	return t[:at], strings.TrimSpace(t[at:])
}

// sentence begins with a capital letter.
func sentence(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 {
		return t
	}
	return string(unicode.ToUpper(r)) + t[n:]
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
