package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// token is a run of words that means one thing, or one of a few.
type token struct {
	kind       kind
	text       string // as folded; the text of a quote
	num        float64
	start, end int
	senses     []sense
	used       bool // a frame understood it
	fuzzy      bool // spelling was corrected
	poss       bool
}

// is reports whether the token has the concept, heard right. No value: any of the class.
func (t *token) is(class string, values ...string) bool {
	for i := range t.senses {
		s := &t.senses[i]
		if s.class != class || s.weak {
			continue
		}
		if len(values) == 0 {
			return true
		}
		for _, v := range values {
			if s.value == v {
				return true
			}
		}
	}
	return false
}

// value returns the token's value in a class, "" when it has none.
func (t *token) value(class string) string {
	for i := range t.senses {
		if t.senses[i].class == class && !t.senses[i].weak {
			return t.senses[i].value
		}
	}
	return ""
}

func (t *token) plural(class string) bool {
	for i := range t.senses {
		if t.senses[i].class == class && t.senses[i].plural {
			return true
		}
	}
	return false
}

// idle are the classes that need no frame: a clause is understood without them.
var idle = map[string]bool{
	"fill": true, "prep": true, "det": true, "be": true, "aux": true, "person": true, "conj": true, "even": true, "only": true,
	"everywhere": true, "desk": true, "as": true, "also": true,
}

// content reports whether the sentence is not understood as long as no frame took the token.
func (t *token) content() bool {
	switch t.kind {
	case mark:
		return false
	case letters:
	default:
		return true
	}
	for i := range t.senses {
		if s := &t.senses[i]; idle[s.class] && !s.weak || s.class == "verb" && weakVerbs[s.value] {
			return false
		}
	}
	return true
}

// weakVerbs say nothing by themselves: "make" needs to be told what.
var weakVerbs = map[string]bool{"make": true, "use": true, "give": true, "want": true, "resize": true, "paint": true}

// names holds what the desktop's things are called, each with its targets in senses of class name and gene.
type names struct {
	trie
	targets [][]act.Target // by the number in a sense of class name
}

func (n *names) add(text string, targets ...act.Target) {
	words := split(text)
	if len(words) == 0 || len(words) > 5 {
		return
	}
	for _, w := range words {
		if w.kind != letters && w.kind != number {
			return
		}
	}
	n.targets = append(n.targets, targets)
	n.trie.add(words, sense{class: "name", value: itoa(len(n.targets) - 1)})
}

// namesOf collects titles, ids, genes and labels.
func namesOf(s *Scene) *names {
	n := &names{}
	titles := map[string][]act.Target{}
	for _, c := range s.Cells {
		t := act.Target{Cell: c.ID}
		n.add(strings.ReplaceAll(c.ID, "-", " "), t)
		if c.Title != "" {
			titles[c.Title] = append(titles[c.Title], t)
		}
	}
	for _, c := range s.Cells {
		if list := titles[c.Title]; list != nil {
			n.add(c.Title, list...)
			delete(titles, c.Title)
		}
	}
	for _, c := range s.Cells {
		n.styles(c.Styles)
	}
	for _, g := range s.Genes {
		n.styles(g.Styles)
		for _, name := range append([]string{g.Name, g.Title}, g.Synonyms...) {
			words := split(strings.ReplaceAll(name, "-", " "))
			if len(words) == 0 || len(words) > 5 || n.styled(g, words) {
				continue
			}
			n.trie.add(words, sense{class: "gene", value: g.Name})
			last := words[len(words)-1]
			last.text += "s"
			n.trie.add(append(words[:len(words)-1:len(words)-1], last), sense{class: "gene", value: g.Name, plural: true})
		}
	}
	return n
}

// styled reports whether a synonym is a style and a name of the gene: "analog clock" is read word by word.
func (n *names) styled(g Gene, words []word) bool {
	senses, k := n.longest(words)
	if k == 0 || k >= len(words) {
		return false
	}
	for _, s := range senses {
		if s.class == "gstyle" && len(words) == k+1 && words[k].text == fold(g.Name) {
			return true
		}
	}
	return false
}

