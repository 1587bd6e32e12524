package cell

import "cellshell/membrane/ui"

var yes = true

// Width is fixed to that many logical pixels.
func (n Node) Width(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.Width = &m.number })
}

// Height is fixed to that many logical pixels.
func (n Node) Height(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.Height = &m.number })
}

// MinWidth is the least width, logical pixels.
func (n Node) MinWidth(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.MinWidth = &m.number })
}

// MinHeight is the least height, logical pixels.
func (n Node) MinHeight(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.MinHeight = &m.number })
}

// MaxWidth is the largest width, logical pixels.
func (n Node) MaxWidth(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.MaxWidth = &m.number })
}

// MaxHeight is the largest height, logical pixels.
func (n Node) MaxHeight(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.MaxHeight = &m.number })
}

// Grow takes that share of the room left over along the parent's direction.
func (n Node) Grow(share float64) Node {
	return n.number(length(share), func(p *place, m *mark) { p.Style.Grow = &m.number })
}

// Fill takes the room left over: Grow(1).
func (n Node) Fill() Node { return n.Grow(1) }

// Scale multiplies the size of the node and of its text, 0.1 to 10.
func (n Node) Scale(factor float64) Node {
	return n.number(within(factor, 0.1, 10), func(p *place, m *mark) { p.Style.Scale = &m.number })
}

// Offset draws the node and all in it that many logical pixels right and down of its place, negative left and up. Nothing
// else moves for it, and it never leaves the cell.
func (n Node) Offset(right, down float64) Node {
	right, down = within(plain(right), -ui.MaxNumber, ui.MaxNumber), within(plain(down), -ui.MaxNumber, ui.MaxNumber)
	return n.is(func(p *place, _ *mark) { p.Style.OffsetX, p.Style.OffsetY = &right, &down })
}

// Padding is the room inside, on all sides, logical pixels.
func (n Node) Padding(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.Padding = &m.number })
}

// PadX is the room inside at the left and right, logical pixels.
func (n Node) PadX(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.PadX = &m.number })
}

// PadY is the room inside at the top and bottom, logical pixels.
func (n Node) PadY(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.PadY = &m.number })
}

// Gap is the room between children, logical pixels.
func (n Node) Gap(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.Gap = &m.number })
}

// Align places children across the container's direction: "start", "center", "end", "stretch" or "baseline".
func (n Node) Align(how string) Node {
	return n.says(how, func(p *place, m *mark) { p.Style.Align = m.text })
}

// Justify places children along the container's direction: "start", "center", "end", "between" or "around".
func (n Node) Justify(how string) Node {
	return n.says(how, func(p *place, m *mark) { p.Style.Justify = m.text })
}

// Center puts children, or the text of a text node, in the middle.
func (n Node) Center() Node {
	return n.is(func(p *place, _ *mark) {
		if p.Kind == ui.KindText {
			p.Style.TextAlign = "center"
			return
		}
		p.Style.Align, p.Style.Justify = "center", "center"
	})
}

// Color of the text or icon: a role or #rrggbb.
func (n Node) Color(color string) Node {
	return n.says(color, func(p *place, m *mark) { p.Style.Color = m.text })
}

// Background is the colour behind the node: a role or #rrggbb.
func (n Node) Background(color string) Node {
	return n.says(color, func(p *place, m *mark) { p.Style.Background = m.text })
}

// Accent is what the role "accent" means in this node and below.
func (n Node) Accent(color string) Node {
	return n.says(color, func(p *place, m *mark) { p.Style.Accent = m.text })
}

// Border draws a line around the node, width in logical pixels.
func (n Node) Border(color string, width float64) Node {
	return n.with(mark{text: color, number: within(width, 0, 1000), set: func(p *place, m *mark) {
		p.Style.Border, p.Style.BorderWidth = m.text, &m.number
	}})
}

// Radius rounds the corners, logical pixels.
func (n Node) Radius(px float64) Node {
	return n.number(length(px), func(p *place, m *mark) { p.Style.Radius = &m.number })
}

// Opacity is from 0, not to be seen, to 1.
func (n Node) Opacity(share float64) Node {
	return n.number(within(share, 0, 1), func(p *place, m *mark) { p.Style.Opacity = &m.number })
}

// Shadow is the height above what lies below: 0 none, 1 card, 2 raised, 3 floating.
func (n Node) Shadow(height float64) Node {
	return n.number(within(height, 0, 3), func(p *place, m *mark) { p.Style.Shadow = &m.number })
}

// Variant is a look of the kind: a button's "primary", "plain" or "danger", a chart's "line", "area", "bar" or "ring", a
// progress's "bar" or "ring".
func (n Node) Variant(name string) Node {
	return n.says(name, func(p *place, m *mark) { p.Style.Variant = m.text })
}

// Primary makes a button the main one: filled with the accent.
func (n Node) Primary() Node { return n.Variant("primary") }

// Danger marks a button that destroys something.
func (n Node) Danger() Node { return n.Variant("danger") }

// Plain makes a button flat, without a background.
func (n Node) Plain() Node { return n.Variant("plain") }
