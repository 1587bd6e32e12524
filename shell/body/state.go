package body

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

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
	b.background(func() { // ends when the body closes; Close then flushes
		failed := false
		for delay := saveDelay; ; {
			select {
			case <-b.done:
				return
			case <-b.saver.wake:
			}
			select {
			case <-b.done:
				return
			case <-time.After(delay):
			}
			err := b.flush()
			switch {
			case err != nil && !failed:
				b.log.Warn("what cells and people changed cannot be saved; it is tried again and again", "err", err)
			case err == nil && failed:
				b.log.Info("everything is saved again")
			}
			failed, delay = err != nil, saveDelay
			if failed {
				delay = saveAgain
				b.wakeSaver()
			}
		}
	})
}

// saveAgain is how long it takes until what could not be written is tried again.
const saveAgain = time.Second

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
	var first error
	if err := os.MkdirAll(b.paths.cells(), 0o700); err != nil {
		first = err
	}
	for id := range cells {
		b.mu.Lock()
		var state json.RawMessage
		if c := b.cells[id]; c != nil {
			state = c.state
		}
		b.mu.Unlock()
		if err := b.saveState(id, state); err != nil {
			b.saver.mu.Lock()
			b.saver.cells[id] = true
			b.saver.mu.Unlock()
			first = cmp.Or(first, err)
		}
	}
	if input {
		b.mu.Lock()
		in := b.inputLocked()
		b.mu.Unlock()
		data, err := json.Marshal(in)
		if err == nil {
			err = writeFile(b.paths.input(), data)
		}
		if err == nil {
			b.mu.Lock()
			err = b.journal.saved(in.At)
			b.mu.Unlock()
		}
		if err != nil {
			b.saver.mu.Lock()
			b.saver.input = true
			b.saver.mu.Unlock()
			first = cmp.Or(first, err)
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

// loadState is what a cell's exported fields were; nil when nothing is known. A damaged file is set aside.
func (b *Body) loadState(id tissue.CellID) json.RawMessage {
	data, err := os.ReadFile(b.statePath(id))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	var value json.RawMessage
	if err == nil {
		if err = json.Unmarshal(data, &value); err == nil {
			return data
		}
	}
	b.sup.Logf(string(id), "its saved state is damaged (%v) and is left out; it is kept in %s", err, b.setAside(b.statePath(id)))
	return nil
}

// noteEdits looks after a document that somebody changed while no body ran: it is written again from the history, and what
// stood there is set aside. What was saved in the files of cells is taken once the desktop is up; see watch.
func (b *Body) noteEdits() {
	edits, err := b.store.Dirty()
	if err != nil {
		b.log.Warn("the tissue's files cannot be compared with its history", "err", err)
	}
	for _, e := range edits {
		if e.Path != documentFile {
			continue
		}
		kept := "nothing"
		if e.Content != nil {
			kept = b.setAside(filepath.Join(b.paths.tissue(), documentFile))
		}
		b.log.Warn("tissue.json is not that of the history and was written again", "kept", kept)
		if err := b.store.Restore(e.Path); err != nil {
			b.log.Warn("tissue.json could not be written again", "err", err)
		}
	}
}

// newestEdit is the number of the newest edit in any field of a cell.
func (b *Body) newestEdit(id tissue.CellID) uint64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	var seq uint64
	for k, f := range b.edits.Fields {
		if of, _, _ := strings.Cut(k, "/"); of == string(id) {
			seq = max(seq, min(f.Seq, maxSeq))
		}
	}
	return seq
}
