package evolve

import (
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// wantsNew reports whether a wish for new code asks for a new cell ("add a pomodoro timer with a red stop button") and not
// for a part of one that is there ("add a reset button", "add a search box to the notes").
func wantsNew(sentence string) bool {
	thing := thingOf(sentence)
	return thing != "" && !reflex.Fits("owned", thing)
}

// thingOf is the noun of a wish for something new, "" when it is none: "pomodoro timer" of "make me a pomodoro timer that
// counts down".
func thingOf(sentence string) string {
	thing, _, _ := reflex.Cut("new", strings.TrimSpace(sentence))
	return strings.TrimRight(reflex.Before("newends", thing), ".!")
}

// placedWish decides between a new cell and a part of one that is there, where the parser could not: a new thing is new
// wherever the pointer rests, and a part goes into the cell named or pointed at.
func placedWish(s *Scene, sentence string, wish act.Act) act.Act {
	given := s.Point != nil && s.Point.Given
	whole := wantsNew(sentence)
	switch {
	case whole && !given:
		wish.Target, wish.Args.Part = act.Target{}, "new"
	case whole || wish.Target.Cell != "":
	case given:
		wish.Target, wish.Args.Part = s.Point.Target, ""
	default:
		if owner, ok := ownerNamed(s, sentence); ok {
			wish.Target, wish.Args.Part = owner, ""
		}
	}
	return wish
}

// ownerNamed finds the cell that a sentence adds something to: "a chart of the last counts to the counter".
func ownerNamed(s *Scene, sentence string) (act.Target, bool) {
	said, _, _ := reflex.Cut("into", strings.TrimSpace(sentence))
	_, owner, ok := strings.Cut(strings.TrimRight(said, ".! "), "» ")
	if !ok {
		return act.Target{}, false
	}
	var found []act.Target
	for _, id := range s.IDs() {
		dc := s.Doc.Cells[id]
		if dc == nil || dc.Hidden {
			continue
		}
		if strings.EqualFold(owner, dc.Title) || strings.EqualFold(owner, string(id)) || strings.EqualFold(owner, dc.Gene) {
			found = append(found, act.Target{Cell: string(id)})
		}
	}
	if len(found) != 1 {
		return act.Target{}, false
	}
	return found[0], true
}
