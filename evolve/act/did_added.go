package act

import (
	"strings"
	"unicode/utf8"
)

// mostAdded is how much of a text a receipt repeats, in characters.
const mostAdded = 40

// furnished tells what something has from the beginning that was said in figures, "10 minutes", and what it says.
func (a Act) furnished() string {
	out := ""
	for _, style := range strings.Fields(a.Args.Style) {
		if style[0] >= '0' && style[0] <= '9' {
			out += ", " + strings.ReplaceAll(style, "-", " ")
		}
	}
	switch text := a.Args.Text; {
	case text == "":
	case a.Args.Part == "title":
		out += ", called “" + text + "”"
	case utf8.RuneCountInString(text) > mostAdded:
		out += " with “" + string([]rune(text)[:mostAdded]) + "…”"
	default:
		out += " with “" + text + "”"
	}
	return out
}

// Colored keeps what a colour is called.
func (n Names) Colored(color, word string) {
	if color != word {
		n["color:"+color] = word
	}
}

// color is what people call a colour.
func (n Names) color(color string) string {
	if word := n["color:"+color]; word != "" {
		return word
	}
	return color
}
