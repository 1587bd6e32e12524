package body

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// left is what a removed cell left behind: its state and what was typed into it. It is kept beside the history, by the
// number of the removal, so that taking the removal back brings the cell back as it was, and a new cell of the same name
// begins fresh.
type left struct {
	State  json.RawMessage        `json:"state,omitempty"`
	Fields map[string]*edit.Field `json:"fields,omitempty"`
	Scroll map[string]paint.Point `json:"scroll,omitempty"`
}

// maxLeft is how many removed cells are remembered.
const maxLeft = 100

// leave takes what belongs to a removed cell off the desktop. mu is held.
func (b *Body) leave(c *live) *left {
	l := &left{State: c.state, Fields: map[string]*edit.Field{}, Scroll: map[string]paint.Point{}}
	mine := string(c.id) + "/"
	for k, f := range b.edits.Fields {
		if strings.HasPrefix(k, mine) {
			l.Fields[k] = f
			delete(b.edits.Fields, k)
		}
	}
	for k, p := range b.edits.Scroll {
		if strings.HasPrefix(k, mine) {
			l.Scroll[k] = p
			delete(b.edits.Scroll, k)
		}
	}
	return l
}

// putBack is the opposite of leave. mu is held.
func (b *Body) putBack(id tissue.CellID, l *left) {
	if l == nil {
		return
	}
	mine := string(id) + "/"
	for k, f := range l.Fields {
		if f != nil && strings.HasPrefix(k, mine) {
			f.State = f.State.Fit()
			f.Seq = 0 // of a process that is gone
			b.edits.Fields[k] = f
		}
	}
	for k, p := range l.Scroll {
		if strings.HasPrefix(k, mine) {
			b.edits.Scroll[k] = p
		}
	}
}

func (b *Body) leftDir() string { return filepath.Join(b.paths.cells(), "removed") }

// keep writes what a cell left when change number n removed it. Its state file goes only after that.
func (b *Body) keep(id tissue.CellID, n int, l *left) error {
	if err := os.MkdirAll(b.leftDir(), 0o700); err != nil {
		return err
	}
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(b.leftDir(), fmt.Sprintf("%s@%d.json", id, n)), data); err != nil {
		return err
	}
	_ = os.Remove(b.statePath(id))
	keepNewest(b.leftBehind("*"), maxLeft)
	return nil
}

// recall finds what a cell left when change number n removed it; else when it was removed last.
func (b *Body) recall(id tissue.CellID, n int) *left {
	paths := append(oldestFirst(b.leftBehind(string(id))), filepath.Join(b.leftDir(), fmt.Sprintf("%s@%d.json", id, n)))
	for i := len(paths) - 1; i >= 0; i-- {
		l := &left{}
		if data, err := os.ReadFile(paths[i]); err == nil && json.Unmarshal(data, l) == nil {
			return l
		}
	}
	return &left{State: b.loadState(id)} // the body died before it could set it aside
}

// leftBehind fits the files of a cell, or of all for "*".
func (b *Body) leftBehind(id string) string { return filepath.Join(b.leftDir(), id+"@*.json") }
