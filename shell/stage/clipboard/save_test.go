package clipboard_test

import (
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"cellshell/internal/testenv"
	"cellshell/shell/stage/clipboard"
)

// manage runs a clipboard manager on a display: asked to save, it reads the clipboard and then owns it.
func manage(d *desk, mute bool) {
	d.Helper()
	c, err := xgb.NewConnDisplay(d.display)
	if err != nil {
		d.Fatal(err)
	}
	atom := func(name string) xproto.Atom {
		r, err := xproto.InternAtom(c, false, uint16(len(name)), name).Reply()
		if err != nil {
			d.Fatal(err)
		}
		return r.Atom
	}
	clip, manager, save, utf8, got := atom("CLIPBOARD"), atom("CLIPBOARD_MANAGER"), atom("SAVE_TARGETS"), atom("UTF8_STRING"), atom("GOT")
	w, _ := xproto.NewWindowId(c)
	xproto.CreateWindow(c, 0, w, xproto.Setup(c).DefaultScreen(c).Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
	if err := xproto.SetSelectionOwnerChecked(c, w, manager, 0).Check(); err != nil {
		d.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { // ends with the connection
		defer close(ended)
		var asked xproto.SelectionRequestEvent
		var kept []byte
		for {
			e, err := c.WaitForEvent()
			if e == nil && err == nil {
				return
			}
			switch e := e.(type) {
			case xproto.SelectionRequestEvent:
				switch {
				case mute:
				case e.Selection == manager && e.Target == save:
					asked = e
					xproto.ConvertSelection(c, w, clip, utf8, got, e.Time)
				case e.Selection == clip:
					xproto.ChangeProperty(c, xproto.PropModeReplace, e.Requestor, e.Property, utf8, 8, uint32(len(kept)), kept)
					n := xproto.SelectionNotifyEvent{Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
					xproto.SendEvent(c, false, e.Requestor, 0, string(n.Bytes()))
				}
			case xproto.SelectionNotifyEvent:
				if p, err := xproto.GetProperty(c, true, w, got, xproto.GetPropertyTypeAny, 0, 1<<16).Reply(); err == nil {
					kept = p.Value
				}
				xproto.SetSelectionOwner(c, w, clip, 0)
				n := xproto.SelectionNotifyEvent{Requestor: asked.Requestor, Selection: asked.Selection, Target: asked.Target, Property: asked.Property}
				xproto.SendEvent(c, false, asked.Requestor, 0, string(n.Bytes()))
			}
		}
	}()
	d.Cleanup(func() { c.Close(); <-ended })
}

// TestWhatWasCopiedOutlivesTheWindow: a clipboard manager gets it before the board closes.
func TestWhatWasCopiedOutlivesTheWindow(t *testing.T) {
	d := start(t)
	manage(d, false)
	d.board.Own(clipboard.Clipboard, "Grüße, 世界")
	testenv.Eventually(t, 5*time.Second, "it is copied", func() bool { got, _ := d.xclip("", "-o", "-selection", "clipboard"); return got == "Grüße, 世界" })
	d.board.Close()
	if got, err := d.xclip("", "-o", "-selection", "clipboard"); got != "Grüße, 世界" {
		t.Errorf("after the window has closed the clipboard holds %q, %v", got, err)
	}
}

// TestWhatIsOfferedAgain: a text that a window before had copied is offered, unless somebody has copied another one since.
func TestWhatIsOfferedAgain(t *testing.T) {
	d := start(t)
	clip := func() string { got, _ := d.xclip("", "-o", "-selection", "clipboard"); return got }
	d.board.Offer(clipboard.Clipboard, "copied before")
	testenv.Eventually(t, 5*time.Second, "what nobody else has is offered again", func() bool { return clip() == "copied before" })
	d.offer("theirs")
	d.board.Offer(clipboard.Clipboard, "copied before")
	if got, err := d.read(clipboard.Clipboard); got != "theirs" || err != nil {
		t.Errorf("another program's text is replaced by %q, %v", got, err)
	}
}

// TestAManagerThatSaysNothing holds up the end of the window, but not for long.
func TestAManagerThatSaysNothing(t *testing.T) {
	d := start(t)
	manage(d, true)
	d.board.Own(clipboard.Clipboard, "text")
	began := time.Now()
	d.board.Close()
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("the board took %v to close", took)
	}
}
