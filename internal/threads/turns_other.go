//go:build !linux

package threads

// ShortTurns does nothing here: a browser has one thread, and gives it turns as it likes.
func ShortTurns() {}
