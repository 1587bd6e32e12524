//go:build !js

package stage

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// loop stands in for the window's: it goes round when it is asked to, unless the driver keeps it.
type loop struct {
	watch
	stuck  atomic.Bool
	rounds atomic.Int64
	hungAt atomic.Int64 // a duration
}

func watched(first time.Duration) *loop {
	l, began := &loop{}, time.Now()
	l.hung = func(string) { l.hungAt.Store(int64(time.Since(began))) }
	l.ask = l.wake
	l.expect(first)
	return l
}

func (l *loop) wake() {
	l.asked()
	if !l.stuck.Load() {
		l.rounds.Add(1)
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
		{"it never opens", func(l *loop) { l.stuck.Store(true) }, true, 0},
		{"it hangs in a picture", func(l *loop) { l.wake(); l.expect(loopTime); l.stuck.Store(true) }, true, 1},
		{"it hangs in a turn without a picture", func(l *loop) { l.wake(); l.stuck.Store(true); time.Sleep(time.Hour); l.wake() }, true, 1},
		{"it hangs in the turn after a picture", func(l *loop) { l.wake(); l.expect(loopTime); time.Sleep(loopTime + 1); l.stuck.Store(true); l.wake() }, true, 2},
		{"it rests", func(l *loop) { l.wake() }, false, 1},
		{"it rests after a picture", func(l *loop) { l.wake(); l.expect(loopTime) }, false, 2},
		{"it is late", func(l *loop) {
			l.wake()
			l.stuck.Store(true)
			l.wake()
			time.Sleep(most - time.Second)
			l.stuck.Store(false)
			l.round()
		}, false, 1},
		{"it is late again and again", func(l *loop) {
			l.wake()
			for range 5 {
				l.expect(loopTime)
				l.stuck.Store(true)
				time.Sleep(most - time.Second)
				l.stuck.Store(false)
				l.round()
			}
		}, false, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := watched(firstTime)
				tt.live(l)
				time.Sleep(24 * time.Hour)
				synctest.Wait()
				hungAt, rounds := time.Duration(l.hungAt.Load()), int(l.rounds.Load())
				if (hungAt > 0) != tt.hung || rounds != tt.rounds {
					t.Errorf("hung after %v, rounds %d; want hung %v, rounds %d", hungAt, rounds, tt.hung, tt.rounds)
				}
				if most := time.Hour + firstTime + most; hungAt > most { // one of them rests for an hour
					t.Errorf("found out after %v, want %v at most", hungAt, most)
				}
			})
		})
	}
}
