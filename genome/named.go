package genome

import (
	"fmt"
	"slices"
	"strings"
)

const calls = "call this desktop "

// NameSentence is the sentence of a change of KindName.
func NameSentence(name string) string { return calls + name }

// Names lists the names given to desktops, each once.
func (s *Store) Names() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for i := range s.log.len() {
		r := s.log.get(i)
		if name, ok := strings.CutPrefix(r.Sentence, calls); ok && r.Kind == KindName && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// PlanNamed plans to make the whole desktop what it was when it got a name, the last time it got it. The plan is a new
// change of KindEvolve. Cells that came later are gone then, cells that went come back.
func (s *Store) PlanNamed(name string) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := s.log.len() - 1; i >= 0; i-- {
		r := s.log.get(i)
		if r.Kind != KindName || r.Sentence != calls+name {
			continue
		}
		p, err := s.planState(i+1, r.Sentence, r.tree)
		p.Kind = KindEvolve
		return p, err
	}
	return Plan{}, fmt.Errorf("genome: no desktop is called %q", name)
}
