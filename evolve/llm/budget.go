package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"cellshell/internal/atomicfile"
)

// Budget is a hard cap on tokens, in and out, per day of the local calendar. With a file it counts on after a restart; what
// was set aside for a call that ended with the process counts as used. Safe for concurrent use.
type Budget struct {
	perDay int
	now    func() time.Time
	path   string // "" keeps nothing
	broken error  // why nothing is allowed

	mu   sync.Mutex // guards the rest, and the file
	day  string
	used int // spent and reserved
}

// spent is the file of a budget.
type spent struct {
	Day  string `json:"day"`
	Used int    `json:"used"`
}

// NewBudget returns a budget of so many tokens a day, 0 for none at all. A nil now is time.Now.
func NewBudget(perDay int, now func() time.Time) *Budget {
	if now == nil {
		now = time.Now
	}
	return &Budget{perDay: perDay, now: now}
}

// OpenBudget returns a budget that is kept in a file. With a file that cannot be read it allows nothing: who does not know
// what was spent must not spend more.
func OpenBudget(path string, perDay int, now func() time.Time) *Budget {
	b := NewBudget(perDay, now)
	b.path = path
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return b
	}
	var s spent
	if err == nil {
		s, err = readSpent(data)
	}
	if err != nil {
		b.broken = fmt.Errorf("what was spent today is not known: %s: %w; remove the file to count anew", path, err)
	}
	b.day, b.used = s.Day, s.Used
	return b
}

func readSpent(data []byte) (spent, error) {
	var s spent
	if err := json.Unmarshal(data, &s); err != nil {
		return s, err
	}
	if _, err := time.Parse(time.DateOnly, s.Day); err != nil || s.Used < 0 {
		return s, fmt.Errorf("day %q, used %d are no count of tokens", short(s.Day), s.Used)
	}
	return s, nil
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

// turn begins a new day at midnight of the local calendar. A clock that was set back does not: tokens would be spent twice.
// The caller holds mu.
func (b *Budget) turn() {
	if day := b.now().Format(time.DateOnly); day > b.day {
		b.day, b.used = day, 0
	}
}

// keep writes the file. The caller holds mu.
func (b *Budget) keep() error {
	if b.path == "" {
		return nil
	}
	data, err := json.Marshal(spent{b.day, b.used})
	if err != nil {
		return err
	}
	return atomicfile.Write(b.path, append(data, '\n'), 0o600)
}

// grant is what one call may use.
type grant struct {
	b    *Budget
	day  string
	held int
}

// reserve sets tokens aside, or fails. A nil budget allows everything.
func (b *Budget) reserve(n int) (*grant, error) {
	if b == nil {
		return nil, nil
	}
	if b.broken != nil {
		return nil, &Error{Kind: OverBudget, Text: b.broken.Error(), Err: b.broken}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turn()
	if n > b.perDay {
		return nil, &Error{Kind: OverBudget, Text: fmt.Sprintf("this may take %d tokens, more than the %d of a whole day", n, b.perDay), Way: "raise day_tokens in config.toml"}
	}
	if b.used+n > b.perDay {
		return nil, &Error{Kind: OverBudget, Text: fmt.Sprintf("this may take %d tokens, and %d of today's %d are used", n, b.used, b.perDay)}
	}
	b.used += n
	if err := b.keep(); err != nil { // what cannot be counted is not spent
		b.used -= n
		return nil, &Error{Kind: OverBudget, Text: "what is spent cannot be written down: " + err.Error(), Err: err}
	}
	return &grant{b, b.day, n}, nil
}

// allows reports whether a call may go on that has used so many tokens; beyond what was set aside it takes from what is left.
func (g *grant) allows(used int) error {
	if g == nil || used <= g.held {
		return nil
	}
	g.b.mu.Lock()
	defer g.b.mu.Unlock()
	g.b.turn()
	if more := used - g.held; g.b.day == g.day && g.b.used+more > g.b.perDay {
		return &Error{Kind: OverBudget, Text: fmt.Sprintf("today's %d tokens were used up in the middle of the answer", g.b.perDay)}
	}
	return nil
}

// settle gives back what was not used.
func (g *grant) settle(used int) {
	if g == nil {
		return
	}
	g.b.mu.Lock()
	defer g.b.mu.Unlock()
	if g.b.turn(); g.b.day == g.day {
		g.b.used = max(0, g.b.used-g.held+used)
		_ = g.b.keep() // the higher figure from before stands
	}
}
