// Package coder lets a language model write cells (an [evolve.Writer] made of prompts and a model client). It asks, and
// hands back what came; whether the code is any good is for the gate and the trial to say.
package coder

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/llm"
	"cellshell/membrane/ui"
	"cellshell/prompts"
)

// Options are what a coder needs and may use.
type Options struct {
	Model llm.Completer
	// MaxTokens is the most that one sentence may use, in and out, over all its tries; 20,000 when 0.
	MaxTokens int
	// Timeout is the most that one answer may take; two minutes when 0.
	Timeout time.Duration
}

// Coder is an evolve.Writer. Safe for concurrent use, but the cap on tokens is shared by sentences at the same time.
type Coder struct {
	o Options

	mu   sync.Mutex // guards used
	used int        // tokens of the current sentence
}

// New returns a coder.
func New(o Options) *Coder {
	if o.MaxTokens <= 0 {
		o.MaxTokens = 20_000
	}
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Minute
	}
	return &Coder{o: o}
}

// Write implements evolve.Writer.
func (c *Coder) Write(ctx context.Context, r evolve.WriteRequest, progress func(evolve.Progress)) (evolve.Written, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, c.o.Timeout, fmt.Errorf("no whole answer after %v", c.o.Timeout))
	defer cancel()
	messages := conversation(r)
	most := answerTokens(r)
	used := c.begin(r.Try)
	if left := c.o.MaxTokens - used - prompts.Tokens(messages); left < min(most, 256) {
		return evolve.Written{}, fmt.Errorf("the %d tokens that one sentence may use are spent (%d so far)", c.o.MaxTokens, used)
	} else if left < most {
		most = left
	}
	q := llm.Request{MaxTokens: most, Temperature: []float64{0, 0.2, 0.4}[min(r.Try, 2)], Enough: enough, Watch: r.Watch}
	for _, m := range messages {
		q.Messages = append(q.Messages, llm.Message{Role: m.Role, Content: m.Content})
	}
	stage := "write"
	if r.Try > 0 {
		stage = "repair"
	}
	a, err := c.o.Model.Complete(ctx, q, func(p llm.Progress) {
		if progress != nil {
			progress(evolve.Progress{Stage: stage, Tokens: p.Tokens})
		}
	})
	if err != nil {
		return evolve.Written{}, c.failed(err)
	}
	c.spend(a.In + a.Out)
	return evolve.Written{Text: a.Text, In: a.In, Out: a.Out}, nil
}

// Estimate implements evolve.Estimator: the prompt, and an answer of the usual length.
func (c *Coder) Estimate(r evolve.WriteRequest) int {
	return prompts.Tokens(conversation(r)) + answerTokens(r)/3
}

// failed sorts errors: an answer that came but is broken is worth another try; anything else ends the sentence.
func (c *Coder) failed(err error) error {
	e, ok := errors.AsType[*llm.Error](err)
	if !ok {
		return err
	}
	c.spend(e.In + e.Out)
	if e.Kind == llm.Stopped {
		return &evolve.Unusable{Text: e.Partial, Why: e.Text, In: e.In, Out: e.Out, Stopped: e.Err}
	}
	if e.Partial != "" || e.Kind == llm.Truncated || e.Kind == llm.Garbled && e.Status == 0 {
		return &evolve.Unusable{Text: e.Partial, Why: strings.TrimPrefix(e.Error(), "llm: "), In: e.In, Out: e.Out}
	}
	if hint := e.Hint(); hint != "" {
		return fmt.Errorf("%w; %s", e, hint)
	}
	return e
}

// begin starts counting anew with the first try of a sentence.
func (c *Coder) begin(try int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if try == 0 {
		c.used = 0
	}
	return c.used
}

func (c *Coder) spend(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used += n
}

// conversation renders the prompt.
func conversation(r evolve.WriteRequest) []prompts.Message {
	d := prompts.Data{
		Sentence: prompts.Spoken(r.Sentence), Title: prompts.Named(r.Title), Source: prompts.Code(r.Source), Node: pointed(r.Node), Dark: r.Dark,
		Accent: prompts.Setting(r.Accent), Try: r.Try, Answer: prompts.Said(r.Answer), Problem: prompts.Found(r.Problem),
		Declaration: prompts.Code(r.Declaration), Hints: r.Hints,
	}
	if r.New {
		d.Source, d.Node = "", nil
	}
	switch {
	case r.Try > 0:
		return prompts.Repair(d)
	case r.New:
		return prompts.New(d)
	}
	return prompts.Mutate(d)
}

func pointed(n *ui.Node) *prompts.Node {
	if n == nil {
		return nil
	}
	return &prompts.Node{Kind: prompts.Named(n.Kind), Text: prompts.Shown(n.Text), Key: prompts.Named(n.Key), Source: n.Source, Via: n.Via}
}

// answerTokens is how long an answer may be: a whole file for a new cell, about twice the cell for a change.
func answerTokens(r evolve.WriteRequest) int {
	if r.New {
		return 4096
	}
	return min(max(800, len(r.Source)/2+400), 4096)
}

// enough ends an answer when its code is whole and prose goes on for longer than a remark.
func enough(text string) bool {
	if !llm.FenceClosed(text) {
		return false
	}
	after := text[strings.LastIndex(text, "```")+3:]
	return len(strings.TrimSpace(after)) > 120
}
