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
	"slices"
	"sync"
)

// call is one recorded call, a file of its own. The key is not in it.
type call struct {
	Hash     string    `json:"hash"` // of the messages
	Messages []Message `json:"messages"`
	Answer   *Answer   `json:"answer,omitempty"`
	Error    *said     `json:"error,omitempty"`
}

// said is an *Error that can be written down.
type said struct {
	Kind    Kind   `json:"kind"`
	Status  int    `json:"status,omitempty"`
	Text    string `json:"text"`
	Partial string `json:"partial,omitempty"`
	In      int    `json:"in,omitempty"`
	Out     int    `json:"out,omitempty"`
}

func hashOf(ms []Message) string {
	h := sha256.New()
	for _, m := range ms {
		fmt.Fprintf(h, "%d %s %d %s\n", len(m.Role), m.Role, len(m.Content), m.Content)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Recorder passes calls on and writes each with its answer into Dir, as 001.json, 002.json …, for a [Replayer].
type Recorder struct {
	Next Completer
	Dir  string

	mu sync.Mutex // held while a file is written
}

// Complete implements [Completer]. Calls that the caller cancelled are not recorded.
func (r *Recorder) Complete(ctx context.Context, q Request, progress func(Progress)) (Answer, error) {
	a, err := r.Next.Complete(ctx, q, progress)
	c := call{Hash: hashOf(q.Messages), Messages: q.Messages}
	if err == nil {
		c.Answer = &a
	} else if e, ok := errors.AsType[*Error](err); ok {
		c.Error = &said{e.Kind, e.Status, e.Text, e.Partial, e.In, e.Out}
	} else {
		return a, err
	}
	if werr := r.write(c); werr != nil {
		return a, errors.Join(err, werr)
	}
	return a, err
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

// Replayer answers from a recording, without a network or a key: the same messages get the same answer. Safe for
// concurrent use.
type Replayer struct {
	dir string

	mu    sync.Mutex // guards the rest
	calls []call     // not used yet, in order
	spent []call     // used; they answer again when nothing else fits
}

// Replay reads what a [Recorder] wrote into dir.
func Replay(dir string) (*Replayer, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("llm: replay: %s holds no recorded calls", dir)
	}
	slices.Sort(paths)
	r := &Replayer{dir: dir}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("llm: replay: %w", err)
		}
		var c call
		if err := json.Unmarshal(b, &c); err != nil || c.Answer == nil == (c.Error == nil) {
			return nil, fmt.Errorf("llm: replay: %s is no recorded call", p)
		}
		r.calls = append(r.calls, c)
	}
	return r, nil
}

// Complete implements [Completer].
func (r *Replayer) Complete(ctx context.Context, q Request, progress func(Progress)) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, fmt.Errorf("llm: %w", err)
	}
	c, ok := r.find(hashOf(q.Messages))
	if !ok {
		return Answer{}, fmt.Errorf("llm: replay: %s has no answer to this conversation; it was recorded with another sentence, cell or prompt", r.dir)
	}
	if e := c.Error; e != nil {
		return Answer{}, &Error{Kind: e.Kind, Status: e.Status, Text: e.Text, Partial: e.Partial, In: e.In, Out: e.Out}
	}
	if progress != nil {
		progress(Progress{Tokens: c.Answer.Out, Text: c.Answer.Text})
	}
	return *c.Answer, nil
}

func (r *Replayer) find(hash string) (call, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	same := func(c call) bool { return c.Hash == hash }
	if i := slices.IndexFunc(r.calls, same); i >= 0 {
		c := r.calls[i]
		r.calls = slices.Delete(r.calls, i, i+1)
		r.spent = append(r.spent, c)
		return c, true
	}
	if i := slices.IndexFunc(r.spent, same); i >= 0 {
		return r.spent[i], true
	}
	return call{}, false
}
