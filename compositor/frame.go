package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// frameRadius is the rounding of a cell's corners: the root's own, else the kind's.
func frameRadius(c *Placed) float64 {
	switch {
	case c.Kind == tissue.KindWindow && c.filling():
		return 0
	case c.root.Style.Radius != nil:
		return min(rounding(c.root, 0), c.Bounds.W/2, c.Bounds.H/2)
	case c.Kind == tissue.KindPanel, c.Kind == tissue.KindWallpaper:
		return 0
	case c.Kind == tissue.KindWindow:
		return 12 * c.Scale
	}
	return min(16*c.Scale, c.Bounds.W/2, c.Bounds.H/2)
}

// frameShadow is how high a cell stands above what is below: as the root says, else as its kind does.
func frameShadow(c *Placed) float64 {
	switch {
	case c.root.Style.Shadow != nil:
		return *c.root.Style.Shadow
	case c.Kind == tissue.KindOverlay:
		return 3
	case c.Kind == tissue.KindWindow:
		return 2
	}
	return 1
}

// filling says that a window has all of the area there is: its edges are those of the screen, or of a panel.
func (p *Placed) filling() bool {
	a, b := p.Bounds, p.area
	return b.W > 0 && max(math.Abs(a.X-b.X), math.Abs(a.Y-b.Y), math.Abs(a.X+a.W-b.X-b.W), math.Abs(a.Y+a.H-b.Y-b.H)) < 1
}

// frame paints what a cell stands on: a card, a window, a bar. The look of a card is that of the tree's root.
func (p *painter) frame(c *Placed) {
	r, radius, s := p.snap(c.Bounds), frameRadius(c), c.Scale
	st := c.root.Style
	if st.Accent != "" {
		defer func(t theme.Theme) { p.th = t }(p.th)
		p.th = p.th.WithAccent(st.Accent)
	}
	bg, said := p.th.Fill(st.Background)
	border, width := p.th.Or("outline", ""), p.hair(s)
	if p.th.Dark && !p.th.High {
		border = theme.Alpha(border, 0.8)
	}
	if b, ok := p.th.Fill(st.Border); ok {
		border = b
	}
	if st.BorderWidth != nil {
		width = *st.BorderWidth * s
	} else if st.Border != "" {
		width = 2 * s
	}
	switch c.Kind {
	case tissue.KindWallpaper:
		p.fill(r, 0, bg)
		return
	case tissue.KindPanel:
		p.bar(c, r, bg, said)
		return
	case tissue.KindWindow:
		p.window(c, r, bg, said, border, width)
		return
	}
	if !said {
		bg = p.th.Or("surface", "")
	}
	if bg.A == 0 && st.Border == "" {
		return
	}
	if bg.A == 255 {
		p.shadow(r, radius, frameShadow(c), s)
	}
	if said && st.Border == "" && st.BorderWidth == nil {
		border = theme.Alpha(theme.On(theme.Over(bg, p.th.Or("surface", ""))), 0.1)
	}
	p.shape(r, radius, bg, border, width)
}

// bar paints a panel: translucent over what is below it, with a hairline towards the desktop.
func (p *painter) bar(c *Placed, r paint.Rect, bg paint.Color, said bool) {
	if !said {
		p.add(paint.Backdrop{Rect: r, Blur: 16})
		bg = theme.Alpha(p.th.Or("surface", ""), 0.82)
	}
	p.fill(r, 0, bg)
	h := p.hair(1)
	line := r
	switch edgeOf(c.cell.Placement.Anchor) {
	case EdgeLeft:
		line.X, line.W = r.X+r.W-h, h
	case EdgeRight:
		line.W = h
	case EdgeBottom:
		line.H = h
	default:
		line.Y, line.H = r.Y+r.H-h, h
	}
	p.fill(line, 0, theme.Alpha(p.th.Or("outline", ""), 0.7))
}

