package llm

import (
	"context"
	"errors"
	"fmt"
	"time"
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
