package reflex

import (
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

// wordsOut writes a text without a word of it, or with another word in its place: "drop the word mind". Whose text it is, is
// said, or it is the one that was spoken of last, or the only one that has the word.
func (c *clause) wordsOut() bool {
	t, off := c.one("aword"), c.one("glyph")
	if t == nil && (c.one("verb", "remove") == nil || off == nil && !c.quotesPart()) {
		return false
	}
	var said []string
	if t == nil && off != nil {
		said = append(said, off.value("glyph"))
	}
	for _, q := range c.toks {
		if q.kind == quoted {
			said = append(said, q.text)
		}
	}
	if len(said) == 0 {
		return false
	}
	said = append(said, "")
	among := c.textsMeant()
	out := keep(among, func(t act.Target) bool { return without(c.p.textOf(t), said[0], said[1]) != c.p.textOf(t) })
	if len(out) > 1 && c.p.s.Last != nil && has(out, *c.p.s.Last) {
		out = []act.Target{*c.p.s.Last}
	}
	if len(out) == 0 && t == nil {
		c.takeAll()
		c.p.ask = &Question{Text: "There is no “" + said[0] + "” there."}
		return true
	}
	if c.failed = len(out) == 0 && len(c.refs) > 0; c.failed {
		return true // what somebody wrote there is no label
	}
	c.takeAll()
	set, ok := out, len(out) == 1
	if len(out) > 1 {
		set, ok = c.p.one(out, "text")
	}
	if !ok {
		if len(out) == 0 {
			c.p.ask = &Question{Text: "Nothing here says “" + said[0] + "”."}
		}
		return true
	}
	text := without(c.p.textOf(set[0]), said[0], said[1])
	if n := c.p.s.cell(set[0].Cell).node(set[0].Node); text == "" && n.Kind == "text" {
		c.addTo(act.Act{Intent: act.Remove}, anything, set...) // an empty line is no line
		return true
	}
	if text == "" {
		c.p.ask = &Question{Text: "Nothing would be left of that text. What shall it say?"}
		return true
	}
	c.addTo(act.Act{Intent: act.SetText, Args: act.Args{Text: text}}, anything, set...)
	return true
}

// quotesPart reports whether a clause quotes a piece of a text that is here and no more than that piece: remove "Today:".
func (c *clause) quotesPart() bool {
	for _, t := range c.toks {
		if t.kind != quoted || t.used {
			continue
		}
		for _, of := range c.textsMeant() {
			if text := c.p.textOf(of); text != t.text && without(text, t.text, "") != text {
				return true
			}
		}
	}
	return false
}

// textsMeant are the texts of what a clause names, or all there are.
func (c *clause) textsMeant() []act.Target {
	var of []act.Target
	for _, r := range c.refs {
		set, _ := c.p.tried(r)
		of = append(of, set...)
	}
	var out []act.Target
	for _, cell := range c.p.s.Cells {
		for _, n := range cell.Nodes {
			t := act.Target{Cell: cell.ID, Node: n.ID}
			if n.Text != "" && n.Kind != "area" && n.Kind != "field" && (len(of) == 0 || has(of, t) || has(of, act.Target{Cell: cell.ID})) {
				out = append(out, t)
			}
		}
	}
	return out
}

// textOf is what a node says, "" for a cell.
func (p *parser) textOf(t act.Target) string {
	if cell := p.s.cell(t.Cell); cell != nil && t.Node != "" {
		if n := cell.node(t.Node); n != nil {
			return n.Text
		}
	}
	return ""
}

// without is a text with other words in the place of some, however they are written.
func without(text, words, by string) string {
	if !strings.ContainsFunc(words, unicode.IsLetter) && !strings.ContainsFunc(words, unicode.IsDigit) { // a sign
		return strings.TrimSpace(strings.Replace(text, words, by, 1))
	}
	gone, all := strings.Fields(fold(words)), strings.Fields(text)
	for i := 0; len(gone) > 0 && i+len(gone) <= len(all); i++ {
		if !sameWords(all[i:i+len(gone)], gone) {
			continue
		}
		last := all[i+len(gone)-1]
		mark := last[len(strings.TrimRight(last, ".,:;!?")):] // it belongs to the text, not to the word
		if mark != "" && strings.HasSuffix(words, mark) {
			mark = ""
		}
		rest := append(append([]string{}, all[:i]...), strings.Fields(by)...)
		if len(rest) > 0 {
			rest[len(rest)-1] += mark
		}
		return strings.Join(append(rest, all[i+len(gone):]...), " ")
	}
	return text
}

func sameWords(text, words []string) bool {
	for i, w := range words {
		if strings.Trim(fold(text[i]), ".,:;!?") != strings.Trim(w, ".,:;!?") {
			return false
		}
	}
	return true
}
