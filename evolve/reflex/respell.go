package reflex

import (
	"slices"
	"strings"
)

// respelt puts right what is spelt wrong in a sentence that was not understood: a word with a slip in it, two words written as
// one and one written as two. While a sentence is tagged only words that stand for themselves are put right; here also those
// that are part of a longer phrase or of what a thing can do. false: there is nothing to put right.
func (w *world) respelt(sentence string) (string, bool) {
	lex := loadLexicon()
	words := split(sentence)
	if accented(sentence) || lex.foreign(words) {
		return w.respeltAbroad(sentence)
	}
	if !slices.ContainsFunc(words, func(o word) bool { return o.kind == letters && !lex.spells(o.text, nil) }) {
		return "", false
	}
	own := w.vocabulary()
	var b strings.Builder
	at, changed := 0, false
	for i, o := range words {
		if o.kind != letters || o.start < at || o.end-o.start != len(o.text) || lex.spells(o.text, own) {
			continue
		}
		right, end := lex.meant(o.text, own), o.end
		if i+1 < len(words) && words[i+1].kind == letters && lex.means(o.text+words[i+1].text, own) {
			right, end = o.text+words[i+1].text, words[i+1].end // "calcu lator"
		} else if right == "" {
			right = lex.parted(o.text, own)
		}
		if right == "" {
			continue
		}
		b.WriteString(sentence[at:o.start] + right)
		at, changed = end, true
	}
	b.WriteString(sentence[at:])
	return b.String(), changed
}

// vocabulary are the words of what stands here and of what can be added, by first letter.
func (w *world) vocabulary() map[byte][]string {
	out := map[byte][]string{}
	add := func(t string) {
		if len(t) > 2 && t[0] < 0x80 && !slices.Contains(out[t[0]], t) {
			out[t[0]] = append(out[t[0]], t)
		}
	}
	var walk func(t *trie)
	walk = func(t *trie) {
		for word, next := range t.next {
			add(word)
			walk(next)
		}
	}
	walk(&w.names.trie)
	for _, c := range w.s.Cells {
		for _, n := range c.Nodes {
			if n.Kind == "button" && !strings.Contains(n.Text, " ") {
				add(fold(n.Text))
			}
		}
	}
	return out
}

// spells reports whether a word is spelt well, or means something here as it is.
func (l *lexicon) spells(w string, own map[byte][]string) bool {
	return w == "" || w[0] >= 0x80 || isWord(w) || l.means(w, own)
}

// means reports whether a word stands in a lexicon or in what things here are called.
func (l *lexicon) means(w string, own map[byte][]string) bool {
	return l.words[w] || l.held[w] || loadRewordings().says[w] || slices.Contains(own[w[0]], w)
}

// meant is the word that a misspelt one most likely stands for.
func (l *lexicon) meant(w string, own map[byte][]string) string {
	if len(w) < 3 || len(w) > 24 {
		return ""
	}
	if right := l.nearest(w, 1, own, l.common); right != "" {
		return right
	}
	return l.correct(w)
}

// shortest is how long each half of a word that is cut in two is at least.
const shortest = 3

// parted cuts a word in two that was written as one: "topright". Where there are two ways, none is taken.
func (l *lexicon) parted(w string, own map[byte][]string) string {
	out := ""
	for i := shortest; i+shortest <= len(w); i++ {
		if !l.means(w[:i], own) || !l.means(w[i:], own) {
			continue
		}
		if out != "" {
			return ""
		}
		out = w[:i] + " " + w[i:]
	}
	return out
}

// respeltWell is what a sentence means whose spelling was put right, false where it is not understood then either.
func respeltWell(w *world, sentence string) (Result, bool) {
	right, ok := w.respelt(sentence)
	if !ok {
		return Result{}, false
	}
	r, ok := w.rightly(right)
	if !ok {
		return Result{}, false
	}
	switch r.Route() {
	case Do:
		r.Conf = max(0.5, r.Conf-0.1)
	case Answer:
		if vague[r.Answer] && !told(r) {
			return Result{}, false
		}
	case Ask:
		if len(r.Ask.Choices) == 0 || r.Lost {
			return Result{}, false
		}
	default:
		return Result{}, false
	}
	return r, true
}

// rightly reads a sentence whose spelling was put right. No question waits for it: as it was said it did not answer one.
func (w *world) rightly(right string) (Result, bool) {
	s := *w.s
	s.Pending = nil
	r, ok := w.to(&s).reading(right)
	r.Why = append([]string{"spelt as: " + right}, r.Why...)
	return r, ok
}

// told reports whether an answer tells something of the desktop.
func told(r Result) bool { return len(r.Acts) > 0 && r.Acts[0].Args.Part != "" }

// mended is what a sentence does whose slips were put right before it was read: a word put right alone is no part of a phrase
// yet ("evrything but the clock"). No word of a text is put right.
func (p *parser) mended() (Result, bool) {
	var b strings.Builder
	at := 0
	for _, slip := range p.misspelled {
		if slip.start < at || slices.ContainsFunc(p.toks, func(t *token) bool { return t.kind == quoted && t.start <= slip.start && slip.end <= t.end }) {
			continue
		}
		b.WriteString(p.sentence[at:slip.start] + slip.text)
		at = slip.end
	}
	if at == 0 {
		return Result{}, false
	}
	r, ok := p.rightly(b.String() + p.sentence[at:])
	if !ok || r.Route() != Do && (r.Route() != Ask || r.Lost) {
		return Result{}, false
	}
	r.Conf = max(0.5, r.Conf-0.1)
	return r, true
}

// misspelt reports whether a word of the sentence was put right while it was tagged, or is one that nobody knows.
func (p *parser) misspelt() bool {
	return slices.ContainsFunc(p.toks, func(t *token) bool {
		return t.fuzzy || t.kind == letters && len(t.senses) == 0 && len(t.text) > 2 && !isWord(t.text)
	})
}
