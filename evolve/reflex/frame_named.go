package reflex

import (
	"regexp"
	"slices"
	"strings"

	"cellshell/evolve/act"
)

const wholeDesk = `(?:desktop|desk|layout|arrangement|setup|workspace|screen|state|version|look|view|stage|moment)`

var (
	keepAs    = regexp.MustCompile(`^(?:please |could you |can you |would you |i want to |lets )*(?:remember|save|store|bookmark) (?:this|it|that|everything|all this|all that) (?:as|under|by|with) `)
	aboutDesk = regexp.MustCompile(`\b` + wholeDesk + `\b`)
	keeping   = regexp.MustCompile(`^(?:please |could you |can you |would you |i want to |lets )*(?:save|store|remember|keep|call|name|bookmark|mark|label) (?:(?:all|this|it|that|everything|the|my|current|whole) ?)+` + wholeDesk + `? ?(?:as|under the name of|under the name|under|by the name of|by the name|with the name)(?: my| the)? ([\pL\pN' -]{1,40}?)(?: ` + wholeDesk + `)?(?: please)?[.!]?$`)
	calling   = regexp.MustCompile(`^(?:please |could you |can you |would you |i want to |lets )*(?:call|name|label|title) (?:(?:this|the|my|current|whole) ?)+` + wholeDesk + ` ([\pL\pN' -]{1,40}?)(?: please)?[.!]?$`)
	loading   = regexp.MustCompile(`^(?:please |could you |can you |would you |i want to |lets )*(?:load|open|restore|switch to|switch back to|go to|go back to|bring back|show|use)(?: me)?(?: my| the)? ([\pL\pN' -]{1,40}?) ` + wholeDesk + `(?: please)?[.!]?$`)
)

// named reads "save this desktop as work" and "load my work desktop".
func (p *parser) named() bool {
	said := strings.ToLower(p.sentence)
	if len(p.sentence) > 120 || !aboutDesk.MatchString(said) && !keepAs.MatchString(said) {
		return false
	}
	m := keeping.FindStringSubmatch(said)
	if m == nil && !p.has("gene") && !p.has("name") {
		m = calling.FindStringSubmatch(said)
	}
	if m != nil && listed("asitis", "as "+m[1]) == "" {
		p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Name, Args: act.Args{Text: m[1]}}}, 1
		return true
	}
	m = loading.FindStringSubmatch(said)
	switch {
	case m == nil:
		return false
	case slices.Contains(p.s.Names, m[1]):
		p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Restore, Args: act.Args{Text: m[1]}}}, 1
		return true
	case !strings.HasPrefix(said, "load"):
		return false // "use the dark desktop" may mean something else
	}
	q := &Question{Text: "No desktop is called “" + m[1] + "”. Say “save this desktop as " + m[1] + "” to keep this one."}
	for i, name := range p.s.Names {
		if i < maxChoices-1 {
			q.Choices = append(q.Choices, Choice{Label: name, Acts: []act.Act{{Intent: act.Restore, Args: act.Args{Text: name}}}})
		}
	}
	p.result.Ask, p.result.Conf = q, 0.5
	return true
}
