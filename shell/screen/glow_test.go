package screen

import (
	"testing"
	"time"

	"cellshell/compositor"
)

func TestWhatIsUnderThePointerGlowsAndComesToRest(t *testing.T) {
	var g glows
	a, b := compositor.Target{Cell: "a", Node: "x"}, compositor.Target{Cell: "a", Node: "y"}
	now := time.Hour
	play := func(on compositor.Target, down bool) (pictures int, highest float64) {
		g.advance(now, on, down)
		last := 0.0
		for ; g.moves; pictures++ {
			if pictures > 60 {
				t.Fatalf("it never comes to rest: %+v", g.all)
			}
			now += 16 * time.Millisecond
			g.advance(now, on, down)
			for _, q := range g.all {
				if q.At == on {
					highest = max(highest, q.Hover-last)
					last = q.Hover
				}
			}
		}
		return pictures, highest
	}
	if n, step := play(a, false); n < 4 || n > 20 || step > 0.6 {
		t.Errorf("it took %d pictures, the largest step %.2f", n, step)
	}
	now += time.Minute
	play(a, true)
	if len(g.all) != 1 || g.all[0] != (compositor.Touch{At: a, Hover: 1, Press: 1}) {
		t.Errorf("a pressed one is %+v", g.all)
	}
	now += time.Minute
	g.advance(now, b, false)
	if len(g.all) != 2 || g.all[0].Hover < 0.5 {
		t.Errorf("the one that was left is gone at once: %+v", g.all)
	}
	play(b, false)
	play(compositor.Target{}, false)
	if len(g.all) != 0 || g.moves {
		t.Errorf("of nothing %+v is left", g.all)
	}
	for i := range 100 {
		g.advance(now, compositor.Target{Cell: "a", Node: string(rune('A' + i))}, false)
	}
	if len(g.all) > maxGlows {
		t.Errorf("%d glow", len(g.all))
	}
}
