package llm

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// call is one recorded call, a file of its own. Neither headers nor the address of the server are in it, nor the rules,
// which say how to answer and not what was asked; and no key.
type call struct {
	Hash     string    `json:"hash"` // of the messages
	Settings *Settings `json:"settings,omitempty"`
	Messages []Message `json:"messages"`
	Pictures bool      `json:"pictures,omitempty"` // were shown; they are not kept
	Answer   *Answer   `json:"answer,omitempty"`
	Error    *said     `json:"error,omitempty"`
}

// said is an *Error that can be written down.
type said struct {
	Kind    Kind    `json:"kind"`
	Status  int     `json:"status,omitempty"`
	Text    string  `json:"text"`
	Partial string  `json:"partial,omitempty"`
	In      int     `json:"in,omitempty"`
	Out     int     `json:"out,omitempty"`
	Cost    float64 `json:"cost,omitempty"`
	Wait    string  `json:"retry_after,omitempty"` // as time.Duration writes it
}

// saidOf writes an error down.
func saidOf(e *Error, keys ...string) *said {
	s := &said{Kind: e.Kind, Status: e.Status, Text: Scrub(e.Text, keys...), Partial: Scrub(e.Partial, keys...), In: e.In, Out: e.Out, Cost: e.Cost}
	if e.RetryAfter > 0 {
		s.Wait = e.RetryAfter.String()
	}
	return s
}

func (s *said) again() *Error {
	wait, _ := time.ParseDuration(s.Wait) // "" is none
	return &Error{Kind: s.Kind, Status: s.Status, Text: s.Text, Partial: s.Partial, In: s.In, Out: s.Out, Cost: s.Cost, RetryAfter: wait}
}

// hashOf tells conversations apart by what was said in them. The rules and the SDK's card are left out: they say how to
// answer, not what was asked, and a new line in them must not make a recording worthless.
func hashOf(ms []Message) string {
	h := sha256.New()
	for _, m := range ms {
		if m.Role == "system" {
			continue
		}
		text := Scrub(m.Content)
		if m.Image != nil {
			sum := sha256.Sum256(m.Image)
			text += "\x00" + hex.EncodeToString(sum[:])
		}
		fmt.Fprintf(h, "%d %s %d %s\n", len(m.Role), m.Role, len(text), text)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Recorder passes calls on and writes each with its answer into Dir, as 001.json, 002.json …, for a [Replayer].
type Recorder struct {
	Next Completer
	Dir  string
	Keys []string // secrets that must not be written down, beside what looks like one

	mu sync.Mutex // held while a file is written
}

// Complete implements [Completer]. Calls that the caller cancelled are not recorded.
func (r *Recorder) Complete(ctx context.Context, q Request, progress func(Progress)) (Answer, error) {
	a, err := r.Next.Complete(ctx, q, progress)
	c := call{Hash: hashOf(q.Messages)}
	if k, ok := r.Next.(Known); ok {
		if s, err := k.Settings(ctx); err == nil {
			c.Settings = &s
		}
	}
	for _, m := range q.Messages {
		if m.Role == "system" {
			continue
		}
		c.Pictures = c.Pictures || m.Image != nil
		c.Messages = append(c.Messages, Message{Role: m.Role, Content: Scrub(m.Content, r.Keys...)})
	}
	if err == nil {
		kept := a
		kept.Text, kept.Took, kept.TTFT = Scrub(a.Text, r.Keys...), 0, 0 // a recording says what, not how quickly
		c.Answer = &kept
	} else if e, ok := errors.AsType[*Error](err); ok {
		c.Error = saidOf(e, r.Keys...)
	} else {
		return a, err
	}
	if werr := r.write(c); werr != nil {
		return a, errors.Join(err, werr)
	}
	return a, err
}

// Settings implements [Known].
func (r *Recorder) Settings(ctx context.Context) (Settings, error) {
	if k, ok := r.Next.(Known); ok {
		return k.Settings(ctx)
	}
	return Settings{}, nil
}

func (r *Recorder) write(c call) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := os.MkdirAll(r.Dir, 0o700); err != nil {
		return fmt.Errorf("llm: record: %w", err)
	}
	b, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		return fmt.Errorf("llm: record: %w", err)
	}
	for n := 1; ; n++ {
		f, err := os.OpenFile(filepath.Join(r.Dir, fmt.Sprintf("%03d.json", n)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("llm: record: %w", err)
		}
		_, err = f.Write(append(b, '\n'))
		if err = errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("llm: record: %w", err)
		}
		return nil
	}
}
