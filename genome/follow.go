package genome

// Refresh catches up with what another program made of the history: git commit, reset or switch.
func (s *Store) Refresh() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return errClosed
	}
	_, err := s.look()
	return err
}

// Moved reports whether another program has changed the history since the store last looked. The store stays as it is.
func (s *Store) Moved() (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return false, errClosed
	}
	ref, err := s.readBranch()
	if err != nil {
		return false, err
	}
	if ref != s.ref {
		return !s.behind, nil
	}
	head, err := s.readRef()
	return err == nil && head != s.head(), err
}

// look loads the history anew when HEAD is not where the store left it. mu is held.
func (s *Store) look() (moved bool, err error) {
	ref, err := s.readBranch()
	if err != nil {
		return false, err
	}
	if ref != s.ref && !s.behind { // else it is HEAD that has yet to follow
		moved, s.ref = true, ref
		if err := s.readAttempt(); err != nil {
			return true, err
		}
	}
	head, err := s.readRef()
	if err != nil || head == s.head() {
		return moved, err
	}
	return true, s.load(head)
}
