// Package fonts holds the typefaces every desktop has (embedded font files): Inter as "sans", JetBrains Mono as "mono".
// They are embedded so that a layout is the same on every machine; the fonts of the system are asked only for glyphs
// these lack (see Fallback).
//
// A font is named by a string id, the same one a display list uses: sans-400, sans-500, sans-600, sans-700,
// sans-400-italic, sans-700-italic, mono-400, mono-700, or "system:/path/to/file#index".
//
// Both families are under the SIL Open Font License (data/OFL-*.txt); subset.sh made the files.
package fonts

import (
	"bytes"
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
)

//go:embed data/*.otf data/*.ttf
var data embed.FS

var files = map[string]string{
	"sans-400":        "data/sans-400.otf",
	"sans-500":        "data/sans-500.otf",
	"sans-600":        "data/sans-600.otf",
	"sans-700":        "data/sans-700.otf",
	"sans-400-italic": "data/sans-400-italic.otf",
	"sans-700-italic": "data/sans-700-italic.otf",
	"mono-400":        "data/mono-400.ttf",
	"mono-700":        "data/mono-700.ttf",
}

// IDs lists the embedded faces, sorted.
func IDs() []string {
	ids := make([]string, 0, len(files))
	for id := range files {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Raw is the font file of an embedded face, or of a system face; nil for an unknown id. It must not be written to.
func Raw(id string) []byte {
	if name, ok := files[id]; ok {
		b, err := data.ReadFile(name)
		if err != nil {
			return nil
		}
		return b
	}
	return readSystem(id)
}

// Face is a face to shape with, or nil for an unknown id. The parsed font behind it is shared, the face is not: a
// font.Face is for one goroutine at a time, so every call returns a new one. Keep it.
func Face(id string) *font.Face {
	e := load(id)
	if e == nil {
		return nil
	}
	return font.NewFace(e.font)
}

// entry is one loaded font. It does not change once made.
type entry struct {
	font    *font.Font
	metrics Measures
	reach   Reach
	mu      sync.Mutex
	face    *font.Face // guarded by mu
}

var loaded sync.Map // id → func() *entry

func load(id string) *entry {
	if f, ok := loaded.Load(id); ok {
		return f.(func() *entry)()
	}
	if _, ok := files[id]; !ok && !strings.HasPrefix(id, systemPrefix) {
		return nil
	}
	f, _ := loaded.LoadOrStore(id, sync.OnceValue(func() *entry { return parse(id) }))
	return f.(func() *entry)()
}

func parse(id string) *entry {
	raw := Raw(id)
	if raw == nil {
		return nil
	}
	faces, err := font.ParseTTC(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	_, index, ok := splitSystem(id)
	if !ok {
		index = 0
	}
	if index >= len(faces) {
		return nil
	}
	face := faces[index]
	return &entry{font: face.Font, face: face, metrics: measure(face), reach: extents(raw)}
}
