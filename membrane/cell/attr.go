package cell

import "cellshell/membrane/ui"

// Key names the node among its siblings, so that focus, scroll and animation follow it when others come and go. Give one
// to every item of a list and to what a person may talk about. Characters other than letters, digits, '-', '_' and '.'
// become '-'.
func (n Node) Key(name string) Node {
	return n.says(cleanKey(name), func(p *place, m *mark) { p.Key = m.text })
}

func cleanKey(name string) string {
	if len(name) > ui.MaxKey {
		name = name[:ui.MaxKey]
	}
	if name == "" || ui.ValidKey(name) {
		return name
	}
	key := []byte(name)
	for i, c := range key {
		if !ui.ValidKey(string(rune(c))) {
			key[i] = '-'
		}
	}
	return string(key)
}

// Label replaces the text of the node.
func (n Node) Label(text string) Node {
	return n.says(text, func(p *place, m *mark) { p.Text = m.text })
}

// Icon puts a built-in symbol before a button's label; see the function Icon.
func (n Node) Icon(name string) Node {
	return n.says(name, func(p *place, m *mark) { p.Icon = m.text })
}

// Disabled greys the node out and ignores the user's events while off is true.
func (n Node) Disabled(off bool) Node {
	return n.is(func(p *place, _ *mark) { p.Disabled = off })
}

// Tooltip is shown when the pointer rests on the node.
func (n Node) Tooltip(text string) Node {
	return n.says(text, func(p *place, m *mark) { p.Tooltip = m.text })
}

// Placeholder is shown in a field or an area while it is empty.
func (n Node) Placeholder(text string) Node {
	return n.says(text, func(p *place, m *mark) { p.Placeholder = m.text })
}

// Step is the grid of a slider's values; 0 is continuous.
func (n Node) Step(step float64) Node {
	return n.number(plain(step), func(p *place, m *mark) { p.Step = m.number })
}

// Range fixes the ends of a slider or of a chart's axis.
func (n Node) Range(min, max float64) Node {
	return n.number(plain(min), func(p *place, m *mark) { p.Min = m.number }).
		number(plain(max), func(p *place, m *mark) { p.Max = m.number })
}

// OnTap runs f when the node is clicked, touched, or chosen by Enter or Space. It works on any node.
func (n Node) OnTap(f func()) Node { return n.on(tap, f != nil, func(ui.Event) { f() }) }

// OnTapAt is OnTap with the place: logical pixels from the node's top left.
func (n Node) OnTapAt(f func(x, y float64)) Node {
	return n.on(tapAt, f != nil, func(ev ui.Event) { f(ev.X, ev.Y) })
}

// OnChange runs f with the new text of a field or an area, at each edit.
func (n Node) OnChange(f func(text string)) Node {
	return n.on(change, f != nil, func(ev ui.Event) { f(ev.Text) })
}

// OnToggle runs f when a toggle is switched.
func (n Node) OnToggle(f func(on bool)) Node {
	return n.on(toggle, f != nil, func(ev ui.Event) { f(ev.Value != 0) })
}

// OnSlide runs f while a slider is dragged.
func (n Node) OnSlide(f func(value float64)) Node {
	return n.on(slide, f != nil, func(ev ui.Event) { f(ev.Value) })
}

// OnSubmit runs f with the text of a field when Enter is pressed in it.
func (n Node) OnSubmit(f func(text string)) Node {
	return n.on(submit, f != nil, func(ev ui.Event) { f(ev.Text) })
}

// on returns n with a handler, or without one of that kind.
func (n Node) on(h handler, some bool, f func(ui.Event)) Node {
	if !some {
		f = nil
	}
	return n.with(mark{number: float64(h), on: f, set: func(p *place, m *mark) { p.on[handler(m.number)] = m.on }})
}
