package theme_test

import (
	"math"
	"testing"

	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/gpu/wall"
)

var hues = []string{"red", "orange", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple", "pink", "brown", "gray"}

// every calls for each theme there is.
func every(f func(name string, th theme.Theme)) {
	for _, mode := range []string{"dark", "light"} {
		for _, contrast := range []string{"", "high"} {
			for _, accent := range hues {
				f(mode+" "+contrast+" "+accent, theme.New(mode, accent, contrast))
			}
		}
	}
}

// Text that stands on nothing but the wallpaper can be read wherever that is, and in all it moves through.
func TestTextIsReadableOnEveryWallpaper(t *testing.T) {
	every(func(name string, th theme.Theme) {
		for _, style := range theme.Wallpapers {
			text, muted := 21.0, 21.0
			see := func(c paint.Color) {
				text = min(text, theme.Contrast(th.Or("text", ""), c))
				muted = min(muted, theme.Contrast(th.Or("muted", ""), c))
			}
			w, ok := th.Wallpaper(style)
			if !ok {
				from, to := th.Ground()
				see(from)
				see(to)
			}
			for phase := 0.0; ok && phase < 6.3; phase += 0.7 {
				w.Phase = phase
				f := wall.New(&w, 1280, 800)
				for y := range 12 {
					for x := range 20 {
						c := f.At(float64(x)/12.5, float64(y)/12)
						see(paint.Color{R: uint8(c[0] * 255), G: uint8(c[1] * 255), B: uint8(c[2] * 255), A: 255})
					}
				}
			}
			if text < 7 || muted < 3 {
				t.Errorf("%s, %s: text has a contrast of %.2f, want 7; muted text of %.2f, want 3", name, style, text, muted)
			}
		}
	})
}

// What is no text but says something, as the edge of a field or the knob of a toggle, stands out.
func TestControlsStandOut(t *testing.T) {
	every(func(name string, th theme.Theme) {
		for _, surface := range []string{"surface", "raised", "sunken"} {
			for _, role := range []string{"accent", "success", "warning", "danger", "muted"} {
				if got := theme.Contrast(th.Or(role, ""), th.Or(surface, "")); got < 3 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want 3", name, role, surface, got)
				}
			}
		}
		for _, hue := range append([]string{"accent", "danger"}, hues...) {
			c := th.Or(hue, "")
			if got := theme.Contrast(theme.On(c), c); got < 4.5 {
				t.Errorf("%s: a label on %s has a contrast of %.2f, want 4.5", name, hue, got)
			}
		}
	})
}

func TestLCHGoesThereAndBack(t *testing.T) {
	for v := 0; v < 1<<24; v += 65_521 {
		c := paint.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
		if back := theme.LCH(theme.ToLCH(c)); theme.Hex(back) != theme.Hex(c) {
			t.Errorf("%s comes back as %s", theme.Hex(c), theme.Hex(back))
		}
	}
}

// What is painted in a hue in the light theme is as bright as its name: the yellow of letters that can be read on white is olive.
func TestGroundsOfTheLightTheme(t *testing.T) {
	th := theme.New("light", "yellow", "")
	for _, hue := range append([]string{"accent"}, hues...) {
		ink, _ := th.Color(hue)
		fill, ok := th.Fill(hue)
		if !ok {
			t.Fatalf("no ground of %s", hue)
		}
		if got := theme.Contrast(theme.On(fill), fill); got < 4.5 {
			t.Errorf("a label on a ground of %s (%s) has a contrast of %.2f, want 4.5", hue, theme.Hex(fill), got)
		}
		inkL, _, inkH := theme.ToLCH(ink)
		fillL, _, fillH := theme.ToLCH(fill)
		if turn := math.Abs(inkH - fillH); hue != "gray" && min(turn, 360-turn) > 25 {
			t.Errorf("%s is of the hue %.0f in letters and %.0f as a ground", hue, inkH, fillH)
		}
		if fillL < inkL {
			t.Errorf("%s is darker as a ground, %.2f, than in letters, %.2f", hue, fillL, inkL)
		}
	}
	yellow, _ := th.Fill("yellow")
	if l, _, _ := theme.ToLCH(yellow); l < 0.8 {
		t.Errorf("a ground of yellow has a lightness of %.2f", l)
	}
	if accent := th.Or("on-accent", ""); accent != theme.On(yellow) {
		t.Errorf("letters on an accent of yellow are %s", theme.Hex(accent))
	}
	dark := theme.New("dark", "", "")
	if c, _ := dark.Fill("yellow"); c != dark.Or("yellow", "") {
		t.Error("the dark theme has two yellows")
	}
}
