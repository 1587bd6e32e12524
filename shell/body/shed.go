package body

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cellshell/tissue"
)

// A new program may have no place for a part of the state: a field is gone, or has another type. What it does not take is set
// aside, and handed to the program that a way back through the history brings: undo gives back what a change lost.

// fields are a state by its fields; nil for one that has none.
func fields(state json.RawMessage) map[string]json.RawMessage {
	var out map[string]json.RawMessage
	if json.Unmarshal(state, &out) != nil {
		return nil
	}
	return out
}

// form is the kind of a JSON value by its first byte: { [ " t 0; 0 byte for null and nothing.
func form(v json.RawMessage) byte {
	v = bytes.TrimSpace(v)
	switch {
	case len(v) == 0 || v[0] == 'n':
		return 0
	case v[0] == 'f':
		return 't'
	case v[0] == '-' || v[0] >= '0' && v[0] <= '9':
		return '0'
	}
	return v[0]
}

// blank says that a value is not worth keeping.
func blank(v json.RawMessage) bool {
	return slices.Contains([]string{"", "null", "0", `""`, "false", "[]", "{}"}, string(bytes.TrimSpace(v)))
}

// lost are the fields that a program was handed and does not have, or not as that kind of value.
func lost(handed, has json.RawMessage) map[string]json.RawMessage {
	now := fields(has)
	if now == nil {
		return nil // it has told nothing yet
	}
	out := map[string]json.RawMessage{}
	for name, v := range fields(handed) {
		if kept, ok := now[name]; !blank(v) && (!ok || form(kept) != form(v)) {
			out[name] = v
		}
	}
	return out
}

// fitting are the fields of what was set aside that a program has, of that kind, and was not handed.
func fitting(aside map[string]json.RawMessage, handed, has json.RawMessage) map[string]json.RawMessage {
	was, now := fields(handed), fields(has)
	out := map[string]json.RawMessage{}
	for name, v := range aside {
		kept, ok := now[name]
		given, known := was[name]
		switch f := form(kept); {
		case !ok, known && form(given) == form(v): // it has no such field, or the newest value of it
		case f == form(v), f == 0 && (form(v) == '[' || form(v) == '{'):
			out[name] = v
		}
	}
	return out
}

// with is a state with some fields replaced.
func with(state json.RawMessage, more map[string]json.RawMessage) json.RawMessage {
	if len(more) == 0 {
		return state
	}
	all := fields(state)
	if all == nil {
		all = map[string]json.RawMessage{}
	}
	maps.Copy(all, more)
	out, err := json.Marshal(all)
	if err != nil {
		return state
	}
	return out
}

// setAsideOf looks what becomes of a cell's state by a change that has just been recorded.
func (b *Body) setAsideOf(id tissue.CellID, tc *tried) {
	b.mu.Lock()
	fresh := b.cells[id] == nil
	b.mu.Unlock()
	switch {
	case tc.left != nil: // it comes back with what it had
	case fresh: // what had its name before is no concern of it
		_ = os.Remove(b.asidePath(id))
	default:
		_, has := tc.sess.picture()
		b.shed(id, tc.given, has, tc.back)
	}
}

// shed notes what the new generation of a cell does not take of what it was handed, and that what it was given back is no
// longer set aside.
func (b *Body) shed(id tissue.CellID, handed, has json.RawMessage, back map[string]json.RawMessage) {
	if bytes.Equal(handed, has) && len(back) == 0 {
		return
	}
	gone := lost(handed, has)
	if len(gone) == 0 && len(back) == 0 {
		return
	}
	aside := b.aside(id)
	maps.DeleteFunc(aside, func(name string, _ json.RawMessage) bool { return back[name] != nil })
	maps.Copy(aside, gone)
	if len(gone) > 0 {
		b.sup.Logf(string(id), "the new program has no place for %s; undo brings it back", strings.Join(slices.Sorted(maps.Keys(gone)), ", "))
	}
	data, err := json.Marshal(aside)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(b.asidePath(id)), 0o700)
	}
	if err == nil {
		err = writeFile(b.asidePath(id), data)
	}
	if err != nil {
		b.log.Warn("what a new program does not take of the state cannot be set aside", "cell", id, "err", err)
	}
}

// aside is what was set aside of a cell's state.
func (b *Body) aside(id tissue.CellID) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	data, err := os.ReadFile(b.asidePath(id))
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		b.log.Warn("what was set aside of the state cannot be read", "cell", id, "err", err)
		return map[string]json.RawMessage{}
	}
	return out
}

func (b *Body) asidePath(id tissue.CellID) string {
	return filepath.Join(b.paths.cells(), "aside", string(id)+".json")
}
