package screen

import (
	"time"

	"cellshell/compositor"
)

// Calm says whether whoever sits at this screen wants nothing to move by itself, whatever the desktop is set to.
func (s *Screen) Calm(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.own = on
	s.calmed()
}

// calmed finds out whether nothing may move by itself. mu is held.
func (s *Screen) calmed() {
	if s.calm = s.told || s.own; s.calm {
		s.motion, s.drift.speed = compositor.Motion{Differ: s.motion.Differ}, 0
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
