package tissue

import (
	"encoding/json"
	"fmt"
	"time"
)

// FieldStamp is the newest operation a field has seen. Value is kept only for fields of a cell that is not there (yet).
type FieldStamp struct {
	Stamp
	Author string          `json:"author,omitempty"`
	Value  json.RawMessage `json:"value,omitempty"`
}

// older reports that the field, or the whole cell, has seen a newer operation, or this very one.
func (d *Document) older(op Op) bool {
	if op.Stamp.IsZero() {
		return false
	}
	if s, ok := d.Stamps[stampKey(op.Cell, op.Field)]; ok && op.Compare(s.Stamp) <= 0 {
		return true
	}
	s, ok := d.Stamps[stampKey(op.Cell, "")]
	return ok && op.Cell != "" && op.Compare(s.Stamp) <= 0
}

func (d *Document) stamp(op Op, value json.RawMessage) {
	if op.Stamp.IsZero() {
		return
	}
	if d.Stamps == nil {
		d.Stamps = map[string]FieldStamp{}
	}
	d.Stamps[stampKey(op.Cell, op.Field)] = FieldStamp{Stamp: op.Stamp, Author: op.Author, Value: value}
}

// MaxAhead is how far a peer's clock may run ahead of ours before its operations are refused.
const MaxAhead = time.Minute

// Clock gives out stamps: a hybrid logical clock, wall time that never repeats and never goes back. Not for concurrent use.
type Clock struct {
	Replica string
	Last    Stamp // the newest stamp given out or seen
}

// Stamp marks unstamped operations, made at the same instant now, in order.
func (c *Clock) Stamp(ops []Op, now time.Time, author string) {
	for i := range ops {
		if !ops[i].Stamp.IsZero() {
			continue
		}
		t := max(now.UnixMilli(), c.Last.Time+1)
		c.Last = Stamp{Replica: c.Replica, Counter: c.Last.Counter + 1, Time: t}
		ops[i].Stamp, ops[i].Author = c.Last, author
	}
}

// Observe moves the clock past an operation of a peer, so that what is done here next is newer. An operation from the
// far future is refused: it would win its field for ever.
func (c *Clock) Observe(s Stamp, now time.Time) error {
	if ahead := time.Duration(s.Time-now.UnixMilli()) * time.Millisecond; ahead > MaxAhead {
		return fmt.Errorf("tissue: operation of replica %s is %v ahead of this clock, at most %v is believed", s.Replica, ahead, MaxAhead)
	}
	c.Last.Time = max(c.Last.Time, s.Time)
	if s.Replica == c.Replica {
		c.Last.Counter = max(c.Last.Counter, s.Counter)
	}
	return nil
}
