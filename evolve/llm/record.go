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

	"cellshell/internal/atomicfile"
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
	Way     string  `json:"way,omitempty"`
}

// saidOf writes an error down.
func saidOf(e *Error, keys ...string) *said {
	s := &said{Kind: e.Kind, Status: e.Status, Text: Scrub(e.Text, keys...), Partial: Scrub(e.Partial, keys...), In: e.In, Out: e.Out, Cost: e.Cost, Way: e.Way}
	if e.RetryAfter > 0 {
		s.Wait = e.RetryAfter.String()
	}
	return s
}

func (s *said) again() *Error {
	wait, _ := time.ParseDuration(s.Wait) // "" is none
	return &Error{Kind: s.Kind, Status: s.Status, Text: s.Text, Partial: s.Partial, In: s.In, Out: s.Out, Cost: s.Cost, RetryAfter: wait, Way: s.Way}
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

// Complete implements [Completer]. Calls that the caller cancelled are not recorded. What cannot be recorded is not asked.
func (r *Recorder) Complete(ctx context.Context, q Request, progress func(Progress)) (Answer, error) {
	c := r.asked(q)
	if err := r.try(c); err != nil {
		return Answer{}, &Error{Kind: Unrecorded, Text: "it could not be recorded: " + err.Error(), Err: err}
	}
	a, err := r.Next.Complete(ctx, q, progress)
	if k, ok := r.Next.(Known); ok {
		if s, err := k.Settings(ctx); err == nil {
			c.Settings = &s
		}
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
		lost := &Error{Kind: Unrecorded, Text: "it could not be recorded: " + werr.Error(), Err: errors.Join(werr, err), Partial: a.Text, In: a.In, Out: a.Out, Cost: a.Cost}
		if c.Error != nil {
			lost.Partial, lost.In, lost.Out, lost.Cost = c.Error.Partial, c.Error.In, c.Error.Out, c.Error.Cost
		}
		return Answer{}, lost
	}
	return a, err
}

// asked is what is known of a call before it is made.
func (r *Recorder) asked(q Request) call {
	c := call{Hash: hashOf(q.Messages)}
	for _, m := range q.Messages {
		if m.Role == "system" {
			continue
		}
		c.Pictures = c.Pictures || m.Image != nil
		c.Messages = append(c.Messages, Message{Role: m.Role, Content: Scrub(m.Content, r.Keys...)})
	}
	return c
}

// try finds out whether a call can be written down, before anything is paid for it.
func (r *Recorder) try(c call) error {
	if err := os.MkdirAll(r.Dir, 0o700); err != nil {
		return err
	}
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	path := filepath.Join(r.Dir, ".next")
	defer os.Remove(path)
	return atomicfile.Write(path, b, 0o600)
}

// Settings implements [Known].
func (r *Recorder) Settings(ctx context.Context) (Settings, error) {
	if k, ok := r.Next.(Known); ok {
		return k.Settings(ctx)
	}
	return Settings{}, nil
}

// write keeps a call under the next number that is free. A file is there whole or not at all.
func (r *Recorder) write(c call) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	b, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		path := filepath.Join(r.Dir, fmt.Sprintf("%03d.json", n))
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		if err = errors.Join(f.Close(), atomicfile.Write(path, append(b, '\n'), 0o600)); err != nil {
			os.Remove(path)
		}
		return err
	}
}
