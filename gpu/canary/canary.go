// Package canary tries the shaders of cells in a process that may die of it (a sandboxed compile). What a driver makes of a
// program is known only to the driver: one can be driven into a crash, or to the end of time, by a program of a few lines.
//
// A [Judge] is asked for each shader of each picture and answers at once: what nobody has tried yet may not run. One goroutine
// tries what was asked for, one shader at a time, in a process of its own that compiles and draws it once and is killed when
// that takes too long. What came out is kept on the disk for next time.
package canary

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"cellshell/gpu/kage"
)

// Options are what a Judge needs.
type Options struct {
	Command  []string      // what tries a shader, see Try
	Env      []string      // of it; nil: that of this process
	Dir      string        // where verdicts are kept; "": nowhere
	Salt     string        // what verdicts depend on beside the source: the graphics, the compiler
	Opening  time.Duration // how long the command may take until it is ready to compile; 0: 15 s
	Deadline time.Duration // how long from then; 0: 2 s
	// Judged is told of each shader that was judged, with why it may not run, "" when it may. It is called by the judge's
	// goroutine. May be nil.
	Judged func(source, why string)
}

// Bounds of what a judge keeps.
const (
	maxKnown   = 512 // verdicts; all are forgotten when there are more
	maxWaiting = 64  // shaders to be tried; more are asked for again with the next picture
	maxRetries = 3   // of a shader that could not be tried, which is not its fault
)

// Judge says which shaders may run. Its methods may be called from any goroutine.
type Judge struct {
	o    Options
	turn atomic.Uint64
	work chan *verdict
	done chan struct{}
	goes sync.WaitGroup

	mu    sync.Mutex // guards the rest
	known map[string]*verdict
	began bool // the goroutine runs
}

// verdict is what is known of one shader. All but source and program are guarded by Judge.mu.
type verdict struct {
	source  string
	program *kage.Program // nil: its source is refused
	queued  bool
	allowed bool
	retries int
}

// New makes a judge; Close ends it.
func New(o Options) *Judge {
	if o.Opening <= 0 {
		o.Opening = 15 * time.Second
	}
	if o.Deadline <= 0 {
		o.Deadline = 2 * time.Second
	}
	if o.Env == nil {
		o.Env = os.Environ()
	}
	if o.Judged == nil {
		o.Judged = func(string, string) {}
	}
	return &Judge{o: o, work: make(chan *verdict, maxWaiting), done: make(chan struct{}), known: map[string]*verdict{}}
}

// Close ends what is being tried and waits for it.
func (j *Judge) Close() {
	j.mu.Lock()
	select {
	case <-j.done:
	default:
		close(j.done)
	}
	j.mu.Unlock()
	j.goes.Wait()
}

// Turn grows whenever a verdict has come in.
func (j *Judge) Turn() uint64 { return j.turn.Load() }

// Allowed is the program of a source, nil unless it was tried and found good. It returns at once; what it does not know will be
// tried.
func (j *Judge) Allowed(source string) *kage.Program {
	j.mu.Lock()
	defer j.mu.Unlock()
	v := j.known[source]
	if v == nil {
		if len(j.known) >= maxKnown {
			clear(j.known)
		}
		v = &verdict{source: source}
		j.known[source] = v
	}
	switch {
	case v.allowed:
		return v.program
	case v.queued || v.retries >= maxRetries:
		return nil
	}
	if !j.began {
		j.began = true
		j.goes.Go(j.try) // ends with done
	}
	select {
	case j.work <- v:
		v.queued = true
	default: // the next picture asks again
	}
	return nil
}

// try judges what is asked for, until Close.
func (j *Judge) try() {
	for {
		select {
		case <-j.done:
			return
		case v := <-j.work:
			select {
			case <-j.done:
				return
			default:
			}
			j.judge(v)
		}
	}
}

func (j *Judge) judge(v *verdict) {
	p, err := kage.Check(v.source)
	if err != nil {
		j.settle(v, nil, err.Error())
		return
	}
	key := j.key(v.source)
	if why, ok := j.read(key); ok {
		j.settle(v, p, why)
		return
	}
	out := run(&j.o, v.source, j.done)
	if out.fault != nil {
		j.mu.Lock()
		v.retries++
		last := v.retries >= maxRetries
		v.queued = false
		j.mu.Unlock()
		if last {
			j.o.Judged(v.source, fmt.Sprintf("shader: it could not be tried: %v", out.fault))
		}
		j.turn.Add(1) // so that it is asked for again
		return
	}
	j.write(key, out.why)
	j.settle(v, p, out.why)
}

// settle makes a verdict final.
func (j *Judge) settle(v *verdict, p *kage.Program, why string) {
	j.mu.Lock()
	v.program, v.allowed = p, why == "" && p != nil // what is not allowed stays queued, so it is not tried again
	j.mu.Unlock()
	j.turn.Add(1)
	j.o.Judged(v.source, why)
}
