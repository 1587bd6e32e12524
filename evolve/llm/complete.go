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

// Message is one turn of a conversation.
type Message struct {
	Role    string `json:"role"` // system, user or assistant
	Content string `json:"content"`
	Image   []byte `json:"-"` // a PNG to look at; nil for none. Recordings know only its hash
}

// Request is what to ask.
type Request struct {
	Messages    []Message
	MaxTokens   int      // of the answer, 1024 when 0
	Cap         int      // the most tokens that the call may use, in and out; 0: no cap but the budget's
	Temperature float64  // 0 to 2; 0 is sent as 0
	Stop        []string // texts that end the answer
	// Enough, when set, ends the answer as soon as it returns true for the text so far, without waiting for the server.
	Enough func(text string) bool
	// Watch, when set, is handed the text so far like Enough; its error ends the call at once, as the Err of an *[Error] of
	// kind [Stopped].
	Watch func(text string) error
}

// Progress is how far an answer is. Text is everything so far.
type Progress struct {
	Tokens int // received, about
	Text   string
	Cost   float64       // so far, US dollars; 0 where the price is not known
	Took   time.Duration // since the call began
	Model  string
}

// Answer is a whole answer.
type Answer struct {
	Text   string
	In     int    // tokens of the request
	Out    int    // tokens of the answer, reasoning included
	Finish string // the server's reason: stop; "enough" when we ended it; "done" when the server gave none but ended well
	Model  string
	Cost   float64 // US dollars; 0 where the price is not known
	// Estimated says that In and Out were not told by the server but counted from the text.
	Estimated bool
	Took      time.Duration
	TTFT      time.Duration // until the first token
}

// Completer asks a model; *Client is one, and so are a [Recorder] and a [Replayer].
type Completer interface {
	Complete(ctx context.Context, r Request, progress func(Progress)) (Answer, error)
}

// Complete asks the model and returns its whole answer. progress, which may be nil, hears of each piece of it, in the
// caller's goroutine. Errors are *[Error] or the context's.
func (c *Client) Complete(ctx context.Context, r Request, progress func(Progress)) (Answer, error) {
	if r.MaxTokens <= 0 {
		r.MaxTokens = 1024
	}
	start := time.Now()
	in := estimate(r.Messages)
	model, err := c.resolve(ctx)
	if err != nil {
		return Answer{}, err
	}
	if reasoner.MatchString(model) {
		r.MaxTokens += thinking
	}
	if r.Cap > 0 { // what it thinks counts too
		r.MaxTokens = max(1, min(r.MaxTokens, r.Cap-in))
	}
	settings := c.settingsOf(model)
	allowed, err := c.cfg.Budget.reserve(in + r.MaxTokens)
	if err != nil {
		return Answer{}, err
	}
	spent := 0
	defer func() { allowed.settle(spent) }()
	retried := false
	for {
		before := spent
		a, err := c.once(ctx, model, r, in, func(a *Answer) error {
			if used := before + a.In + a.Out; r.Cap > 0 && used > r.Cap {
				return &Error{Kind: OverBudget, Text: fmt.Sprintf("the %d tokens left for this sentence were used up in the middle of the answer", r.Cap), Way: WayOfCap}
			} else if err := allowed.allows(used); err != nil {
				return err
			}
			if progress != nil {
				progress(Progress{Tokens: a.Out, Text: a.Text, Cost: settings.Cost(a.In, a.Out), Took: time.Since(start), Model: model})
			}
			return nil
		})
		spent += a.In + a.Out
		if err == nil {
			a.Took, a.Cost = time.Since(start), settings.Cost(a.In, a.Out)
			return a, nil
		}
		e, ok := errors.AsType[*Error](err)
		if ok {
			e.Cost = settings.Cost(e.In, e.Out)
		}
		switch {
		case !ok || ctx.Err() != nil:
			return Answer{}, err
		case c.learn(model, e):
			continue
		case retried || !e.again() || !wait(ctx, start, e.RetryAfter):
			return Answer{}, e
		}
		retried = true
	}
}

// WayOfCap is what a person can do who asks for more than one sentence may use.
const WayOfCap = "raise max_tokens in config.toml, or ask for less at once"

// maxPause is how long a server may ask to be left alone before a person is told instead.
const maxPause = 10 * time.Second

// wait sleeps before a second try; false means that it would be long, or that too little time would be left.
func wait(ctx context.Context, start time.Time, wish time.Duration) bool {
	pause := max(wish, 300*time.Millisecond)
	if pause > maxPause {
		return false
	}
	if end, ok := ctx.Deadline(); ok {
		if whole := end.Sub(start); time.Until(end)-pause < whole*2/5 {
			return false
		}
	}
	select {
	case <-ctx.Done():
		return false
	case <-time.After(pause):
		return true
	}
}

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

// imageTokens is about what a picture costs.
const imageTokens = 300

// estimate counts tokens roughly: a token is about four bytes of English or code.
func estimate(messages []Message) int {
	n := 0
	for _, m := range messages {
		n += len(m.Content)/4 + 4
		if m.Image != nil {
			n += imageTokens
		}
	}
	return n
}
