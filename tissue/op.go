package tissue

import (
	"cmp"
	"encoding/json"
)

// Op is one change of one field: the unit in which documents are changed, sent to other replicas and merged. An op with
// Time 0 and no Replica is not stamped yet: it always applies. Stamped ops commute: whatever order they arrive in, and
// however often, the field ends with the value of the highest [Stamp].
type Op struct {
	Stamp
	Author string `json:"author,omitempty"`
	Cell   CellID `json:"cell,omitempty"` // "" is the desktop itself
	// Field names what changes: title, placement.x, accent, overrides/NODE/scale, text_overrides/NODE, tooltip_overrides/NODE, props/NAME;
	// of the desktop theme.mode … . "" is the whole cell: a value adds it (or puts another in its place), null removes it.
	Field string `json:"field,omitempty"`
	// Value is JSON of the field's type; null (or nothing) is the zero value and removes an override.
	Value json.RawMessage `json:"value,omitempty"`
}

// Stamp says when and where an operation was made.
type Stamp struct {
	Replica string `json:"replica,omitempty"`
	Counter uint64 `json:"counter,omitempty"` // of the replica's operations, from 1
	Time    int64  `json:"time,omitempty"`    // hybrid: Unix milliseconds, pushed on so that it never repeats or goes back
}

// IsZero reports that the stamp was never set.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// Compare orders stamps by time, then replica, then counter: −1, 0 or 1. The higher one wins a field.
func (s Stamp) Compare(o Stamp) int {
	return cmp.Or(cmp.Compare(s.Time, o.Time), cmp.Compare(s.Replica, o.Replica), cmp.Compare(s.Counter, o.Counter))
}

// Removes reports whether the op takes a value away instead of setting one.
func (o Op) Removes() bool { return isNull(o.Value) }

func isNull(v json.RawMessage) bool { return len(v) == 0 || string(v) == "null" }

// stampKey is where the stamp of a field is kept. A space is in no cell id.
func stampKey(id CellID, field string) string { return string(id) + " " + field }
