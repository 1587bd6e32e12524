package body

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"cellshell/genome"
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

	sess     *session        // nil while it is down
	seq      uint64          // of the newest message ever sent; goes on over generations, so that typed text stays newest
	tree     *ui.Node        // the newest complete one; stays while it is down
	state    json.RawMessage // the newest
	failure  string          // why it is down for good, or ""
	backoff  nucleus.Backoff
	spared   spared
	timers   map[int]*timer
	calls    int            // under way
	refused  int            // refusals under way
	queue    []posted       // from the hands, on their way to the process
	posting  bool           // somebody empties the queue
	sending  uint64         // number of the one that left it last
	pending  []posted       // those of the queue, and those sent that no view has answered
	typing   map[string]int // edits of each field that are on their way to the cell
	unsaid   []string       // fields of which it is to be told once it runs
	guilty   bool           // the newest process died by its own fault
	trusted  time.Time      // until then a crash takes back change number change
	change   int
	conduct  conduct   // of this generation
	before   conduct   // of the one before, to compare with
	gesture  time.Time // when the user last touched it
	main     refused   // its main.go, as saved last
	genome   refused   // its genome.toml, likewise
	tookBack string    // what was taken back on probation and why, for tellTime

	recent  []ui.Event                 // what the hands did last, for shadow runs
	replies map[string]json.RawMessage // the last answer of each service, likewise

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

// adopt makes a session the live one of its cell: what it sends goes to the desktop from now on.
func (b *Body) adopt(c *live, s *session) {
	b.mu.Lock()
	old := c.sess
	c.stopTimers()
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
		b.background(func() { b.tellAll(c, s) }) // ends when it is told
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
	b.conducts(c, s, m)
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
		if m.Seq != 0 {
			c.pending = slices.DeleteFunc(c.pending, func(p posted) bool { return p.Seq != 0 && p.Seq <= m.Seq })
		}
		b.tellShaders(c)
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

// refused is a saved file that does not run; the zero value is none.
type refused struct {
	why     string
	content string // it is not tried again
}

// note is what its owner should know, in a line: what was taken back, and what is wrong with the files that were saved last; "" for
// nothing. mu is held.
func (c *live) note() string {
	said := slices.DeleteFunc([]string{c.tookBack, c.main.why, c.genome.why}, func(s string) bool { return s == "" })
	return strings.Join(said, "; ")
}
