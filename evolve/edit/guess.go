package edit

import (
	"regexp"

	"github.com/dave/dst"
)

// guesses are names that models know from elsewhere, with what the SDK calls them. They fit in meaning and in what they
// take; what does not is left to the model.
var guesses = map[string]string{
	// functions of package cell
	"Label": "Text", "Heading": "Text", "Title": "Text", "VStack": "Column", "VBox": "Column", "Col": "Column", "HStack": "Row",
	"HBox": "Row", "ZStack": "Stack", "TextField": "Field", "Input": "Field", "TextInput": "Field", "TextArea": "Area", "Checkbox": "Toggle",
	"Switch": "Toggle", "ProgressBar": "Progress", "Separator": "Divider", "ScrollView": "Scroll", "ListView": "List",
	// methods of a node
	"FontSize": "Size", "TextSize": "Size", "Colour": "Color", "TextColor": "Color", "Foreground": "Color", "ForegroundColor": "Color",
	"BackgroundColor": "Background", "Bg": "Background", "CornerRadius": "Radius", "BorderRadius": "Radius",
	"FontWeight": "Weight", "Spacing": "Gap", "PaddingX": "PadX", "PaddingY": "PadY", "ID": "Key", "WithKey": "Key",
	"OnClick": "OnTap", "OnPress": "OnTap", "OnTapped": "OnTap", "OnEnter": "OnSubmit", "OnInput": "OnChange", "Monospace": "Mono",
}

var guessed = regexp.MustCompile(`(?:^undefined: cell\.(\w+)$|\(type cell\.\w+ has no field or method (\w+)\b)`)

// rename gives the selector at pos the name that the SDK has for it.
func (f *file) rename(message, pos string) (from, to string, ok bool) {
	m := guessed.FindStringSubmatch(message)
	if m == nil {
		return "", "", false
	}
	from = m[1] + m[2]
	line, column, err := ParsePos(pos)
	if to = guesses[from]; to == "" || err != nil {
		return from, "", false
	}
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if sel, is := n.(*dst.SelectorExpr); is && sel.Sel.Name == from {
			if at := f.position(sel.Sel); at.Line == line && at.Column == column {
				sel.Sel.Name, ok = to, true
			}
		}
		return !ok
	})
	return from, to, ok
}
