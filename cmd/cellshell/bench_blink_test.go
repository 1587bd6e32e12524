package main

import (
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// busy puts a moving cell on a desktop and lets evolves follow one another until stop.
func busy(t *testing.T, d *testenv.Desk) (stop func()) {
	t.Helper()
	d.Call(control.MethodSpawn, control.SpawnParams{Source: testenv.Runner, Name: "runner", At: "bottom-right"}, nil)
	end, ended := make(chan struct{}), make(chan struct{})
	go func() { // ends with stop
		defer close(ended)
		for i := 0; ; i++ {
			select {
			case <-end:
				return
			case <-time.After(200 * time.Millisecond):
			}
			sentence := []string{"make this red", "make this green"}[i%2]
			_ = d.Try(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter"}, nil)
		}
	}()
	return func() { close(end); <-ended }
}

// measureBlink kills each kind of process on a busy desktop with a window, and measures until all is on the glass again. It
// fails when that is not within a second at the 95th percentile.
func measureBlink(t *testing.T, table *numbers) {
	t.Helper()
	d := testenv.StartOn(t, testenv.StartDisplay(t))
	stop := busy(t, d)
	defer stop()
	back := func(what string, kill func() (back func() bool)) {
		var took []time.Duration
		for range 20 {
			is := kill()
			began := time.Now()
			for !is() {
				if time.Since(began) > 10*time.Second {
					t.Fatalf("%s: not back after 10 s\n%s", what, d.Log())
				}
				time.Sleep(time.Millisecond)
			}
			took = append(took, time.Since(began))
			time.Sleep(2300 * time.Millisecond) // longer than a launcher takes a death for a failure to start
		}
		table.row(what, took, "1000 ms (p95)")
		if p95 := share(took, .95); p95 > time.Second {
			t.Errorf("%s: %v at the 95th percentile, promised 1 s", what, p95)
		}
	}
	back("body killed → on the glass again", func() func() bool {
		pid := d.BodyPID()
		d.KillBody()
		return func() bool {
			var st control.Status
			if d.Try(control.MethodStatus, nil, &st) != nil || st.PID == pid {
				return false
			}
			s := d.Screens()
			return len(s) == 1 && s[0].Shown > 0
		}
	})
	back("screen killed → on the glass again", func() func() bool {
		pid := d.WaitScreen(5 * time.Second).PID
		kill(t, pid)
		return func() bool {
			s := d.Screens()
			return len(s) == 1 && s[0].PID != pid && s[0].Shown > 0
		}
	})
	back("cell killed → it runs again", func() func() bool {
		pid := process(d, "runner")
		kill(t, pid)
		return func() bool { is := process(d, "runner"); return is != 0 && is != pid }
	})
}

func kill(t *testing.T, pid int) {
	t.Helper()
	if pid <= 0 {
		t.Fatal("there is no process to kill")
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

// process is that of a cell, 0 while there is none.
func process(d *testenv.Desk, cell string) int {
	var c control.CellDetail
	d.Call(control.MethodInspect, control.CellParams{Cell: cell}, &c)
	return c.PID
}
