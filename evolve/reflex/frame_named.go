package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// longestName is how long a name for a desktop may be, in bytes.
const longestName = 40

// named reads "save this desktop as work" and "load my work desktop".
func (p *parser) named() bool {
	if len(p.sentence) > 120 {
		return false
	}
	said := strings.ToLower(p.sentence)
	name, _, ok := Cut("keepdesk", said)
	if !ok && !p.has("gene") && !p.has("name") {
		name, _, ok = Cut("calldesk", said)
	}
	if name = strings.TrimRight(name, " .!"); ok && plainName(name) && listed("asitis", "as "+name) == "" {
		p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Name, Args: act.Args{Text: name}}}, 1
		return true
	}
	name, sure, ok := Cut("loaddesk", said)
	switch name = strings.TrimRight(name, " .!"); {
	case !ok || !plainName(name):
		return false
	case slices.Contains(p.s.Names, name):
		p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Restore, Args: act.Args{Text: name}}}, 1
		return true
	case sure == "":
		return false // "use the dark desktop" may mean something else
	}
	q := &Question{Text: "No desktop is called “" + name + "”. Say “save this desktop as " + name + "” to keep this one."}
	for i, one := range p.s.Names {
		if i < maxChoices-1 {
			q.Choices = append(q.Choices, Choice{Label: one, Acts: []act.Act{{Intent: act.Restore, Args: act.Args{Text: one}}}})
		}
	}
	p.result.Ask, p.result.Conf = q, 0.5
	return true
}

// plainName reports whether a text can be the name of a desktop: words and no marks.
func plainName(text string) bool {
	return text != "" && len(text) <= longestName && !slices.ContainsFunc(split(text), func(w word) bool { return w.kind == mark || w.kind == quoted })
}

// ofFigures is the cell whose figures were changed last, where a clause gives "it" a name: a number has none, its window has. "": it is
// about something else.
func (c *clause) ofFigures() string {
	s := c.p.s
	if c.before != nil || !c.bareOnly() || s.Last == nil || s.Last.Node == "" || s.Point != nil && s.Point.Given || !has(c.p.figuresIn(act.Target{Cell: s.Last.Cell}), *s.Last) {
		return ""
	}
	return s.Last.Cell
}
