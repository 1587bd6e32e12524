package body

import (
	"bytes"
	"context"
	"fmt"
	"image/png"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
)

// screenshot draws the desktop, or one cell, with the CPU renderer, at rest: all motion settled.
func (b *Body) screenshot(ctx context.Context, p control.ScreenshotParams, _ func(any) error) (any, error) {
	if p.Window || p.Screen != 0 {
		return b.glassOf(ctx, p)
	}
	if p.Scale == 0 {
		p.Scale = 1
	}
	if p.Scale < 0.5 || p.Scale > 4 {
		return nil, &control.Error{Text: fmt.Sprintf("scale %g is not between 0.5 and 4", p.Scale), Code: control.CodeUsage}
	}
	b.mu.Lock()
	in, layout := b.still(), b.arrange()
	part := paint.Rect{W: layout.W, H: layout.H}
	if p.Cell != "" {
		c, _, err := b.cell(p.Cell)
		if err != nil {
			b.mu.Unlock()
			return nil, err
		}
		placed, ok := layout.Cell(c.id)
		if !ok {
			b.mu.Unlock()
			return nil, &control.Error{Text: fmt.Sprintf("%s is not on the screen", c.id), Code: control.CodeNotFound}
		}
		part = placed.Bounds
	}
	b.mu.Unlock()
	in.Scale = p.Scale
	scene := compositor.Paint(in, layout, nil, 0)
	scene.Scale = p.Scale
	img := cut(scene, part)
	if img == nil {
		return nil, &control.Error{Text: p.Cell + " stands outside of the screen", Code: control.CodeFailed}
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, img); err != nil {
		return nil, err
	}
	return control.ScreenshotResult{PNG: buf.Bytes(), Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}, nil
}
