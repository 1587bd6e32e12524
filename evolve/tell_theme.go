package evolve

import (
	"slices"

	"cellshell/compositor/theme"
	"cellshell/evolve/act"
	"cellshell/tissue"
)

func (q *asked) theme() string {
	t := q.Doc.Theme
	out := capital(first(t.Mode, "dark")) + " mode is on"
	if t.Contrast == "high" {
		out += ", with high contrast"
	}
	return out + ". " + q.accent()
}

func (q *asked) accent() string {
	return "The accent is " + q.tint("", "", "accent", first(q.Doc.Theme.Accent, "accent")) + "."
}

// ownAccent is the accent inside a cell.
func (q *asked) ownAccent(t act.Target) string {
	id := tissue.CellID(t.Cell)
	return "the accent of " + titleOf(q.Scene, id) + " is " + q.tint(id, "", "accent", "accent")
}

func (q *asked) wallpaper() string {
	w := first(q.Doc.Theme.Wallpaper, theme.Wallpapers[0])
	if slices.Contains(theme.Wallpapers, w) {
		return "The wallpaper is " + capital(w) + "."
	}
	return "The wallpaper is plain " + q.tint("", "", "background", w) + "."
}

func (q *asked) wallpapers() string {
	var names []string
	for _, w := range theme.Wallpapers {
		names = append(names, capital(w))
	}
	return "There are " + act.InRow(names) + ", and any one colour: say \"wallpaper dunes\" or \"wallpaper navy\"."
}

func (q *asked) fonts() string {
	return "There are two fonts: the plain one (sans) and one whose letters are all equally wide (mono), each also bold and italic. There is no serif one."
}

func (q *asked) colours() string {
	return "Any colour: by its name (red, teal, navy, pale green, warm grey) or by its figure (#8340ea)."
}
