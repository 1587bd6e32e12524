package body

import (
	"context"
	"io"
	"log/slog"
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
	lines    receiptLines

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
