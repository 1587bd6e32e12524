package main_test

import (
	"bytes"
	"context"
	"image"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/membrane/wire"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// freeze stops a process for two seconds.
func freeze(t *testing.T, pid int, meanwhile func()) {
	t.Helper()
	if pid <= 0 {
		t.Fatal("there is no process to stop")
	}
	began := time.Now()
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = syscall.Kill(pid, syscall.SIGCONT) }()
	meanwhile()
	time.Sleep(time.Until(began.Add(2 * time.Second)))
}

// TestNobodyElseFreezes stops a cell, a screen and the body for two seconds each, leaves a screen that never reads, fills all
// places for screens and removes the control socket: everybody else goes on, and what was stopped does too.
func TestNobodyElseFreezes(t *testing.T) {
	d := testenv.Start(t)
	d.Call(control.MethodSpawn, control.SpawnParams{Source: testenv.Runner, Name: "runner", At: "bottom-right"}, nil)
	g := d.Attach(t)
	g.Watch(testenv.Step)
	plus := node(d, "counter", "plus")
	x, y := middle(plus)
	taps := 0
	tap := func(t *testing.T) {
		t.Helper()
		taps++
		g.Click(x, y, 1)
		testenv.Eventually(t, 1500*time.Millisecond, "a click is counted", func() bool { return counted(d) == taps })
	}
	moves := func(t *testing.T, f func()) {
		t.Helper()
		g.Gaps()
		f()
		if n := len(g.Gaps()); n < 20 {
			t.Errorf("the screen showed %d steps meanwhile", n)
		}
	}
	settle := func() {
		for end := time.Now().Add(30 * time.Second); !compiled(d) && time.Now().Before(end); {
			time.Sleep(50 * time.Millisecond) // the compiled self of a cell takes over once, and is another process
		}
	}
	tap(t)
	settle()

	t.Run("a cell that stands still", func(t *testing.T) {
		pid := d.Inspect("notes").PID
		moves(t, func() {
			freeze(t, pid, func() {
				ax, ay := middle(area(d))
				g.Click(ax, ay, 1)
				g.Keys("a")
				testenv.Eventually(t, time.Second, "a key is shown", func() bool { return area(d).Text == "a" })
				tap(t)
			})
		})
		testenv.Eventually(t, 3*time.Second, "the cell hears of it", func() bool { return strings.Contains(string(d.Inspect("notes").State), `"a"`) })
		if is := d.Inspect("notes").PID; is != pid {
			t.Errorf("the cell was process %d and is %d", pid, is)
		}
	})
	t.Run("a screen that stands still", func(t *testing.T) {
		c, err := net.Dial("unix", d.Socket())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if err := wire.Write(c, []byte(`{"method":"attach","params":{"w":800,"h":600,"scale":1}}`)); err != nil {
			t.Fatal(err)
		}
		testenv.Eventually(t, 2*time.Second, "it is attached", func() bool { return len(d.Screens()) == 2 })
		moves(t, func() {
			for _, sentence := range []string{"make this red", "make this green"} {
				began := time.Now()
				d.Must("counter/minus", sentence)
				if took := time.Since(began); took > 2*time.Second {
					t.Errorf("%q took %v beside a screen that never reads", sentence, took)
				}
			}
			tap(t)
			time.Sleep(time.Second)
		})
		for _, s := range d.Screens() {
			if s.W == 800 && s.Sent > s.Shown+attach.MaxAhead {
				t.Errorf("%d frames are under way to a screen that shows none, limit %d", s.Sent-s.Shown, attach.MaxAhead)
			}
		}
	})
	t.Run("a body that stands still", func(t *testing.T) {
		settle() // the counter was evolved above
		cells := map[string]int{}
		for _, id := range []string{"panel", "notes", "counter", "runner"} {
			cells[id] = d.Inspect(id).PID
		}
		sign := func() []byte { return g.Sees(image.Rect(1180, 777, 1230, 780)).Pix } // its edge, below all that moves
		calm := sign()
		freeze(t, d.BodyPID(), func() {
			taps++
			g.Click(x, y, 1)
			testenv.Eventually(t, 5*time.Second, "the screen says that nobody answers", func() bool { return !bytes.Equal(sign(), calm) })
		})
		testenv.Eventually(t, 3*time.Second, "it says so no more", func() bool { return bytes.Equal(sign(), calm) })
		testenv.Eventually(t, 3*time.Second, "the click arrives after", func() bool { return counted(d) == taps })
		for id, pid := range cells {
			if is := d.Inspect(id).PID; is != pid {
				t.Errorf("%s was process %d and is %d", id, pid, is)
			}
		}
	})
	t.Run("all places for screens", func(t *testing.T) {
		var all []net.Conn
		defer func() {
			for _, c := range all {
				c.Close()
			}
		}()
		testenv.Eventually(t, 5*time.Second, "16 are attached", func() bool {
			if n := len(d.Screens()); n < 16 {
				c, err := net.Dial("unix", d.Socket())
				if err == nil {
					all = append(all, c)
					_ = wire.Write(c, []byte(`{"method":"attach","params":{"w":640,"h":480,"scale":1}}`))
					time.Sleep(20 * time.Millisecond)
				}
			}
			return len(d.Screens()) == 16
		})
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		c, err := control.DialPath(ctx, d.Socket())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		err = c.Call(ctx, attach.MethodAttach, attach.Params{W: 640, H: 480, Scale: 1}, nil, nil)
		if err == nil || !strings.Contains(err.Error(), "16 screens") {
			t.Errorf("the seventeenth screen: %v", err)
		}
		moves(t, func() { tap(t); time.Sleep(time.Second) })
		for _, c := range all {
			c.Close()
		}
		testenv.Eventually(t, 3*time.Second, "they are gone", func() bool { return len(d.Screens()) == 1 })
	})
	t.Run("no socket", func(t *testing.T) {
		if err := os.Remove(d.Socket()); err != nil {
			t.Fatal(err)
		}
		d.WaitUp(3 * time.Second)
		tap(t)
	})
	t.Run("another desktop at once", func(t *testing.T) {
		_, errOut, code := d.Shell("cellshell --headless --quiet & cellshell --headless --quiet; r=$?; wait; exit $r")
		if code == 0 || !strings.Contains(errOut, "already running") {
			t.Errorf("a second desktop: exit code %d, %s", code, errOut)
		}
		tap(t)
	})
	var r act.Receipt
	if d.Call(control.MethodEvolve, control.EvolveParams{Sentence: "make this red", At: "counter/plus"}, &r); r.Status != act.Done {
		t.Errorf("after all: %s %s", r.Status, r.Reason)
	}
}

// compiled reports whether every cell runs on the engine it stays on.
func compiled(d *testenv.Desk) bool {
	var cells []control.CellInfo
	d.Call(control.MethodLs, nil, &cells)
	for _, c := range cells {
		if c.Engine != "native" {
			return false
		}
	}
	return true
}
