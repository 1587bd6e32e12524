package stage

import (
	"testing"
	"testing/synctest"
	"time"
)

// loop stands in for the window's: it goes round when it is asked to, unless the driver keeps it.
type loop struct {
	watch
	stuck  bool
	rounds int
	hungAt time.Duration
}

func watched(first time.Duration) *loop {
	l, began := &loop{}, time.Now()
	l.hung = func(string) { l.hungAt = time.Since(began) }
	l.ask = l.wake
	l.expect(first)
	return l
}

func (l *loop) wake() {
	l.asked()
	if !l.stuck {
		l.rounds++
		l.round()
	}
}

// TestWatch: a driver that does not come back is found out, whatever it was in, and nothing else is taken for one. The time
// is that of a bubble.
func TestWatch(t *testing.T) {
	const most = 3 * loopTime
	for _, tt := range []struct {
		name   string
		live   func(l *loop)
		hung   bool
		rounds int
	}{
		{"it never opens", func(l *loop) { l.stuck = true }, true, 0},
		{"it hangs in a picture", func(l *loop) { l.wake(); l.expect(loopTime); l.stuck = true }, true, 1},
		{"it hangs in a turn without a picture", func(l *loop) { l.wake(); l.stuck = true; time.Sleep(time.Hour); l.wake() }, true, 1},
		{"it hangs in the turn after a picture", func(l *loop) { l.wake(); l.expect(loopTime); time.Sleep(loopTime + 1); l.stuck = true; l.wake() }, true, 2},
		{"it rests", func(l *loop) { l.wake() }, false, 1},
		{"it rests after a picture", func(l *loop) { l.wake(); l.expect(loopTime) }, false, 2},
		{"it is late", func(l *loop) {
			l.wake()
			l.stuck = true
			l.wake()
			time.Sleep(most - time.Second)
			l.stuck = false
			l.round()
		}, false, 1},
		{"it is late again and again", func(l *loop) {
			l.wake()
			for range 5 {
				l.expect(loopTime)
				l.stuck = true
				time.Sleep(most - time.Second)
				l.stuck = false
				l.round()
			}
		}, false, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := watched(firstTime)
				tt.live(l)
				since := time.Now()
				time.Sleep(24 * time.Hour)
				synctest.Wait()
				if (l.hungAt > 0) != tt.hung || l.rounds != tt.rounds {
					t.Errorf("hung after %v, rounds %d; want hung %v, rounds %d", l.hungAt, l.rounds, tt.hung, tt.rounds)
				}
				if took := l.hungAt - (time.Since(since) - 24*time.Hour); tt.hung && took > time.Hour+firstTime+most {
					t.Errorf("found out after %v", took)
				}
			})
		})
	}
}
