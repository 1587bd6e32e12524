package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// hide takes a cell out of sight, or shows it again where it was. It goes on with what it does, and what stands in it stays.
// A part of a cell has no sight of its own: it is taken out of the source, and undo has it back.
func (d *draft) hide(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.node != nil && !s.root {
		if a.Args.Off() {
			return nil // a part that is there is in sight
		}
		return s.removeNode()
	}
	if s.doc.Kind == tissue.KindWallpaper || s.doc.Kind == tissue.KindService {
		return refuse("%s is not something that stands on the desktop.", s.name)
	}
	on := !a.Args.Off()
	s.doc.Hidden = on
	id := s.id
	if s.doc.Kind == tissue.KindPanel {
		d.makesRoom(id)
	}
	if !on {
		s.ahead()
	}
	d.expect("in sight", func(before, after *Scene) (string, string, bool) {
		where := func(sc *Scene) string {
			if c := sc.Cells[id]; c != nil && !sc.Doc.Cells[id].Hidden {
				return boxText(c.Bounds)
			}
			return boxText(Rect{})
		}
		return where(before), where(after), after.Cells[id] != nil && after.Cells[id].Bounds.Empty() == on
	})
	return nil
}
