package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"syscall"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/immune"
	"cellshell/interp/build"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
	"cellshell/tissue"
)

var errEOF = io.EOF

// live is one cell of the desktop and the process that is it at the moment. All fields are guarded by Body.mu.
type live struct {
	id       tissue.CellID
	source   []byte
	manifest genome.Manifest
	rawMan   []byte
	checked  *build.Checked // nil for a program

	sess    *session        // nil while it is down
	seq     uint64          // of the newest message ever sent; goes on over generations, so that typed text stays newest
	tree    *ui.Node        // the newest complete one; stays while it is down
	state   json.RawMessage // the newest
	failure string          // why it is down for good, or ""
	backoff nucleus.Backoff
	timers  map[int]*timer
	calls   int            // under way
	refused int            // refusals under way
	typing  map[string]int // edits of each field that are on their way to the cell
	trusted time.Time      // until then a crash takes back change number change
	change  int

	// turn is held while a message goes to the live process, and by a swap from the last copy of the state until the new
	// generation is live: so no event falls between two generations. It is taken before Body.mu, never with it held.
	turn sync.Mutex
}

// maxTimers and maxCalls bound what one cell may have going; more is refused in its log.
const (
	maxTimers  = 32
	maxCalls   = 16
	maxRefused = 64
)

// The shortest and the longest interval of a timer, milliseconds.
const (
	minEvery = 16
	maxEvery = 366 * 24 * 3600 * 1000
)

type timer struct {
	every time.Duration
	next  *time.Timer
}

// launch is what it takes to start one generation of a cell.
type launch struct {
	id         tissue.CellID
	generation int
	checked    *build.Checked
	manifest   genome.Manifest
	state      json.RawMessage
	props      map[string]string
	seq        uint64 // of the newest message to the generation before
	native     bool   // the compiled engine is wanted even if it has to be built
	trial      bool   // the budgets of a trial hold
}

// firstView is the time to the first view that a trial's process may use up; a start outside of a trial may take longer.
func (l launch) firstView() time.Duration {
	if l.trial && l.manifest.Budget.FirstViewMS > 0 {
		return max(time.Duration(l.manifest.Budget.FirstViewMS)*time.Millisecond, trialFloor)
	}
	return viewDeadline
}

// trialFloor keeps a busy machine from failing a trial: the budget of 250 ms is meant for a process that runs alone, and
// what is measured here is wall-clock time.
const trialFloor = 2 * time.Second

// run starts the generation and returns it after its first view, with the time that compiling took.
func (b *Body) run(ctx context.Context, l launch) (_ *session, built time.Duration, err error) {
	spec := nucleus.Spec{
		Cell: string(l.id), Generation: l.generation,
		Budget: immune.Budget{Memory: int64(l.manifest.Budget.MemoryMB) << 20},
	}
	switch {
	case l.checked == nil && len(l.manifest.Run.Command) == 0:
		return nil, 0, fmt.Errorf("%s: there is nothing to run: its source was refused", l.id)
	case l.checked == nil:
		spec.Engine, spec.Argv = "program", l.manifest.Run.Command
	case l.checked.Interpretable && !l.native && !b.compiled(l.checked):
		spec.Engine = "yaegi"
	default:
		began := time.Now()
		path, err := b.compile(ctx, l.checked)
		built = time.Since(began)
		if err != nil {
			return nil, built, err
		}
		spec.Engine, spec.Argv = "native", []string{path}
	}
	proc, err := b.sup.Start(ctx, spec)
	if err != nil {
		return nil, built, fmt.Errorf("%s: start: %w", l.id, err)
	}
	s := b.newSession(proc)
	s.seq.Store(l.seq)
	s.look = b.look()
	fail := func(err error) (*session, time.Duration, error) {
		proc.Kill("never became live: " + err.Error())
		return nil, built, fmt.Errorf("%s: %w", l.id, err)
	}
	if err := b.open(ctx, s); err != nil {
		return fail(s.why(err))
	}
	if spec.Engine == "yaegi" {
		if err := s.send(ui.Load{File: "main.go", Source: string(l.checked.Marked)}); err != nil {
			return fail(s.why(err))
		}
	}
	if err := s.start(ctx, ui.Start{Props: l.props, State: l.state, Look: s.look}, l.firstView()); err != nil {
		return fail(err)
	}
	return s, built, nil
}

// adopt makes a session the live one of its cell: what it sends goes to the desktop from now on.
func (b *Body) adopt(c *live, s *session) {
	b.mu.Lock()
	old := c.sess
	for _, t := range c.timers {
		t.next.Stop()
	}
	if old != nil {
		s.raise(old.seq.Load())
	}
	c.sess, c.timers, c.failure = s, map[int]*timer{}, ""
	c.tree, c.state = s.picture()
	b.touch()
	b.mu.Unlock()
	s.attach(func(m ui.Message) { b.receive(c, s, m) })
	b.receive(c, s, ui.View{}) // a view that came before the sink was there
	b.dirtyState(c.id)
	b.background(func() { // ends with the session
		<-s.closed
		b.died(c, s)
	})
	if old != nil {
		b.retire(old)
	} else {
		b.background(func() { b.tellTyped(c, s) }) // ends when it is told
	}
	b.tellLook()
}

