package evolve

import (
	"context"
	"errors"
	"fmt"

	"cellshell/evolve/llm"
	"cellshell/prompts"
)

// The lengths of answers, in tokens: a change is a few declarations, a new cell or a last try a whole file.
const (
	changeTokens = 2048
	wholeTokens  = 4096
)

// ModelWriter is a Writer that asks a language model. Make one with NewModelWriter.
type ModelWriter struct{ model llm.Completer }

// NewModelWriter returns a writer that asks that model: an *llm.Client, or a recording of one.
func NewModelWriter(model llm.Completer) *ModelWriter { return &ModelWriter{model} }

// Write implements Writer.
func (m *ModelWriter) Write(ctx context.Context, r WriteRequest, progress func(Progress)) (Written, error) {
	req := llm.Request{MaxTokens: changeTokens, Enough: llm.FenceClosed}
	if r.New || r.Try > 1 {
		req.MaxTokens = wholeTokens
	}
	if r.Try > 1 {
		req.Temperature = 0.4 // the same question again would get the same answer
	}
	for _, t := range messages(r) {
		req.Messages = append(req.Messages, llm.Message{Role: t.Role, Content: t.Content})
	}
	stage := "write"
	if r.Try > 0 {
		stage = "repair"
	}
	answer, err := m.model.Complete(ctx, req, func(p llm.Progress) {
		progress(Progress{Stage: stage, Tokens: p.Tokens})
	})
	if err == nil {
		return Written{Text: answer.Text, In: answer.In, Out: answer.Out}, nil
	}
	var e *llm.Error
	if !errors.As(err, &e) {
		return Written{}, err
	}
	switch e.Kind {
	case llm.Truncated, llm.Withheld, llm.Garbled, llm.Stalled:
		if e.Partial != "" || e.Kind == llm.Withheld {
			return Written{}, &Unusable{Text: e.Partial, Why: string(e.Kind) + ": " + e.Text, In: e.In, Out: e.Out}
		}
	}
	if hint := e.Hint(); hint != "" {
		return Written{}, fmt.Errorf("%w (%s)", err, hint)
	}
	return Written{}, err
}

// messages renders the request.
func messages(r WriteRequest) []prompts.Message {
	d := prompts.Data{
		Sentence: r.Sentence, Title: r.Title, Source: r.Source, Dark: r.Dark, Accent: r.Accent,
		Try: r.Try, Answer: r.Answer, Problem: r.Problem, Declaration: r.Declaration, Hints: r.Hints,
	}
	if n := r.Node; n != nil {
		d.Node = &prompts.Node{Kind: string(n.Kind), Text: n.Text, Key: n.Key, Source: n.Source, Via: n.Via}
	}
	switch {
	case r.Try > 0:
		return prompts.Repair(d)
	case r.New:
		return prompts.New(d)
	}
	return prompts.Mutate(d)
}
