package genome

import (
	"fmt"
	"slices"
)

const calls = "call this desktop "

// NameSentence is the sentence of a change of KindName.
func NameSentence(name string) string { return calls + name }

// naming is a name that a desktop got, and the index of the change by which it got it.
type naming struct {
	name string
	at   int
}

// Names lists the names given to desktops, each once.
func (s *Store) Names() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, n := range s.log.named {
		if !slices.Contains(out, n.name) {
			out = append(out, n.name)
		}
	}
	return out
}

// PlanNamed plans to make the whole desktop what it was when it got a name, the last time it got it. The plan is a new
// change of KindEvolve. Cells that came later are gone then, cells that went come back.
func (s *Store) PlanNamed(name string) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range slices.Backward(s.log.named) {
		if n.name != name {
			continue
		}
		p, err := s.planTo(n.at)
		p.Kind = KindEvolve
		return p, err
	}
	return Plan{}, fmt.Errorf("genome: no desktop is called %q", name)
}