// tellLook tells the live cells that have heard of another theme than the desktop has.
func (b *Body) tellLook() {
	b.mu.Lock()
	defer b.mu.Unlock()
	look := b.lookLocked()
	for _, c := range b.cells {
		s := c.sess
		if s == nil || s.look == look {
			continue
		}
		s.look = look
		b.background(func() { // ends when it is sent
			_ = s.ask(func(seq uint64) ui.Message { return ui.Theme{Look: look, Seq: seq} })
		})
	}
}

// retire ends a process that is no longer shown.
func (b *Body) retire(s *session) {
	if !b.background(func() { // ends within the time that Stop gives a process
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		s.stop(ctx)
	}) {
		s.proc.Kill("replaced while the desktop closed")
	}
}

// receive takes what a live cell sends.
func (b *Body) receive(c *live, s *session, m ui.Message) {
	switch m := m.(type) {
	case ui.View:
		b.mu.Lock()
		if c.sess != s {
			b.mu.Unlock()
			return
		}
		tree, state := s.picture()
		changed := len(m.State) > 0
		c.tree, c.state = tree, state
		b.settleFields(c, tree)
		b.touch()
		b.mu.Unlock()
		if changed {
			b.dirtyState(c.id)
		}
	case ui.Timer:
		b.setTimer(c, s, m)
	case ui.Call:
		b.call(c, s, m)
	case ui.Log:
		b.sup.Logf(string(c.id), "%s: %s", m.Level, m.Text)
	case ui.Error:
		b.sup.Logf(string(c.id), "protocol: %s", m.Text)
	}
}

// died says why a cell ended and starts it again, ever more slowly; a crash loop is left down.
func (b *Body) died(c *live, s *session) {
	b.mu.Lock()
	current := c.sess == s && !b.closing
	b.mu.Unlock()
	if !current {
		return
	}
	reason := "ended"
	if err := s.why(nil); err != nil && !errors.Is(err, io.EOF) {
		reason = err.Error()
	}
	select {
	case <-s.proc.Done():
	case <-time.After(time.Second):
		s.proc.Kill("closed its connection and lived on")
		select {
		case <-s.proc.Done():
		case <-b.done:
			return
		}
	case <-b.done:
		return
	}
	b.mu.Lock()
	if c.sess != s || b.closing {
		b.mu.Unlock()
		return
	}
	c.sess, c.seq = nil, s.seq.Load()
	for _, t := range c.timers {
		t.next.Stop()
	}
	if guilty(s) && b.now().Before(c.trusted) {
		n := c.change
		c.trusted = time.Time{}
		b.mu.Unlock()
		b.sup.Logf(string(c.id), "died on probation: %s", reason)
		b.background(func() { b.rollBack(c, n, reason) }) // ends with the roll-back
		return
	}
	delay, ok := c.backoff.Next(b.now())
	if !ok {
		c.failure = "stopped after crashing again and again: " + reason
		b.touch()
	}
	b.mu.Unlock()
	b.sup.Logf(string(c.id), "died: %s", reason)
	if !ok {
		b.sup.Logf(string(c.id), "%s", c.failure)
		b.log.Warn("cell is in a crash loop and stays down", "cell", c.id, "reason", reason)
		return
	}
	b.log.Warn("cell died, starting it again", "cell", c.id, "reason", reason, "in", delay)
	b.reviveIn(c, delay)
}

// reviveIn starts a cell again after a while.
func (b *Body) reviveIn(c *live, delay time.Duration) {
	b.background(func() { // ends after the delay or when the body closes
		select {
		case <-time.After(delay):
			b.revive(c)
		case <-b.done:
		}
	})
}

// probation is how long a new generation must live before it is trusted.
const probation = 30 * time.Second

// guilty says whether a process that has ended did so by its own fault: a crash, or no answer in time. A kill from outside
// is none.
func guilty(s *session) bool {
	e := s.proc.Exit()
	return e.Killed || e.Code > 0 || s.accused.Load() || e.Signal != 0 && e.Signal != syscall.SIGKILL && e.Signal != syscall.SIGTERM
}

// rollBack takes back the change that brought a generation which died on probation.
func (b *Body) rollBack(c *live, n int, why string) {
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	r := b.engine.RollBack(ctx, n, why)
	if r.Status != act.RolledBack {
		b.log.Warn("a change that crashed could not be taken back", "cell", c.id, "change", n, "why", r.Reason)
		b.revive(c)
	}
}

