package body

import (
	"fmt"
	"time"
)

// presentTime is how long a swap waits for a screen to show it.
const presentTime = 300 * time.Millisecond

// presented waits until a screen shows the picture of now, and says what is wrong when none does. Without a screen there is
// nothing to wait for.
func (b *Body) presented() (flag string) {
	deadline := time.NewTimer(presentTime)
	defer deadline.Stop()
	b.mu.Lock()
	defer b.mu.Unlock()
	want := b.version
	for {
		var first *screen
		for _, s := range b.screens {
			if s.seen >= want {
				return ""
			}
			if !s.slow && (first == nil || s.Primary) {
				first = s
			}
		}
		if first == nil {
			return ""
		}
		shown := first.shown
		b.mu.Unlock()
		select {
		case <-shown:
		case <-deadline.C:
			b.mu.Lock()
			first.slow = true
			return fmt.Sprintf("no screen showed it within %v", presentTime)
		case <-b.done:
		}
		b.mu.Lock()
		if b.closing {
			return ""
		}
	}
}
