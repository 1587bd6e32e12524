package genome

// OnStep has f called before and after every change of the disk.
func OnStep(f func(what string)) { step = f }

// TidyAt has loose objects packed when there are n.
func TidyAt(n int) { tidyAt = n }

// JoinAt has n packs of one size joined.
func JoinAt(n int) { joinAt = n }

// Tidied waits until what is being packed is.
func (s *Store) Tidied() { s.tidier.group.Wait() }
