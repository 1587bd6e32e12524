package screen

import (
	"cellshell/compositor/icons"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

// brush collects the paint operations of the sealed layer.
type brush struct {
	th    theme.Theme
	scale float64 // device pixels per logical pixel
	ops   []paint.Op
}

func (b *brush) add(op paint.Op) { b.ops = append(b.ops, op) }

// px moves a length or place to the nearest device pixel.
func (b *brush) px(v float64) float64 { return paint.Px(v, b.scale) }

func (b *brush) snap(r paint.Rect) paint.Rect { return paint.Snap(r, b.scale) }

func (b *brush) color(role string, alpha float64) paint.Color {
	return theme.Alpha(b.th.Or(role, ""), alpha)
}

// fill paints a rounded rectangle.
func (b *brush) fill(r paint.Rect, radius float64, c paint.Color) {
	b.add(paint.RoundRect{Rect: r, Radius: min(radius, r.W/2, r.H/2), Fill: c})
}

// card paints the ground of something that floats above everything: shadow, blurred backdrop, surface, edge.
func (b *brush) card(r paint.Rect, radius float64, border paint.Color) {
	c := b.th.Shadow()
	b.add(paint.RoundRect{Rect: r, Radius: radius, Shadow: paint.Shadow{Color: theme.Alpha(c, 1), DY: 14, Blur: 26, Spread: -2}})
	b.add(paint.RoundRect{Rect: r, Radius: radius, Shadow: paint.Shadow{Color: theme.Alpha(c, 0.6), DY: 1, Blur: 2}})
	b.add(paint.Backdrop{Rect: r, Radius: radius, Blur: 18})
	b.add(paint.RoundRect{Rect: r, Radius: radius, Fill: b.color("surface", 0.94), Border: border, Width: max(b.px(1), 1/b.scale)})
}

// lay lays a text out in a width, in so many lines at most.
func lay(t string, st text.Style, width float64, lines int) *text.Block {
	if st.Tracking == 0 && !st.Mono {
		st.Tracking = text.Tracking(st.Size)
	}
	return text.Layout(text.Params{Text: t, Style: st, Width: max(width, 1), Lines: lines})
}

// block paints laid-out text with its top left at a point.
func (b *brush) block(t *text.Block, x, y float64, c paint.Color) {
	b.ops = t.Ops(b.ops, x, y, b.scale, c, paint.Rect{})
}

// words paints one line around a middle height and returns its width. align 0 begins at x, 1 ends there.
func (b *brush) words(s string, st text.Style, x, mid, align, room float64, c paint.Color) float64 {
	if s == "" || room <= 0 {
		return 0
	}
	t := lay(s, st, room, 1)
	b.block(t, x-t.W*align, mid-t.H/2, c)
	return t.W
}

func (b *brush) icon(name string, x, mid, size float64, c paint.Color) {
	if p, ok := icons.At(name, b.px(x), b.px(mid-size/2), size, c); ok {
		b.add(p)
	}
}

var capStyle = text.Style{Size: 11, Weight: 500}

func capWidth(s string) float64 { return lay(s, capStyle, 200, 1).W + 12 }

// cap paints a key as on a keyboard, its right end at x, and returns its width.
func (b *brush) cap(s string, x, mid float64) float64 {
	t := lay(s, capStyle, 200, 1)
	w, h := capWidth(s), 20.0
	r := b.snap(paint.Rect{X: x - w, Y: mid - h/2, W: w, H: h})
	b.add(paint.RoundRect{Rect: r, Radius: 5, Fill: b.color("raised", 1), Border: b.color("outline", 1), Width: max(b.px(1), 1/b.scale)})
	b.block(t, r.X+(r.W-t.W)/2, r.Y+(r.H-t.H)/2, b.color("muted", 1))
	return w
}
