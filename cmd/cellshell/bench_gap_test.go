package main

import (
	"fmt"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// measureGap measures the time between pictures in which a cell that moves at 60 frames a second is a step further: at rest,
// and while another cell is swapped a hundred times, each change compiled and promoted too. The screen is attached as a
// window is and draws with the CPU renderer, in the process of the test.
func measureGap(t *testing.T, table *numbers) {
	t.Helper()
	d := testenv.Start(t)
	d.Call(control.MethodSpawn, control.SpawnParams{Source: testenv.Runner, Name: "runner", At: "bottom-right"}, nil)
	g := d.Attach(t)
	g.Watch(testenv.Step)
	time.Sleep(3 * time.Second) // promotions end
	const swaps = 100
	g.Gaps()
	time.Sleep(swaps * 100 * time.Millisecond)
	rest := lengths(g.Gaps())
	table.row("time between pictures, at rest", rest, "16.7 ms")
	for i := range swaps {
		sentence := []string{"make this button bigger", "make this button smaller"}[i%2]
		next := time.Now().Add(100 * time.Millisecond)
		var r act.Receipt
		d.Call(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter/plus"}, &r)
		if r.Status != act.Done {
			t.Fatalf("%s: %s %s", sentence, r.Status, r.Reason)
		}
		time.Sleep(time.Until(next))
	}
	swapped := lengths(g.Gaps())
	table.row("time between pictures, while swapping", swapped, "16.7 ms")
	a, z := rest[len(rest)-1], swapped[len(swapped)-1]
	table.text("largest gap at rest → over 100 swaps", ms(a), ms(z), fmt.Sprintf("×1.5; it is ×%.2f", float64(z)/float64(a)))
}

func lengths(gaps []testenv.Gap) (out []time.Duration) {
	for _, g := range gaps {
		out = append(out, g.Duration)
	}
	return out
}
