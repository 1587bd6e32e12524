//go:build !js

package stage

import (
	"image"
	"slices"
	"sync/atomic"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/window"
	"cellshell/shell/stage/pane"
)

// direct is the way of pictures past a graphics driver that is emulated on the processor: it would take the whole picture
// through several copies for each number that changes.
type direct struct {
	drawer *window.Fallback // nil: the driver draws
	pane   *pane.Pane       // nil: not open
	pix    *image.RGBA      // what is on the glass; nil: it came through the driver
	lost   atomic.Bool      // the display has forgotten it
	late   *time.Timer      // puts all of it again
}

// reach opens the window to pictures, when there is one to speak to.
func (d *direct) reach(window uint32) {
	if d.drawer == nil || d.pane != nil || window == 0 || !asleep() {
		return
	}
	p, err := pane.Open("", window, d.forget)
	if err != nil {
		d.drawer = nil // the driver can do it
		return
	}
	d.pane = p
}

// forget makes all of the picture be put again.
func (d *direct) forget() {
	d.lost.Store(true)
	Wake()
}

// draw puts a scene on the glass. It is false when the graphics driver has to do it.
func (d *direct) draw(s *paint.Scene) bool {
	if d.pane == nil {
		return false
	}
	pix, changed := d.drawer.Render(s)
	if pix == nil {
		return false
	}
	if pix != d.pix {
		d.pix = pix
		d.lost.Store(true)
	}
	if d.lost.Load() {
		return d.mend()
	}
	return d.put(changed)
}

// mend puts back what the display has forgotten.
func (d *direct) mend() bool {
	if d.pix == nil || !d.lost.Swap(false) {
		return true
	}
	return d.put([]image.Rectangle{d.pix.Rect})
}

func (d *direct) put(areas []image.Rectangle) bool {
	for _, r := range areas {
		if err := d.pane.Put(d.pix, r); err != nil {
			d.close()
			return false
		}
	}
	return true
}

// close leaves the glass to the driver.
func (d *direct) close() {
	if d.late != nil {
		d.late.Stop()
	}
	if d.pane != nil {
		d.pane.Close()
	}
	d.drawer, d.pane, d.pix = nil, nil, nil
}

// picture is a copy of what is on the glass; what came through the driver is on dst.
func (d *direct) picture(dst *ebiten.Image) *image.RGBA {
	if d.pix == nil {
		return read(dst)
	}
	return &image.RGBA{Pix: slices.Clone(d.pix.Pix), Stride: d.pix.Stride, Rect: d.pix.Rect}
}

// overdrawn is how long after the driver has shown a picture it may still be on its way to the display.
const overdrawn = 100 * time.Millisecond

// DrawFinalScreen implements ebiten.FinalScreenDrawer: when the driver shows the window, it shows the newest picture.
func (g *Stage) DrawFinalScreen(screen ebiten.FinalScreen, offscreen *ebiten.Image, geoM ebiten.GeoM) {
	if d := &g.direct; d.pix != nil {
		d.drawer.Show(offscreen)
		if d.late == nil {
			d.late = time.AfterFunc(overdrawn, d.forget)
		} else {
			d.late.Reset(overdrawn)
		}
	}
	ebiten.DefaultDrawFinalScreen(screen, offscreen, geoM)
}
