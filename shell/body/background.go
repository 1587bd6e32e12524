package body

// background runs f on its own; Close waits for it. Once Close waits nothing new begins: false.
func (b *Body) background(f func()) bool {
	if !b.enter() {
		return false
	}
	go func() { // ends with f
		defer b.goes.Done()
		f()
	}()
	return true
}

// enter counts the calling goroutine as one of the body's until goes.Done, or says that the body has closed.
func (b *Body) enter() bool {
	b.life.Lock()
	defer b.life.Unlock()
	if !b.ended {
		b.goes.Add(1)
	}
	return !b.ended
}
