package main_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// deed is a key or a tap of the real hands. What a window that is killed was about to pass on is gone with it, and where there
// is no window nobody hears: those may be missing, and no others.
type deed struct {
	key rune // 0: a tap
	at  time.Time
	may bool
}

// justNow is how long before its death a window may have heard what it had not passed on.
const justNow = 400 * time.Millisecond

// killer kills the window, the body and cells in turn, at random times, until it has done so a number of times.
type killer struct {
	d   *testenv.Desk
	rnd *rand.Rand

	mu    sync.Mutex // guards the rest
	died  time.Time  // the window, last; zero when it is back and somebody has seen that
	shown bool       // it is back
	back  []time.Duration
}

func (k *killer) kill(times int) {
	victims := []string{"window", "", "notes", "window", "counter"} // "": the body
	for i := range times {
		time.Sleep(time.Duration(300+k.rnd.IntN(900)) * time.Millisecond)
		if i%len(victims) == 0 {
			k.rnd.Shuffle(len(victims), func(a, z int) { victims[a], victims[z] = victims[z], victims[a] })
		}
		switch victim := victims[i%len(victims)]; victim {
		case "window":
			k.window()
		case "":
			var st control.Status
			if k.d.Try(control.MethodStatus, nil, &st) == nil {
				_ = syscall.Kill(st.PID, syscall.SIGKILL)
			}
		default:
			var c control.CellDetail
			if k.d.Try(control.MethodInspect, control.CellParams{Cell: victim}, &c) == nil && c.PID > 0 {
				_ = syscall.Kill(c.PID, syscall.SIGKILL)
			}
		}
	}
}

// window kills the window and waits until there is another.
func (k *killer) window() {
	look := func() (s attach.Screen) {
		var all []attach.Screen
		for range 2000 {
			if k.d.Try(attach.MethodScreens, nil, &all) == nil && len(all) == 1 && all[0].Shown > 0 {
				return all[0]
			}
			time.Sleep(5 * time.Millisecond)
		}
		return s
	}
	was := look().PID
	k.mu.Lock()
	k.died, k.shown = time.Now(), false
	died := k.died
	k.mu.Unlock()
	_ = syscall.Kill(was, syscall.SIGKILL)
	for is := look().PID; is == was && time.Since(died) < 10*time.Second; is = look().PID {
		time.Sleep(time.Millisecond)
	}
	k.mu.Lock()
	k.shown, k.back = true, append(k.back, time.Since(died))
	k.mu.Unlock()
}

// handsGoOn types and taps with the real hands while processes are killed: all is there in order, and nothing twice.
func handsGoOn(t *testing.T, d *testenv.Desk, x *testenv.Display) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	k := &killer{d: d, rnd: rand.New(rand.NewPCG(seed, 1))}
	note := area(d)
	ax, ay := note.Bounds.X+note.Bounds.W-8, note.Bounds.Y+note.Bounds.H-8 // behind all text: a death may take the key after the click
	px, py := middle(node(d, "counter", "plus"))
	before, count := note.Text, counted(d)
	toTheEnd := func() { x.Click(ax, ay); x.Key("ctrl+End") }
	toTheEnd()
	var kills sync.WaitGroup
	ended := make(chan struct{})
	kills.Go(func() { k.kill(rounds(8)); close(ended) }) // ends with the last
	rnd := rand.New(rand.NewPCG(seed, 2))
	var deeds []deed
	for on := true; on; {
		select {
		case <-ended:
			on = false
		default:
		}
		did := deed{key: 'a' + rune(rnd.IntN(26)), at: time.Now()}
		if rnd.IntN(25) == 0 {
			did.key = 0
			x.Click(px, py)
		} else {
			x.Do("key", string(did.key))
		}
		deeds = append(deeds, did)
		k.mu.Lock()
		died, shown := k.died, k.shown
		k.mu.Unlock()
		for !died.IsZero() && !shown && time.Since(died) < 20*time.Second { // nobody goes on when there is nothing to see
			time.Sleep(5 * time.Millisecond)
			k.mu.Lock()
			shown = k.shown
			k.mu.Unlock()
		}
		switch {
		case !died.IsZero():
			for i := range deeds {
				deeds[i].may = deeds[i].may || deeds[i].at.After(died.Add(-justNow))
			}
			k.mu.Lock()
			again := k.died != died
			if !again {
				k.died = time.Time{}
			}
			k.mu.Unlock()
			if !again {
				time.Sleep(200 * time.Millisecond) // the display says where the keys go
				toTheEnd()
			}
		case did.key == 0:
			toTheEnd()
		}
	}
	kills.Wait()
	d.WaitUp(10 * time.Second)
	var taps, mayTaps, keys, mayKeys int
	for _, did := range deeds {
		switch {
		case did.key == 0 && did.may:
			mayTaps++
		case did.key == 0:
			taps++
		case did.may:
			mayKeys++
		default:
			keys++
		}
	}
	slices.Sort(k.back)
	t.Logf("%d keys and %d taps, %d and %d more near the death of a window; windows were back after %v", keys, taps, mayKeys, mayTaps, k.back)
	got := ""
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		var ok bool
		if got, ok = strings.CutPrefix(area(d).Text, before); ok && follows(deeds, got) || time.Now().After(deadline) {
			break
		}
	}
	if !follows(deeds, got) {
		t.Errorf("what was typed is not there, once and in order:\n%s\n%s (large: it may be missing)", got, spelt(deeds))
	}
	testenv.Eventually(t, 10*time.Second, "the cell knows the text", func() bool { return strings.Contains(string(d.Inspect("notes").State), before+got) })
	if n := counted(d) - count; n < taps || n > taps+mayTaps {
		t.Errorf("tapped %d times, and %d times near the death of a window; counted %d", taps, mayTaps, n)
	}
	if p95 := k.back[min(len(k.back)-1, len(k.back)*95/100)]; len(k.back) >= 20 && p95 > time.Second {
		t.Errorf("windows were back after %v at the 95th percentile, promised 1 s", p95)
	}
}

// follows tells whether a text is what was typed, but for keys that may be missing.
func follows(deeds []deed, text string) bool {
	keys := slices.DeleteFunc(slices.Clone(deeds), func(d deed) bool { return d.key == 0 })
	at := map[int]bool{0: true} // how many of the keys may have been accounted for
	skip := func() {
		for i := range keys {
			if at[i] && keys[i].may {
				at[i+1] = true
			}
		}
	}
	skip()
	for _, r := range text {
		next := map[int]bool{}
		for i := range at {
			if i < len(keys) && keys[i].key == r {
				next[i+1] = true
			}
		}
		at = next
		skip()
	}
	return at[len(keys)]
}

// spelt writes the keys down, those that may be missing in capitals.
func spelt(deeds []deed) string {
	var b strings.Builder
	for _, d := range deeds {
		switch {
		case d.key == 0:
		case d.may:
			b.WriteRune(d.key - 'a' + 'A')
		default:
			b.WriteRune(d.key)
		}
	}
	return b.String()
}

// TestFollows: the judge of the test above.
func TestFollows(t *testing.T) {
	keys := []deed{{key: 'a'}, {key: 'b', may: true}, {}, {key: 'b'}, {key: 'c', may: true}}
	for text, want := range map[string]bool{"abbc": true, "ab": true, "abb": true, "abc": true, "abbb": false, "a": false, "abcc": false, "bbc": false, "abca": false, "": false} {
		if follows(keys, text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
