package testenv

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/shell/attach"
)

// Display is an X server without a monitor, with a mouse and a keyboard that a test moves.
type Display struct {
	t    testing.TB
	name string
	n    int // pictures kept
}

// StartWindow runs a desktop with its window on a display of its own, 1280×800, and waits until the window shows it. The
// test is skipped where the programs for it are missing.
func StartWindow(t testing.TB, env ...string) (*Desk, *Display) {
	t.Helper()
	x := StartDisplay(t)
	d := StartOn(t, x, env...)
	Eventually(t, 10*time.Second, "the window is on the glass", func() bool {
		r, g, b, _ := x.Shot("start").At(640, 700).RGBA()
		x.n--
		return r+g+b > 0 // an empty display is black
	})
	return d, x
}

// StartOn runs a desktop with its window on a display, and waits until the window says that it has shown it.
func StartOn(t testing.TB, x *Display, env ...string) *Desk {
	t.Helper()
	d := start(t, Programs(t), x, env)
	d.WaitScreen(20 * time.Second)
	return d
}

// StartDisplay runs a display of 1280×800 until the test ends. The test is skipped where the programs for it are missing.
func StartDisplay(t testing.TB) *Display {
	t.Helper()
	for _, program := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; .ci/needs installs it", program)
		}
	}
	x := &Display{t: t}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{w}
	server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	t.Cleanup(func() { // after the desktop has ended
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	_ = r.SetReadDeadline(time.Now().Add(20 * time.Second))
	line, err := bufio.NewReader(r).ReadString('\n')
	r.Close()
	if err != nil {
		t.Fatalf("Xvfb did not say its display: %v", err)
	}
	x.name = ":" + strings.TrimSpace(line)
	return x
}

// Name is what $DISPLAY is set to for programs on it.
func (x *Display) Name() string { return x.name }

// Screens lists the attached screens.
func (d *Desk) Screens() []attach.Screen {
	d.t.Helper()
	var out []attach.Screen
	d.Call(attach.MethodScreens, nil, &out)
	return out
}

// WaitScreen waits until a screen shows the desktop, and returns it.
func (d *Desk) WaitScreen(within time.Duration) attach.Screen {
	d.t.Helper()
	deadline := time.Now().Add(within)
	for time.Now().Before(deadline) {
		var all []attach.Screen
		if d.call(attach.MethodScreens, nil, &all) == nil && len(all) > 0 && all[0].Shown > 0 {
			return all[0]
		}
		time.Sleep(5 * time.Millisecond)
	}
	d.t.Fatalf("no window within %v; the desktop said:\n%s", within, d.Log())
	return attach.Screen{}
}

// Do has xdotool do something: "mousemove", "10", "20", "click", "1".
func (x *Display) Do(args ...string) {
	x.t.Helper()
	cmd := exec.Command("timeout", append([]string{"20", "xdotool"}, args...)...)
	cmd.Env = append(os.Environ(), "DISPLAY="+x.name)
	if out, err := cmd.CombinedOutput(); err != nil {
		x.t.Fatalf("xdotool %s: %v %s", strings.Join(args, " "), err, out)
	}
}

// pace is the time between two acts of the hands. Hands are not faster, and a window that draws on a busy processor looks
// at them only between two pictures.
const pace = 80 * time.Millisecond

// Move puts the pointer somewhere.
func (x *Display) Move(px, py float64) {
	x.t.Helper()
	x.Do("mousemove", strconv.Itoa(int(px)), strconv.Itoa(int(py)))
	time.Sleep(pace)
}

// Click presses and releases the left button somewhere.
func (x *Display) Click(px, py float64) {
	x.t.Helper()
	x.Move(px, py)
	x.Do("click", "1")
	time.Sleep(pace)
}

// Drag moves the pointer with the button down, in steps.
func (x *Display) Drag(px, py, dx, dy float64, steps int) {
	x.t.Helper()
	x.Move(px, py)
	x.Do("mousedown", "1")
	time.Sleep(pace)
	for i := range steps {
		k := float64(i+1) / float64(steps)
		x.Move(px+dx*k, py+dy*k)
	}
}

// Type types a text.
func (x *Display) Type(text string) {
	x.t.Helper()
	x.Do("type", "--delay", "12", text)
}

// Key presses chords, one after the other: "ctrl+space".
func (x *Display) Key(chords ...string) {
	x.t.Helper()
	for _, c := range chords {
		x.Do("key", c)
		time.Sleep(pace)
	}
}

// ShotAfter waits until what was done is seen, and takes a picture.
func (x *Display) ShotAfter(d time.Duration, name string) image.Image {
	x.t.Helper()
	time.Sleep(d)
	return x.Shot(name)
}

// Shot takes a picture of the display. With $CELLSHELL_SHOTS it is kept in that folder, to be looked at.
func (x *Display) Shot(name string) image.Image {
	x.t.Helper()
	dir := os.Getenv("CELLSHELL_SHOTS")
	if dir == "" {
		dir = x.t.TempDir()
	}
	x.n++
	path := filepath.Join(dir, fmt.Sprintf("%02d-%s.png", x.n, name))
	cmd := exec.Command("timeout", "20", "import", "-window", "root", path)
	cmd.Env = append(os.Environ(), "DISPLAY="+x.name)
	if out, err := cmd.CombinedOutput(); err != nil {
		x.t.Fatalf("import: %v %s", err, out)
	}
	f, err := os.Open(path)
	if err != nil {
		x.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		x.t.Fatal(err)
	}
	return img
}
