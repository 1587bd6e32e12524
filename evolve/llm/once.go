package llm

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// once makes one call; heard is asked after each piece whether to go on. An error comes with what was used up to then.
func (c *Client) once(ctx context.Context, model string, r Request, in int, heard func(*Answer) error) (Answer, error) {
	parent := ctx
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silence := func(d time.Duration, what string) func() {
		return func() { cancel(&Error{Kind: Stalled, Text: fmt.Sprintf("%s for %v", what, d)}) }
	}
	timer := time.AfterFunc(c.cfg.First, silence(c.cfg.First, "no answer"))
	defer func() { timer.Stop() }()

	t := &trace{fields: c.fields(model, r)}
	req := openai.ChatCompletionRequest{Model: model, Stop: r.Stop, StreamOptions: &openai.StreamOptions{IncludeUsage: true}}
	for i, m := range r.Messages {
		req.Messages = append(req.Messages, spoken(m, i == len(r.Messages)-1, c.settingsOf(model)))
	}
	start := time.Now()
	a := Answer{In: in, Model: model, Estimated: true}
	fail := func(err error) (Answer, error) {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		if parent.Err() != nil {
			return a, fmt.Errorf("llm: %w", context.Cause(parent))
		}
		e := understand(err, t)
		e.Text = Scrub(e.Text, c.cfg.Key) // servers quote the key they did not like
		e.Partial = a.Text
		if !t.began.Load() {
			a.In = 0 // refused before it was read
		}
		e.In, e.Out = a.In, a.Out
		return a, e
	}
	stream, err := c.api.CreateChatCompletionStream(withTrace(ctx, t), req)
	if err != nil {
		return fail(err)
	}
	defer stream.Close()
	var text strings.Builder
	for {
		chunk, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fail(err)
		}
		if a.TTFT == 0 {
			a.TTFT = time.Since(start)
			timer.Stop()
			timer = time.AfterFunc(c.cfg.Idle, silence(c.cfg.Idle, "no token"))
		} else {
			timer.Reset(c.cfg.Idle)
		}
		if u := chunk.Usage; u != nil && counts(u.PromptTokens) && counts(u.CompletionTokens) && u.PromptTokens+u.CompletionTokens > 0 {
			a.In, a.Out, a.Estimated = u.PromptTokens, u.CompletionTokens, false
		}
		if len(chunk.Choices) == 0 {
			continue
		}
		choice := chunk.Choices[0]
		if f := string(choice.FinishReason); f != "" {
			a.Finish = f
		}
		if piece := choice.Delta.Content; piece != "" || choice.Delta.ReasoningContent != "" {
			text.WriteString(piece)
			a.Text = text.String()
			if a.Estimated {
				a.Out++
			}
			if err := heard(&a); err != nil {
				return fail(err)
			}
			if a.Out > 2*r.MaxTokens+64 || text.Len() > longToken*(r.MaxTokens+64) {
				return fail(&Error{Kind: Truncated, Text: fmt.Sprintf("the server does not keep to %d tokens", r.MaxTokens)})
			}
			if r.Watch != nil && piece != "" {
				if err := r.Watch(a.Text); err != nil {
					return fail(&Error{Kind: Stopped, Text: err.Error(), Err: err})
				}
			}
			if r.Enough != nil && piece != "" && r.Enough(a.Text) {
				a.Finish = "enough"
				return a, nil
			}
		}
	}
	if err := judge(&a, t.done.Load(), r.MaxTokens); err != nil {
		return fail(err)
	}
	if !a.Estimated && in > 1000 && a.In > 0 && a.In < in/2 && c.settingsOf(model).Context < in {
		return fail(&Error{Kind: Overlooked, Text: fmt.Sprintf("the model server read only %d of about %d tokens", a.In, in)})
	}
	return a, nil
}

// longToken is more than a token of an answer has on the average, bytes: a server that counts wrong is held to this.
const longToken = 32

// counts reports whether a server's count of tokens can be one. What cannot is as if it had said nothing: a number below
// zero, or near the end of the integers, would give a budget back what was spent.
func counts(n int) bool { return n >= 0 && n <= maxAnswer }

// spoken is a message as it goes over the wire.
func spoken(m Message, last bool, s Settings) openai.ChatCompletionMessage {
	text := m.Content
	if last && s.Suffix != nil && *s.Suffix != "" {
		text += "\n" + *s.Suffix
	}
	if m.Image == nil {
		return openai.ChatCompletionMessage{Role: m.Role, Content: text}
	}
	return openai.ChatCompletionMessage{Role: m.Role, MultiContent: []openai.ChatMessagePart{
		{Type: openai.ChatMessagePartTypeText, Text: text},
		{Type: openai.ChatMessagePartTypeImageURL, ImageURL: &openai.ChatMessageImageURL{
			URL: "data:image/png;base64," + base64.StdEncoding.EncodeToString(m.Image), Detail: openai.ImageURLDetailLow,
		}},
	}}
}

// judge decides whether an answer that came to its end is whole.
func judge(a *Answer, done bool, most int) error {
	switch a.Finish {
	case "stop", "tool_calls", "function_call":
	case "length":
		return &Error{Kind: Truncated, Text: fmt.Sprintf("the answer was cut at %d tokens", most)}
	case "content_filter":
		return &Error{Kind: Withheld, Text: "the server's content filter held the answer back"}
	case "":
		if !done || !FenceClosed(a.Text) {
			return &Error{Kind: Truncated, Text: "the stream ended without a reason"}
		}
		a.Finish = "done" // some servers never say why, but they ended the stream and the code is whole
	default:
		return &Error{Kind: Failed, Text: fmt.Sprintf("the server ended the answer with %q", short(a.Finish))}
	}
	if strings.TrimSpace(a.Text) == "" {
		if a.Finish == "tool_calls" || a.Finish == "function_call" {
			return &Error{Kind: Garbled, Text: "the answer is empty: the model wanted to call a tool, and there is none"}
		}
		return &Error{Kind: Garbled, Text: "the answer is empty"}
	}
	return nil
}

// FenceClosed reports whether the text has a block of code between ``` lines, and none is open.
func FenceClosed(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			n++
		}
	}
	return n > 0 && n%2 == 0
}
