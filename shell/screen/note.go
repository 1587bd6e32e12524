package screen

import "time"

// noteTime is how long a note stays.
const noteTime = 20 * time.Second

// Note tells the user something of the window itself, as a warning on the sealed layer.
func (s *Screen) Note(text string) {
	s.mu.Lock()
	s.show(toast{text: text, bad: true}, noteTime)
	s.stale = true
	s.mu.Unlock()
	s.o.Wake()
}
