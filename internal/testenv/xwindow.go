package testenv

import (
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Window opens a window of this process on the display, 400×300 at 100, 100, with the keyboard, until the test ends.
func (x *Display) Window() (*xgb.Conn, xproto.Window) {
	x.t.Helper()
	c, err := xgb.NewConnDisplay(x.Name())
	if err != nil {
		x.t.Fatal(err)
	}
	x.t.Cleanup(c.Close)
	id, err := xproto.NewWindowId(c)
	if err != nil {
		x.t.Fatal(err)
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	atom, err := xproto.InternAtom(c, false, uint16(len("_NET_WM_PID")), "_NET_WM_PID").Reply()
	if err != nil {
		x.t.Fatal(err)
	}
	pid := make([]byte, 4)
	xgb.Put32(pid, uint32(os.Getpid()))
	for _, err := range []error{
		xproto.CreateWindowChecked(c, 0, id, root, 100, 100, 400, 300, 0, xproto.WindowClassInputOutput, 0, 0, nil).Check(),
		xproto.ChangePropertyChecked(c, xproto.PropModeReplace, id, atom.Atom, xproto.AtomCardinal, 32, 1, pid).Check(),
		xproto.MapWindowChecked(c, id).Check(),
		xproto.SetInputFocusChecked(c, xproto.InputFocusPointerRoot, id, 0).Check(),
	} {
		if err != nil {
			x.t.Fatal(err)
		}
	}
	return c, id
}
