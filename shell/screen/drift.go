package screen

import (
	"math"
	"time"
)

// The drift of the wallpaper: how fast it goes, radians a second, how long after the last act of the hands it begins to stop,
// how long it takes to come to speed or to rest, and the distance of its pictures. It is slow, so few are enough.
const (
	driftSpeed = 0.045
	driftStay  = 4 * time.Second
	driftEase  = 1.1 // seconds
	driftStep  = 50 * time.Millisecond
)

// drift moves the wallpaper while somebody is there, and lets it come to rest after. Instants count from the screen's birth.
type drift struct {
	on     bool          // the renderer is fast enough for it
	phase  float64       // radians, 0 to 2π
	speed  float64       // 0 to 1 of driftSpeed
	at     time.Duration // when phase and speed were right
	active time.Duration // when the hands did something last
	late   int           // pictures in a row that came far too late
}

// maxLate is how many pictures in a row may come too late before the wallpaper stands still for good: the renderer has other things to do.
const maxLate = 6

// touch tells that somebody is there.
func (d *drift) touch(now time.Duration) {
	if d.still() {
		d.at = now
	}
	d.active = now
	if d.on && d.speed == 0 {
		d.speed = 1e-6 // it is on its way
	}
}

// still says that the wallpaper moves no more until somebody is there again.
func (d *drift) still() bool { return d.speed == 0 }

// due says that it is time for another picture.
func (d *drift) due(now time.Duration) bool { return !d.still() && now-d.at >= driftStep }

// advance brings the phase to an instant.
func (d *drift) advance(now time.Duration) {
	if d.still() || now <= d.at {
		return
	}
	if now-d.at < 2*driftStep {
		d.late = 0
	} else if d.late++; d.late >= maxLate {
		d.on, d.speed = false, 0
		return
	}
	t := min((now - d.at).Seconds(), 0.25) // after a pause it goes on from where it was
	d.at = now
	to := 0.0
	if now-d.active < driftStay {
		to = 1
	}
	d.speed += (to - d.speed) * (1 - math.Exp(-t/driftEase))
	if to == 0 && d.speed < 0.02 {
		d.speed = 0
	}
	d.phase = math.Mod(d.phase+d.speed*driftSpeed*t, 2*math.Pi)
}

// stir tells the wallpaper that somebody is there. mu is held.
func (s *Screen) stir() {
	if s.calm {
		return
	}
	rested := s.drift.still()
	s.drift.touch(time.Since(s.birth))
	if rested && !s.drift.still() {
		s.drifting()
	}
}

// drifted moves the wallpaper on when it is time, and says whether it was. mu is held.
func (s *Screen) drifted(now time.Duration) bool {
	if !s.drift.due(now) {
		return false
	}
	s.drift.advance(now)
	if !s.drift.still() {
		s.drifting()
	}
	return true
}

// drifting asks for the next picture of the wallpaper. mu is held.
func (s *Screen) drifting() {
	if s.drifts == nil {
		s.drifts = time.AfterFunc(driftStep, s.o.Wake)
		return
	}
	s.drifts.Reset(driftStep)
}
