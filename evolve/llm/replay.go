package llm

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sync"

	"cellshell/internal/plainfile"
)

// Replayer answers from a recording, without a network or a key: the same messages get the same answer. What was asked
// several times is answered in the order of the recording, then from its beginning again. Safe for concurrent use.
type Replayer struct {
	dir string
	sum [sha256.Size]byte // of all files, to see whether the folder has changed

	mu    sync.Mutex // guards the rest
	calls []call     // the next to answer first
}

// Replay reads what a [Recorder] wrote into dir.
func Replay(dir string) (*Replayer, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("llm: replay: %s holds no recorded calls", dir)
	}
	slices.Sort(paths)
	r := &Replayer{dir: dir}
	sum := sha256.New()
	left := mostRecorded
	for _, p := range paths {
		b, err := readRecorded(p, left)
		if err != nil {
			return nil, fmt.Errorf("llm: replay: %w", err)
		}
		left -= len(b)
		c, err := readCall(b)
		if err != nil {
			return nil, fmt.Errorf("llm: replay: %s: %w", p, err)
		}
		r.calls = append(r.calls, c)
		sum.Write(b) // never fails
	}
	sum.Sum(r.sum[:0])
	return r, nil
}

// mostRecorded is the most that is read of a folder, bytes: thousands of calls.
const mostRecorded = 64 << 20

// readRecorded reads one file of a folder that anybody may have written: no pipe that never ends, and not more than most.
func readRecorded(path string, most int) ([]byte, error) {
	f, info, err := plainfile.Open(path)
	if errors.Is(err, plainfile.ErrNone) {
		return nil, fmt.Errorf("%s %w", path, err)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.Size() > int64(most) {
		return nil, fmt.Errorf("%s is too large: a recording has at most %d bytes", path, mostRecorded)
	}
	return io.ReadAll(io.LimitReader(f, int64(most)))
}

// Settings implements [Known]: those that the recording was made with, so that the same is asked again.
func (r *Replayer) Settings(context.Context) (Settings, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.calls {
		if c.Settings != nil {
			return *c.Settings, nil
		}
	}
	return Settings{}, nil
}

// Same reports whether two replayers were made of the same files.
func (r *Replayer) Same(o *Replayer) bool { return r.dir == o.dir && r.sum == o.sum }

// readCall decodes one file of a recording.
func readCall(b []byte) (call, error) {
	var c call
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("no recorded call: %w", err)
	}
	switch {
	case c.Answer == nil == (c.Error == nil):
		return c, errors.New("no recorded call: it has both an answer and an error, or neither")
	case c.Hash != hashOf(c.Messages) && !c.Pictures:
		return c, fmt.Errorf("the conversation was edited: its hash is %s, recorded was %s", hashOf(c.Messages), short(c.Hash))
	case c.Answer != nil && !(counts(c.Answer.In) && counts(c.Answer.Out) && c.Answer.Cost >= 0), c.Error != nil && !(counts(c.Error.In) && counts(c.Error.Out) && c.Error.Cost >= 0):
		return c, errors.New("no recorded call: nobody can have used so many tokens")
	}
	if c.Settings != nil {
		if err := c.Settings.check(); err != nil {
			return c, fmt.Errorf("the model's settings: %w", err)
		}
	}
	return c, nil
}

// Complete implements [Completer].
func (r *Replayer) Complete(ctx context.Context, q Request, progress func(Progress)) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, fmt.Errorf("llm: %w", err)
	}
	c, ok := r.find(hashOf(q.Messages))
	if !ok {
		return Answer{}, &Error{Kind: Unrecorded, Text: r.dir + " has no answer to this conversation; it was recorded with another sentence, cell or prompt"}
	}
	if c.Error != nil {
		e := c.Error.again()
		if e.Kind == Stopped && q.Watch != nil {
			e.Err = q.Watch(e.Partial) // objects to the same as then
		}
		return Answer{}, e
	}
	if progress != nil {
		progress(Progress{Tokens: c.Answer.Out, Text: c.Answer.Text, Cost: c.Answer.Cost, Model: c.Answer.Model})
	}
	return *c.Answer, nil
}

// find takes the first fitting call and puts it behind all others.
func (r *Replayer) find(hash string) (call, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := slices.IndexFunc(r.calls, func(c call) bool { return c.Hash == hash })
	if i < 0 {
		return call{}, false
	}
	c := r.calls[i]
	r.calls = append(slices.Delete(r.calls, i, i+1), c)
	return c, true
}
