package body

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"cellshell/compositor"
	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/llm"
	"cellshell/genome"
	"cellshell/gpu/paint"
	"cellshell/interp/build"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// Version is what the body calls itself.
const Version = "0.1.0"

// Options are what a body needs from its surroundings.
type Options struct {
	Paths Paths
	Host  string // path of the cellhost program
	Log   *slog.Logger
	// Width, Height and Scale are the viewport while there is no screen; 0: 1280×800 at 1.
	Width, Height, Scale float64
}

// Body is a running desktop. See the package comment.
type Body struct {
	paths   Paths
	log     *slog.Logger
	host    string // path of cellhost
	config  Config
	sup     *nucleus.Supervisor
	gate    *build.Gate
	store   *genome.Store
	engine  *evolve.Engine
	server  *control.Server
	system  systemService
	now     func() time.Time
	started time.Time

	ctx    context.Context // ends when the body closes
	cancel context.CancelFunc
	done   chan struct{} // closed when the body closes
	quit   chan struct{} // closed by Quit: the cells end too
	once   sync.Once
	goes   sync.WaitGroup // every goroutine the body started

	life  sync.Mutex // guards ended, and adding to goes
	ended bool       // Close waits for goes: nothing new begins

	watcher     *fsnotify.Watcher      // of the tissue's folder; nil when the system has none left
	attempts    chan struct{}          // holds one token after an attempt began or ended
	badDocument string                 // the tissue.json that was refused; owned by watching
	unfollowed  string                 // newest commit of a history that could not be followed; owned by watching
	strangers   map[tissue.CellID]bool // folders beside the cells that were told of; owned by watching

	pictures pictures

	tools chan struct{} // closed when the native engine has been located; then toolchain may be read
	chain *build.Toolchain

	promoting chan struct{} // holds one token while a cell is compiled that nobody waits for

	saver   saver
	said    *said
	own     *ownLog
	budget  *llm.Budget // of the language model
	closers []io.Closer // closed last

	mu         sync.Mutex // guards the rest, and all of live
	closing    bool
	leaving    bool              // the cells end with the body
	swept      bool              // Close has cut every connection
	sessions   map[*session]bool // all that are connected
	doc        *tissue.Document
	shots      shots
	cells      map[tissue.CellID]*live
	edits      *compositor.Edits
	clip       string                   // cut or copied text, while there is no screen with a clipboard of its own
	model      string                   // name of the language model, "" without
	talk       llm.Completer            // the model itself; nil without, and for a recording
	sketches   int                      // pictures of trials, drawn so far
	replays    map[string]*llm.Replayer // by folder, for sentences that are answered from one
	looked     time.Time                // when one was last looked for
	pointer    *pointer
	selects    []act.Target
	layout     *compositor.Layout // nil: out of date
	vw, vh     float64            // viewport, logical pixels
	scale      float64
	version    uint64             // of the picture: grows with each touch
	screens    map[uint64]*screen // attached now
	shaders    shaders            // that are not drawn
	glass      map[uint64]looker  // who waits for a picture of a window, by its number
	lastGlass  uint64
	lastScreen uint64            // number of the newest
	held       attach.Held       // a window in somebody's hand
	attempt    attach.Trying     // what is being tried, as the screens are told
	work       []*modelCall      // calls of the language model under way, oldest first
	calls      uint64            // number of the newest
	hands      map[string]*hands // by the name that a screen gives them
	journal    journal
	posts      uint64                       // number of the newest event posted
	late       map[tissue.CellID]*late      // what an earlier body had for cells that are not there yet
	before     map[tissue.CellID]paint.Rect // where windows were that now fill a part of the area
	slid       slid                         // the slider that was moved by key last
}

// pointer is where the pointer was put.
type pointer struct {
	X, Y   float64
	Target act.Target
}

