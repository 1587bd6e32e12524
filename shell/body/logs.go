package body

import (
	"context"
	"fmt"

	"cellshell/nucleus"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func (b *Body) logs(ctx context.Context, p control.LogsParams, progress func(any) error) (any, error) {
	if p.Cell == "" {
		return b.ownLogs(ctx, p, progress)
	}
	id := p.Cell
	b.mu.Lock()
	c, _, err := b.cell(p.Cell)
	if err == nil {
		id = string(c.id)
	}
	b.mu.Unlock()
	if _, wrong := tissue.ParseID(id); wrong != nil { // a log is a file
		return nil, err
	}
	lines := b.sup.Logs(id)
	if len(lines) == 0 && c == nil {
		return nil, &control.Error{Text: fmt.Sprintf("there is no log of %q", p.Cell), Hint: "cell ls shows what there is", Code: control.CodeNotFound}
	}
	was := []control.LogLine{}
	for _, l := range lines {
		was = append(was, logLine(l))
	}
	if !p.Follow {
		return was, nil
	}
	next, stop, err := b.sup.Follow(id)
	if err != nil {
		return nil, err
	}
	defer stop()
	return follow(ctx, was, next, logLine, progress)
}

func logLine(l nucleus.Line) control.LogLine { return control.LogLine{Time: l.At, Text: l.Text} }

// ownLogs is the body's own log.
func (b *Body) ownLogs(ctx context.Context, p control.LogsParams, progress func(any) error) (any, error) {
	if !p.Follow {
		return b.own.newest(), nil
	}
	was, next, stop := b.own.follow()
	defer stop()
	return follow(ctx, was, next, func(l control.LogLine) control.LogLine { return l }, progress)
}

// follow tells the lines there are and those that come, until ctx ends or no more do.
func follow[L any](ctx context.Context, was []control.LogLine, next <-chan L, line func(L) control.LogLine, progress func(any) error) (any, error) {
	for _, l := range was {
		if err := progress(l); err != nil {
			return nil, err
		}
	}
	for {
		select {
		case l, ok := <-next:
			if !ok {
				return []control.LogLine{}, nil
			}
			if err := progress(line(l)); err != nil {
				return nil, err
			}
		case <-ctx.Done():
			return []control.LogLine{}, nil
		}
	}
}
