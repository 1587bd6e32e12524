package window_test

import (
	"image/color"
	"strings"
	"testing"

	"cellshell/gpu/window"
)

// A shader is tried where it is drawn: what is good runs in the same picture, what is not shows its fallback and why.
func TestTrial(t *testing.T) {
	green := color.RGBA{0, 255, 0, 255}
	for name, tt := range map[string]struct {
		kage, dead, why string
		want            color.RGBA
	}{
		"a good one":            {kage: flat, want: color.RGBA{255, 0, 0, 255}},
		"one that is misspelt":  {kage: "func Fragment(dst vec4, src vec2, color vec4) vec4 {\n\treturn vec4(nothing)\n}", why: "line 2: ", want: green},
		"one that calls itself": {kage: "func f(x float) float { return f(x) }\nfunc Fragment(dst vec4, src vec2, color vec4) vec4 { return vec4(f(1)) }", why: "calls itself", want: green},
		"after a death":         {kage: flat, dead: "the graphics died", why: "the graphics died", want: green},
	} {
		t.Run(name, func(t *testing.T) {
			var why []string
			begun, ended := 0, 0
			r := window.NewRenderer()
			r.Trust(window.NewTrial(window.TrialOptions{
				Dead: tt.dead, Begin: func() { begun++ }, End: func() { ended++ },
				Judged: func(source, w string) {
					if source != tt.kage {
						t.Errorf("judged was %q", source)
					}
					why = append(why, w)
				},
			}))
			op := shaded(tt.kage, 1, 0, 0, 1)
			for range 2 {
				got := look(t, r, op)
				if c := got.RGBAAt(30, 60); !near(c, tt.want) {
					t.Errorf("it looks %v, want %v", c, tt.want)
				}
			}
			if len(why) != 1 || (tt.why == "") != (why[0] == "") || !strings.Contains(why[0], tt.why) {
				t.Errorf("why: %q, want %q once", why, tt.why)
			}
			if begun != ended || (begun > 0) != (tt.dead == "" && tt.why != "calls itself") {
				t.Errorf("%d trials have begun, %d ended", begun, ended)
			}
		})
	}
}
