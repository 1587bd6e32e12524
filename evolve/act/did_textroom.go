package act

// textRoom tells a change of the room between the letters of a text, or between its lines.
func (g Args) textRoom(n string) string {
	of := "set the " + g.Part + " of " + n + " "
	exactly := "set the " + map[string]string{"letters": "letter spacing", "lines": "line height"}[g.Part] + " of " + n + " to "
	switch {
	case g.Off():
		return of + "as far apart as usual"
	case g.Em != 0 && g.Part == "letters":
		return exactly + number(g.Em) + " em"
	case g.Em != 0:
		return exactly + number(g.Em)
	case g.Pixels != 0:
		return exactly + px(g.Pixels)
	case g.Value > 0:
		return of + px(g.Value) + " further apart"
	case g.Value < 0:
		return of + px(-g.Value) + " closer together"
	case g.Factor < 1:
		return of + "closer together"
	}
	return of + "further apart"
}

// tipped tells what became of a tooltip. Part changed: there was one.
func (g Args) tipped(n string) string {
	switch {
	case g.Off():
		return "removed the tooltip of " + n
	case g.Part == "changed":
		return "changed the tooltip of " + n + " to " + quoted(g.Text)
	}
	return "added the tooltip " + quoted(g.Text) + " to " + n
}
