package reflex

import (
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

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
	titles, taken := map[string][]act.Target{}, map[string]bool{}
	for _, c := range s.Cells {
		if c.Title != "" {
			titles[c.Title] = append(titles[c.Title], act.Target{Cell: c.ID})
			taken[fold(c.Title)] = true
		}
	}
	for _, c := range s.Cells { // what a cell was called first still names it, unless that is the title of another, or of several
		if id := strings.ReplaceAll(c.ID, "-", " "); !taken[id] || fold(c.Title) == id && len(titles[c.Title]) == 1 {
			n.add(id, act.Target{Cell: c.ID})
		}
	}
	for _, c := range s.Cells {
		if list := titles[c.Title]; list != nil {
			n.add(c.Title, list...)
			delete(titles, c.Title)
		}
	}
	for _, c := range s.Hidden {
		n.add(strings.ReplaceAll(c.ID, "-", " "), act.Target{Cell: c.ID})
		n.add(c.Title, act.Target{Cell: c.ID})
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

// capital reports whether a word is written or placed as a name: with a capital inside a sentence that has small letters, or
// right behind a verb that wants a thing, "kill form".
func (p *parser) capital(w word, before []*token) bool {
	if len(before) == 0 || w.end > len(p.sentence) {
		return false
	}
	last := before[len(before)-1]
	if last.is("verb", "remove", "rename", "hide", "lock", "unlock") && !last.is("fill") {
		return true
	}
	return unicode.IsUpper(firstRune(p.sentence[w.start:w.end])) && p.sentence != strings.ToUpper(p.sentence) && last.kind != mark
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

// has reports whether a name begins with the word.
func (n *names) has(word string) bool { return n.next[word] != nil }
