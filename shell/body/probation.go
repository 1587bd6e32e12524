package body

import (
	"fmt"
	"time"

	"cellshell/membrane/ui"
)

// conduct is how a generation behaves: what its views cost and how often it errs. It is kept for each, so that a new one can
// be compared with the one before. Body.mu guards it.
type conduct struct {
	views  int           // answered
	errors int           // complaints of the SDK, broken messages, calls refused
	cost   time.Duration // processor time of the cheaper half of its last views, about
	dear   int           // views in a row that cost too much
}

const (
	maxDear   = 3                      // views in a row above the budget that are too many
	minErrors = 3                      // fewer are no rate
	dearFloor = 150 * time.Millisecond // of processor time: a budget below is not measured well enough
)

// viewed notes what a view cost.
func (k *conduct) viewed(cost, budget time.Duration) {
	k.views++
	if cost > budget {
		k.dear++
	} else {
		k.dear = 0
	}
	switch {
	case k.views == 1 || cost < k.cost:
		k.cost = cost
	default:
		k.cost += (cost - k.cost) / 8
	}
}

// worse says what is worse now than with the generation before; "" when nothing is.
func (k conduct) worse(before conduct, budget time.Duration) string {
	if before.views == 0 {
		return "" // nothing to compare with: it is new
	}
	if k.dear >= maxDear && before.cost <= budget {
		return fmt.Sprintf("%d views in a row took more than %v of processor time each, before about %v", k.dear, budget, max(before.cost.Round(time.Millisecond), time.Millisecond))
	}
	was := float64(before.errors) / float64(max(before.views, 1))
	if is := float64(k.errors) / float64(max(k.views, 1)); k.errors >= minErrors && is > 2*was {
		return fmt.Sprintf("it erred %d times in %d views, before %d times in %d", k.errors, k.views, before.errors, before.views)
	}
	return ""
}

// conducts notes what a live cell sends, and takes a generation on probation back that behaves worse than the one before.
func (b *Body) conducts(c *live, s *session, m ui.Message) {
	var cost time.Duration
	switch m := m.(type) {
	case ui.View:
		if cost = s.cost(m.Seq); cost < 0 {
			return
		}
	case ui.Log:
		if m.Level != "warn" && m.Level != "error" {
			return
		}
	case ui.Error:
	default:
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.sess != s || b.closing {
		return
	}
	budget := max(time.Duration(c.manifest.Budget.ViewMS)*time.Millisecond, dearFloor)
	if _, view := m.(ui.View); view {
		c.conduct.viewed(cost, budget)
	} else {
		c.conduct.errors++
	}
	if !b.now().Before(c.trusted) {
		return
	}
	why := c.conduct.worse(c.before, budget)
	if why == "" {
		return
	}
	n := c.change
	c.trusted = time.Time{}
	b.background(func() { // ends when it has been told
		b.sup.Logf(string(c.id), "taken back on probation: %s", why)
		b.rollBack(c, n, why)
	})
}

// cost is the processor time of the process since it was last asked for a view; below 0 when the view answers nothing that
// was measured.
func (s *session) cost(seq uint64) time.Duration {
	now := s.proc.CPUTime()
	s.mu.Lock()
	defer s.mu.Unlock()
	from := s.spent
	s.spent = -1
	if s.asked > seq {
		s.spent = now // it goes on with the next
	}
	if from < 0 || now < from {
		return -1
	}
	return now - from
}
