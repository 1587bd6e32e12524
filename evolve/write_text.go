package evolve

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

const maxLabel = 4096 // bytes of a text set by a sentence

// setText gives a node another label.
func (d *draft) setText(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	n := s.node
	if n == nil {
		if n = s.onlyText(); n == nil {
			return &unsure{text: fmt.Sprintf("Which text of %s? Point at it.", s.name)}
		}
		s.note(s.id, n.ID)
	}
	switch n.Kind {
	case ui.KindText, ui.KindButton, ui.KindToggle:
	case ui.KindField, ui.KindArea:
		return refuse("What stands in %s is yours: type it there.", s.nodeLabel(n))
	default:
		return fmt.Errorf("a %s has no text", n.Kind)
	}
	old := d.before.shownText(s.id, n)
	text := a.Args.Text
	if a.Args.Part == "prefix" {
		text = strings.TrimSpace(text + " " + old)
	}
	if len(text) > maxLabel {
		return fmt.Errorf("a label of %d bytes is longer than %d", len(text), maxLabel)
	}
	if err := s.writeText(n, text); err != nil {
		return err
	}
	id, node := s.id, n.ID
	s.expect("text", func(before, after *Scene) (string, string, bool) {
		is := after.Node(id, node)
		if is == nil { // the id may hold the index only, so this is another node's disappearance
			return old, "gone", false
		}
		got := after.shownText(id, is)
		return old, got, got == text
	})
	return nil
}

// onlyText is the only text or button of a cell, nil when there are more.
func (s *subject) onlyText() *ui.Node {
	var found []*ui.Node
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		if n.Kind == ui.KindText || n.Kind == ui.KindButton {
			found = append(found, n)
		}
	})
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

// writeText changes the literal that made the label, or lays a text over a computed one.
func (s *subject) writeText(n *ui.Node, text string) error {
	_, overridden := s.doc.TextOverrides[n.ID]
	if s.isGo() && n.Source != "" && !overridden {
		session, err := s.session(s.id)
		if err == nil {
			for _, pos := range slices.Backward(append([]string{n.Source}, n.Via...)) {
				if s.only && s.makers(pos) > 1 {
					continue
				}
				err = session.SetText(pos, n.Text, text)
				if err == nil {
					s.shared(n, pos)
					return nil
				}
				if !errors.Is(err, edit.ErrDynamic) {
					break
				}
			}
		}
	}
	if s.doc.TextOverrides == nil {
		s.doc.TextOverrides = map[string]string{}
	}
	s.doc.TextOverrides[n.ID] = text
	return nil
}

// rename gives a cell another title.
func (d *draft) rename(a act.Act) error {
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	name := strings.TrimSpace(a.Args.Text)
	if name == "" || len(name) > 200 || strings.ContainsAny(name, "\n\x00") {
		return &unsure{text: fmt.Sprintf("What should %s be called?", s.name)}
	}
	s.doc.Title = name
	id := s.id
	s.expect("title", func(before, after *Scene) (string, string, bool) {
		is := titleOf(after, id)
		return titleOf(before, id), is, is == name
	})
	return nil
}

func titleOf(s *Scene, id tissue.CellID) string { return title(s.Doc.Cells[id], id) }
