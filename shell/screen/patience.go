package screen

import "time"

// silence is how long the body may leave the hands without an answer before the screen says so: a body that stands still
// keeps its connections.
const silence = time.Second

// patiently asks the body for something that it answers at once when it is well. Nobody looks at a clock while nothing is
// asked.
func (s *Screen) patiently(ask func() error) error {
	s.mu.Lock()
	s.asked++
	n := s.asked
	s.mu.Unlock()
	t := time.AfterFunc(silence, func() {
		s.mu.Lock()
		late := s.asked == n
		s.mute, s.stale = s.mute || late, s.stale || late
		s.mu.Unlock()
		if late {
			s.o.Wake()
		}
	})
	err := ask()
	t.Stop()
	s.mu.Lock()
	s.asked++
	was := s.mute
	s.mute, s.stale = false, s.stale || was
	s.mu.Unlock()
	if was {
		s.o.Wake()
	}
	return err
}
