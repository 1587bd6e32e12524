package main

import (
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// measureWindow measures from the start of the program, with nothing running, to the first picture in the window; then from
// the second start on, with a desktop that is there already.
func measureWindow(t *testing.T, table *numbers) {
	x := testenv.StartDisplay(t)
	var fresh, again []time.Duration
	for range 8 {
		began := time.Now()
		d := testenv.StartOn(t, x)
		fresh = append(fresh, time.Since(began))
		d.Stop()
		began = time.Now()
		d.Run()
		d.WaitScreen(20 * time.Second)
		again = append(again, time.Since(began))
		d.Stop()
	}
	table.row("first start → first picture in the window", fresh, "600 ms (p50)")
	table.row("start → first picture in the window", again, "600 ms (p50)")
}
