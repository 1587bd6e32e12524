package fonts_test

import (
	"testing"

	"cellshell/internal/fonts"
)

func TestEveryFaceIsWhole(t *testing.T) {
	for _, id := range fonts.IDs() {
		t.Run(id, func(t *testing.T) {
			if fonts.Face(id) == nil {
				t.Fatal("does not parse")
			}
			for _, r := range "Ag09–…“€→≤×÷°ßéøžñΩжЯ" {
				gid, ok := fonts.Glyph(id, r)
				if !ok {
					t.Errorf("no %c", r)
					continue
				}
				if o, ok := fonts.Outline(id, gid); !ok || len(o.Segments) == 0 {
					t.Errorf("%c has no outline", r)
				}
			}
			m := fonts.Metrics(id)
			if m.Ascent < 0.7 || m.Ascent > 1.2 || m.Descent < 0.1 || m.Descent > 0.5 || m.CapHeight < 0.6 || m.XHeight < 0.4 {
				t.Errorf("odd metrics: %+v", m)
			}
		})
	}
}

func TestFiguresAreTabularInMono(t *testing.T) {
	want := fonts.Advance("mono-400", glyph(t, "mono-400", '0'))
	for _, r := range "123456789il%W" {
		if got := fonts.Advance("mono-400", glyph(t, "mono-400", r)); got != want {
			t.Errorf("%c is %v wide, 0 is %v", r, got, want)
		}
	}
}

func TestFallbackFindsBoxDrawingWithoutTheSystem(t *testing.T) {
	if id := fonts.Fallback('│', "sans"); id != "mono-400" {
		t.Errorf("fallback for │ = %q, want mono-400", id)
	}
}

func TestFallbackOfTheSystemIsAFace(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	id := fonts.Fallback('א', "sans")
	if id == "" {
		t.Skip("this system has no Hebrew font")
	}
	if fonts.Face(id) == nil {
		t.Fatalf("%s does not load", id)
	}
	if _, ok := fonts.Glyph(id, 'א'); !ok {
		t.Errorf("%s has no א", id)
	}
}

func TestUnknownIDsAreNil(t *testing.T) {
	for _, id := range []string{"", "sans", "system:", "system:/dev/zero#0", "system:/etc/passwd#0", "system:/nowhere#x"} {
		if fonts.Face(id) != nil || fonts.Metrics(id) != (fonts.Measures{}) {
			t.Errorf("%q gave a face", id)
		}
	}
}

func glyph(t *testing.T, id string, r rune) uint32 {
	t.Helper()
	g, ok := fonts.Glyph(id, r)
	if !ok {
		t.Fatalf("%s has no %c", id, r)
	}
	return g
}
