package body

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"cellshell/shell/control"
)

// ownLines is how many lines of its own log a body keeps.
const ownLines = 500

// ownLog keeps the newest lines of the body's own log.
type ownLog struct {
	mu        sync.Mutex // guards the rest
	lines     []control.LogLine
	followers map[chan control.LogLine]bool
}

func newOwnLog() *ownLog { return &ownLog{followers: map[chan control.LogLine]bool{}} }

func (o *ownLog) add(l control.LogLine) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.lines) >= ownLines {
		o.lines = append(o.lines[:0], o.lines[len(o.lines)-ownLines+1:]...)
	}
	o.lines = append(o.lines, l)
	for f := range o.followers {
		select {
		case f <- l:
		default: // whoever does not keep up misses lines
		}
	}
}

// newest returns what is kept, oldest first.
func (o *ownLog) newest() []control.LogLine {
	o.mu.Lock()
	defer o.mu.Unlock()
	return append([]control.LogLine{}, o.lines...)
}

// follow returns what is kept and a channel with what comes, until stop.
func (o *ownLog) follow() (was []control.LogLine, next <-chan control.LogLine, stop func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	c := make(chan control.LogLine, 64)
	o.followers[c] = true
	return append([]control.LogLine{}, o.lines...), c, func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		delete(o.followers, c)
	}
}

// tee is a handler that keeps a line of each record and passes the record on to next.
func (o *ownLog) tee(next slog.Handler) slog.Handler { return &tee{own: o, next: next} }

type tee struct {
	own    *ownLog
	next   slog.Handler
	prefix string // of the attributes' names: the groups
	given  string // attributes of With, as text
}

// Enabled implements slog.Handler.
func (t *tee) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= slog.LevelInfo || t.next.Enabled(ctx, l)
}

// Handle implements slog.Handler.
func (t *tee) Handle(ctx context.Context, r slog.Record) error {
	if r.Level >= slog.LevelInfo {
		var b strings.Builder
		if r.Level != slog.LevelInfo {
			b.WriteString(strings.ToLower(r.Level.String()) + ": ")
		}
		b.WriteString(r.Message + t.given)
		r.Attrs(func(a slog.Attr) bool {
			b.WriteString(t.text(a))
			return true
		})
		at := r.Time
		if at.IsZero() {
			at = time.Now()
		}
		t.own.add(control.LogLine{Time: at, Text: b.String()})
	}
	if !t.next.Enabled(ctx, r.Level) {
		return nil
	}
	return t.next.Handle(ctx, r)
}

func (t *tee) text(a slog.Attr) string {
	v := a.Value.Resolve().String()
	if v == "" || strings.ContainsAny(v, " \"\n\t") {
		v = fmt.Sprintf("%q", v)
	}
	return " " + t.prefix + a.Key + "=" + v
}

// WithAttrs implements slog.Handler.
func (t *tee) WithAttrs(attrs []slog.Attr) slog.Handler {
	c := *t
	for _, a := range attrs {
		c.given += t.text(a)
	}
	c.next = t.next.WithAttrs(attrs)
	return &c
}

// WithGroup implements slog.Handler.
func (t *tee) WithGroup(name string) slog.Handler {
	if name == "" {
		return t
	}
	c := *t
	c.prefix += name + "."
	c.next = t.next.WithGroup(name)
	return &c
}
