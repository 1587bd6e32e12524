package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// styles reads the named looks of genes: "analog", "show the seconds", "no seconds".
func (c *clause) styles() {
	for {
		t := c.one("gstyle")
		if t == nil {
			t = c.one("style")
		}
		if t == nil || c.partStyled(t) || c.moreOf(t) || c.shownAs(t) {
			return
		}
		on := true
		if i := c.at(t); i > 0 {
			for _, o := range c.toks[:i] {
				if o.is("neg") && !o.used {
					o.used, on = true, false
				}
			}
		}
		if c.one("turn", "off") != nil || c.verb("remove", "hide") != nil {
			on = false
		}
		t.used = true
		c.drop("turn", "styleword")
		for _, o := range c.toks {
			if o.is("verb", "show", "remove", "hide", "add", "match", "restore") || o.is("neg") && !on {
				o.used = true
			}
		}
		c.add(act.Act{Intent: act.Style, Args: act.Args{Style: styleKey(t), On: ptr(on)}}, cells)
	}
}

// styleKey keeps what finish needs to find the style in the target's gene.
func styleKey(t *token) string {
	if v := t.value("gstyle"); v != "" {
		return v
	}
	return t.value("style")
}

// opposite names the style that a style's absence is.
var opposite = map[string]string{"analog": "digital", "digital": "analog", "24-hour": "12-hour", "12-hour": "24-hour", "seconds": "no-seconds", "no-seconds": "seconds"}

// styleNamed finds a style of a gene by the concept or words of a token.
func styleNamed(styles []Style, t *token, on bool) (string, bool) {
	return styleFor(styles, styleKey(t), on)
}

func styleFor(styles []Style, key string, on bool) (string, bool) {
	if !on {
		if key2 := opposite[key]; key2 != "" {
			key = key2
		} else {
			key = "no-" + key
		}
	}
	want := squash(key)
	for _, s := range styles {
		if squash(s.Name) == want {
			return s.Name, true
		}
	}
	lex := loadLexicon()
	for _, s := range styles {
		for _, w := range s.Words {
			if squash(w) == want {
				return s.Name, true
			}
			words := split(w)
			senses, n := lex.longest(words)
			if n == 0 || n != len(words) {
				continue
			}
			for _, sense := range senses {
				if sense.class == "style" && sense.value == key && !sense.weak {
					return s.Name, true
				}
			}
		}
	}
	return "", false
}

// finish fits an act to its target. False: it cannot be done to it, and a question is set.
func (p *parser) finish(a *act.Act) bool {
	cell := p.s.cell(a.Target.Cell)
	if a.Target.Node == "" && cell != nil && (a.Intent == act.TextStyle || a.Intent == act.Spacing && a.Args.Part == "letters" || a.Intent == act.Recolor && a.Args.Part == "text") {
		p.onTitle(a, cell)
	}
	if a.Intent == act.Recolor && a.Target.Node == "" && cell != nil && cell.Kind == "panel" && a.Args.Part == "" && a.Args.Color != "" {
		a.Args.Part = "background" // of a bar the accent is hardly to be seen
	}
	switch a.Intent {
	case act.Style:
		return p.finishStyle(a, cell)
	case act.Resize:
		if p.than && p.isSo(a) || !p.finishSpan(a) {
			return false
		}
		if a.Args.Pixels != 0 {
			_, _, w, h := p.s.box(a.Target)
			if w <= 0 || h <= 0 {
				p.ask = &Question{Text: "I do not know its size yet. How big shall it be?"}
				return false
			}
			if a.Args.Axis != "height" {
				a.Args.Width = max(8, round(w+a.Args.Pixels))
			}
			if a.Args.Axis != "width" {
				a.Args.Height = max(8, round(h+a.Args.Pixels))
			}
			a.Args.Pixels, a.Args.Axis = 0, ""
		}
	case act.Move:
		return p.finishMove(a)
	case act.Rename:
		if a.Target.Node != "" {
			a.Intent = act.SetText
		}
	case act.SetText:
		if a.Target.Node == "" && cell != nil {
			return p.onlyLabel(a, cell)
		}
	}
	return true
}

// onTitle moves letters and colours "of the title" to the node that shows it, where there is one.
func (p *parser) onTitle(a *act.Act, cell *Cell) {
	said := false
	for _, t := range p.toks {
		said = said || t.is("part", "title") && t.text != "name"
	}
	if !said {
		return
	}
	var found []string
	for _, n := range cell.Nodes {
		if n.Kind == "text" && (n.Key == "title" || n.Key == "heading") {
			found = append(found, n.ID)
		}
	}
	if len(found) == 1 {
		a.Target.Node = found[0]
	}
}

// finishStyle names the style as the gene does. A pointed cell that does not have it gives way to the only one that does.
func (p *parser) finishStyle(a *act.Act, cell *Cell) bool {
	on := !a.Args.Off()
	key := a.Args.Style
	a.Args.On = nil
	if cell != nil {
		if name, ok := styleFor(cell.Styles, key, on); ok {
			a.Args.Style = name
			return !p.handsHide(a)
		}
	}
	if other := p.onlyOne(key, on); other != nil && !p.thingSaid() {
		a.Args.Style, _ = styleFor(other.Styles, key, on)
		a.Target = act.Target{Cell: other.ID}
		return true
	}
	p.result.Unknown = append(p.result.Unknown, key)
	title := "It"
	var have []string
	if cell != nil {
		title = p.s.name(a.Target)
		for _, s := range cell.Styles {
			have = append(have, s.Name)
		}
	}
	p.ask = &Question{Text: title + " has no style “" + key + "”."}
	if len(have) > 0 {
		p.ask.Text += " It has: " + strings.Join(have, ", ") + "."
	}
	p.wish = a.Target
	return false
}

// onlyOne is the one cell that can look so, nil when none can or several.
func (p *parser) onlyOne(key string, on bool) *Cell {
	var found *Cell
	for i := range p.s.Cells {
		if _, ok := styleFor(p.s.Cells[i].Styles, key, on); !ok {
			continue
		}
		if found != nil {
			return nil
		}
		found = &p.s.Cells[i]
	}
	return found
}

// thingSaid reports whether a thing is named or pointed at, so that no other can be meant.
func (p *parser) thingSaid() bool {
	if p.s.Point != nil && p.s.Point.Given || len(p.s.Selection) > 0 {
		return true
	}
	for _, t := range p.toks {
		if t.isAny("name", "gene") || t.is("det", "this", "these") {
			return true
		}
	}
	return false
}

// onlyLabel moves a text for a whole cell to the one label in it.
func (p *parser) onlyLabel(a *act.Act, cell *Cell) bool {
	for _, kind := range []string{"button", "text"} {
		var found []string
		for _, n := range cell.Nodes {
			if n.Kind == kind && n.Text != "" {
				found = append(found, n.ID)
			}
		}
		if len(found) == 1 {
			a.Target.Node = found[0]
			return true
		}
		if len(found) > 1 {
			break
		}
	}
	p.ask = &Question{Text: "Which text of " + p.s.name(a.Target) + "? Point at it."}
	return false
}
