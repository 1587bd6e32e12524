package window_test

import (
	"image"
	"image/color"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/gputest"
	"cellshell/gpu/kage"
	"cellshell/gpu/paint"
	"cellshell/gpu/window"
)

// trusting allows every shader that passes the check of its source, once it is told to.
type trusting struct {
	turn uint64
	no   bool
}

func (j *trusting) Turn() uint64 { return j.turn }

func (j *trusting) Allowed(source string) *kage.Program {
	p, err := kage.Check(source)
	if err != nil || j.no {
		return nil
	}
	return p
}

const (
	flat = `var Tone vec4
func Fragment(dst vec4, src vec2, color vec4) vec4 { return Tone }`
	places = `var Size vec2
var Time float
func Fragment(dst vec4, src vec2, color vec4) vec4 {
	p := (dst.xy - imageDstOrigin()) / Size
	return vec4(p, Time, 1)
}`
	mirror = `func Fragment(dst vec4, src vec2, color vec4) vec4 {
	o := imageSrc0Origin()
	return imageSrc0At(vec2(o.x + imageSrc0Size().x - (src.x - o.x), src.y))
}`
)

func shaded(source string, values ...float32) paint.Shader {
	return paint.Shader{
		Rect: paint.Rect{X: 10, Y: 20, W: 40, H: 30}, Kage: source, Alpha: 1, Uniforms: []paint.Uniform{{Name: "Tone", Values: values}},
		Fallback: []paint.Op{paint.RoundRect{Rect: paint.Rect{X: 10, Y: 20, W: 20, H: 30}, Fill: gputest.RGB(0x00ff00)}},
	}
}

// look draws one operation on black and returns the picture.
func look(t *testing.T, r *window.Renderer, op paint.Op) *image.RGBA {
	t.Helper()
	return picture(t, r, &paint.Scene{W: 64, H: 64, Scale: 2, Ops: []paint.Op{paint.RoundRect{Rect: paint.Rect{W: 64, H: 64}, Fill: gputest.RGB(0)}, op}})
}

func near(a, b color.RGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) <= 3 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B) && d(a.A, b.A)
}

func TestShadersOfCells(t *testing.T) {
	timed := shaded(places)
	timed.Time = 0.5
	faint, round := shaded(flat, 1, 0, 0, 1), shaded(flat, 1, 0, 0, 1)
	faint.Alpha, round.Radius = 0.5, 15
	black := color.RGBA{A: 255}
	for name, tt := range map[string]struct {
		op   paint.Op
		want map[image.Point]color.RGBA // at device pixels
	}{
		"a uniform":        {shaded(flat, 1, 0, 0, 1), map[image.Point]color.RGBA{{20, 40}: {255, 0, 0, 255}, {99, 99}: {255, 0, 0, 255}, {19, 40}: black, {100, 50}: black}},
		"too few numbers":  {shaded(flat, 1), map[image.Point]color.RGBA{{50, 50}: {255, 0, 0, 255}}},
		"places and time":  {timed, map[image.Point]color.RGBA{{20, 40}: {2, 2, 128, 255}, {60, 70}: {128, 128, 128, 255}, {99, 99}: {253, 253, 128, 255}}},
		"blended":          {faint, map[image.Point]color.RGBA{{50, 50}: {128, 0, 0, 255}}},
		"rounded":          {round, map[image.Point]color.RGBA{{21, 41}: black, {60, 70}: {255, 0, 0, 255}}},
		"its fallback":     {shaded(mirror), map[image.Point]color.RGBA{{30, 60}: black, {90, 60}: {0, 255, 0, 255}}},
		"refused by check": {shaded("func Fragment("), map[image.Point]color.RGBA{{30, 60}: {0, 255, 0, 255}, {90, 60}: black}},
	} {
		t.Run(name, func(t *testing.T) {
			r := window.NewRenderer()
			r.Trust(&trusting{})
			got := look(t, r, tt.op)
			for p, want := range tt.want {
				if c := got.RGBAAt(p.X, p.Y); !near(c, want) {
					t.Errorf("at %v: %v, want %v", p, c, want)
				}
			}
		})
	}
}

// A shader that was found good is drawn in the next picture, although the scene is the same; what it computes anew too.
func TestVerdictsChangeThePicture(t *testing.T) {
	r, j := window.NewRenderer(), &trusting{no: true}
	r.Trust(j)
	op := shaded(places)
	op.Animate = true
	if got := look(t, r, op).RGBAAt(30, 60); got != (color.RGBA{0, 255, 0, 255}) || r.Moving() {
		t.Errorf("before the verdict: %v, moving %v", got, r.Moving())
	}
	j.no, j.turn = false, 1
	if got := look(t, r, op).RGBAAt(60, 70); !near(got, color.RGBA{128, 128, 0, 255}) || !r.Moving() {
		t.Errorf("after the verdict: %v, moving %v", got, r.Moving())
	}
	op.Time = 1
	if got := look(t, r, op).RGBAAt(60, 70); !near(got, color.RGBA{128, 128, 255, 255}) {
		t.Errorf("later: %v", got)
	}
}

// However a scene with shaders comes about, drawing what differs gives what drawing all gives.
func TestShadersAreDrawnAgain(t *testing.T) {
	j := &trusting{}
	a, b := window.NewRenderer(), window.NewRenderer()
	a.Trust(j)
	b.Trust(j)
	for i := range 12 {
		f := float32(i)
		scene := &paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: []paint.Op{
			paint.RoundRect{Rect: paint.Rect{W: 64, H: 48}, Fill: gputest.RGB(0x303040)},
			paint.PushClip{Rect: paint.Rect{X: 5, Y: 5, W: 50, H: 40}, Radius: 12},
			shaded(flat, f/12, 0.5, 1-f/12, 1), shaded(mirror),
			paint.PushLayer{Alpha: 0.5},
			shaded(mirror),
			paint.PopLayer{},
			paint.PopClip{},
			paint.RoundRect{Rect: paint.Rect{X: float64(i) * 3, Y: 25, W: 6, H: 6}, Fill: gputest.RGB(0xffffff)},
		}}
		var again, whole *image.RGBA
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(96, 72)
			defer dst.Deallocate()
			a.Draw(dst, scene)
			again = pixels(dst)
			b.Draw(dst, &paint.Scene{W: 32, H: 24, Scale: 3})
			b.Draw(dst, scene)
			whole = pixels(dst)
		})
		for k := range whole.Pix {
			if d := int(again.Pix[k]) - int(whole.Pix[k]); d < -1 || d > 1 {
				t.Fatalf("frame %d: pixel %d,%d is %v instead of %v", i, k/4%96, k/4/96, again.Pix[k&^3:k&^3+4], whole.Pix[k&^3:k&^3+4])
			}
		}
	}
}
