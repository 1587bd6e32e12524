package main_test

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/attach"
)

// commandLine is how a process was started.
func commandLine(pid int) string {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	return strings.ReplaceAll(string(raw), "\x00", " ")
}

// next waits for a screen in another process than that.
func next(t *testing.T, d *testenv.Desk, than int) (pid int) {
	t.Helper()
	testenv.Eventually(t, 20*time.Second, "another window shows the desktop", func() bool {
		var all []attach.Screen
		if d.Try(attach.MethodScreens, nil, &all) != nil || len(all) != 1 || all[0].PID == than || all[0].Shown == 0 {
			return false
		}
		pid = all[0].PID
		return true
	})
	return pid
}

// A graphics driver that dies takes its window with it; in its place comes one that the processor draws, which says so.
func TestCrashOfTheDriver(t *testing.T) {
	d, x := testenv.StartWindow(t)
	first := d.Screens()[0].PID
	if err := syscall.Kill(first, syscall.SIGSEGV); err != nil {
		t.Fatal(err)
	}
	second := next(t, d, first)
	if line := commandLine(second); !strings.Contains(line, "--renderer cpu") || !strings.Contains(line, "--note") {
		t.Errorf("the window after the crash is %q", line)
	}
	if !strings.Contains(d.Log(), "The graphics driver crashed; the processor draws now.") {
		t.Error("nothing is said of it")
	}
	x.ShotAfter(300*time.Millisecond, "crashed")
	if err := syscall.Kill(second, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	third := next(t, d, second)
	if line := commandLine(third); !strings.Contains(line, "--renderer cpu") || strings.Contains(line, "--note") {
		t.Errorf("the window after that is %q", line)
	}
	d.Stop()
	d.Run()
	if line := commandLine(next(t, d, third)); !strings.Contains(line, "--renderer cpu --note") {
		t.Errorf("the window of the next start is %q", line)
	}
}

// Where OpenGL's drivers are missing, the window is drawn by the one that needs none.
func TestMissingDriver(t *testing.T) {
	d, _ := testenv.StartWindow(t, "LIBGL_DRIVERS_PATH=/nonexistent")
	if line := commandLine(d.Screens()[0].PID); !strings.Contains(line, "--renderer cpu") {
		t.Errorf("the window is %q", line)
	}
	if !strings.Contains(d.Log(), "The graphics driver failed") {
		t.Error("nothing is said of it")
	}
}
