package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// version reads what goes back to an earlier version of one cell: "restore the clock from yesterday", "reset this".
func (c *clause) version() bool {
	verb, when := c.one("verb", "restore"), c.one("when")
	back := verb
	if back == nil && when != nil {
		if back = when; !c.hasVerb() && strings.Contains(when.text, "was") {
			// "the clock as it was yesterday"
		} else if back = c.verb("make", "show", "move", "give"); back != nil && back.text != "bring back" && !c.hasAny("undone", "undo") && !strings.Contains(when.text, "was") && (when.is("when", "yesterday") || c.one("even") == nil) {
			return false // "put it back to the default", "make it as it was yesterday"; not "make it the default size"
		}
	}
	if back == nil || when == nil && (verb == nil || !verb.is("reset")) || c.hasAny("color", "dim", "part", "style", "place", "prop") {
		return false
	}
	a := act.Act{Intent: act.Restore, Args: act.Args{Part: "first"}}
	if when != nil {
		a, when.used = restoreOf(when), true
	}
	back.used = true
	for _, t := range c.toks {
		if t.is("even") || t.is("undo", "one") || t.is("undone") {
			t.used = true
		}
	}
	for _, r := range c.refs {
		r.indef = false
	}
	if when == nil && c.hasAny("beh") {
		return false // "make it reset itself every morning"
	}
	if when == nil && c.presses() {
		return true
	}
	for _, r := range c.refs {
		if r.plural {
			c.ownAll()
			c.p.ask = &Question{Text: "One at a time: which shall be what it was?"}
			return true
		}
	}
	c.add(a, cells)
	return true
}

// presses asks where a cell has a button of that name: "reset the counter" may mean its number.
func (c *clause) presses() bool {
	for _, r := range c.refs {
		set, ok := c.p.resolve(r)
		if !ok || len(set) != 1 {
			continue
		}
		cell := c.p.s.cell(set[0].Cell)
		if cell == nil {
			continue
		}
		for _, n := range cell.Nodes {
			if n.Kind == "button" && fold(n.Text) == "reset" {
				c.ownAll()
				c.p.ask = &Question{Text: "Its number goes back with a tap on " + n.Text + ". Shall its program and place go back to what they were at first?", Choices: []Choice{
					{Label: "Yes, as at first", Acts: []act.Act{{Intent: act.Restore, Target: act.Target{Cell: cell.ID}, Args: act.Args{Part: "first"}}}}, {Label: "No"},
				}}
				return true
			}
		}
	}
	return false
}

// restoreOf is going back to a time.
func restoreOf(when *token) act.Act {
	a := act.Act{Intent: act.Restore}
	switch v := when.value("when"); v {
	case "first", "yesterday":
		a.Args.Part = v
	default:
		a.Args.Value = atof(v)
	}
	return a
}

// earlier reads "go back to how it was five minutes ago": all of the desktop, or the one thing that is named; of "the colour
// it had at first" the changes of colour.
func (c *clause) earlier(when *token) {
	if c.earlierTrait() || c.firstPlace(when) {
		return
	}
	c.drop("undo", "undone", "even", "redo")
	for _, t := range c.toks {
		if t.is("verb", "move", "make", "give", "show", "want") {
			t.used = true
		}
	}
	scope := desktop
	for _, r := range c.refs {
		pointed := (r.head == "this" || r.shown) && c.p.s.Point != nil && c.p.s.Point.Cell != ""
		if r.cell() || r.head == "thiscell" || r.head == "label" || r.head == "kind" && r.value != "any" || pointed {
			scope = cells
		}
	}
	switch one := c.putsBack(); {
	case scope == desktop && one != nil:
		c.ownAll()
		c.addTo(restoreOf(when), cells, *one)
		return
	case scope == desktop && when.is("when", "first"):
		c.takeAll()
		c.p.ask = c.undoAll() // all of it at once is not done on a guess
		return
	case scope == desktop:
		c.ownAll()
	}
	c.add(restoreOf(when), scope)
}

// putsBack is the one thing that "put this back", "reset it" speak of, nil where no one thing is spoken of.
func (c *clause) putsBack() *act.Target {
	said := " " + mannerly(c.p.sentence) + " "
	switch at := c.p.s.Point; {
	case strings.Contains(said, " this back ") || strings.Contains(said, " reset this ") || strings.Contains(said, " restore this "):
		if at != nil && at.Cell != "" {
			return &at.Target
		}
		return c.p.s.Last
	case strings.Contains(said, " it back ") || strings.Contains(said, " that back ") || strings.Contains(said, " reset it ") || strings.Contains(said, " restore it "):
		return c.p.s.Last
	}
	return nil
}

// firstPlace reads "put it back where it was at first": each change of its place is taken back, and nothing else.
func (c *clause) firstPlace(when *token) bool {
	p := c.p
	if !when.is("when", "first") || !strings.Contains(" "+mannerly(p.sentence)+" ", " where ") || p.s.Deeds == nil {
		return false
	}
	var set []act.Target
	for _, r := range c.refs {
		if of, ok := p.resolve(r); ok && !r.all {
			set = append(set, of...)
		} else {
			return false
		}
	}
	if len(set) == 0 && p.s.Last != nil {
		set = append(set, *p.s.Last)
	}
	if len(set) == 0 {
		return false
	}
	c.takeAll()
	for _, d := range p.s.Deeds() {
		for _, a := range d.Acts {
			if a.Intent == act.Move && has(set, a.Target) && !slices.ContainsFunc(d.Acts, func(o act.Act) bool { return o.Intent != act.Move || !has(set, o.Target) }) {
				c.add(d.undo(), desktop)
				break
			}
		}
	}
	if len(c.drafts) == 0 {
		p.ask = &Question{Text: "Nothing that still holds moved " + p.s.name(set[0]) + ". Undo the last change instead?", Choices: orUndo("No")}
	}
	return true
}
