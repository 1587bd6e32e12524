package body

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"time"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// saver writes the cells' state and the input state soon after they change. It runs only when there is something to write.
type saver struct {
	mu    sync.Mutex // guards the rest
	cells map[tissue.CellID]bool
	input bool
	wake  chan struct{} // holds one token while something is dirty
}

// saveDelay gathers the changes of one burst: far below the 50 ms after which no keystroke may be lost.
const saveDelay = 15 * time.Millisecond

func (b *Body) startSaver() {
	b.saver.cells = map[tissue.CellID]bool{}
	b.saver.wake = make(chan struct{}, 1)
	b.goes.Go(func() { // ends when the body closes; Close then flushes
		for {
			select {
			case <-b.done:
				return
			case <-b.saver.wake:
			}
			select {
			case <-b.done:
				return
			case <-time.After(saveDelay):
			}
			if err := b.flush(); err != nil {
				b.log.Error("state could not be saved", "err", err)
			}
		}
	})
}

func (b *Body) dirtyState(id tissue.CellID) {
	b.saver.mu.Lock()
	b.saver.cells[id] = true
	b.saver.mu.Unlock()
	b.wakeSaver()
}

func (b *Body) dirtyInput() {
	b.saver.mu.Lock()
	b.saver.input = true
	b.saver.mu.Unlock()
	b.wakeSaver()
}

func (b *Body) wakeSaver() {
	select {
	case b.saver.wake <- struct{}{}:
	default: // it knows already
	}
}

// flush writes what is dirty. Each file is replaced in one step; there is no fsync, because what is at stake is a few
// keystrokes before a power cut, and what is bought is that typing never waits for a disk.
func (b *Body) flush() error {
	b.saver.mu.Lock()
	cells, input := b.saver.cells, b.saver.input
	if cells == nil {
		b.saver.mu.Unlock()
		return nil
	}
	b.saver.cells, b.saver.input = map[tissue.CellID]bool{}, false
	b.saver.mu.Unlock()
	if err := os.MkdirAll(b.paths.cells(), 0o700); err != nil {
		return err
	}
	var first error
	for id := range cells {
		b.mu.Lock()
		var state json.RawMessage
		if c := b.cells[id]; c != nil {
			state = c.state
		}
		b.mu.Unlock()
		if err := b.saveState(id, state); err != nil && first == nil {
			first = err
		}
	}
	if input {
		b.mu.Lock()
		data, err := json.Marshal(savedInput{Edits: b.edits, Pointer: b.pointer, Selection: b.selects})
		b.mu.Unlock()
		if err == nil {
			err = writeFile(b.paths.input(), data)
		}
		if err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (b *Body) saveState(id tissue.CellID, state json.RawMessage) error {
	if len(state) == 0 {
		return nil
	}
	return writeFile(b.statePath(id), state)
}

func (b *Body) statePath(id tissue.CellID) string {
	return filepath.Join(b.paths.cells(), string(id)+".json")
}

// loadState is what a cell's exported fields were; nil when nothing is known or the file is damaged.
func (b *Body) loadState(id tissue.CellID) json.RawMessage {
	data, err := os.ReadFile(b.statePath(id))
	if err != nil || !json.Valid(data) {
		return nil
	}
	return data
}

// savedInput is what the user's hands left on the desktop.
type savedInput struct {
	Edits     *compositor.Edits `json:"edits"`
	Pointer   *pointer          `json:"pointer,omitempty"`
	Selection []act.Target      `json:"selection,omitempty"`
}

func (b *Body) loadInput() {
	data, err := os.ReadFile(b.paths.input())
	if err != nil {
		return
	}
	in := savedInput{Edits: newEdits()}
	if err := json.Unmarshal(data, &in); err != nil || in.Edits == nil {
		b.log.Warn("the saved input state is damaged and is left out", "err", err)
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.edits, b.pointer, b.selects = in.Edits, in.Pointer, in.Selection
}