// Open starts or resumes the desktop: it reads the tissue, finds the cells that outlived an earlier body, starts the
// others, and answers on the control socket. On a first start it sets up the default desktop.
func Open(ctx context.Context, o Options) (_ *Body, err error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	own := newOwnLog()
	o.Log = slog.New(own.tee(o.Log.Handler()))
	if o.Width <= 0 || o.Height <= 0 {
		o.Width, o.Height = 1280, 800
	}
	if o.Scale <= 0 {
		o.Scale = 1
	}
	if err := o.Paths.make(); err != nil {
		return nil, fmt.Errorf("body: folders: %w", err)
	}
	if _, err := os.Stat(o.Host); err != nil {
		return nil, &control.Error{Text: "the program cellhost is missing: " + o.Host, Hint: "build it with: make build", Code: control.CodeFailed}
	}
	b := &Body{
		paths: o.Paths, log: o.Log, host: o.Host, now: time.Now, started: time.Now(),
		done: make(chan struct{}), quit: make(chan struct{}), tools: make(chan struct{}), promoting: make(chan struct{}, 1),
		cells: map[tissue.CellID]*live{}, sessions: map[*session]bool{}, edits: newEdits(), own: own, attempts: make(chan struct{}, 1), strangers: map[tissue.CellID]bool{}, screens: map[uint64]*screen{}, hands: map[string]*hands{},
		before: map[tissue.CellID]paint.Rect{},
		vw:     o.Width, vh: o.Height, scale: o.Scale,
	}
	b.ctx, b.cancel = context.WithCancel(context.Background())
	defer func() {
		if err != nil {
			b.Close()
		}
	}()
	b.drawPictures()
	if b.config, err = LoadConfig(o.Paths.Config); err != nil {
		return nil, err
	}
	if b.sup, err = nucleus.New(nucleus.Options{Host: o.Host, RunDir: o.Paths.Runtime, LogDir: o.Paths.logs(), Warm: 2, AllowWeak: b.config.Evolve.Unjailed, Log: o.Log}); err != nil {
		if other := control.Vacant(controlPath(o.Paths)); other != nil {
			return nil, other
		}
		return nil, fmt.Errorf("body: supervisor: %w", err)
	}
	b.background(b.findToolchain) // ends when the archives are found or made, or the body closes
	if b.gate, err = build.NewGate(ctx); err != nil {
		return nil, fmt.Errorf("body: gate: %w", err)
	}
	if b.store, err = genome.Open(o.Paths.tissue()); err != nil {
		return nil, fmt.Errorf("body: tissue: %w", err)
	}
	b.said = openSaid(o.Paths.said(), b.store.History)
	b.noteEdits()
	b.startSaver()
	b.loadInput()
	if err := b.populate(ctx); err != nil {
		return nil, err
	}
	if err = b.startEngine(); err != nil {
		return nil, err
	}
	if b.server, err = control.Listen(controlPath(o.Paths), b.handlers()); err != nil {
		return nil, err
	}
	b.watch()
	b.awaitBranch()
	b.pictured() // of the start, too
	return b, nil
}

// background runs f on its own; Close waits for it. Once Close waits nothing new begins: false.
func (b *Body) background(f func()) bool {
	if !b.enter() {
		return false
	}
	go func() { // ends with f
		defer b.goes.Done()
		f()
	}()
	return true
}

// enter counts the calling goroutine as one of the body's until goes.Done, or says that the body has closed.
func (b *Body) enter() bool {
	b.life.Lock()
	defer b.life.Unlock()
	if !b.ended {
		b.goes.Add(1)
	}
	return !b.ended
}

// clock is what cells are told of the time.
func (b *Body) clock() ui.Clock {
	now := b.now()
	zone, offset := now.Zone()
	return ui.Clock{UnixMilli: now.UnixMilli(), Offset: offset, Zone: zone}
}

// look is what cells are told of the theme.
func (b *Body) look() ui.Look {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.lookLocked()
}

func (b *Body) lookLocked() ui.Look {
	return ui.Look{Dark: b.doc != nil && b.doc.Theme.Mode == "dark", Scale: b.scale}
}

// touch says that the picture changed. mu is held.
func (b *Body) touch() {
	b.layout = nil
	b.version++
	b.wakeScreens()
}

// arrange returns the layout of now. mu is held.
func (b *Body) arrange() *compositor.Layout {
	if b.layout == nil {
		b.layout = compositor.Arrange(b.input())
	}
	return b.layout
}

// input is what the compositor lays out. mu is held.
func (b *Body) input() compositor.Input {
	in := compositor.Input{Doc: b.doc, Cells: make(map[tissue.CellID]compositor.CellInput, len(b.cells)), W: b.vw, H: b.vh, Scale: b.scale, Edit: b.edits}
	for id, c := range b.cells {
		in.Cells[id] = compositor.CellInput{Tree: c.tree, Dead: c.failure, Note: c.note}
	}
	return in
}
