package nucleus

import (
	"context"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"cellshell/immune"
)

// refillDelay lets the cell that took a host draw first.
const refillDelay = 30 * time.Millisecond

// calmDelay is the same while other hosts still wait: what moves on the desktop comes first.
const calmDelay = 250 * time.Millisecond

// serials is how many hosts one body may warm before their numbers meet those of another.
const serials = 1 << 30

// pool keeps interpreting hosts that wait, confined, for a cell (stem cells).
type pool struct {
	s      *Supervisor
	want   int
	wake   chan struct{} // one slot: look at the number of hosts again
	cancel context.CancelFunc
	done   chan struct{}

	mu     sync.Mutex // guards below
	ready  []*born
	serial int
}

func newPool(s *Supervisor, want int) *pool {
	ctx, cancel := context.WithCancel(context.Background())
	// Serials start at the process number, so that two bodies, one dying and one beginning, never share a name.
	p := &pool{s: s, want: max(0, want), wake: make(chan struct{}, 1), cancel: cancel, done: make(chan struct{}), serial: os.Getpid() * serials}
	go p.run(ctx)
	return p
}

// run keeps the pool full until ctx ends.
func (p *pool) run(ctx context.Context) {
	defer close(p.done)
	var failed Backoff
	for {
		delay := time.Duration(-1)
		p.drop()
		p.mu.Lock()
		missing := p.want - len(p.ready)
		p.mu.Unlock()
		if missing > 0 {
			delay = 0
			if err := p.add(ctx); err != nil && ctx.Err() == nil {
				p.s.opt.Log.Warn("no host could be warmed", "error", err)
				var ok bool
				if delay, ok = failed.Next(time.Now()); !ok {
					delay = backoffLast
				}
			}
		}
		var timer <-chan time.Time
		if delay >= 0 {
			timer = time.After(delay)
		}
		select {
		case <-ctx.Done():
			return
		case <-p.wake:
			select {
			case <-ctx.Done():
				return
			case <-time.After(p.patience()):
			case <-p.wake: // another was taken
				select {
				case <-ctx.Done():
					return
				case <-time.After(refillDelay):
				}
			}
		case <-timer:
		}
	}
}

// patience is how long the next host may be missing.
func (p *pool) patience() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.ready) > 0 {
		return calmDelay
	}
	return refillDelay
}

// add warms one host.
func (p *pool) add(ctx context.Context) error {
	p.mu.Lock()
	p.serial++
	serial := p.serial
	p.mu.Unlock()
	name := key(stemCell, serial, 0)
	profile := p.s.support.Fit(immune.Interp())
	b, err := p.s.spawn(ctx, name, stemCell, serial, profile, nil, cellEnv(profile, "", 0), "")
	if err != nil {
		return err
	}
	b.serial, b.warm = serial, true
	if err := p.s.record(name, recordOf(Spec{Cell: stemCell, Generation: serial, Engine: Yaegi}, b, profile)); err != nil {
		p.s.discard(b, name)
		return err
	}
	p.mu.Lock()
	p.ready = append(p.ready, b)
	p.mu.Unlock()
	p.s.wg.Go(func() { // a host that dies while it waits is replaced
		select {
		case <-b.child.exited:
			p.nudge()
		case <-b.child.released:
		}
	})
	return nil
}

// drop clears away hosts that died while they waited.
func (p *pool) drop() {
	p.mu.Lock()
	var dead []*born
	alive := p.ready[:0]
	for _, b := range p.ready {
		select {
		case <-b.child.exited:
			dead = append(dead, b)
		default:
			alive = append(alive, b)
		}
	}
	p.ready = alive
	p.mu.Unlock()
	for _, b := range dead {
		p.s.opt.Log.Warn("a waiting host ended by itself", "pid", b.child.pid, "code", b.child.code)
		p.s.discard(b, key(stemCell, b.serial, 0))
	}
}

func (p *pool) nudge() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// take removes a living host from the pool, or returns nil when none waits.
func (p *pool) take() *born {
	defer p.nudge()
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, b := range p.ready {
		select {
		case <-b.child.exited: // run clears it away
		default:
			p.ready = append(p.ready[:i], p.ready[i+1:]...)
			return b
		}
	}
	return nil
}

// owns tells whether a name belongs to a host of this pool, also one that is being made.
func (p *pool) owns(name string) bool {
	rest, ok := strings.CutPrefix(name, stemCell+".")
	number, _, _ := strings.Cut(rest, ".")
	serial, err := strconv.Atoi(number)
	return ok && err == nil && serial/serials == os.Getpid()
}

// close ends the refilling and all waiting hosts.
func (p *pool) close() {
	p.cancel()
	<-p.done
	p.empty()
}

// empty ends all waiting hosts.
func (p *pool) empty() {
	p.mu.Lock()
	ready := p.ready
	p.ready = nil
	p.mu.Unlock()
	for _, b := range ready {
		p.s.discard(b, key(stemCell, b.serial, 0))
	}
}
