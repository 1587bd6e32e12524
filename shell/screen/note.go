package screen

import "time"

// noteTime is how long a note stays.
const noteTime = 20 * time.Second

// Note tells the user something of the window itself, as a warning on the sealed layer.
func (s *Screen) Note(text string) {
	s.mu.Lock()
	s.toast = toast{text: text, bad: true, until: time.Now().Add(noteTime)}
	s.stale = true
	s.mu.Unlock()
	s.later(noteTime + 10*time.Millisecond)
	s.o.Wake()
}
