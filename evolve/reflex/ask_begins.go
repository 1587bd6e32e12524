package reflex

import (
	"slices"
	"strings"
)

// asked finds what a question is about, by the longest of the words that name it, how long those are, and whether they are a
// question by themselves ("list my changes").
func (p *parser) asked(toks []*token) (what string, size int, alone bool) {
	said := uttered(toks)
	if what, size = findPhrase("tellme", said); what != "" {
		return what, size, true
	}
	if whole := listed("tellall", p.wording(toks)); whole != "" {
		return whole, len(p.sentence), true
	}
	if what, size = findPhrase("asked", said); what == "" {
		what, size = findPhrase("askedelse", said)
	}
	return what, size, false
}

// ofTheDate is what a question about the time or the date asks of where those are seen: "what colour is the date". It is what it was
// where it asks for the time or the date itself. Whether there is a border or a shadow is asked of what has one, too.
func (p *parser) ofTheDate(what string, toks []*token) string {
	if what == "count" && strings.HasPrefix(uttered(toks), " is there a ") {
		for _, t := range toks[1:min(len(toks), 5)] {
			if t.is("part", "border", "shadow") {
				return t.value("part") // "is there a border around it"
			}
		}
	}
	if what != "day" && what != "time" {
		return what
	}
	if some(toks, "color") {
		return "colour" // "is the date grey"
	}
	without := strings.NewReplacer(" the time ", " it ", " the date ", " it ").Replace(uttered(toks))
	if trait, _ := findPhrase("asked", without); listed("shownin", trait) != "" {
		return trait
	}
	return what
}

// enquires reports whether a sentence asks rather than wishes: it begins with what only questions begin with, and what it
// asks about is not to be changed.
func (p *parser) enquires(toks []*token) bool {
	i := 0
	for i < len(toks)-1 && (toks[i].kind == mark || toks[i].isAny("conj", "chat", "even") || toks[i].text == "so" || toks[i].is("fill", "fill") || toks[i].is("stmt") && !toks[i].is("q")) {
		i++
	}
	first := toks[i]
	if first.is("neg") && some(toks, "part") {
		return false // "no shadow on anything"
	}
	asked := toks[len(toks)-1].kind == mark && toks[len(toks)-1].text == "?"
	begins := begins(toks[i:]) || first.is("asks") || first.is("q", "is")
	lead := ""
	for _, t := range toks[:min(len(toks), i+8)] {
		switch {
		case t.is("q", "why", "when"), t.is("q", "how") && listed("asksof", t.text) == "", t.is("aux", "should"), t.is("complaint") && !asked, t.text == "would" && lead != "where":
			return false
		case !begins && t.isAny("verb", "fill") && (t.is("verb", "make", "move", "remove", "add", "paint", "swap", "rename", "restore", "want", "align", "give", "use") || t.is("fill", "ask")):
			return false
		case t.is("q") && !t.is("q", "is") || listed("asksof", t.text) != "":
			begins = true
		}
		lead = t.text
	}
	if p.politely(toks) {
		return false
	}
	return begins || asked && len(toks) > 2 && (first.is("be") || first.is("aux"))
}

// begins reports whether tokens begin as a question does.
func begins(toks []*token) bool {
	return slices.ContainsFunc(heads("asksof", strings.TrimSpace(uttered(toks))), func(f phrase) bool {
		return !toks[0].is("fill", "ask") || strings.Contains(f.text, "tell")
	})
}

// uttered are the words of tokens with a space around each.
func uttered(toks []*token) string {
	var b strings.Builder
	for _, t := range toks {
		if t.kind != mark {
			b.WriteByte(' ')
			b.WriteString(t.text)
		}
	}
	b.WriteByte(' ')
	return b.String()
}
