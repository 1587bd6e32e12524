package body

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"

	"cellshell/compositor"
	"cellshell/gpu/soft"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// maxSketches is how many pictures of trials are kept; the next one replaces the oldest.
const maxSketches = 16

func (b *Body) sketchDir() string { return filepath.Join(b.paths.Cache, "trials") }

var sketchName = regexp.MustCompile(`^[0-9]{2}\.png$`)

// sketch gives a screen, which may be on another machine, what the path in a receipt is of.
func (b *Body) sketch(_ context.Context, p control.SketchParams, _ func(any) error) (any, error) {
	if !sketchName.MatchString(p.Name) {
		return nil, &control.Error{Text: fmt.Sprintf("%q is no picture of a choice", p.Name), Code: control.CodeUsage}
	}
	raw, err := os.ReadFile(filepath.Join(b.sketchDir(), p.Name))
	if err != nil || len(raw) > attach.MaxPicture {
		return nil, &control.Error{Text: "there is no picture " + p.Name + " any more", Code: control.CodeFailed}
	}
	return control.SketchResult{PNG: raw}, nil
}

// Picture implements evolve.Pictured: the cell as it would be shown, at scale 1, without its neighbours.
func (t *trial) Picture(id tissue.CellID) (string, error) {
	b := t.b
	b.mu.Lock()
	in := t.in
	in.Scale = 1
	alone := *in.Doc
	alone.Cells = map[tissue.CellID]*tissue.Cell{id: in.Doc.Cells[id]}
	if in.Doc = &alone; alone.Cells[id] == nil {
		b.mu.Unlock()
		return "", fmt.Errorf("%s would not be on the desktop", id)
	}
	layout := compositor.Arrange(in)
	placed, ok := layout.Cell(id)
	if !ok {
		b.mu.Unlock()
		return "", fmt.Errorf("%s would not be on the screen", id)
	}
	scene := compositor.Paint(in, layout, nil, 0)
	b.sketches++
	path := filepath.Join(b.sketchDir(), fmt.Sprintf("%02d.png", b.sketches%maxSketches))
	b.mu.Unlock()
	scene.Scale = 1
	r := placed.Bounds
	whole := soft.Render(scene)
	crop := image.Rect(int(r.X), int(r.Y), int(r.X+r.W+.5), int(r.Y+r.H+.5)).Intersect(whole.Bounds())
	if crop.Empty() {
		return "", fmt.Errorf("%s would stand outside of the screen", id)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, whole.SubImage(crop)); err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	return path, writeFile(path, out.Bytes())
}
