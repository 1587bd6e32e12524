package tissue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// New returns an empty document with the default theme.
func New() *Document {
	return &Document{Version: Version, Cells: map[CellID]*Cell{}, Theme: Theme{Mode: "dark", Accent: "blue"}}
}

// Apply carries out one operation. A stamped op that is older than the field's newest is dropped without an error. An
// error (unknown field, value of the wrong type or out of range) leaves the document as it was.
func (d *Document) Apply(op Op) error {
	if op.Cell == "" {
		return d.applyTheme(op)
	}
	if _, err := ParseID(string(op.Cell)); err != nil {
		return err
	}
	if op.Field == "" {
		return d.applyCell(op)
	}
	return d.applyField(op)
}

// ApplyAll carries out operations in order and stops at the first that fails.
func (d *Document) ApplyAll(ops []Op) error {
	for _, op := range ops {
		if err := d.Apply(op); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) applyTheme(op Op) error {
	at, ok := themeFields[op.Field]
	if !ok {
		return fmt.Errorf("tissue: the desktop has no field %.80q", op.Field)
	}
	if d.older(op) {
		return nil
	}
	if err := assign(op.Field, reflect.ValueOf(at(&d.Theme)).Elem(), op.Value); err != nil {
		return err
	}
	d.stamp(op, nil)
	return nil
}

// applyField sets one field. When its cell is not there, a stamped value is kept beside the stamp: the operation that
// adds the cell may still be on its way.
func (d *Document) applyField(op Op) error {
	if len(op.Field) > MaxKey {
		return fmt.Errorf("tissue: a field's name has %d bytes, at most %d", len(op.Field), MaxKey)
	}
	c := d.Cells[op.Cell]
	if c == nil || d.older(op) {
		var scratch Cell
		if err := scratch.set(op.Field, op.Value); err != nil {
			return err
		}
		if op.Stamp.IsZero() {
			return fmt.Errorf("tissue: no cell %s", op.Cell)
		}
		if !d.older(op) {
			d.stamp(op, orNull(scratch.get(op.Field)))
		}
		return nil
	}
	if err := c.set(op.Field, op.Value); err != nil {
		return err
	}
	d.stamp(op, nil)
	return nil
}

// applyCell adds, replaces or removes a whole cell, keeping single fields that are newer than that.
func (d *Document) applyCell(op Op) error {
	var fresh *Cell
	if !op.Removes() {
		fresh = &Cell{}
		dec := json.NewDecoder(bytes.NewReader(op.Value))
		dec.DisallowUnknownFields()
		if err := dec.Decode(fresh); err != nil {
			return fmt.Errorf("tissue: cell %s: %w", op.Cell, err)
		}
		fresh.normalise()
		if err := fresh.check(); err != nil {
			return fmt.Errorf("tissue: cell %s: %w", op.Cell, err)
		}
	}
	if s, ok := d.Stamps[stampKey(op.Cell, "")]; ok && !op.Stamp.IsZero() && op.Stamp.Compare(s.Stamp) <= 0 {
		return nil
	}
	old := d.Cells[op.Cell]
	prefix := stampKey(op.Cell, "")
	for key, s := range d.Stamps {
		field, ok := strings.CutPrefix(key, prefix)
		if !ok || field == "" {
			continue
		}
		if op.Stamp.IsZero() || s.Compare(op.Stamp) < 0 {
			delete(d.Stamps, key)
			continue
		}
		value := s.Value
		if old != nil {
			value = old.get(field)
		}
		if fresh == nil {
			s.Value = orNull(value)
		} else {
			s.Value = nil
			if fresh.set(field, value) != nil { // only in a damaged stamps file: such a value never applied
				delete(d.Stamps, key)
				continue
			}
		}
		d.Stamps[key] = s
	}
	if fresh == nil {
		delete(d.Cells, op.Cell)
	} else {
		if d.Cells == nil {
			d.Cells = map[CellID]*Cell{}
		}
		d.Cells[op.Cell] = fresh
	}
	d.stamp(op, nil)
	return nil
}

func orNull(v json.RawMessage) json.RawMessage {
	if v == nil {
		return json.RawMessage("null")
	}
	return v
}

// normalise drops empty entries, so that equal cells have equal JSON.
func (c *Cell) normalise() {
	for node, s := range c.Overrides {
		c.Overrides = put(c.Overrides, node, s, !reflect.ValueOf(s).IsZero())
	}
	for _, m := range []*map[string]string{&c.TextOverrides, &c.TooltipOverrides, &c.Props} {
		if len(*m) == 0 {
			*m = nil
		}
	}
	if len(c.Overrides) == 0 {
		c.Overrides = nil
	}
}
