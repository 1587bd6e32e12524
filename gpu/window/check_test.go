package window_test

import (
	"image/color"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/window"
)

type broken struct{}

func (broken) Draw(dst *ebiten.Image, _ *paint.Scene) { dst.Fill(color.Black) }

func TestCheck(t *testing.T) {
	for _, d := range []window.Drawer{window.NewRenderer(), &window.Fallback{}, broken{}} {
		draw(t, func(*ebiten.Image) {
			err := window.Check(d)
			if _, bad := d.(broken); bad != (err != nil) {
				t.Errorf("%T: %v", d, err)
			}
		})
	}
}