// styles adds the words for the looks of a gene.
func (n *names) styles(list []Style) {
	for _, s := range list {
		for _, w := range append([]string{strings.ReplaceAll(s.Name, "-", " ")}, s.Words...) {
			if words := split(w); len(words) > 0 && len(words) <= 6 {
				n.trie.add(words, sense{class: "gstyle", value: s.Name})
			}
		}
	}
}

// labels maps folded labels of nodes to the nodes; a label is a name only beside a word like "button", or after "the".
func labelsOf(s *Scene) *names {
	n := &names{}
	byText := map[string][]act.Target{}
	var order []string
	for _, c := range s.Cells {
		for _, node := range c.Nodes {
			if len(node.Text) > 40 || node.Kind == "area" {
				continue
			}
			for _, text := range []string{node.Text, node.Key} {
				if text = fold(text); text == "" {
					continue
				}
				if byText[text] == nil {
					order = append(order, text)
				}
				if t := (act.Target{Cell: c.ID, Node: node.ID}); !has(byText[text], t) {
					byText[text] = append(byText[text], t)
				}
			}
		}
	}
	for _, text := range order {
		n.add(text, byText[text]...)
	}
	return n
}

// tag turns words into tokens by the longest match in the lexicon and in the names of the desktop.
func (p *parser) tag(words []word) []*token {
	lex := loadLexicon()
	foreign := lex.foreign(words)
	var out []*token
	for i := 0; i < len(words); {
		w := words[i]
		t := &token{kind: w.kind, text: w.text, num: w.num, start: w.start, end: w.end}
		if w.kind == hex {
			t.senses = []sense{{class: "color", value: w.text}}
		}
		senses, n := lex.longest(words[i:])
		if own, m := p.names.longest(words[i:]); m > 0 && !lex.measure(own, words[i:], m) {
			if m == n && shadowed(senses) {
				own = licensed(own, len(out) > 0 && out[len(out)-1].is("det"))
			}
			switch {
			case m > n:
				senses, n = own, m
			case m == n:
				senses = append(append([]sense{}, senses...), own...)
			}
		}
		if w.kind == number && n <= 1 {
			senses, n = nil, 0
		}
		if n == 0 && w.kind == letters && !foreign {
			if fixed := lex.correct(w.text); fixed != "" {
				fixedWords := append([]word{{text: fixed}}, words[i+1:]...)
				if senses, n = lex.longest(fixedWords); n > 0 {
					t.fuzzy, t.text = true, fixed
					p.note("read %q as %q", w.text, fixed)
				}
			}
		}
		if n > 0 {
			t.kind, t.senses = letters, senses
			t.end = words[i+n-1].end
			if n > 1 {
				t.text = p.text(t.start, t.end)
			}
			i += n
		} else {
			i++
		}
		for k := range t.senses {
			if t.senses[k].class == "num" && !t.senses[k].weak {
				t.num = atof(t.senses[k].value)
			}
		}
		out = append(out, t)
	}
	settle(out)
	return out
}

// shadowed reports whether a word means something else first: a gene's synonym "time" is not meant in "three times".
func shadowed(senses []sense) bool {
	for _, s := range senses {
		switch s.class {
		case "gene", "kind", "cellkind", "fill", "style", "emoji", "desk", "name":
		default:
			return true
		}
	}
	return false
}

// licensed keeps of the desktop's own names for a word with another meaning what an article before it allows: "the count".
func licensed(own []sense, article bool) []sense {
	var out []sense
	for _, s := range own {
		if article && s.class != "gstyle" {
			out = append(out, s)
		}
	}
	return out
}

// measure reports whether a style's words are only the beginning of a measure: "by ten" in "by ten pixels".
func (l *lexicon) measure(own []sense, words []word, n int) bool {
	if own[0].class != "gstyle" || n >= len(words) {
		return false
	}
	senses, _ := l.longest(words[n:])
	for _, s := range senses {
		if s.class == "unit" || s.class == "dir" {
			return true
		}
	}
	return false
}
