package evolve

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/tissue"
)

// Store is the history as the pipeline needs it; *genome.Store is one. Commits are made by the desk, in Trial.Commit.
type Store interface {
	History(limit int) ([]genome.Entry, error)
	Log() []genome.Entry
	Receipt(hash string) ([]byte, error)
	PlanUndo(n int, m genome.Merger) (genome.Plan, error)
	PlanUndoTaking(side genome.Side, n int, m genome.Merger) (genome.Plan, error)
	PlanRedo(m genome.Merger) (genome.Plan, error)
	PlanRestore(n int) (genome.Plan, error)
	Head() (*tissue.Document, map[tissue.CellID]genome.Files)
	Refresh() error
	Commits(n, most int) ([]string, error)
	Branch() (genome.Branch, bool)
	StartBranch(name string, until time.Time) error
	KeepBranch() (int, error)
	PlanDrop() (genome.Plan, error)
	PlanNamed(name string) (genome.Plan, error)
	Names() []string
	PlanEarlier(id tissue.CellID, before time.Time) (genome.Plan, error)
}

// Options are the parts an engine is made of.
type Options struct {
	Desk   Desk
	Gate   *build.Gate
	Store  Store
	Writer Writer // writes code that no rule covers; nil: no model is configured
	// NoWriter says why there is no Writer and how to get one; "" has a text of its own.
	NoWriter string
	// Look draws a cell as a PNG for a model that can see; nil where that is not allowed. It is asked for only when a sentence
	// says so.
	Look func(id tissue.CellID) ([]byte, error)
	Log  *slog.Logger     // nil: nothing is logged
	Now  func() time.Time // nil: time.Now; for questions that expire
}

// Engine evolves one desktop.
type Engine struct {
	o      Options
	reader func(sentence string, s *reflex.Scene) reflex.Result // another only in tests

	turn    chan struct{}  // holds one token: whoever has it evolves
	running sync.WaitGroup // calls that have begun; grown only under mu while not closed

	// Owned by who has the turn.
	followed string                        // the newest change that the desktop is known to agree with
	stuck    struct{ head, reason string } // the newest change that could not be followed, and why

	mu      sync.Mutex // guards what is below
	writer  Writer
	pending *question
	last    *act.Target
	spoken  *act.Target  // what was spoken of since, though nothing came of it
	several []act.Target // of that, where it was several things
	queried []act.Act    // what was asked last, if nothing was said since
	wished  []act.Act    // what the last sentence wished, where nothing came of it
	unheard bool         // the last sentence was not understood, or asked something
	absent  string       // the gene that was, of which none is here
	astray  bool         // the last sentence was not understood, nor what it was about
	read    struct {     // the changes that held when the history ended with that one
		head  string
		deeds []reflex.Deed
	}
	lastActs []act.Act
	lastAt   time.Time
	waiting  map[int]context.CancelFunc // of the sentences that wait for a model
	tickets  int                        // given out for waiting
	closed   bool
}

// New returns an engine. It remembers from the history what "it" and "again" mean.
func New(o Options) *Engine {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	e := &Engine{o: o, reader: reflex.Parse, turn: make(chan struct{}, 1), writer: o.Writer, waiting: map[int]context.CancelFunc{}}
	e.turn <- struct{}{}
	e.recall()
	return e
}

// SetWriter gives the engine another model, or none.
func (e *Engine) SetWriter(w Writer) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.writer = w
}

// Close cancels what runs and waits for it. Later calls fail.
func (e *Engine) Close() error {
	e.mu.Lock()
	e.closed = true
	e.mu.Unlock()
	e.Cancel()
	e.running.Wait()
	return nil
}

// Cancel stops the sentences that wait for a model. It reports whether there was one.
func (e *Engine) Cancel() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, cancel := range e.waiting {
		cancel()
	}
	return len(e.waiting) > 0
}

// cancellable returns a context that Cancel ends too.
func (e *Engine) cancellable(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		cancel()
	}
	e.tickets++
	ticket := e.tickets
	e.waiting[ticket] = cancel
	return ctx, func() {
		cancel()
		e.mu.Lock()
		defer e.mu.Unlock()
		delete(e.waiting, ticket)
	}
}

// aside lets others have the turn while f waits for something slow. The caller has the turn, before and after.
func (e *Engine) aside(f func()) {
	e.turn <- struct{}{}
	defer func() { <-e.turn }()
	f()
}

// Request is one sentence with what was pointed at.
type Request struct {
	Sentence string
	At       act.Target   // what the sentence is about; empty: whatever the pointer is on
	Here     *Point       // a place on the bare desktop, instead of At; may be nil
	There    *Point       // a second place ("put that there"); may be nil
	With     []act.Target // what is selected; empty: whatever the desk says is
	Writer   Writer       // instead of the engine's, for this sentence: a recording, or one that records. May be nil
	// Progress hears what happens meanwhile; it must return at once. May be nil.
	Progress func(Progress)
}

// Progress is one step of a sentence on its way.
type Progress struct {
	Stage  string // understand, write, gate, trial, repair, commit
	Text   string // for people
	Tokens int    // received from the model so far

	// Of a call of the model.
	Model   string
	Cost    float64       // so far, US dollars; 0 where the price is not known
	Elapsed time.Duration // since the call began
}

// SpawnRequest is a new cell by hand: exactly one of Gene, Source and Program.
type SpawnRequest struct {
	Gene     string
	Name     string   // the id wanted; "": from the gene, the manifest or the program
	Source   []byte   // Go
	Manifest []byte   // genome.toml beside a Source or a Program; may be nil
	Program  []string // any program that speaks the membrane, with its arguments
	Anchor   string   // corner or edge; "": wherever there is room
	Style    string   // of the gene
	// Writer and Progress are those of a Request: what no built-in is may be written by a model.
	Writer   Writer
	Progress func(Progress)
}

// begin waits for the turn and takes over what another program did to the history. The returned function ends the turn.
func (e *Engine) begin(ctx context.Context) (end func(), err error) {
	if end, err = e.wait(ctx); err == nil {
		e.follow(ctx, time.Now()) // what cannot be followed leaves the desktop as it was
	}
	return end, err
}

// wait waits for the turn. The returned function ends it.
func (e *Engine) wait(ctx context.Context) (end func(), err error) {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil, errClosed
	}
	e.running.Add(1)
	e.mu.Unlock()
	select {
	case <-e.turn:
		return func() {
			e.turn <- struct{}{}
			e.running.Done()
		}, nil
	case <-ctx.Done():
		e.running.Done()
		return nil, ctx.Err()
	}
}

// remember keeps what "it" and "again" mean from now on.
func (e *Engine) remember(acts []act.Act, target act.Target) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.lastActs, e.lastAt, e.spoken, e.absent = acts, e.o.Now(), nil, ""
	e.several, e.astray = nil, false
	if e.last = &target; target.Cell == "" { // after a wish about the whole desktop "it" is no cell of long ago
		e.last = nil
	}
}

// memory returns it.
func (e *Engine) memory(s *Scene) (last *act.Target, acts []act.Act, fresh bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	it := e.last
	if e.spoken != nil && s.Cells[tissue.CellID(e.spoken.Cell)] != nil {
		it = e.spoken
	} else if len(e.several) > 0 {
		it = nil // one of them, and nobody knows which
	}
	if it != nil {
		if c := s.Cells[tissue.CellID(it.Cell)]; c != nil {
			t := *it
			if s.Node(c.ID, t.Node) == nil {
				t.Node = ""
			}
			last = &t
		}
	}
	return last, e.lastActs, e.o.Now().Sub(e.lastAt) < 10*time.Second
}
