// Package gpu is where pictures are made (renderers): gpu/paint is what to draw, gpu/raster turns outlines into coverage,
// gpu/soft draws on the processor. A renderer knows nothing of cells, time or input.
package gpu

import (
	"image"

	"cellshell/gpu/paint"
)

// Renderer turns a scene into pixels. Two renderers give pictures a person cannot tell apart, and one renderer gives the
// same scene the same pixels. The image is the caller's. The error is that of a scene too large to draw.
type Renderer interface {
	Render(s *paint.Scene) (image.Image, error)
}
