package evolve

import (
	"fmt"
	"maps"
	"slices"

	"cellshell/genome"
	"cellshell/tissue"
)

// adopt makes the draft what a plan says, and expects every field and source of it.
func (d *draft) adopt(plan genome.Plan) error {
	d.doc = plan.Doc.Clone()
	for path, data := range plan.Files {
		id, name, ok := genome.CellOf(path)
		if !ok || d.doc.Cells[id] == nil {
			continue // a cell's files go with the cell
		}
		switch {
		case name == "main.go" && data != nil:
			d.sources[id] = data
		case name == "genome.toml" && data != nil:
			d.manifests[id] = data
		default:
			if d.files == nil {
				d.files = map[tissue.CellID]map[string][]byte{}
			}
			if d.files[id] == nil {
				d.files[id] = map[string][]byte{}
			}
			d.files[id][name] = data
		}
	}
	for id := range d.doc.Cells {
		if d.before.Doc.Cells[id] == nil {
			d.fresh[id] = true
		}
	}
	for _, op := range tissue.Diff(d.before.Doc, d.doc) {
		d.named[op.Cell] = true
		if c := first2(d.before.Doc.Cells[op.Cell], d.doc.Cells[op.Cell]); c != nil && c.Kind == tissue.KindPanel {
			for id := range d.before.Cells {
				d.named[id] = true // a bar that comes or goes moves the desktop
			}
		}
		if d.target.Cell == "" {
			d.target.Cell = string(op.Cell)
		}
		if op.Field != "generation" && len(d.expected) < 12 {
			d.expectField(op)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.sources)) {
		d.named[id] = true
		want := string(d.sources[id])
		d.expect("source of "+title(d.doc.Cells[id], id), func(before, after *Scene) (string, string, bool) {
			c := after.Cells[id]
			return generationText(before, id), generationText(after, id), c != nil && string(c.Source) == want
		})
	}
	return nil
}

func generationText(s *Scene, id tissue.CellID) string {
	if c := s.Doc.Cells[id]; c != nil {
		return fmt.Sprintf("generation %d", c.Generation)
	}
	return "not there"
}

// expectField expects one field of the document.
func (d *draft) expectField(op tissue.Op) {
	what := "the desktop: " + op.Field
	if op.Cell != "" {
		what = title(first2(d.doc.Cells[op.Cell], d.before.Doc.Cells[op.Cell]), op.Cell)
		if op.Field != "" {
			what += ": " + op.Field
		}
	}
	if op.Cell != "" && op.Field == "" {
		want := d.doc.Cells[op.Cell] != nil
		d.expect(what, func(before, after *Scene) (string, string, bool) {
			is := after.Cells[op.Cell] != nil
			return there(before.Doc.Cells[op.Cell] != nil), there(is), is == want
		})
		return
	}
	want := string(d.doc.Value(op.Cell, op.Field))
	d.expect(what, func(before, after *Scene) (string, string, bool) {
		was, is := string(before.Doc.Value(op.Cell, op.Field)), string(after.Doc.Value(op.Cell, op.Field))
		return plainJSON(was), plainJSON(is), is == want
	})
}

func first2(a, b *tissue.Cell) *tissue.Cell {
	if a != nil {
		return a
	}
	return b
}

func there(is bool) string {
	if is {
		return "on the desktop"
	}
	return "gone"
}

func plainJSON(s string) string {
	if s == "null" {
		return "not set"
	}
	return unquote(s)
}