// revive starts a cell that is down, with its newest state.
func (b *Body) revive(c *live) {
	b.mu.Lock()
	doc, ok := b.doc.Cells[c.id]
	if !ok || b.cells[c.id] != c || c.sess != nil || b.closing || b.leaving {
		b.mu.Unlock()
		return
	}
	l := launch{id: c.id, generation: doc.Generation, checked: c.checked, manifest: c.manifest, state: c.state, props: doc.Props, seq: c.seq}
	b.mu.Unlock()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	s, _, err := b.run(ctx, l)
	b.mu.Lock()
	if err == nil && (b.cells[c.id] != c || c.sess != nil || b.closing || b.leaving) { // swapped or removed meanwhile
		b.mu.Unlock()
		b.retire(s)
		return
	}
	if err == nil {
		b.mu.Unlock()
		b.adopt(c, s)
		b.promote(c, s)
		return
	}
	delay, again := c.backoff.Next(b.now())
	if !again {
		c.failure = "could not be started: " + err.Error()
		b.touch()
	}
	b.mu.Unlock()
	b.sup.Logf(string(c.id), "could not be started: %v", err)
	if again {
		b.reviveIn(c, delay)
	}
}

// tell sends the live process of a cell a message that wants a view. With s set, only while that is the live one.
func (b *Body) tell(c *live, s *session, build func(seq uint64) ui.Message) (*session, error) {
	c.turn.Lock()
	defer c.turn.Unlock()
	b.mu.Lock()
	current := c.sess
	b.mu.Unlock()
	if current == nil || s != nil && current != s {
		return nil, fmt.Errorf("%s is not running", c.id)
	}
	return current, current.ask(build)
}

// setTimer starts, changes or cancels a timer of a cell. Ticks fall on whole multiples of the interval, so that all clocks
// of a desktop move together and the machine wakes up once.
func (b *Body) setTimer(c *live, s *session, m ui.Timer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.sess != s || b.closing {
		return
	}
	if t := c.timers[m.ID]; t != nil {
		t.next.Stop()
		delete(c.timers, m.ID)
	}
	if m.Every <= 0 {
		return
	}
	if len(c.timers) >= maxTimers {
		b.background(func() { b.sup.Logf(string(c.id), "has %d timers already; another was refused", maxTimers) })
		return
	}
	every := time.Duration(min(max(m.Every, minEvery), maxEvery)) * time.Millisecond
	t := &timer{every: every}
	c.timers[m.ID] = t
	tick := func() {
		b.mu.Lock()
		alive := c.sess == s && c.timers[m.ID] == t && b.enter()
		b.mu.Unlock()
		if !alive {
			return
		}
		defer b.goes.Done()
		if !s.behind() && c.turn.TryLock() { // ticks do not queue: a cell that is busy, or being swapped, misses this one
			_ = s.ask(func(seq uint64) ui.Message { return ui.Tick{Timer: m.ID, Seq: seq, Clock: b.clock()} })
			c.turn.Unlock()
		}
		b.mu.Lock()
		if c.sess == s && c.timers[m.ID] == t && !b.closing {
			t.next.Reset(untilNext(b.now(), t.every))
		}
		b.mu.Unlock()
	}
	t.next = time.AfterFunc(untilNext(b.now(), t.every), tick)
}

// untilNext is the time to the next whole multiple of every, in local time.
func untilNext(now time.Time, every time.Duration) time.Duration {
	_, offset := now.Zone()
	into := time.Duration(now.UnixNano()+int64(offset)*1e9) % every
	return every - into
}

// call answers a cell's request to a service. Each runs on its own, bounded by maxCalls for each cell.
func (b *Body) call(c *live, s *session, m ui.Call) {
	reply := func(payload json.RawMessage, err error) {
		_, _ = b.tell(c, s, func(seq uint64) ui.Message {
			r := ui.Reply{ID: m.ID, Payload: payload, Seq: seq, Clock: b.clock()}
			if err != nil {
				r.Error = err.Error()
			}
			return r
		})
	}
	refuse := func(err error) { // the read loop must not wait for a turn
		b.mu.Lock()
		full := c.refused >= maxRefused
		if !full {
			c.refused++
		}
		b.mu.Unlock()
		if full {
			s.proc.Kill(fmt.Sprintf("made calls without waiting for the answer to %d that were refused", maxRefused))
			return
		}
		b.background(func() {
			reply(nil, err)
			b.mu.Lock()
			c.refused--
			b.mu.Unlock()
		})
	}
	b.mu.Lock()
	granted := false
	for _, p := range c.manifest.Powers {
		granted = granted || p == m.Service
	}
	busy := c.calls >= maxCalls
	if granted && !busy {
		c.calls++
	}
	b.mu.Unlock()
	switch {
	case m.Service != "system":
		refuse(fmt.Errorf("there is no service %q", m.Service))
	case !granted:
		refuse(fmt.Errorf("%s may not use %q: its genome.toml does not ask for that power", c.id, m.Service))
	case busy:
		refuse(fmt.Errorf("%d calls are under way already", maxCalls))
	default:
		b.background(func() { // ends after one answer
			payload, err := b.system.call(m.Method, b.now())
			b.mu.Lock()
			c.calls--
			b.mu.Unlock()
			reply(payload, err)
		})
	}
}
