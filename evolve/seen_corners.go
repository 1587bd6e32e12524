package evolve

import (
	"fmt"
	"slices"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
)

// lettersOnly are the kinds that have no ground of their own unless one is given to them.
var lettersOnly = []ui.Kind{ui.KindText, ui.KindIcon, ui.KindRow, ui.KindColumn, ui.KindGrid, ui.KindStack}

// unseenCorners says why nobody would see the corners of what an act is to round, and what to say instead. Of all else it is
// empty.
func (d *draft) unseenCorners(a act.Act) string {
	if a.Intent != act.Shape {
		return ""
	}
	s, n, err := d.shown(a.Target)
	if err != nil || n == s.cell.Tree {
		return ""
	}
	look := d.before.look(s.id, n)
	plain := n.Kind == ui.KindButton && (look.Variant == "plain" || look.Background == "transparent")
	if look.Border != "" || look.Background != "" && look.Background != "transparent" || !plain && !slices.Contains(lettersOnly, n.Kind) {
		return ""
	}
	why := `: it has no ground and no border of its own, so its corners are not seen. Say "make it blue and round", or "give it a border" first`
	if !plain {
		why += fmt.Sprintf(`; for all around it "round the corners of %s"`, s.name)
	}
	return why
}
