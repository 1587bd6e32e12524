package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// texts reads labels, names and emoji.
func (c *clause) texts() bool {
	if c.emoji() {
		return true
	}
	var text *token
	for _, t := range c.toks {
		if t.kind == quoted && !t.used {
			text = t
		}
	}
	rename := c.naming()
	if text == nil {
		if rename == nil {
			return false
		}
		rename.used = true
		c.p.ask = &Question{Text: "What shall the new name be?"}
		return true
	}
	if rename == nil && !c.hasVerb() && len(c.refs) > 0 && c.before != nil {
		rename = c.before.verb("rename") // "… and the notes “Ideas”"
	}
	told := rename != nil || c.before == nil && len(c.refs) == 1 && c.refs[0].head == "label" && c.refs[0].to == c.at(text)-1 && c.prepTo(text) || c.one("verb", "say") != nil || c.one("part", "label", "text", "title") != nil ||
		c.verb("move") != nil || c.verb("make") != nil && c.prepTo(text) || c.verb("give") != nil
	if !told || c.hasAny("color", "dim", "style") {
		return false
	}
	text.used = true
	if neg := c.one("neg"); neg != nil && strings.HasSuffix(neg.text, "of") && c.refAfterToken(neg) != nil {
		neg.used = true // "… instead of Save"
		c.refAfterToken(neg).own = true
	}
	title := c.one("part", "title") != nil || rename != nil
	heads := c.titled(text.text)
	c.drop("part")
	for _, t := range c.toks {
		if t.is("verb", "rename", "say", "move", "add") {
			t.used = true
		}
	}
	if c.drop("prop"); heads {
		return true
	}
	intent := act.SetText
	if title {
		intent = act.Rename
	}
	for _, how := range c.toks { // said of how it is written
		if title && !how.used && how.is("font", "upper") {
			how.used, text.text = true, strings.ToUpper(text.text)
		}
	}
	if intent == act.SetText && c.noText(text) {
		return true
	}
	if intent == act.Rename && c.namedEach(text.text) {
		return true
	}
	if was, again := strings.CutSuffix(text.text, " again"); again && intent == act.Rename && c.p.gene(fold(was)) != nil {
		text.text = was // "call it counter again"
	}
	if cell := c.ofFigures(); intent == act.Rename && cell != "" {
		c.ownAll()
		c.addTo(act.Act{Intent: act.Rename, Args: act.Args{Text: text.text}}, cells, act.Target{Cell: cell})
		return true
	}
	c.add(act.Act{Intent: intent, Args: act.Args{Text: text.text}}, anything)
	return true
}

// noText asks whether "write nothing on it" means no text at all, where that word does not stand in quotes.
func (c *clause) noText(text *token) bool {
	if listed("notext", fold(text.text)) == "" || strings.ContainsAny(c.p.sentence, "\"“”«»") {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	c.p.ask = &Question{Text: "No text on " + c.p.them(set) + ", or the word “" + text.text + "”?", Choices: []Choice{
		choice(way{label: "No text", act: act.Act{Intent: act.SetText}}, set), choice(way{label: "The word", act: act.Act{Intent: act.SetText, Args: act.Args{Text: text.text}}}, set), {Label: "Leave it"},
	}}
	return true
}

// naming is a verb of naming that is not a noun: "name it", but not "the name".
func (c *clause) naming() *token {
	for i, t := range c.toks {
		if t.used || !t.is("verb", "rename") {
			continue
		}
		if of := t0(c.toks, i+1); t.is("part") && i == 0 && of != nil && of.is("prep", "of", "in", "on") {
			continue // "title of the counter to lower case"
		}
		if t.is("part") && i > 0 {
			if prev := c.toks[i-1]; prev.is("det") || prev.used || prev.is("prep", "of") || prev.is("pron") {
				continue
			}
		}
		return t
	}
	return nil
}

func (c *clause) prepTo(t *token) bool {
	prev := t0(c.toks, c.at(t)-1)
	if next := t0(c.toks, c.at(t)+1); next != nil && (next.is("prep", "to") || next.is("verb", "make")) && wideScript(next.text) {
		return true
	}
	return prev != nil && (prev.is("prep", "to", "as") || c.relabels() || prev.is("prep", "with") && c.verb("make") != nil && c.verb("make").text == "replace")
}

// emoji reads "put an emoji rocket on the button" and "add 🚀 to the label".
func (c *clause) emoji() bool {
	glyph := ""
	var word *token
	for _, t := range c.toks {
		switch {
		case t.kind == picture && !t.used:
			glyph, t.used = glyph+t.text, true
		case t.is("emoji", "word"):
			word = t
		}
	}
	if glyph == "" && word != nil {
		if t := c.one("emoji"); t != nil && !t.is("emoji", "word") {
			glyph, t.used = t.value("emoji"), true
		} else {
			for _, t := range c.toks {
				if v := t.value("emoji"); v != "" && v != "word" {
					glyph, t.used = v, true
				}
			}
		}
	}
	if glyph == "" {
		return false
	}
	for _, t := range c.toks {
		if t.is("emoji", "word") || t.is("verb", "move", "add", "show") || t.is("rel") || t.is("part") {
			t.used = true
		}
	}
	c.add(act.Act{Intent: act.SetText, Args: act.Args{Text: glyph, Part: "prefix"}}, anything)
	return true
}
