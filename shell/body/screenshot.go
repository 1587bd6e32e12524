package body

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
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
	var crop *paint.Rect
	if p.Cell != "" {
		c, _, err := b.cell(p.Cell)
		if err != nil {
			b.mu.Unlock()
			return nil, err
		}
		placed, ok := b.arrange().Cell(c.id)
		if !ok {
			b.mu.Unlock()
			return nil, &control.Error{Text: fmt.Sprintf("%s is not on the screen", c.id), Code: control.CodeNotFound}
		}
		crop = &placed.Bounds
	}
	in := b.input()
	in.Scale = p.Scale
	scene := compositor.Paint(in, b.arrange(), nil, 0)
	b.mu.Unlock()
	scene.Scale = p.Scale
	var img image.Image = soft.Render(scene)
	if crop != nil {
		r := image.Rect(int(crop.X*p.Scale), int(crop.Y*p.Scale), int((crop.X+crop.W)*p.Scale+.5), int((crop.Y+crop.H)*p.Scale+.5))
		img = img.(interface {
			SubImage(image.Rectangle) image.Image
		}).SubImage(r.Intersect(img.Bounds()))
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, img); err != nil {
		return nil, err
	}
	return control.ScreenshotResult{PNG: buf.Bytes(), Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}, nil
}
