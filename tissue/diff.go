package tissue

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"cellshell/membrane/ui"
)

// Diff returns the unstamped operations that turn a into b, in a fixed order: theme, cells removed, then each cell of b
// by name, its fields by name. Applying them to a gives a document equal to b (see [Equal]).
func Diff(a, b *Document) []Op {
	var ops []Op
	for _, f := range sortedKeys(themeFields) {
		before := encode(reflect.ValueOf(themeFields[f](&a.Theme)).Elem())
		after := encode(reflect.ValueOf(themeFields[f](&b.Theme)).Elem())
		if string(before) != string(after) {
			ops = append(ops, Op{Field: f, Value: orNull(after)})
		}
	}
	for _, id := range sortedKeys(a.Cells) {
		if b.Cells[id] == nil {
			ops = append(ops, Op{Cell: id, Value: json.RawMessage("null")})
		}
	}
	for _, id := range sortedKeys(b.Cells) {
		after := b.Cells[id]
		before := a.Cells[id]
		if before == nil {
			ops = append(ops, Op{Cell: id, Value: wholeCell(after)})
			continue
		}
		for _, f := range fieldsOf(before, after) {
			if v := after.get(f); string(v) != string(before.get(f)) {
				ops = append(ops, Op{Cell: id, Field: f, Value: orNull(v)})
			}
		}
	}
	return ops
}

// Equal reports whether two documents say the same; how they came to it (their stamps) does not count.
func Equal(a, b *Document) bool { return a.Version == b.Version && len(Diff(a, b)) == 0 }

// Invert returns the unstamped operation that takes op back on a document that is still as it was before op.
func Invert(before *Document, op Op) Op {
	inv := Op{Cell: op.Cell, Field: op.Field}
	inv.Value = before.Value(op.Cell, op.Field)
	return inv
}

// Value is the JSON of a field now, null when it is zero, unknown, or its cell is not there. Field "" is the whole cell.
func (d *Document) Value(id CellID, field string) json.RawMessage {
	if id == "" {
		if at, ok := themeFields[field]; ok {
			return orNull(encode(reflect.ValueOf(at(&d.Theme)).Elem()))
		}
		return json.RawMessage("null")
	}
	c := d.Cells[id]
	switch {
	case c == nil:
		return json.RawMessage("null")
	case field == "":
		return wholeCell(c)
	}
	return orNull(c.get(field))
}

// Clone returns a deep copy.
func (d *Document) Clone() *Document {
	out := *d
	out.Stamps = maps.Clone(d.Stamps)
	out.Cells = make(map[CellID]*Cell, len(d.Cells))
	for id, c := range d.Cells {
		out.Cells[id] = c.Clone()
	}
	return &out
}

// Clone returns a deep copy of the cell. (The numbers that styles point to are never written through, so they are shared.)
func (c *Cell) Clone() *Cell {
	out := *c
	out.Overrides = maps.Clone(c.Overrides)
	out.TextOverrides, out.TooltipOverrides = maps.Clone(c.TextOverrides), maps.Clone(c.TooltipOverrides)
	out.Props = maps.Clone(c.Props)
	return &out
}

func wholeCell(c *Cell) json.RawMessage {
	n := c.Clone()
	n.normalise()
	b, _ := json.Marshal(n) // finite numbers and strings: cannot fail on a checked document
	return orNull(b)
}

// fieldsOf lists every field that either cell has set, sorted.
func fieldsOf(cells ...*Cell) []string {
	set := map[string]bool{}
	for f := range cellFields {
		set[f] = true
	}
	for _, c := range cells {
		for node, s := range c.Overrides {
			for name := range styleNames(s) {
				set[overridePrefix+node+"/"+name] = true
			}
		}
		for node := range c.TextOverrides {
			set[textPrefix+node] = true
		}
		for node := range c.TooltipOverrides {
			set[tooltipPrefix+node] = true
		}
		for name := range c.Props {
			set[propPrefix+name] = true
		}
	}
	return slices.SortedFunc(maps.Keys(set), strings.Compare)
}

// styleNames yields the JSON names of the style's fields that are set.
func styleNames(s ui.Style) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		v := reflect.ValueOf(s)
		for name, i := range styleFields {
			if !v.Field(i).IsZero() && !yield(name) {
				return
			}
		}
	}
}

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
