package llm

import (
	"fmt"
	"sync"
	"time"
)

// Budget is a hard cap on tokens, in and out, per day of the local calendar. Safe for concurrent use.
type Budget struct {
	perDay int
	now    func() time.Time

	mu   sync.Mutex // guards the rest
	day  string
	used int // spent and reserved
}

// NewBudget returns a budget of so many tokens a day, 0 for none at all. A nil now is time.Now.
func NewBudget(perDay int, now func() time.Time) *Budget {
	if now == nil {
		now = time.Now
	}
	return &Budget{perDay: perDay, now: now}
}

// Used returns how many tokens were used today, those reserved for running calls included.
func (b *Budget) Used() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn()
	return b.used
}

// Limit returns the tokens a day.
func (b *Budget) Limit() int { return b.perDay }

// turn begins a new day. The caller holds mu.
func (b *Budget) turn() {
	if day := b.now().Format(time.DateOnly); day != b.day {
		b.day, b.used = day, 0
	}
}

// reserve sets tokens aside, or fails; settle gives back what was not used. A nil budget allows everything.
func (b *Budget) reserve(n int) (settle func(used int), err error) {
	if b == nil {
		return func(int) {}, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn()
	if b.used+n > b.perDay {
		return nil, &Error{Kind: OverBudget, Text: fmt.Sprintf("this may take %d tokens, and %d of today's %d are used", n, b.used, b.perDay)}
	}
	b.used += n
	day := b.day
	return func(used int) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.turn(); b.day == day {
			b.used = max(0, b.used-n+used)
		}
	}, nil
}
