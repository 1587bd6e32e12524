package main_test

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// startIbus runs the ibus input method on a display, until the test ends. Its simple engine composes characters by number:
// Ctrl+Shift+U, digits, Enter. The test is skipped where it is missing.
func startIbus(t *testing.T, x *testenv.Display) {
	t.Helper()
	for _, program := range []string{"ibus-daemon", "ibus", "dbus-run-session", "xprop"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; .ci/needs installs it", program)
		}
	}
	home := t.TempDir()
	cmd := exec.Command("dbus-run-session", "--", "sh", "-c",
		"ibus-daemon --xim --panel=disable & until ibus engine xkb:us::eng; do sleep 0.2; done; wait")
	cmd.Env = append(os.Environ(), "DISPLAY="+x.Name(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_RUNTIME_DIR="+home)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	})
	testenv.Eventually(t, 20*time.Second, "ibus serves the display", func() bool {
		look := exec.Command("timeout", "5", "xprop", "-root", "XIM_SERVERS")
		look.Env = append(os.Environ(), "DISPLAY="+x.Name())
		out, _ := look.Output()
		return strings.Contains(string(out), "ibus")
	})
	time.Sleep(time.Second) // it sets its engine
}

func TestAnInputMethodComposes(t *testing.T) {
	x := testenv.StartDisplay(t)
	startIbus(t, x)
	d := testenv.StartOn(t, x, "XMODIFIERS=@im=ibus", "LANG=C.UTF-8", "LC_ALL=C.UTF-8")
	x.Click(middle(area(d)))
	x.Type("a ")
	testenv.Eventually(t, 10*time.Second, "plain letters pass through the input method", func() bool { return area(d).Text == "a " })
	x.Key("ctrl+shift+u", "4", "e", "1", "6")
	x.ShotAfter(500*time.Millisecond, "composing")
	if got := area(d).Text; got != "a " {
		t.Errorf("what is being composed is in the note: %q", got)
	}
	x.Key("Return")
	testenv.Eventually(t, 10*time.Second, "what was composed is in the note, and the Enter that ended it is not", func() bool { return area(d).Text == "a 世" })
	x.Key("BackSpace", "b", "Return", "c")
	testenv.Eventually(t, 10*time.Second, "keys that the input method leaves are keys", func() bool { return area(d).Text == "a b\nc" })
	x.Key("ctrl+space")
	x.Key("ctrl+shift+u", "e", "9")
	x.ShotAfter(500*time.Millisecond, "composing-bar")
	x.Key("space")
	x.ShotAfter(500*time.Millisecond, "composed-bar")
	x.Key("ctrl+a", "ctrl+c", "Escape", "ctrl+v")
	testenv.Eventually(t, 10*time.Second, "the bar composes too", func() bool { return area(d).Text == "a b\ncé" })
}
