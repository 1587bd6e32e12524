package threads

import (
	"os/exec"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestTurns holds that each thread of a program gets short turns and what it starts inherits them, and that a thread can have
// the usual ones back. Its nice value stays as it is.
func TestTurns(t *testing.T) {
	runtime.LockOSThread() // and end with it: no other test shall run on this thread
	before, err := unix.SchedGetAttr(0, 0)
	if err != nil || before.Runtime == 0 {
		t.Skip("this kernel gives everybody turns of the same length")
	}
	ShortTurns()
	child := exec.Command("sleep", "10")
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = child.Process.Kill(); _ = child.Wait() }()
	for _, of := range []int{0, child.Process.Pid} {
		if a, err := unix.SchedGetAttr(of, 0); err != nil || time.Duration(a.Runtime) != turn || a.Nice != before.Nice {
			t.Errorf("of %d: %+v %v, want turns of %v", of, a, err, turn)
		}
	}
	UsualTurns()
	if a, err := unix.SchedGetAttr(0, 0); err != nil || a.Runtime != before.Runtime {
		t.Errorf("the usual turns: %+v %v, want %v", a, err, time.Duration(before.Runtime))
	}
}
