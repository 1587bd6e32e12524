package soft_test

import (
	"image"
	"slices"
	"testing"

	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

func TestDamageIsWhereScenesDiffer(t *testing.T) {
	box := func(x float64, c uint32) paint.Op {
		return paint.RoundRect{Rect: paint.Rect{X: x, Y: 10, W: 20, H: 20}, Fill: rgb(c)}
	}
	clip := paint.PushClip{Rect: paint.Rect{X: 0, Y: 0, W: 60, H: 15}}
	grown, wide := paint.PushClip{Rect: paint.Rect{W: 60, H: 18}}, paint.PushClip{Rect: paint.Rect{W: 100, H: 100}}
	tests := []struct {
		name     string
		old, now []paint.Op
		want     []image.Rectangle
	}{
		{"equal scenes", []paint.Op{box(0, 1), clip, box(9, 3)}, []paint.Op{box(0, 1), clip, box(9, 3)}, nil},
		{"another colour", []paint.Op{box(0, 1), box(40, 2)}, []paint.Op{box(0, 1), box(40, 3)}, []image.Rectangle{image.Rect(40, 10, 60, 30)}},
		{"moved", []paint.Op{box(0, 1)}, []paint.Op{box(50, 1)}, []image.Rectangle{image.Rect(0, 10, 20, 30), image.Rect(50, 10, 70, 30)}},
		{"added", []paint.Op{box(0, 1), box(70, 2)}, []paint.Op{box(0, 1), box(30, 5), box(70, 2)}, []image.Rectangle{image.Rect(30, 10, 50, 30)}},
		{"under a clip", []paint.Op{clip, box(0, 1), paint.PopClip{}}, []paint.Op{clip, box(0, 2), paint.PopClip{}}, []image.Rectangle{image.Rect(0, 10, 20, 15)}},
		{"a pop that others need", []paint.Op{clip, box(0, 1), paint.PopClip{}, box(5, 1)}, []paint.Op{clip, box(0, 1), box(5, 1)}, []image.Rectangle{image.Rect(0, 0, 100, 100)}},
		{
			"two groups change, and not what lies between",
			[]paint.Op{box(0, 9), clip, box(0, 1), paint.PopClip{}, box(30, 7), wide, box(70, 2), paint.PopClip{}},
			[]paint.Op{box(0, 9), grown, box(0, 1), box(0, 5), paint.PopClip{}, box(30, 7), wide, box(70, 3), paint.PopClip{}},
			[]image.Rectangle{image.Rect(0, 10, 20, 18), image.Rect(70, 10, 90, 30)},
		},
		{
			"one thing of a group changes, and a group comes",
			[]paint.Op{box(0, 9), clip, box(0, 1), box(30, 2), paint.PopClip{}, box(50, 9)},
			[]paint.Op{box(0, 9), clip, box(0, 1), box(30, 3), paint.PopClip{}, wide, box(70, 2), paint.PopClip{}, box(50, 9)},
			[]image.Rectangle{image.Rect(30, 10, 50, 15), image.Rect(70, 10, 90, 30)},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var d soft.Differ
			d.Next(&paint.Scene{W: 100, H: 100, Scale: 1, Ops: tt.old})
			got := d.Next(&paint.Scene{W: 100, H: 100, Scale: 1, Ops: tt.now})
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// FuzzDamage changes one scene to another in a picture: drawing the damage again must give what drawing all gives.
func FuzzDamage(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}, 5, byte(7))
	f.Add([]byte("\x06\x10\x20\x30\x40\x50\x08\x01\x00\x30\x10\x20\x30\x40\x50\xff\xff\xff\xff"), 8, byte(90))
	f.Fuzz(func(t *testing.T, in []byte, at int, to byte) {
		if len(in) == 0 || len(in) > 400 {
			return
		}
		old := &paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: gputest.Operations(in)}
		in = slices.Clone(in)
		in[(at%len(in)+len(in))%len(in)] = to
		now := &paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: gputest.Operations(in)}
		sameAsWhole(t, old, now)
		// All of it in a group, of which one thing changes while another group lies over it for a moment.
		group := func(ops []paint.Op) []paint.Op {
			return slices.Concat([]paint.Op{paint.PushClip{Rect: paint.Rect{X: 4, Y: 4, W: 50, H: 40}, Radius: 9}}, balanced(ops), []paint.Op{paint.PopClip{}})
		}
		veil := slices.Concat([]paint.Op{paint.PushLayer{Alpha: float64(to) / 255}}, balanced(old.Ops), []paint.Op{paint.PopLayer{}})
		older, newer := *old, *now
		older.Ops, newer.Ops = group(old.Ops), slices.Concat(group(now.Ops), veil)
		sameAsWhole(t, &older, &newer)
		sameAsWhole(t, &newer, &older)
	})
}

// balanced leaves out what opens and closes clips and layers.
func balanced(ops []paint.Op) (out []paint.Op) {
	for _, op := range ops {
		switch op.(type) {
		case paint.PushClip, paint.PopClip, paint.PushLayer, paint.PopLayer:
		default:
			out = append(out, op)
		}
	}
	return out
}

func sameAsWhole(t *testing.T, old, now *paint.Scene) {
	t.Helper()
	got, want := soft.Render(old), soft.Render(now)
	var d soft.Differ
	d.Next(old)
	for _, r := range d.Next(now) {
		soft.RenderInto(got, now, r)
	}
	for i := range want.Pix {
		if got.Pix[i] != want.Pix[i] {
			t.Fatalf("pixel %d,%d differs", i/4%want.Rect.Dx(), i/4/want.Rect.Dx())
		}
	}
}
