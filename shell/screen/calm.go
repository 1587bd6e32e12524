package screen

import (
	"time"

	"cellshell/compositor"
)

// calmed takes in whether nothing may move by itself. mu is held.
func (s *Screen) calmed(calm bool) {
	if s.calm = calm; calm {
		s.motion, s.drift.speed = compositor.Motion{}, 0
	}
}

// arrive ends what is on its way in or out, where nothing may move by itself. mu is held.
func (s *Screen) arrive() {
	if !s.calm {
		return
	}
	for _, e := range []*ease{&s.bar.moving, &s.toast.moving, &s.sign.moving, &s.attempting} {
		e.at = time.Time{}
	}
}
