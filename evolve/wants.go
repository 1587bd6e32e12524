package evolve

import (
	"regexp"
	"strings"
)

var (
	asksForNew = regexp.MustCompile(`(?i)^(?:please |can you |could you )?(?:add|create|build|make me|make|give me|i want|i need|spawn|show me|open|start)\s+(?:me )?(?:a|an|another|some|new)\s+(.+)$`)
	clauseEnd  = regexp.MustCompile(`(?i)\s+(?:that|which|with|who|for|showing|saying)\s+`)
	somewhere  = regexp.MustCompile(`(?i)\b(?:to|in|into|on|inside|under|above|below|beside) (?:the|this|that|it|my)\b|\b(?:here|this|it)\b`)
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
