package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"cellshell/internal/testenv"
	"cellshell/shell/attach"
)

// brake is a pipe that Mesa's drivers trace their calls into. While nobody takes out what they write, they stand still in the
// middle of a call.
type brake struct {
	path  string
	on    atomic.Bool
	taken atomic.Int64 // bytes
}

func newBrake(t *testing.T) *brake {
	t.Helper()
	b := &brake{path: filepath.Join(t.TempDir(), "trace")}
	if err := syscall.Mkfifo(b.path, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(b.path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := f.SyscallConn() // its Fd could not be closed while it is read
	if err == nil {
		err = raw.Control(func(fd uintptr) { _, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, 4096) })
	}
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { // ends when the pipe is closed
		defer close(ended)
		for buf := make([]byte, 4096); ; {
			if b.on.Load() {
				time.Sleep(5 * time.Millisecond)
				continue
			}
			n, err := f.Read(buf)
			if err != nil {
				return
			}
			b.taken.Add(int64(n))
		}
	}()
	t.Cleanup(func() { b.on.Store(false); f.Close(); <-ended })
	return b
}

// A graphics driver that does not come back, in a turn of the loop in which there is not even anything new to draw, costs its
// window; in its place comes one that the processor draws, which says so. What is typed then is typed.
func TestDriverThatHangs(t *testing.T) {
	b := newBrake(t)
	d, x := testenv.StartWindow(t, "GALLIUM_TRACE="+b.path)
	if b.taken.Load() == 0 {
		t.Skip("the OpenGL of this machine traces nothing")
	}
	first := d.WaitScreen(5 * time.Second)
	testenv.Eventually(t, 5*time.Second, "the window is at rest", func() bool {
		was := b.taken.Load()
		time.Sleep(200 * time.Millisecond)
		return b.taken.Load() == was
	})
	b.on.Store(true)
	began := time.Now()
	testenv.Eventually(t, 60*time.Second, "the window ends", func() bool {
		x.Move(900+float64(time.Now().UnixMilli()%200), 500) // where nothing is
		return syscall.Kill(first.PID, 0) != nil
	})
	t.Logf("found out after %v", time.Since(began))
	b.on.Store(false)
	second := next(t, d, first.PID)
	if line := commandLine(second); !strings.Contains(line, "--renderer cpu") || !strings.Contains(line, "--note") {
		t.Errorf("the window after that is %q", line)
	}
	for _, said := range []string{"cellscreen: the graphics driver does not answer", "The graphics driver failed; the processor draws now."} {
		if !strings.Contains(d.Log(), said) {
			t.Errorf("nobody says %q", said)
		}
	}
	a := area(d)
	x.Click(middle(a))
	x.Type("still here")
	testenv.Eventually(t, 5*time.Second, "what was typed", func() bool { return area(d).Text == a.Text+"still here" })
	var all []attach.Screen
	d.Call(attach.MethodScreens, nil, &all)
	if len(all) != 1 {
		t.Errorf("%d windows", len(all))
	}
}
