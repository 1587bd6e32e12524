// Package pane puts pixels into a window past its graphics driver (X11 PutImage): only those that have changed go to the display.
// Where the driver itself is a program on the processor, that is what it would do in the end, with the whole window each time.
//
// One goroutine hears what the server says of the window; it ends with Close, which waits for it.
package pane

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Pane is a window to put pixels into. Put is for one goroutine.
type Pane struct {
	c       *xgb.Conn
	window  xproto.Drawable
	gc      xproto.Gcontext
	depth   byte
	rows    []byte // scratch
	goes    sync.WaitGroup
	gone    atomic.Bool
	exposed func()
}

// Open makes a pane of a window of a display, $DISPLAY when the name is "". exposed is called, from a goroutine, when the display has
// forgotten a part of what was put. The error says why pixels cannot be put there.
func Open(display string, window uint32, exposed func()) (*Pane, error) {
	xgb.Logger.SetOutput(io.Discard) // it would write to the terminal what is returned as an error too
	c, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	p := &Pane{c: c, window: xproto.Drawable(window), exposed: exposed}
	if err := p.prepare(xproto.Window(window)); err != nil {
		c.Close()
		return nil, err
	}
	p.goes.Go(p.listen) // ends with the connection
	return p, nil
}

// Close lets go of the window.
func (p *Pane) Close() {
	p.c.Close()
	p.goes.Wait()
}

func (p *Pane) prepare(window xproto.Window) error {
	g, err := xproto.GetGeometry(p.c, p.window).Reply()
	if err != nil {
		return err
	}
	a, err := xproto.GetWindowAttributes(p.c, window).Reply()
	if err != nil {
		return err
	}
	p.depth = g.Depth
	if err := plain(xproto.Setup(p.c), a.Visual, g.Depth); err != nil {
		return err
	}
	if p.gc, err = xproto.NewGcontextId(p.c); err != nil {
		return err
	}
	if err := xproto.CreateGCChecked(p.c, p.gc, p.window, 0, nil).Check(); err != nil {
		return err
	}
	const heard = xproto.EventMaskExposure | xproto.EventMaskStructureNotify
	return xproto.ChangeWindowAttributesChecked(p.c, window, xproto.CwEventMask, []uint32{heard}).Check()
}

// plain finds out whether the pixels of a kind of window are four bytes: blue, green, red, and one that does not count.
func plain(s *xproto.SetupInfo, visual xproto.Visualid, depth byte) error {
	if s.ImageByteOrder != xproto.ImageOrderLSBFirst {
		return errors.New("the display has the largest byte first")
	}
	for _, f := range s.PixmapFormats {
		if f.Depth == depth && f.BitsPerPixel != 32 {
			return fmt.Errorf("a pixel has %d bits, not 32", f.BitsPerPixel)
		}
	}
	for _, screen := range s.Roots {
		for _, d := range screen.AllowedDepths {
			for _, v := range d.Visuals {
				if v.VisualId == visual && d.Depth == depth && v.Class == xproto.VisualClassTrueColor &&
					v.RedMask == 0xff0000 && v.GreenMask == 0xff00 && v.BlueMask == 0xff {
					return nil
				}
			}
		}
	}
	return fmt.Errorf("its pixels are not those of visual %#x", visual)
}

// listen hears what becomes of the window.
func (p *Pane) listen() {
	defer p.exposed() // whoever puts next finds that it is gone
	defer p.gone.Store(true)
	for {
		e, err := p.c.WaitForEvent()
		switch e := e.(type) {
		case nil:
			if err == nil {
				return
			}
		case xproto.ExposeEvent:
			if e.Count == 0 {
				p.exposed()
			}
		case xproto.DestroyNotifyEvent:
			return
		}
	}
}
