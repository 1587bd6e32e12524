package screen

// Attached tells whether the screen has ever been shown the desktop.
func (s *Screen) Attached() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.doc != nil
}
