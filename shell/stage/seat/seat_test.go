package seat_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"go.uber.org/goleak"

	"cellshell/internal/testenv"
	"cellshell/shell/stage/seat"
)

// window is a window of this process on a display, 400×300 at 100, 100, with the keyboard.
type window struct {
	c  *xgb.Conn
	id xproto.Window
}

func open(t *testing.T, x *testenv.Display) window {
	t.Helper()
	c, err := xgb.NewConnDisplay(x.Name())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	id, err := xproto.NewWindowId(c)
	if err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	atom, err := xproto.InternAtom(c, false, uint16(len("_NET_WM_PID")), "_NET_WM_PID").Reply()
	if err != nil {
		t.Fatal(err)
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
			t.Fatal(err)
		}
	}
	return window{c, id}
}

// said writes events in one line, releases of keys and times left out.
func said(events []seat.Event) string {
	var out []string
	for _, e := range events {
		switch e.Kind {
		case seat.Move:
			out = append(out, fmt.Sprintf("move %g,%g", e.X, e.Y))
		case seat.Press:
			out = append(out, fmt.Sprintf("press %d at %g,%g", e.Button, e.X, e.Y))
		case seat.Release:
			out = append(out, fmt.Sprintf("release %d", e.Button))
		case seat.Leave:
			out = append(out, "leave")
		case seat.Unfocus:
			out = append(out, "unfocus")
		case seat.KeyDown:
			if name := e.Sym.Name(); name != "" {
				out = append(out, name)
			} else if e.Sym.Types() {
				out = append(out, string(rune(e.Sym)))
			}
		}
	}
	return strings.Join(out, " ")
}

// TestEveryEventIsHeardInOrder does things at once of which a look now and then would see but the last.
func TestEveryEventIsHeardInOrder(t *testing.T) {
	x := testenv.StartDisplay(t)
	leaks := goleak.IgnoreCurrent()
	t.Cleanup(func() { goleak.VerifyNone(t, leaks) })
	s, err := seat.Listen(x.Name(), os.Getpid(), func() {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if s.Alive() {
		t.Error("a window is heard before there is one")
	}
	w := open(t, x)
	testenv.Eventually(t, 10*time.Second, "the window is heard", s.Alive)
	var heard []seat.Event
	for _, part := range []struct {
		name string
		do   []string
		want string
	}{
		{"a click", []string{"mousemove", "150", "130", "mousedown", "1", "mousemove", "160", "130", "mouseup", "1"}, "move 50,30 press 1 at 50,30 move 60,30 release 1"},
		{"the wheel", []string{"click", "5", "click", "4"}, "press 5 at 60,30 press 4 at 60,30"},
		{"keys between clicks", []string{"key", "a", "click", "1", "key", "--delay", "0", "BackSpace", "A", "Left", "exclam"}, "a press 1 at 60,30 release 1 backspace A left !"},
		{"away with the button down, and back", []string{"mousedown", "3", "mousemove", "50", "50", "mousemove", "200", "200", "mouseup", "3"}, "press 3 at 60,30 move 100,100 release 3"},
		{"away", []string{"mousemove", "20", "20"}, "leave"},
	} {
		heard = heard[:0]
		x.Do(part.do...)
		testenv.Eventually(t, 5*time.Second, part.name+": "+part.want, func() bool {
			heard = s.Take(heard)
			got := said(heard)
			if part.name == "away with the button down, and back" { // moves in a row become one, or do not
				got = strings.Replace(got, "move -50,-50 ", "", 1)
			}
			return got == part.want
		})
	}
	if i := slices.IndexFunc(heard, func(e seat.Event) bool { return e.Time == 0 && e.Kind != seat.Unfocus }); i >= 0 {
		t.Errorf("an event has no time: %+v", heard[i])
	}
	heard = heard[:0]
	xproto.SetInputFocus(w.c, xproto.InputFocusPointerRoot, xproto.WindowNone, 0)
	testenv.Eventually(t, 5*time.Second, "the keyboard goes elsewhere", func() bool { heard = s.Take(heard); return said(heard) == "unfocus" })
	xproto.DestroyWindow(w.c, w.id)
	testenv.Eventually(t, 5*time.Second, "a window that is gone is not heard", func() bool { return !s.Alive() })
}

// TestNobodyTakes: what is never taken does not grow, and the newest is there.
func TestNobodyTakes(t *testing.T) {
	x := testenv.StartDisplay(t)
	wakes := make(chan struct{}, 4*seat.MaxWaiting)
	s, err := seat.Listen(x.Name(), os.Getpid(), func() { wakes <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	open(t, x)
	testenv.Eventually(t, 10*time.Second, "the window is heard", s.Alive)
	x.Do("mousemove", "150", "130", "click", "--repeat", "600", "--delay", "0", "1", "click", "5")
	var heard []seat.Event
	testenv.Eventually(t, 10*time.Second, "the newest event is there", func() bool {
		time.Sleep(50 * time.Millisecond)
		heard = s.Take(nil)
		return len(heard) > 0 && heard[len(heard)-1].Button == 5 && heard[len(heard)-1].Kind == seat.Press
	})
	if len(heard) > seat.MaxWaiting {
		t.Errorf("%d events wait, at most %d", len(heard), seat.MaxWaiting)
	}
	if n := len(wakes); n > 30 {
		t.Errorf("woken %d times for events that nobody has taken", n)
	}
}

func TestWhatIsNoDisplay(t *testing.T) {
	if s, err := seat.Listen(":987654", 1, func() {}); err == nil {
		s.Close()
		t.Error("a display that is not there is heard")
	}
}
