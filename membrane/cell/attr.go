package cell

import "cellshell/membrane/ui"

// Key names the node among its siblings, so that focus, scroll and animation follow it when others come and go. Give one
// to every item of a list and to what a person may talk about. Characters other than letters, digits, '-', '_' and '.'
// become '-'.
func (n Node) Key(name string) Node {
	return n.with(func(e *element) { e.node.Key = cleanKey(name) })
}

func cleanKey(name string) string {
	key := []byte(name)
	if len(key) > ui.MaxKey {
		key = key[:ui.MaxKey]
	}
	for i, c := range key {
		if !ui.ValidKey(string(rune(c))) {
			key[i] = '-'
		}
	}
	return string(key)
}

// Label replaces the text of the node.
func (n Node) Label(text string) Node { return n.with(func(e *element) { e.node.Text = text }) }

// Icon puts a built-in symbol before a button's label; see the function Icon.
func (n Node) Icon(name string) Node { return n.with(func(e *element) { e.node.Icon = name }) }

// Disabled greys the node out and ignores the user's events while off is true.
func (n Node) Disabled(off bool) Node { return n.with(func(e *element) { e.node.Disabled = off }) }

// Tooltip is shown when the pointer rests on the node.
func (n Node) Tooltip(text string) Node { return n.with(func(e *element) { e.node.Tooltip = text }) }

// Placeholder is shown in a field or an area while it is empty.
func (n Node) Placeholder(text string) Node {
	return n.with(func(e *element) { e.node.Placeholder = text })
}

// Step is the grid of a slider's values; 0 is continuous.
func (n Node) Step(step float64) Node {
	return n.with(func(e *element) { e.node.Step = plain(step) })
}

// Range fixes the ends of a slider or of a chart's axis.
func (n Node) Range(min, max float64) Node {
	return n.with(func(e *element) { e.node.Min, e.node.Max = plain(min), plain(max) })
}

// OnTap runs f when the node is clicked, touched, or chosen by Enter or Space. It works on any node.
func (n Node) OnTap(f func()) Node { return n.with(func(e *element) { e.tap = f }) }

// OnTapAt is OnTap with the place: logical pixels from the node's top left.
func (n Node) OnTapAt(f func(x, y float64)) Node { return n.with(func(e *element) { e.tapAt = f }) }

// OnChange runs f with the new text of a field or an area, at each edit.
func (n Node) OnChange(f func(text string)) Node { return n.with(func(e *element) { e.change = f }) }

// OnToggle runs f when a toggle is switched.
func (n Node) OnToggle(f func(on bool)) Node { return n.with(func(e *element) { e.toggle = f }) }

// OnSlide runs f while a slider is dragged.
func (n Node) OnSlide(f func(value float64)) Node { return n.with(func(e *element) { e.slide = f }) }

// OnSubmit runs f with the text of a field when Enter is pressed in it.
func (n Node) OnSubmit(f func(text string)) Node { return n.with(func(e *element) { e.submit = f }) }
