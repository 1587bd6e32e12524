package reflex

import "slices"

// adjectives are the classes of words for how something is.
var adjectives = []string{"dim", "color", "light", "shade", "shape", "thick", "font", "opaque"}

// misheard takes a word that cannot follow an article for the name of a thing with the same letters: "make the from wider".
func (p *parser) misheard() {
	p.bottoms()
	for i := 1; i < len(p.toks); i++ {
		t, before := p.toks[i], p.toks[i-1]
		if next := t0(p.toks, i+1); t.text == "an" && next != nil && before.isAny(adjectives...) && next.isAny(adjectives...) {
			t.senses = []sense{{class: "conj", value: "and", lang: "en"}} // "bigger an bold"
			continue
		}
		if next := t0(p.toks, i+1); t.text == "with" && (next == nil || next.kind == mark) && (listed("its", before.text) != "" || before.is("det", "the") || before.text == "in") {
			t.senses = []sense{{class: "prop", value: "width", lang: "en"}} // "double its with"
			continue
		}
		if !before.is("det", "the") || t.kind != letters || len(t.text) < 4 || !t.isAny("prep", "conj", "aux", "be", "person", "q") || t.isAny("name", "gene", "kind", "part") {
			continue
		}
		for _, c := range p.s.Cells {
			if title := fold(c.Title); title != t.text && anagram(title, t.text) {
				if senses, n := p.names.longest([]word{{text: title}}); n == 1 {
					t.senses, t.text, t.fuzzy = senses, title, true
				}
			}
		}
	}
}

// itAll takes the "it all" of "get rid of it all" for everything: "it" alone would be one thing.
func (p *parser) itAll() {
	for i := 0; i+1 < len(p.toks); i++ {
		if t := p.toks[i]; t.is("pron") && t.text == "it" && p.toks[i+1].is("det", "all") && (i == 0 && i+2 < len(p.toks) && p.toks[i+2].is("be") || some(p.toks[:i], "verb", "remove") || i > 0 && listed("parted", p.toks[i-1].text) == "thrown") {
			p.toks[i+1].start = t.start
			p.toks[i+1].senses = []sense{{class: "all", value: "all", lang: "en"}}
			p.toks = append(p.toks[:i:i], p.toks[i+1:]...)
			return
		}
	}
}

// tooMuch takes the "to" of "it is to big" for a "too", and the "so" of "it's so tiny", which wishes no tiny one. Who likes it, or
// asks why it is so, finds nothing too much.
func tooMuch(words []word) []word {
	liked := slices.ContainsFunc(words, func(w word) bool { return listed("likedso", w.text) != "" })
	for i := 1; i+1 < len(words); i++ {
		if words[i].text == "so" && !liked && listed("isso", words[i-1].text) != "" && listed("tooafter", words[i+1].text) != "" && (i+2 == len(words) || words[i+2].kind == mark) {
			words[i].text = "too"
		}
		if words[i].text == "to" && listed("toobefore", words[i-1].text) != "" && listed("tooafter", words[i+1].text) != "" {
			words[i].text = "too"
		}
	}
	return renamedToo(words)
}

// renamedToo takes the "too" of "rename the form too contact" for the "to" that it lacks.
func renamedToo(words []word) []word {
	renames := false
	for i, w := range words {
		switch {
		case listed("renames", w.text) != "":
			renames = true
		case w.text == "to" || w.kind == quoted:
			return words
		case renames && w.text == "too" && i > 1 && i+1 < len(words) && words[i+1].kind == letters:
			words[i].text = "to"
			return words
		}
	}
	return words
}

// hearAgain takes words that were misheard for what they sound like, when the clause lacks just that.
func (c *clause) hearAgain() bool {
	some := false
	for _, t := range c.toks {
		if t.used || t == c.toks[0] && t.is("verb", "say") {
			continue // "write OK on save" says what to do
		}
		for i := range t.senses {
			if s := &t.senses[i]; s.weak && len(c.drafts) == 0 {
				c.p.note("heard %q as %s", t.text, s.value)
				t.senses = []sense{{class: s.class, value: s.value}}
				if s.class == "num" {
					t.num = atof(s.value)
				}
				some = true
				break
			}
		}
	}
	return some
}
