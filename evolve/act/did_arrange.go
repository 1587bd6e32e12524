package act

import (
	"strconv"
	"strings"
)

// arranged tells how things stand to one another now.
func (a Act) arranged(n string) string {
	g := a.Args
	switch {
	case g.Pixels > 0 && g.Layout == "":
		return "put " + px(g.Pixels) + " between " + n
	case g.Off() && g.Layout == "":
		return "closed the gaps between " + n
	case g.Factor > 1 && g.Layout == "":
		return "put more room between " + n
	case g.Factor > 0 && g.Factor < 1 && g.Layout == "":
		return "put less room between " + n
	case g.Anchor != "" && (g.Layout == "row" || g.Layout == "column"):
		at := map[string]string{"top": "at the top", "bottom": "at the bottom", "left": "on the left", "right": "on the right", "center": "in the middle"}[g.Anchor]
		if at == "" {
			at = "at the " + strings.ReplaceAll(g.Anchor, "-", " ")
		}
		return "put " + n + " in a " + g.Layout + " " + at
	case g.Count > 0 && g.Axis == "height":
		return "put " + n + " in " + strconv.Itoa(g.Count) + " rows"
	case g.Count > 0:
		return "put " + n + " in " + strconv.Itoa(g.Count) + " columns"
	case g.Layout == "block":
		return "moved " + n + " together to the " + strings.ReplaceAll(g.Anchor, "-", " ")
	case g.Layout == "cascade":
		return "cascaded " + n
	case g.Layout == "even":
		return "put the same room between " + n
	case g.Layout == "reverse":
		return "turned the order of " + n + " round"
	case g.Layout == "az":
		return "put " + n + " in alphabetical order"
	case g.Layout == "za":
		return "put " + n + " in order from Z to A"
	case g.Layout == "smallest", g.Layout == "largest":
		return "put " + n + " in order, the " + g.Layout + " first"
	}
	return "arranged " + n
}
