package evolve

import (
	"slices"
	"strconv"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
)

// tooltip changes what is shown of a thing while the pointer rests on it.
func (d *draft) tooltip(a act.Act) error {
	s, n, err := d.shown(a.Target)
	if err != nil {
		return err
	}
	was, want := d.before.shownTooltip(s.id, n), strings.TrimSpace(a.Args.Text)
	switch {
	case a.Args.Off():
		if want = ""; was == "" {
			return &already{s.label() + " has no tooltip."}
		}
	case want == "":
		return &unsure{text: "What shall the tooltip of " + s.label() + " say?"}
	case len(want) > maxLabel:
		return refuse("A tooltip of %d bytes is longer than %d.", len(want), maxLabel)
	case want == was:
		return &already{"The tooltip of " + s.label() + " says that already."}
	}
	s.writeTooltip(n, want)
	id, node := s.id, n.ID
	s.expect("tooltip", func(_, after *Scene) (string, string, bool) {
		is := after.Node(id, node)
		if is == nil {
			return first(was, "nothing"), "gone", false
		}
		got := after.shownTooltip(id, is)
		return first(was, "nothing"), first(got, "nothing"), got == want
	})
	return nil
}

// writeTooltip changes the call that made this node alone, or lays a tooltip over the node: the others that one call makes
// keep theirs, since a tooltip tells of one thing.
func (s *subject) writeTooltip(n *ui.Node, text string) {
	s.note(s.id, n.ID)
	_, laid := s.doc.TooltipOverrides[n.ID]
	if laid {
		delete(s.doc.TooltipOverrides, n.ID)
		if n.Tooltip == text {
			return
		}
	} else if s.tipped(n, text) {
		return
	}
	if s.doc.TooltipOverrides == nil {
		s.doc.TooltipOverrides = map[string]string{}
	}
	s.doc.TooltipOverrides[n.ID] = text
}

// tipped writes a tooltip into the source, where the call that has it or may have it makes nothing else.
func (s *subject) tipped(n *ui.Node, text string) bool {
	const method = "Tooltip"
	if !s.isGo() || n.Source == "" {
		return false
	}
	session, err := s.session(s.id)
	if err != nil {
		return false // a source that cannot be edited has a tooltip laid over it instead
	}
	all := append([]string{n.Source}, n.Via...)
	at := slices.IndexFunc(all, func(pos string) bool { return session.Has(pos, method) })
	if at < 0 && n.Tooltip == "" {
		at = slices.IndexFunc(all, func(pos string) bool { return s.makers(pos) == 1 })
	}
	if at < 0 || s.makers(all[at]) > 1 {
		return false
	}
	mod := edit.Set(method, strconv.Quote(text))
	if text == "" {
		mod = edit.Drop(method)
	}
	return session.Modify(all[at], mod) == nil
}