// window paints a window's shadow, ground and title bar.
func (p *painter) window(c *Placed, r paint.Rect, bg paint.Color, said bool, border paint.Color, width float64) {
	s, radius := c.Scale, frameRadius(c)
	surface := p.th.Or("surface", "")
	filling := c.filling()
	if !filling {
		p.shadow(r, radius, frameShadow(c), s)
	}
	p.shape(r, radius, surface, paint.Color{}, 0)
	p.add(paint.PushClip{Rect: r, Radius: radius})
	bar := p.snap(c.Bar)
	barColor := theme.Mix(surface, p.th.Or("raised", ""), 0.55)
	p.fill(bar, 0, barColor)
	if said && bg.A > 0 {
		p.fill(p.snap(c.Body), 0, bg)
	}
	line := p.hair(s)
	p.fill(paint.Rect{X: bar.X, Y: bar.Y + bar.H - line, W: bar.W, H: line}, 0, theme.Alpha(p.th.Or("outline", ""), 0.7))
	p.add(paint.PopClip{})
	if !filling || c.root.Style.Border != "" {
		p.shape(r, radius, paint.Color{}, border, width)
	}
	mid := c.Bar.Y + c.Bar.H/2
	st := text.Style{Size: 13 * s, Weight: 600, Leading: 1.4, Tracking: text.Tracking(13)}
	p.words(c.Title, st, c.Bar.X+16*s, mid, 0, c.Close.X-c.Bar.X-28*s, p.th.Or("text", ""))
	k := 16 * s
	if hot := p.touchOf("", PartClose); hot > 0 {
		d := 26 * s
		p.fill(p.snap(paint.Rect{X: c.Close.X + (c.Close.W-d)/2, Y: mid - d/2, W: d, H: d}), d/2, theme.Alpha(p.th.Or("text", ""), 0.2*hot))
	}
	p.icon("close", c.Close.X+(c.Close.W-k)/2, c.Close.Y+(c.Close.H-k)/2, k, p.th.Or("muted", ""))
}

// dead dims the last picture of a cell that no longer runs and says why.
func (p *painter) dead(c *Placed) {
	p.fill(p.snap(c.Body), 0, theme.Alpha(p.th.Or("surface", ""), 0.72))
	p.notice(c, c.Dead, 3)
}

// decorate paints a node's own background, border and shadow.
func (p *painter) decorate(b *layout.Box) {
	switch b.Node.Kind {
	case ui.KindButton, ui.KindField, ui.KindArea, ui.KindDivider, ui.KindImage:
		return // they draw their own
	}
	p.ground(b, paint.Color{}, paint.Color{}, 0, defaultRadius(b))
	if len(b.Node.Events) > 0 && len(b.Kids) > 0 {
		p.touched(b, defaultRadius(b), p.ink(b))
	}
}

// ground paints a box as its style says, with what its kind has where the style says nothing.
func (p *painter) ground(b *layout.Box, bg, border paint.Color, width, radius float64) {
	r := p.snap(b.Rect)
	if c, ok := p.th.Fill(b.Style.Background); ok {
		bg = c
	}
	if c, ok := p.th.Fill(b.Style.Border); ok {
		border = c
		width = p.hair(b.Scale)
	}
	if w := b.Style.BorderWidth; w != nil {
		width = *w * b.Scale
		if border.A == 0 && b.Style.Border == "" {
			border = p.th.Or("outline", "")
		}
	}
	radius = rounding(b, radius)
	if h := b.Style.Shadow; h != nil {
		p.shadow(r, radius, *h, b.Scale)
	}
	if bg.A > 0 || border.A > 0 && width > 0 {
		p.shape(r, radius, fade(bg, b.Dim), fade(border, b.Dim), width)
	}
}

func defaultRadius(b *layout.Box) float64 {
	switch b.Node.Kind {
	case ui.KindText:
		return 6 * b.Scale
	case ui.KindButton, ui.KindField, ui.KindArea:
		return 9 * b.Scale
	case ui.KindRow, ui.KindColumn, ui.KindGrid, ui.KindStack, ui.KindScroll, ui.KindList, ui.KindChart, ui.KindCanvas, ui.KindShader:
		return 10 * b.Scale
	}
	return 0
}
