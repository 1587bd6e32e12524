package ui

// names are the names of members that reader knows.
var names = []string{
	"id", "kind", "key", "text", "style", "children", "source", "events", "node", "seq", "value", "x", "y", "clock", "unix_ms", "offset", "zone",
	"generation", "tree", "patch", "state", "timer", "size", "weight", "color", "gap", "padding", "align", "grow", "via", "min", "max", "step",
	"placeholder", "disabled", "tooltip", "icon", "variant", "width", "height", "min_width", "min_height", "max_width", "max_height", "scale",
	"offset_x", "offset_y", "pad_x", "pad_y", "justify", "font", "text_align", "background", "accent", "border", "border_width", "radius",
	"opacity", "shadow",
	"italic", "lines", "case", "underline", "strike", "tabular", "letter_spacing", "line_height", "columns", "series", "data", "paint", "box", "name",
	"values", "op", "at", "fill", "stroke", "bold", "cap",
}

var indexOf = func() map[string]int {
	m := make(map[string]int, len(names))
	for i, n := range names {
		m[n] = i
	}
	return m
}()

// common gives each word that often stands in a tree as itself, so that reading it copies nothing.
var common = func() map[string]string {
	m := map[string]string{}
	add(m, Kinds)
	add(m, Events)
	for _, list := range [][]string{Roles, Aligns, Justifies, Fonts, TextAligns, Cases, Variants, PaintOps, Caps, Icons} {
		add(m, list)
	}
	return m
}()

func add[T ~string](words map[string]string, list []T) {
	for _, w := range list {
		words[string(w)] = string(w)
	}
}
