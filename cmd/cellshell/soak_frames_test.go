package main

import (
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// frames counts the frames of a moving cell that a screen drops: while nothing is swapped, while the cells of another desktop
// are, which takes the same work of the machine, and while its own are. They take turns, so that whatever else the machine
// does meets all three.
type frames struct {
	a, other *arena
	stalls   *stalls
	arms     [3]arm
}

type arm struct {
	name           string
	total, dropped int
	swaps, late    int
}

// The order of the arms.
const (
	atRest = iota
	elsewhere
	here
)

const (
	framePace  = 100 * time.Millisecond // from one swap to the next
	frameBlock = 50                     // swaps in a turn; a fifth of that elsewhere
	frameCalm  = 700 * time.Millisecond // what has just been swapped comes to rest
)

func newFrames(t *testing.T, a *arena) *frames {
	t.Helper()
	f := &frames{a: a, other: newArena(t), stalls: watchStalls(), arms: [3]arm{{name: "at rest"}, {name: "swaps elsewhere"}, {name: "swaps here"}}}
	for _, a := range []*arena{f.a, f.other} {
		a.g.Draw(false) // a processor that draws is busy with what fades; the window has a graphics card for it
	}
	t.Cleanup(f.stalls.close)
	return f
}

// swap makes n swaps here, with turns of the other two arms between, and returns how long they took.
func (f *frames) swap(n int) (took []time.Duration) {
	for n > 0 {
		f.turn(atRest, func() { time.Sleep(frameBlock / 5 * framePace) })
		f.turn(elsewhere, func() { f.other.swap(frameBlock/5, framePace) })
		block := min(n, frameBlock)
		f.turn(here, func() { took = append(took, f.a.swap(block, framePace)...) })
		n -= block
	}
	return took
}

func (f *frames) turn(of int, do func()) {
	time.Sleep(frameCalm)
	arm := &f.arms[of]
	made, late := f.a.made+f.other.made, f.a.late+f.other.late
	f.a.g.Gaps()
	f.stalls.clear()
	began := time.Now()
	do()
	arm.total += int(time.Since(began) / testenv.Frame)
	f.count(arm, began)
	arm.swaps += f.a.made + f.other.made - made
	arm.late += f.a.late + f.other.late - late
	f.other.g.Gaps() // nobody looks at these: kept, they would be told of as growth of the screen
}

// count adds what was dropped in a turn, and says of each what the machine did meanwhile.
func (f *frames) count(arm *arm, began time.Time) {
	f.a.t.Helper()
	for _, g := range f.a.g.Gaps() {
		n := g.Dropped()
		if n == 0 {
			continue
		}
		arm.dropped += n
		overslept, taken := f.stalls.around(g.End.Add(-g.Duration), g.End)
		f.a.t.Logf("%s, after %d swaps and %v of the turn: %v without a step; a sleeper overslept by %v, and the host took %v",
			arm.name, f.a.made, g.End.Sub(began).Round(time.Millisecond), g.Round(time.Millisecond/10), overslept.Round(time.Millisecond/10), taken)
	}
}

// judge holds what the swaps here drop against what the machine drops anyway.
func (f *frames) judge(t *testing.T) {
	t.Helper()
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	for _, a := range f.arms {
		t.Logf("%-15s %6d frames, %4d dropped (%.2f %%); %5d swaps, %3d not shown in time", a.name, a.total, a.dropped, share(a.dropped, a.total), a.swaps, a.late)
	}
	own, other := f.arms[here], f.arms[elsewhere]
	anyway := max(share(other.dropped, other.total), share(f.arms[atRest].dropped, f.arms[atRest].total))
	if got := share(own.dropped, own.total); got > 1.5*anyway+0.1 {
		t.Errorf("swaps drop %.2f %% of the frames; without them %.2f %% are dropped", got, anyway)
	}
	if got, anyway := share(own.late, own.swaps), share(other.late, other.swaps); got > 1.5*anyway+0.1 {
		t.Errorf("%.2f %% of the swaps were not shown in time; on another desktop %.2f %%", got, anyway)
	}
}
