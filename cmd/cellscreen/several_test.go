package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/attach"
)

// open opens one more window onto a desktop and waits until it shows something.
func open(t *testing.T, d *testenv.Desk, x *testenv.Display, flags string) attach.Screen {
	t.Helper()
	before := len(d.Screens())
	out, errOut, code := d.Shell("DISPLAY=" + x.Name() + " timeout 120 cellscreen " + flags + " >>window.log 2>&1 & echo $!")
	pid, err := strconv.Atoi(strings.TrimSpace(out))
	if err != nil || code != 0 {
		t.Fatalf("cellscreen: %d %s%s", code, out, errOut)
	}
	t.Cleanup(func() { _ = syscall.Kill(pid, syscall.SIGTERM) })
	var s attach.Screen
	testenv.Eventually(t, 30*time.Second, "another window shows the desktop", func() bool {
		all := d.Screens()
		if len(all) > before {
			s = all[len(all)-1]
		}
		return s.Shown > 0
	})
	time.Sleep(600 * time.Millisecond) // the window system takes its time with the first
	for _, now := range d.Screens() {
		if now.Number == s.Number {
			s = now
		}
	}
	return s
}

// A window on a display of small pixels and one that covers another display, where nobody manages windows, show one desktop,
// each in its own size; either has hands, and one that dies leaves the other.
func TestSeveralWindows(t *testing.T) {
	if _, err := exec.LookPath("xrdb"); err != nil {
		t.Skip("xrdb is not installed; .ci/needs installs it")
	}
	d := testenv.Start(t)
	fine, plain := testenv.StartDisplay(t), testenv.StartDisplay(t)
	cmd := exec.Command("xrdb", "-merge")
	cmd.Env, cmd.Stdin = append(os.Environ(), "DISPLAY="+fine.Name()), strings.NewReader("Xft.dpi: 192\n")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xrdb: %v %s", err, out)
	}

	a := open(t, d, fine, "--width 640 --height 400")
	if a.W != 640 || a.H != 400 || a.Scale != 2 || !a.Primary {
		t.Errorf("on a display of 192 dots an inch the window is %+v", a)
	}
	ax, ay := middle(area(d))
	fine.Click(2*ax, 2*ay)
	fine.Type("two")
	testenv.Eventually(t, 5*time.Second, "what is typed there stands in the note", func() bool { return area(d).Text == "two" })
	if got := onGlass(t, d, fine).Bounds(); got.Dx() != 1280 || got.Dy() != 800 {
		t.Errorf("its picture is %v", got)
	}

	b := open(t, d, plain, "--fullscreen")
	if b.W != 1280 || b.H != 800 || b.Scale != 1 || b.Primary {
		t.Errorf("the window that covers a display is %+v", b)
	}
	if p := d.Inspect("panel").Bounds; p.W != 640 {
		t.Errorf("the second window changed the layout of the first: %g", p.W)
	}
	plain.Click(360+420, 228+180) // of the note, which is in the middle of each
	plain.Key("ctrl+End")
	plain.Type(" hands")
	testenv.Eventually(t, 5*time.Second, "what is typed at the other stands there too", func() bool { return area(d).Text == "two hands" })
	onGlass(t, d, fine, "--screen", fmt.Sprint(a.Number))
	onGlass(t, d, plain, "--screen", fmt.Sprint(b.Number))

	if err := syscall.Kill(a.PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 5*time.Second, "the other one is the first now", func() bool {
		all := d.Screens()
		return len(all) == 1 && all[0].Number == b.Number && all[0].Primary
	})
	if p := d.Inspect("panel").Bounds; p.W != 1280 {
		t.Errorf("the layout is not that of the one window: %g", p.W)
	}
	plain.Type("!")
	testenv.Eventually(t, 5*time.Second, "it goes on", func() bool { return area(d).Text == "two hands!" })
	plain.Shot("alone")

	c := open(t, d, plain, "--width 600 --height 400 --scale 1.5 --renderer gpu")
	if c.W != 600 || c.H != 400 || c.Scale != 1.5 || c.Primary {
		t.Errorf("a window of a scale of its own is %+v", c)
	}
	if got := glassShot(t, d, "--screen", fmt.Sprint(c.Number)).Bounds(); got.Dx() != 900 || got.Dy() != 600 {
		t.Errorf("its picture is %v", got)
	}
}
