package theme_test

import (
	"testing"

	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

func TestTextIsReadableOnEverySurface(t *testing.T) {
	for _, mode := range []string{"dark", "light"} {
		for _, contrast := range []string{"", "high"} {
			th := theme.New(mode, "", contrast)
			for _, surface := range []string{"surface", "raised", "sunken"} {
				for _, role := range []string{"text", "muted", "accent", "success", "warning", "danger", "red", "orange", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple", "pink", "brown", "gray"} {
					if got := theme.Contrast(th.Or(role, ""), th.Or(surface, "")); got < 4.5 {
						t.Errorf("%s %s: %s on %s has contrast %.2f, want 4.5", mode, contrast, role, surface, got)
					}
				}
			}
		}
	}
}

func TestOnAccentIsReadableOnAnyAccent(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := paint.Color{R: uint8(r), G: uint8(g), B: uint8(b), A: 255}
				if got := theme.Contrast(theme.On(c), c); got < 4.3 {
					t.Fatalf("on %s: contrast %.2f", theme.Hex(c), got)
				}
			}
		}
	}
}

func TestEveryRoleResolves(t *testing.T) {
	for _, mode := range []string{"dark", "light"} {
		for _, role := range ui.Roles {
			if _, ok := theme.New(mode, "purple", "").Color(role); !ok {
				t.Errorf("%s: no colour for role %q", mode, role)
			}
		}
	}
	for _, bad := range []string{"", "#12", "#12345g", "12345678", "blurple"} {
		if c, ok := theme.New("dark", "", "").Color(bad); ok {
			t.Errorf("%q gave %v", bad, c)
		}
	}
}

func TestAccentFollowsItsHue(t *testing.T) {
	for _, tc := range []struct{ accent, want string }{{"#ff0000", "#ff0000"}, {"red", "#ff7b7b"}, {"", "#78acff"}, {"no", "#78acff"}} {
		c, _ := theme.New("dark", tc.accent, "").Color("accent")
		if got := theme.Hex(c); got != tc.want {
			t.Errorf("accent %q is %s, want %s", tc.accent, got, tc.want)
		}
	}
}
