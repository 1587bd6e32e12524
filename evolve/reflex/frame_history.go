package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// undo reads undo and redo: "undo that", "undo 3" (only number 3), "undo the last three changes" (a count).
func (c *clause) undo() bool {
	if t := c.take("redo"); t != nil {
		c.drop("undo")
		times := 1
		if last := c.p.s.LastActs; len(last) > 0 && last[0].Intent == act.Undo && (some(c.toks, "all") || some(c.toks, "det", "all") || some(c.toks, "pron", "them")) {
			times = max(times, len(last), last[0].Args.Count) // "redo them": all that was taken back at once
		}
		if some(c.toks, "det", "both") {
			times = 2
		}
		for _, n := range c.toks {
			if n.counts() && !n.used && n.num >= 1 && n.num <= 20 {
				times, n.used = int(n.num), true
			}
		}
		c.drop("unit")
		again := act.Act{Intent: act.Redo}
		if times > 1 {
			again.Args.Count = times
		}
		c.add(again, desktop)
		c.ownAll()
		return true
	}
	if c.calledAnew() {
		return true
	}
	if c.take("undo", "all") != nil {
		if c.allDescribed() {
			return true
		}
		c.ownAll()
		c.p.ask = c.undoAll()
		return true
	}
	t := c.take("undo", "one")
	if t == nil {
		return false
	}
	if t.is("raise") && c.verb("move") != nil && c.named() {
		t.used = false
		return false // "send the notes one step back"
	}
	if c.hasAny("color", "tone") && strings.HasSuffix(t.text, "back") && !strings.HasPrefix(t.text, "take back") || listed("backto", t.text) != "" && c.hasAny("color", "theme", "style", "gstyle") {
		return false // "put it back to blue" says what it shall be
	}
	if when := c.take("when"); when != nil {
		c.earlier(when)
		return true
	}
	if gone := c.p.s.Gone; c.p.gone != "" && gone != nil && gone(c.p.gone) > 0 && (t.is("puts") || strings.HasSuffix(t.text, "back")) {
		c.ownAll()
		c.add(act.Act{Intent: act.Undo, Args: act.Args{Number: gone(c.p.gone)}}, desktop)
		return true
	}
	if t.is("puts") && c.p.s.Back != nil && c.p.s.Back() { // "put it back": what was undone a moment ago
		c.ownAll()
		c.add(act.Act{Intent: act.Redo}, desktop)
		return true
	}
	if last := c.p.s.LastActs; listed("fetches", t.text) != "" && (len(last) == 0 || last[0].Intent == act.Spawn) && len(c.p.s.Hidden) == 0 {
		c.takeAll()
		c.p.ask = &Question{Text: "Nothing was taken away just now. Undo the last change?", Choices: orUndo("No")}
		return true
	}
	if d, ok := c.beforeLast(); ok {
		c.takeAll()
		c.add(d.undo(), desktop)
		return true
	}
	for again := c.one("undo", "one"); again != nil && strings.Contains(again.text, " was"); again = c.one("undo", "one") {
		again.used = true // "take it back to what it was"
	}
	if t.text == "oops" {
		c.take("undo", "one") // "oops, undo that"
	}
	if c.described() {
		return true
	}
	a := takeBack(1)
	counted := listed("stepsback", t.text) != "" // "go back two"
	words := 0
	for _, o := range c.toks {
		if o.is("undo", "words") {
			counted = counted || (o.text != "number" && o.text != "no" && o.text != "change" && o.text != "edit" && o.text != "step" && o.text != "action") || o.is("unit")
			o.used = true
			words++
		}
		if o.is("ord", "-1") || o.is("unit", "times") {
			counted, o.used = true, true
		} else if o.is("ord") && !c.numbers(o) {
			o.used = true // "but first undo that": what comes first, not which
		} else if o.is("ord") {
			a.Args.Count, a.Args.Number, o.used = 0, atoi(o.value("ord")), true
		}
		if o.is("det", "both") {
			a.Args.Count = 2
		}
		if o.is("det", "all") {
			c.p.ask = c.undoAll()
		}
		if o.is("mult", "2", "3") {
			a.Args.Count, o.used = int(atof(o.value("mult"))), true
		}
	}
	for _, o := range c.toks {
		if !o.used && o.counts() && o.num >= 1 && o.num <= 1000 {
			o.used = true
			if counted {
				a.Args.Count = int(o.num)
			} else {
				a.Args.Count, a.Args.Number = 0, int(o.num)
			}
			break
		}
	}
	for _, r := range c.refs {
		switch {
		case r.head == "all":
			c.p.ask, r.own = c.undoAll(), true
		case r.both:
			a.Args.Count, r.own = 2, true
		case r.head == "kind" && r.value == "any":
			if r.own = true; r.count > 0 {
				a.Args.Count = r.count
			}
		case words > 0 && !r.cell() && r.head != "label":
			r.own = true
		}
	}
	c.lastOnly()
	c.add(a, desktop)
	return true
}

// beforeLast is the change before the newest, where a clause means that: "undo the last but one".
func (c *clause) beforeLast() (Deed, bool) {
	if value, _ := findPhrase("beforelast", uttered(c.p.toks)); value == "" || c.p.s.Deeds == nil {
		return Deed{}, false
	}
	deeds := c.p.s.Deeds()
	if back := c.p.s.Back; len(deeds) > 0 && back != nil && back() {
		return deeds[0], true // the newest is taken back already
	}
	if len(deeds) < 2 {
		return Deed{}, false
	}
	return deeds[1], true
}

// numbers reports whether an ordinal says which change: "the first", "the third change". Without either it says when.
func (c *clause) numbers(ord *token) bool {
	i := c.at(ord)
	before, after := t0(c.toks, i-1), t0(c.toks, i+1)
	return before != nil && before.is("det") || after != nil && (after.is("undo", "words") || after.is("kind"))
}

// restoring reads "bring back the notes" and "reset this", which history can do only step by step.
func (c *clause) restoring() bool {
	if c.version() {
		return true
	}
	if t := c.one("verb", "restore"); t != nil && !c.hasAny("style", "color", "place") {
		c.takeAll()
		q := &Question{Text: "I can take back single changes: say “undo”, “undo 3” for only number 3, or look at the history."}
		q.Choices = orUndo("Nothing")
		c.p.ask, c.p.unsaid = q, true
		return true
	}
	t := c.one("verb", "show")
	alone := some(c.toks, "only") // of the rest nothing is to be seen: that is more
	if t == nil || len(c.refs) == 0 || alone || c.hasAny("style", "gstyle", "part", "color", "neg", "turn") {
		return false
	}
	t.used = true
	r := c.refs[0]
	r.own = true
	c.backOrFront(r)
	return true
}

// calledAnew reads "change this to Start over" of a part that shows words: they are its new label, and undo nothing.
func (c *clause) calledAnew() bool {
	t, at := c.one("undo", "all"), c.p.s.Point
	if t == nil || at == nil || at.Node == "" {
		return false
	}
	i := c.at(t)
	if i < 2 || !c.toks[i-1].is("prep", "to") || !c.toks[0].is("verb", "make", "rename") || i < len(c.toks)-1 {
		return false
	}
	if n := c.p.s.cell(at.Cell).node(at.Node); n == nil || n.Kind != "button" && n.Kind != "text" {
		return false
	}
	c.takeAll()
	c.addTo(act.Act{Intent: act.SetText, Args: act.Args{Text: c.p.text(t.start, t.end)}}, anything, at.Target)
	return true
}
