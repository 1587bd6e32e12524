package tissue

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Ops returns the stamped operations that lead to the document, sorted by stamp: what a replica that has nothing, or
// anything, needs to catch up. Fields that were never stamped are not among them.
func (d *Document) Ops() []Op {
	var ops []Op
	for _, key := range sortedKeys(d.Stamps) {
		s := d.Stamps[key]
		id, field, _ := strings.Cut(key, " ")
		op := Op{Stamp: s.Stamp, Author: s.Author, Cell: CellID(id), Field: field, Value: s.Value}
		if op.Value == nil {
			op.Value = d.Value(op.Cell, field)
		}
		ops = append(ops, op)
	}
	return ops
}

// Merge brings in everything another replica knows. Both sides merging each other end equal: each field has the value of
// the highest stamp.
func (d *Document) Merge(other *Document) error { return d.ApplyAll(other.Ops()) }

// FieldConflict is a field that both sides of a three-way merge changed, differently.
type FieldConflict struct {
	Cell               CellID
	Field              string
	Base, Ours, Theirs json.RawMessage
}

func (c FieldConflict) String() string {
	where := "the desktop"
	if c.Cell != "" {
		where = string(c.Cell)
	}
	if c.Field == "" {
		return where
	}
	return fmt.Sprintf("%s of %s", c.Field, where)
}

// Merge3 applies to ours what theirs changed since base, field by field, and returns the result (ours is not touched) with
// the fields it could not decide: there ours stays. Generations are counters, not opinions, and are left out: ours stays.
func Merge3(base, ours, theirs *Document) (*Document, []FieldConflict) {
	out := ours.Clone()
	var conflicts []FieldConflict
	for _, op := range Diff(base, theirs) {
		if op.Field == "generation" {
			continue
		}
		was, now := base.comparable(op), ours.comparable(op)
		want := theirs.comparable(op)
		switch now {
		case want:
		case was:
			if op.Field == "" && !op.Removes() {
				op.Value = theirs.Value(op.Cell, "")
			}
			if err := out.Apply(op); err != nil {
				conflicts = append(conflicts, FieldConflict{Cell: op.Cell, Field: op.Field, Theirs: op.Value})
			}
		default:
			conflicts = append(conflicts, FieldConflict{op.Cell, op.Field, json.RawMessage(was), json.RawMessage(now), json.RawMessage(want)})
		}
	}
	return out, conflicts
}

// comparable is the value of op's field as text to compare; of a whole cell without its generation and what is only
// bookkeeping.
func (d *Document) comparable(op Op) string {
	if op.Cell != "" && op.Field == "" && d.Cells[op.Cell] != nil {
		c := d.Cells[op.Cell].Clone()
		c.Generation, c.Placement.Z = 0, 0
		return string(wholeCell(c))
	}
	return string(d.Value(op.Cell, op.Field))
}
