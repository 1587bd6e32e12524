package compositor

import (
	"cellshell/compositor/layout"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// leaf paints what a node itself shows.
func (p *painter) leaf(b *layout.Box) {
	switch b.Node.Kind {
	case ui.KindText:
		c := p.ink(b)
		p.text(b, c)
		p.rules(b, c)
	case ui.KindButton:
		p.button(b)
	case ui.KindToggle:
		p.toggle(b)
	case ui.KindSlider:
		p.slider(b)
	case ui.KindField, ui.KindArea:
		p.editor(b)
	case ui.KindProgress:
		p.progress(b)
	case ui.KindChart:
		p.chart(b)
	case ui.KindImage:
		p.image(b)
	case ui.KindIcon:
		k := min(b.Inner.W, b.Inner.H)
		p.icon(b.Node.Icon, b.Inner.X+(b.Inner.W-k)/2, b.Inner.Y+(b.Inner.H-k)/2, k, p.ink(b))
	case ui.KindCanvas:
		p.canvas(b)
	case ui.KindDivider:
		p.divider(b)
	}
}

// kids paints the children; those of containers that scroll are clipped, and get scrollbars.
func (p *painter) kids(b *layout.Box) {
	switch b.Node.Kind {
	case ui.KindScroll, ui.KindList:
		p.add(paint.PushClip{Rect: p.snap(b.Rect), Radius: p.radius(b)})
		if b.Node.Kind == ui.KindList {
			p.separators(b)
		}
		for _, k := range b.Kids {
			p.node(k)
		}
		p.scrollbars(b.Inner, b.Content, b.Scale)
		p.add(paint.PopClip{})
		return
	case ui.KindShader:
		p.shader(b)
		return
	}
	for _, k := range b.Kids {
		p.node(k)
	}
}

// radius is the rounding of a container's corners.
func (p *painter) radius(b *layout.Box) float64 {
	if b.Style.Background != "" || b.Style.Border != "" {
		return rounding(b, defaultRadius(b))
	}
	return rounding(b, 0)
}

// rounding is the radius that a node's style says, or another.
func rounding(b *layout.Box, otherwise float64) float64 {
	if v := b.Style.Radius; v != nil {
		return max(*v, 0) * b.Scale
	}
	return otherwise
}

// separators paints hairlines between the rows of a list.
func (p *painter) separators(b *layout.Box) {
	c := theme.Alpha(p.th.Or("outline", ""), 0.6)
	h := p.hair(b.Scale)
	for i, k := range b.Kids {
		if i == 0 {
			continue
		}
		y := p.px((b.Kids[i-1].Rect.Y + b.Kids[i-1].Rect.H + k.Rect.Y) / 2)
		p.fill(paint.Rect{X: p.px(k.Rect.X), Y: y, W: k.Rect.W, H: h}, 0, c)
	}
}

// ink is the colour of a node's text and symbols: its own or inherited; where nobody said one the theme's, or what is
// readable on a coloured ground.
func (p *painter) ink(b *layout.Box) paint.Color {
	if c, ok := p.th.Color(b.Color); ok {
		return fade(c, b.Dim)
	}
	for q := b; q != nil; q = q.Parent {
		if g, ok := p.th.Fill(q.Style.Background); ok && g.A > 160 {
			if !neutral(q.Style.Background) {
				return fade(theme.On(g), b.Dim)
			}
			break
		}
	}
	return fade(p.th.Or("text", ""), b.Dim)
}

// neutral tells whether a role is a surface of the theme, which the theme's text colours are made for.
func neutral(role string) bool {
	return role == "surface" || role == "raised" || role == "sunken" || role == "transparent"
}

// buttonColors are a button's ground, edge and label. A button that was given an accent of its own is filled with it.
func (p *painter) buttonColors(b *layout.Box) (bg, border, ink paint.Color) {
	bg, ink = p.th.Or("raised", ""), p.th.Or("text", "")
	border = theme.Alpha(ink, 0.06)
	if !p.th.Dark || p.th.High {
		border = p.th.Or("outline", "")
	}
	accent, _ := p.th.Fill("accent")
	filled := func(c paint.Color) { bg, border, ink = c, paint.Color{}, theme.On(c) }
	switch b.Style.Variant {
	case "primary":
		filled(accent)
	case "danger":
		filled(p.th.Or("danger", ""))
	case "plain":
		bg, border, ink = paint.Color{}, paint.Color{}, p.th.Accent
	default:
		if b.Style.Accent != "" {
			filled(accent)
		}
	}
	if c, ok := p.th.Fill(b.Style.Background); ok && c.A > 0 && !neutral(b.Style.Background) {
		filled(theme.Over(c, p.th.Or("surface", "")))
	}
	if b.Style.Background == "transparent" { // no ground at all: the label keeps the colour that the ground had
		if v := b.Style.Variant; v == "primary" || v == "danger" {
			ink = bg
		}
		bg, border = paint.Color{}, paint.Color{}
	}
	if c, ok := p.th.Color(b.Style.Color); ok {
		ink = c
	}
	return bg, border, ink
}

func (p *painter) button(b *layout.Box) {
	bg, border, ink := p.buttonColors(b)
	p.ground(b, bg, border, p.hair(b.Scale), defaultRadius(b))
	p.touched(b, defaultRadius(b), ink)
	ink = fade(ink, b.Dim)
	if b.Node.Icon != "" {
		k := layout.ButtonIcon * b.Scale
		x := b.At.X - k - 8*b.Scale
		if b.Text == "" {
			x = b.Inner.X + (b.Inner.W-k)/2
		}
		p.icon(b.Node.Icon, x, b.Inner.Y+(b.Inner.H-k)/2, k, ink)
	}
	p.text(b, ink)
	p.rules(b, ink)
	p.focus(b, defaultRadius(b))
}

// focus paints the ring around the node that has the keyboard.
func (p *painter) focus(b *layout.Box, radius float64) {
	if p.in.Pointed || !p.in.Edit.focused(p.cell.ID, b.ID) {
		return
	}
	radius = rounding(b, radius)
	r := p.snap(b.Rect)
	gap, w := 2.0, 2.0
	r = paint.Rect{X: r.X - gap - w, Y: r.Y - gap - w, W: r.W + 2*(gap+w), H: r.H + 2*(gap+w)}
	p.add(paint.RoundRect{Rect: r, Radius: min(radius+gap+w, r.W/2, r.H/2), Border: p.th.Accent, Width: w})
}

func (p *painter) divider(b *layout.Box) {
	c := p.th.Or("outline", "")
	if d, ok := p.th.Color(b.Style.Color); ok {
		c = d
	}
	if d, ok := p.th.Fill(b.Style.Background); ok {
		c = d
	}
	r := p.snap(b.Rect)
	if b.Rect.W > b.Rect.H {
		r.H = max(r.H, 1/p.scale)
	} else {
		r.W = max(r.W, 1/p.scale)
	}
	p.fill(r, 0, c)
}
