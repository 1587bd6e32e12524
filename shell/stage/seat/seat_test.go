package seat_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"go.uber.org/goleak"

	"cellshell/internal/testenv"
	"cellshell/shell/stage/seat"
)

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
	c, id := x.Window()
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
	xproto.SetInputFocus(c, xproto.InputFocusPointerRoot, xproto.WindowNone, 0)
	testenv.Eventually(t, 5*time.Second, "the keyboard goes elsewhere", func() bool { heard = s.Take(heard); return said(heard) == "unfocus" })
	xproto.DestroyWindow(c, id)
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
	x.Window()
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
