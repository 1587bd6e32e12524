// Package coder lets a language model write cells (an [evolve.Writer] made of prompts and a model client). It asks, and
// hands back what came; whether the code is any good is for the gate and the trial to say.
package coder

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
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
	// ShowText lets the model read what the cell shows that was pointed at, marked as data.
	ShowText bool
}

// Coder is an evolve.Writer. Safe for concurrent use.
type Coder struct{ o Options }

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
	var settings llm.Settings
	if known, ok := c.o.Model.(llm.Known); ok {
		var err error
		if settings, err = known.Settings(ctx); err != nil {
			return evolve.Written{}, failed(err)
		}
	}
	most := answerTokens(r, settings)
	messages, err := c.fitting(r, settings, most)
	if err != nil {
		return evolve.Written{}, err
	}
	if left := c.o.MaxTokens - r.Spent - prompts.Tokens(messages); left < min(most, 256) {
		return evolve.Written{}, &evolve.NotAsked{Why: c.tooDear(r.Spent, prompts.Tokens(messages)+min(most, 256))}
	} else if left < most {
		most = left
	}
	q := llm.Request{MaxTokens: most, Cap: c.o.MaxTokens - r.Spent, Temperature: []float64{0, 0.2, 0.4}[min(r.Try, 2)], Enough: enough, Watch: r.Watch}
	for _, m := range messages {
		q.Messages = append(q.Messages, llm.Message{Role: m.Role, Content: m.Content})
	}
	if r.Picture != nil && r.Try == 0 && settings.Sees() {
		q.Messages[len(q.Messages)-1].Image = r.Picture
	}
	stage := "write"
	if r.Try > 0 {
		stage = "repair"
	}
	a, err := c.o.Model.Complete(ctx, q, func(p llm.Progress) {
		if progress != nil {
			progress(evolve.Progress{Stage: stage, Tokens: p.Tokens, Model: p.Model, Cost: p.Cost, Elapsed: p.Took})
		}
	})
	if err != nil {
		return evolve.Written{}, failed(err)
	}
	return evolve.Written{Text: a.Text, In: a.In, Out: a.Out, Cost: a.Cost, Model: a.Model}, nil
}

// tooDear says that another call may use more than the sentence may, and what to do about it.
func (c *Coder) tooDear(spent, next int) string {
	if spent == 0 {
		return fmt.Sprintf("it takes at least %d tokens, more than the %d tokens that one sentence may use; %s", next, c.o.MaxTokens, llm.WayOfCap)
	}
	return fmt.Sprintf("of the %d tokens that one sentence may use %d are used, and it takes at least %d more; %s", c.o.MaxTokens, spent, next, llm.WayOfCap)
}

// mostPrompt is the longest prompt for a model of which it is not known how much it reads, tokens.
const mostPrompt = 12_000

// fitting renders the prompt so that it and an answer fit into what the model reads; bodies of functions are left out
// until they do.
func (c *Coder) fitting(r evolve.WriteRequest, s llm.Settings, most int) ([]prompts.Message, error) {
	room := mostPrompt
	if s.Context > 0 {
		room = s.Context - most
	}
	var messages []prompts.Message
	for limit := prompts.MaxSource; limit >= prompts.MaxSource/8; limit /= 2 {
		messages = conversation(r, s, c.o.ShowText, limit)
		if prompts.Tokens(messages) <= room {
			return messages, nil
		}
	}
	return nil, &evolve.NotAsked{Why: fmt.Sprintf("%s is too large for this model: with an answer it takes about %d tokens, and the model reads %d",
		cmp.Or(r.Title, "the cell"), prompts.Tokens(messages)+most, room+most)}
}

// Estimate implements evolve.Estimator: the prompt, and an answer of the usual length.
func (c *Coder) Estimate(r evolve.WriteRequest) int {
	return prompts.Tokens(conversation(r, llm.Settings{}, c.o.ShowText, 0)) + answerTokens(r, llm.Settings{})/3
}

// failed sorts errors: an answer that came but is broken is worth another try; anything else ends the sentence.
func failed(err error) error {
	e, ok := errors.AsType[*llm.Error](err)
	if !ok {
		return err
	}
	u := &evolve.Unusable{Text: e.Partial, Why: strings.TrimPrefix(e.Error(), "llm: "), In: e.In, Out: e.Out, Cost: e.Cost}
	switch {
	case e.Kind == llm.Stopped:
		u.Why, u.Stopped = e.Text, e.Err
		return u
	case e.Unsent():
		return &evolve.NotAsked{Why: told(e)}
	case e.Kind == llm.OverBudget, e.Kind == llm.Overlooked, e.Kind == llm.Unrecorded: // would be so again
		u.Final, u.Halted = true, e.Kind == llm.OverBudget
		u.Why = told(e)
		return u
	case e.Partial != "", e.Kind == llm.Truncated, e.Kind == llm.Garbled && e.Status == 0:
		return u
	}
	if hint := e.Hint(); hint != "" {
		return fmt.Errorf("%w; %s", e, hint)
	}
	return e
}

// told is what is wrong, and what a person can do about it.
func told(e *llm.Error) string {
	if hint := e.Hint(); hint != "" {
		return e.Text + "; " + hint
	}
	return e.Text
}

// conversation renders the prompt.
func conversation(r evolve.WriteRequest, s llm.Settings, showText bool, limit int) []prompts.Message {
	d := prompts.Data{
		Sentence: prompts.Spoken(r.Sentence), Title: prompts.Named(r.Title), Source: prompts.Code(r.Source), Node: pointed(r.Node), Dark: r.Dark,
		Accent: prompts.Setting(r.Accent), Try: r.Try, Answer: prompts.Said(r.Answer), Problem: prompts.Found(r.Problem),
		Declaration: prompts.Code(r.Declaration), Hints: r.Hints,
		Format: prompts.Format(s.Format), ShowText: showText, MaxSource: limit, Variant: r.Variant,
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
func answerTokens(r evolve.WriteRequest, s llm.Settings) int {
	n := min(max(800, len(r.Source)/2+400), 4096)
	if r.New {
		n = 4096
	}
	if s.MaxTokens > 0 {
		n = min(n, s.MaxTokens)
	}
	return n
}

// enough ends an answer when its code is whole and prose goes on for longer than a remark.
func enough(text string) bool {
	if !llm.FenceClosed(text) {
		return false
	}
	after := text[strings.LastIndex(text, "```")+3:]
	return len(strings.TrimSpace(after)) > 120
}
