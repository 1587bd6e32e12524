package body

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// savedInput is what the user's hands left on the desktop.
type savedInput struct {
	Edits     *compositor.Edits            `json:"edits"`
	Pointer   *pointer                     `json:"pointer,omitempty"`
	Selection []act.Target                 `json:"selection,omitempty"`
	Hands     map[string]handled           `json:"hands,omitempty"`
	Pending   []posted                     `json:"pending,omitempty"` // not yet answered by their cells
	Unsaid    []string                     `json:"unsaid,omitempty"`  // fields whose cell has not been told
	Before    map[tissue.CellID]paint.Rect `json:"before,omitempty"`  // where windows were that now fill a part of the area
	Desk      string                       `json:"desk,omitempty"`    // names the journal
	At        int64                        `json:"at,omitempty"`      // how much of the journal is in here already
}

// maxSaved bounds what a damaged or hostile file may make of lists, entries.
const maxSaved = 4096

// fit makes a saved input that can be used of whatever was read.
func (in *savedInput) fit() {
	read := in.Edits
	in.Edits = newEdits()
	if read != nil {
		in.Edits.Focus = read.Focus
		for k, f := range read.Fields {
			if f != nil {
				f.State = f.State.Fit()
				in.Edits.Fields[k] = f
			}
		}
		for k, p := range read.Scroll {
			in.scroll(k, p)
		}
	}
	if in.Hands == nil {
		in.Hands = map[string]handled{}
	}
	in.Pending, in.Unsaid = in.Pending[:min(len(in.Pending), maxSaved)], in.Unsaid[:min(len(in.Unsaid), maxSaved)]
	in.At = max(in.At, 0)
	maps.DeleteFunc(in.Before, func(_ tissue.CellID, r paint.Rect) bool { return !finite(r.X, r.Y, r.W, r.H) || r.W < 1 || r.H < 1 })
}

func (in *savedInput) scroll(key string, p paint.Point) {
	if !math.IsNaN(p.X) && !math.IsNaN(p.Y) {
		in.Edits.Scroll[key] = p
	}
}

// replay does what a line of the journal says. A line that does not fit what is there is left out.
func (in *savedInput) replay(l *record) {
	for id, h := range l.Hands {
		in.Hands[id] = h
	}
	if l.Focus != nil {
		in.Edits.Focus = *l.Focus
	}
	for k, s := range l.Fields {
		f := in.Edits.Fields[k]
		if f == nil {
			f = &edit.Field{}
		}
		var err error
		if f.State, err = f.State.Apply(s.Splice); err != nil {
			continue
		}
		in.Edits.Fields[k] = f
		if s.Unsaid && !slices.Contains(in.Unsaid, k) && len(in.Unsaid) < maxSaved {
			in.Unsaid = append(in.Unsaid, k)
		}
	}
	for k, p := range l.Scroll {
		in.scroll(k, p)
	}
	for _, p := range l.Post {
		if i := slices.IndexFunc(in.Pending, func(q posted) bool { return q.N == p.N }); i >= 0 {
			in.Pending[i] = p
		} else if len(in.Pending) < maxSaved {
			in.Pending = append(in.Pending, p)
		}
	}
	if t := l.Told; t != nil {
		key := compositor.Key(t.Cell, t.Node)
		if f := in.Edits.Fields[key]; t.Node != "" && f != nil {
			f.Seq = max(f.Seq, min(t.Seq, maxSeq))
			in.Unsaid = slices.DeleteFunc(in.Unsaid, func(k string) bool { return k == key })
		}
		for i := range in.Pending {
			if in.Pending[i].N == t.N {
				in.Pending[i].Seq = t.Seq
			}
		}
	}
}

// loadInput goes on where an earlier body's hands stopped.
func (b *Body) loadInput() {
	in := savedInput{}
	data, err := os.ReadFile(b.paths.input())
	known := err == nil
	if known {
		if err = json.Unmarshal(data, &in); err != nil {
			in = savedInput{}
		}
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		b.log.Warn("the saved input state is damaged and is left out", "err", err)
		b.setAside(b.paths.input())
	}
	in.fit()
	b.mu.Lock()
	defer b.mu.Unlock()
	j := &b.journal
	j.path, j.desk, j.end = b.journalPath(), in.Desk, in.At
	if in.Desk != "" {
		data, err := os.ReadFile(j.path)
		var lines []record
		if err == nil {
			lines, j.end, err = readJournal(data, in.Desk, in.At)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			b.log.Warn("the end of the input's journal is left out", "err", err)
		}
		for i := range lines {
			in.replay(&lines[i])
		}
		for k, f := range in.Edits.Fields {
			f.State = f.State.Fit()
			in.Edits.Fields[k] = f
		}
	} else {
		j.desk = randomName()
	}
	b.edits, b.pointer, b.selects = in.Edits, in.Pointer, in.Selection
	maps.Copy(b.before, in.Before)
	for id, h := range in.Hands {
		if len(b.hands) < maxHands && len(id) <= maxHandsName {
			b.hands[id] = &hands{taken: h.Taken, sure: h.Taken, press: h.Press.press()}
		}
	}
	b.late = map[tissue.CellID]*late{}
	for _, p := range in.Pending {
		b.lateOf(p.Cell).pending = append(b.lateOf(p.Cell).pending, p)
		b.posts = max(b.posts, p.N)
	}
	for _, k := range in.Unsaid {
		if cell, node, ok := strings.Cut(k, "/"); ok {
			l := b.lateOf(tissue.CellID(cell))
			l.unsaid = append(l.unsaid, node)
		}
	}
	b.shade()
	b.renew()
}

// renew saves all that is known and begins a new journal after it. mu is held.
func (b *Body) renew() {
	data, err := json.Marshal(b.inputLocked())
	if err == nil {
		err = os.MkdirAll(b.paths.cells(), 0o700)
	}
	if err == nil {
		err = writeFile(b.paths.input(), data)
	}
	if err == nil {
		err = b.journal.begin(b.journal.end)
	}
	if err != nil {
		b.log.Warn("what is typed is not safe from a crash for the time being", "err", err)
		b.dirtyInput()
	}
}

// inputLocked is what is to be saved; it does not change any more. mu is held.
func (b *Body) inputLocked() *savedInput {
	in := &savedInput{
		Edits: attach.Keep(b.edits), Pointer: b.pointer, Selection: b.selects, Hands: map[string]handled{},
		Before: maps.Clone(b.before), Desk: b.journal.desk, At: b.journal.end,
	}
	for id, h := range b.hands {
		in.Hands[id] = h.handled()
	}
	for id, l := range b.late {
		in.Pending = append(in.Pending, l.pending...)
		for _, node := range l.unsaid {
			in.Unsaid = append(in.Unsaid, compositor.Key(id, node))
		}
	}
	for id, c := range b.cells {
		in.Pending = append(in.Pending, c.pending...)
		for node := range c.typing {
			in.Unsaid = append(in.Unsaid, compositor.Key(id, node))
		}
	}
	slices.SortFunc(in.Pending, func(p, q posted) int { return int(int64(p.N - q.N)) })
	return in
}
