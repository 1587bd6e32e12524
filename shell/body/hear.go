package body

import (
	"context"
	"strings"

	"cellshell/evolve"
	"cellshell/evolve/reflex"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// hear tells what would become of a sentence that is being typed. It changes nothing.
func (b *Body) hear(_ context.Context, p control.HearParams, _ func(any) error) (any, error) {
	r := evolve.Request{Sentence: p.Sentence}
	if p.At != "" {
		t, err := b.target(p.At)
		if err != nil {
			return nil, err
		}
		r.At = t
	}
	v := b.engine.Preview(r)
	b.mu.Lock()
	model := b.model
	out := control.HearResult{
		Route: string(v.Lane), Confidence: v.Conf, Choices: v.Choices, Unknown: spans(p.Sentence, v.Unknown),
	}
	l := b.arrange()
	for _, t := range v.Targets {
		h := control.HearTarget{Cell: t.Cell, Node: t.Node}
		if box, ok := l.Node(tissue.CellID(t.Cell), t.Node); ok {
			h.Bounds = control.Bounds(box.Bounds)
		} else if c, ok := l.Cell(tissue.CellID(t.Cell)); ok {
			h.Bounds = control.Bounds(c.Bounds)
		}
		out.Targets = append(out.Targets, h)
	}
	b.mu.Unlock()
	out.Line = v.Line(model)
	if len(p.Sentence) <= reflex.MaxSentence {
		out.Complete = b.engine.Complete(p.Sentence, r.At, b.said.all())
	}
	return out, nil
}

// spans finds words in a sentence, in order, as they are typed.
func spans(sentence string, words []string) []control.Span {
	var out []control.Span
	from := 0
	for _, w := range words {
		i := strings.Index(sentence[from:], w)
		if i < 0 {
			from, i = 0, strings.Index(sentence, w)
		}
		if i < 0 || w == "" {
			continue // not as typed: corrected, or a name
		}
		out = append(out, control.Span{From: from + i, To: from + i + len(w)})
		from += i + len(w)
	}
	return out
}
