package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestCtrlC ends everything within two seconds and leaves no process behind; so does cell quit.
func TestCtrlC(t *testing.T) {
	for _, way := range []string{"Ctrl+C", "SIGTERM", "quit"} {
		t.Run(way, func(t *testing.T) {
			d := testenv.Start(t)
			pids := []int{launcher(t, d), d.BodyPID()}
			var cells []control.Usage
			d.JSON(&cells, nil, "top")
			for _, c := range cells {
				pids = append(pids, c.PID)
			}
			if len(pids) < 4 {
				t.Fatalf("only processes %v", pids)
			}
			switch way {
			case "Ctrl+C":
				_ = syscall.Kill(pids[0], syscall.SIGINT)
			case "SIGTERM":
				_ = syscall.Kill(pids[0], syscall.SIGTERM)
			default:
				if out, errOut, code := d.Cell("quit"); code != 0 {
					t.Errorf("quit: %d %s%s", code, out, errOut)
				}
			}
			testenv.Eventually(t, 2*time.Second, "the end of all processes", func() bool {
				for _, pid := range pids {
					if running(pid) {
						return false
					}
				}
				return true
			})
		})
	}
}

// TestWrongStarts: what cannot start says so, with the way out.
func TestWrongStarts(t *testing.T) {
	d := testenv.Start(t)
	for _, tt := range []struct {
		line, want, hint string
		code             int
	}{
		{"cellshell --headless", "a desktop is already running", "cell quit", 1},
		{"cellshell dance", `there is no command "dance"`, "cell help", 2},
		{"cellshell --dance", "unknown flag: --dance", "cellshell --help", 2},
	} {
		_, errOut, code := d.Shell(tt.line)
		first, rest, _ := strings.Cut(errOut, "\n")
		if code != tt.code || first != "cellshell: "+tt.want || !strings.HasPrefix(rest, "hint: ") || !strings.Contains(rest, tt.hint) {
			t.Errorf("%s: exit code %d, want %d\n%s", tt.line, code, tt.code, errOut)
		}
	}
}

// launcher is the process that keeps the body running.
func launcher(t *testing.T, d *testenv.Desk) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.BodyPID()))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "\nPPid:\t")
	var pid int
	if _, err := fmt.Sscan(rest, &pid); err != nil {
		t.Fatal(err)
	}
	return pid
}

// running tells whether a process exists and has not ended: one that waits for its parent to ask has.
func running(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	return !strings.HasPrefix(rest, "Z")
}
