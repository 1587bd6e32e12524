package compositor_test

import (
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// A shader is one operation with its fallback inside; its colours are those of the theme, its time that of the picture, and
// the pointer touches it, not what stands in for it.
func TestShader(t *testing.T) {
	button := compositortest.Node(ui.KindButton, "instead")
	button.Events = []ui.EventKind{ui.EventTap}
	n := compositortest.Node(ui.KindShader, "", compositortest.Node(ui.KindColumn, "", button))
	n.Shader = &ui.Shader{Kage: "x", Animate: true, Uniforms: []ui.Uniform{{Name: "Tone", Color: "#ff000080"}, {Name: "Speed", Values: []float64{2, 3}}}}
	in := compositortest.Desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10}, n)
	l := compositor.Arrange(in)
	root, ok := l.Node("a", "shader0")
	if !ok || root.Bounds.W != 160 || root.Bounds.H != 120 {
		t.Fatalf("a shader without a size is %v", root.Bounds)
	}
	var got []paint.Shader
	for _, op := range compositor.Paint(in, l, nil, 90*time.Second).Ops {
		switch op := op.(type) {
		case paint.Shader:
			got = append(got, op)
		case paint.Glyphs:
			t.Error("the fallback is painted beside the shader")
		}
	}
	if len(got) != 1 || got[0].Rect != root.Bounds || got[0].Time != 90 || !got[0].Animate || got[0].Kage != "x" {
		t.Fatalf("%+v", got)
	}
	tone, speed := got[0].Uniforms[0].Values, got[0].Uniforms[1].Values
	if len(tone) != 4 || tone[3] < 0.49 || tone[3] > 0.51 || tone[0] != tone[3] || tone[1] != 0 || len(speed) != 2 || speed[1] != 3 {
		t.Errorf("uniforms %v", got[0].Uniforms)
	}
	words := false
	for _, op := range got[0].Fallback {
		_, glyphs := op.(paint.Glyphs)
		words = words || glyphs
	}
	if !words {
		t.Error("the fallback is not in it")
	}
	inside, _ := l.Node("a", "shader0/column0")
	if inside.Bounds != root.Bounds {
		t.Errorf("the fallback is %v, the shader %v", inside.Bounds, root.Bounds)
	}
	if hit := l.Hit(root.Bounds.X+80, root.Bounds.Y+60); hit.Node != "shader0" {
		t.Errorf("hit %q", hit.Node)
	}
	if f := l.Focusables("a"); len(f) != 0 {
		t.Errorf("%v can have the focus", f)
	}
}
