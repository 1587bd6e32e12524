package body

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"cellshell/compositor"
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
	if t.in.Doc.Cells[id] == nil {
		return "", fmt.Errorf("%s would not be on the desktop", id)
	}
	in := alone(t.in, id)
	in.Scale = 1
	layout := compositor.Arrange(in)
	placed, ok := layout.Cell(id)
	if !ok {
		return "", fmt.Errorf("%s would not be on the screen", id)
	}
	img := cut(compositor.Paint(in, layout, nil, 0), placed.Bounds)
	if img == nil {
		return "", fmt.Errorf("%s would stand outside of the screen", id)
	}
	data, err := encodePNG(img)
	if err != nil {
		return "", err
	}
	b.mu.Lock()
	b.sketches++
	path := filepath.Join(b.sketchDir(), fmt.Sprintf("%02d.png", b.sketches%maxSketches))
	b.mu.Unlock()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	return path, writeFile(path, data)
}
