package cell

import "cellshell/membrane/ui"

// style returns a copy of n after change of its style.
func (n Node) style(change func(*ui.Style)) Node {
	return n.with(func(e *element) { change(&e.node.Style) })
}

func yes() *bool {
	v := true
	return &v
}

// Width is fixed to that many logical pixels.
func (n Node) Width(px float64) Node { return n.style(func(s *ui.Style) { s.Width = length(px) }) }

// Height is fixed to that many logical pixels.
func (n Node) Height(px float64) Node { return n.style(func(s *ui.Style) { s.Height = length(px) }) }

// MinWidth is the least width, logical pixels.
func (n Node) MinWidth(px float64) Node {
	return n.style(func(s *ui.Style) { s.MinWidth = length(px) })
}

// MinHeight is the least height, logical pixels.
func (n Node) MinHeight(px float64) Node {
	return n.style(func(s *ui.Style) { s.MinHeight = length(px) })
}

// MaxWidth is the largest width, logical pixels.
func (n Node) MaxWidth(px float64) Node {
	return n.style(func(s *ui.Style) { s.MaxWidth = length(px) })
}

// MaxHeight is the largest height, logical pixels.
func (n Node) MaxHeight(px float64) Node {
	return n.style(func(s *ui.Style) { s.MaxHeight = length(px) })
}

// Grow takes that share of the room left over along the parent's direction.
func (n Node) Grow(share float64) Node { return n.style(func(s *ui.Style) { s.Grow = length(share) }) }

// Fill takes the room left over: Grow(1).
func (n Node) Fill() Node { return n.Grow(1) }

// Scale multiplies the size of the node and of its text, 0.1 to 10.
func (n Node) Scale(factor float64) Node {
	return n.style(func(s *ui.Style) { s.Scale = number(factor, 0.1, 10) })
}

// Padding is the room inside, on all sides, logical pixels.
func (n Node) Padding(px float64) Node { return n.style(func(s *ui.Style) { s.Padding = length(px) }) }

// PadX is the room inside at the left and right, logical pixels.
func (n Node) PadX(px float64) Node { return n.style(func(s *ui.Style) { s.PadX = length(px) }) }

// PadY is the room inside at the top and bottom, logical pixels.
func (n Node) PadY(px float64) Node { return n.style(func(s *ui.Style) { s.PadY = length(px) }) }

// Gap is the room between children, logical pixels.
func (n Node) Gap(px float64) Node { return n.style(func(s *ui.Style) { s.Gap = length(px) }) }

// Align places children across the container's direction: "start", "center", "end", "stretch" or "baseline".
func (n Node) Align(how string) Node { return n.style(func(s *ui.Style) { s.Align = how }) }

// Justify places children along the container's direction: "start", "center", "end", "between" or "around".
func (n Node) Justify(how string) Node { return n.style(func(s *ui.Style) { s.Justify = how }) }

// Center puts children, or the text of a text node, in the middle.
func (n Node) Center() Node {
	return n.with(func(e *element) {
		if e.node.Kind == ui.KindText {
			e.node.Style.TextAlign = "center"
			return
		}
		e.node.Style.Align, e.node.Style.Justify = "center", "center"
	})
}

// Color of the text or icon: a role or #rrggbb.
func (n Node) Color(color string) Node { return n.style(func(s *ui.Style) { s.Color = color }) }

// Background is the colour behind the node: a role or #rrggbb.
func (n Node) Background(color string) Node {
	return n.style(func(s *ui.Style) { s.Background = color })
}

// Accent is what the role "accent" means in this node and below.
func (n Node) Accent(color string) Node { return n.style(func(s *ui.Style) { s.Accent = color }) }

// Border draws a line around the node, width in logical pixels.
func (n Node) Border(color string, width float64) Node {
	return n.style(func(s *ui.Style) { s.Border, s.BorderWidth = color, number(width, 0, 1000) })
}

// Radius rounds the corners, logical pixels.
func (n Node) Radius(px float64) Node { return n.style(func(s *ui.Style) { s.Radius = length(px) }) }

// Opacity is from 0, not to be seen, to 1.
func (n Node) Opacity(share float64) Node {
	return n.style(func(s *ui.Style) { s.Opacity = number(share, 0, 1) })
}

// Shadow is the height above what lies below: 0 none, 1 card, 2 raised, 3 floating.
func (n Node) Shadow(height float64) Node {
	return n.style(func(s *ui.Style) { s.Shadow = number(height, 0, 3) })
}

// Variant is a look of the kind: a button's "primary", "plain" or "danger", a chart's "line", "area", "bar" or "ring", a
// progress's "bar" or "ring".
func (n Node) Variant(name string) Node { return n.style(func(s *ui.Style) { s.Variant = name }) }

// Primary makes a button the main one: filled with the accent.
func (n Node) Primary() Node { return n.Variant("primary") }

// Danger marks a button that destroys something.
func (n Node) Danger() Node { return n.Variant("danger") }

// Plain makes a button flat, without a background.
func (n Node) Plain() Node { return n.Variant("plain") }
