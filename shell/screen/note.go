package screen

import "time"

// noteTime is how long a note stays.
const noteTime = 20 * time.Second

// Note tells the user something of the window itself, as a warning on the sealed layer.
func (s *Screen) Note(text string) { s.warn(text, noteTime) }

// Complain shows in one line what is wrong with something the hands wanted.
func (s *Screen) Complain(text string) { s.warn(text, toastTime) }

func (s *Screen) warn(text string, stays time.Duration) {
	s.mu.Lock()
	s.show(toast{text: text, bad: true}, stays)
	s.stale = true
	s.mu.Unlock()
	s.o.Wake()
}
