package nucleus

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	"cellshell/nucleus/jail"
	"cellshell/tissue"
)

// defaultWarm is how many interpreting hosts wait when the options do not say.
const defaultWarm = 2

// Options say where a supervisor works. Host, RunDir and LogDir are required.
type Options struct {
	Host      string       // path of the cellhost program
	RunDir    string       // the shell's folder in $XDG_RUNTIME_DIR; made, private to the user
	LogDir    string       // where the cells' logs go; made
	Warm      int          // interpreting hosts kept ready; 0 means two, negative none
	AllowWeak bool         // run cells although the kernel has no Landlock or no seccomp; only a person may set it
	Log       *slog.Logger // nil discards
}

// Supervisor starts cells and looks after them.
type Supervisor struct {
	opt     Options
	home    sync.Mutex // held while dir is made, and made anew
	dir     *os.File   // RunDir/cells; sockets are reached through it because their full path may be too long
	support jail.Support
	outputs *outputs
	pool    *pool
	runs    atomic.Int64 // the newest number of a process; begins at the clock, so that two bodies use different ones

	starts sync.WaitGroup // Start and Reattach under way
	wg     sync.WaitGroup // the goroutines that wait for processes

	mu     sync.Mutex // guards all below
	logs   map[string]*cellLog
	procs  map[string]*Process // by key
	closed bool
}

// ErrClosed says that the supervisor has been shut down or detached.
var ErrClosed = errors.New("nucleus: the supervisor is closed")

// New makes a supervisor, finds out what the kernel can confine, and begins to warm hosts. It fails when a jail cannot
// be closed tightly enough. Cells of an earlier body are left alone until Reattach.
func New(opt Options) (*Supervisor, error) {
	if opt.Host == "" || opt.RunDir == "" || opt.LogDir == "" {
		return nil, errors.New("nucleus: options need Host, RunDir and LogDir")
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Warm == 0 {
		opt.Warm = defaultWarm
	}
	host, err := filepath.Abs(opt.Host)
	if err != nil {
		return nil, fmt.Errorf("nucleus: host: %w", err)
	}
	opt.Host = host
	support, err := jail.Probe(opt.Host, opt.AllowWeak)
	if err != nil {
		return nil, fmt.Errorf("nucleus: cells cannot be confined here: %w", err)
	}
	for _, l := range support.Layers {
		if !l.OK {
			opt.Log.Warn("a layer of the jail is missing", "layer", l.Name, "detail", l.Detail)
		}
	}
	if err := os.MkdirAll(opt.LogDir, 0o700); err != nil {
		return nil, fmt.Errorf("nucleus: log folder: %w", err)
	}
	s := &Supervisor{opt: opt, support: support, logs: map[string]*cellLog{}, procs: map[string]*Process{}}
	s.home.Lock()
	defer s.home.Unlock()
	if s.dir, err = openFolder(s.folder()); err != nil {
		return nil, err
	}
	if s.outputs, err = watchOutputs(s.folder(), s.deliver, s.folderGone); err != nil {
		opt.Log.Warn("the cells' outputs are polled", "error", err)
	}
	s.runs.Store(time.Now().UnixMilli())
	s.pool = newPool(s, opt.Warm)
	return s, nil
}

// checkCell keeps a cell's name from being anything but a file name.
func checkCell(cell string) error {
	if _, err := tissue.ParseID(cell); err != nil {
		return fmt.Errorf("nucleus: %w", err)
	}
	return nil
}

// Layers tells which parts of the jail hold on this machine.
func (s *Supervisor) Layers() []jail.Layer { return append([]jail.Layer(nil), s.support.Layers...) }

// Support is what a jail of another kind is fitted to, for example the compiler's.
func (s *Supervisor) Support() jail.Support { return s.support }

// Processes lists the living processes by cell, then generation.
func (s *Supervisor) Processes() []*Process {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*Process, 0, len(s.procs))
	for _, p := range s.procs {
		list = append(list, p)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Cell != list[j].Cell {
			return list[i].Cell < list[j].Cell
		}
		return list[i].Generation < list[j].Generation
	})
	return list
}

// Detach lets go of all cells and leaves them running, for the next body to find. Warm hosts end.
func (s *Supervisor) Detach() {
	if !s.close() {
		return
	}
	s.starts.Wait()
	s.pool.close()
	for _, p := range s.Processes() {
		p.detach()
	}
	s.release()
}

// Shutdown stops all cells, politely until ctx ends, and lets go of everything.
func (s *Supervisor) Shutdown(ctx context.Context) {
	if !s.close() {
		return
	}
	s.starts.Wait()
	s.pool.close()
	var wg sync.WaitGroup
	for _, p := range s.Processes() {
		wg.Go(func() { p.Stop(ctx) })
	}
	wg.Wait()
	s.release()
}

// close keeps new processes out; false when that has happened before.
func (s *Supervisor) close() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.closed
	s.closed = true
	return !was
}

// release waits for the goroutines and closes what they used.
func (s *Supervisor) release() {
	s.wg.Wait()
	s.outputs.close()
	s.dir.Close()
}
