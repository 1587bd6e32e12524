package evolve

import (
	"regexp"
	"strings"

	"cellshell/evolve/act"
)

var (
	asksForNew = regexp.MustCompile(`(?i)^(?:please |can you |could you )?(?:add|create|build|make me|make|give me|i want|i need|spawn|show me|open|start)\s+(?:me )?(?:a|an|another|some|new)\s+(.+)$`)
	clauseEnd  = regexp.MustCompile(`(?i)\s+(?:that|which|with|who|for|showing|saying)\s+`)
	somewhere  = regexp.MustCompile(`(?i)\b(?:to|in|into|on|inside|under|above|below|beside) (?:the|this|that|it|my)\b|\b(?:here|this|it)\b`)
	ownerEnd   = regexp.MustCompile(`(?i)\b(?:to|in|into|on|inside|under|below) (?:the|my) ([\pL\pN -]+?)[.!]?$`)
	partNoun   = regexp.MustCompile(`(?i)\b(?:buttons?|sliders?|fields?|box|inputs?|labels?|texts?|icons?|rows?|columns?|charts?|graphs?|toggles?|switch|checkbox|lists?|menus?|progress|tabs?|images?|pictures?|titles?|headings?|borders?|lines?|shadow|hands?|digits?|seconds)\b`)
)

// wantsNew reports whether a wish for new code asks for a new cell ("add a pomodoro timer with a red stop button") and not
// for a part of one that is there ("add a reset button", "add a search box to the notes").
func wantsNew(sentence string) bool {
	m := asksForNew.FindStringSubmatch(strings.TrimSpace(sentence))
	if m == nil {
		return false
	}
	thing := m[1]
	if at := clauseEnd.FindStringIndex(thing); at != nil {
		thing = thing[:at[0]]
	}
	return !somewhere.MatchString(thing) && !partNoun.MatchString(thing)
}

// thingOf is the noun of a wish for something new, "" when it is none: "pomodoro timer" of "make me a pomodoro timer that
// counts down".
func thingOf(sentence string) string {
	m := asksForNew.FindStringSubmatch(strings.TrimSpace(sentence))
	if m == nil {
		return ""
	}
	thing := strings.TrimRight(m[1], ".!")
	if at := clauseEnd.FindStringIndex(thing); at != nil {
		thing = thing[:at[0]]
	}
	return thing
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
	m := ownerEnd.FindStringSubmatch(strings.TrimSpace(sentence))
	if m == nil {
		return act.Target{}, false
	}
	var found []act.Target
	for _, id := range s.IDs() {
		dc := s.Doc.Cells[id]
		if dc == nil || dc.Hidden {
			continue
		}
		if strings.EqualFold(m[1], dc.Title) || strings.EqualFold(m[1], string(id)) || strings.EqualFold(m[1], dc.Gene) {
			found = append(found, act.Target{Cell: string(id)})
		}
	}
	if len(found) != 1 {
		return act.Target{}, false
	}
	return found[0], true
}
