package reflex

import "strings"

// matching is a line that is being compared with the words of a sentence, and what its blanks and groups took.
type matching struct {
	words  []word
	blanks [mostBlanks]taken
	n      int
	groups [mostGroups]taken
}

// taken are the words from and up to that stand for a blank or a group.
type taken struct {
	name     string
	from, to int
}

// apply says a sentence otherwise where the line fits from word at on.
func (r *rewording) apply(sentence string, words []word, at int) (string, bool) {
	m := matching{words: words}
	end, ok := m.fits(r.from, at)
	if !ok || end == at {
		return "", false
	}
	out := r.instead(&m, sentence, at, end)
	return out, out != sentence
}

// instead is the sentence with what a line says in place of the words from at up to end, which it fits.
func (r *rewording) instead(m *matching, sentence string, at, end int) string {
	words := m.words
	var to []string
	for _, w := range r.to {
		t := m.blank(w)
		if n, ok := numbered(w); ok && t == nil {
			t = &m.groups[n]
		}
		switch {
		case t == nil:
			to = append(to, w)
		case t.to > t.from:
			to = append(to, sentence[words[t.from].start:words[t.to-1].end])
		}
	}
	return spliced(sentence, words[at].start, words[end-1].end, strings.Join(to, " "))
}

// may reports whether a sentence has all the words of the line that stand for themselves.
func (r *rewording) may(words []word) bool {
	for _, p := range r.from {
		if !p.plain() {
			continue
		}
		said := false
		for _, w := range words {
			said = said || w.text == p.word && w.kind != quoted
		}
		if !said {
			return false
		}
	}
	return true
}

// fits compares pieces of the line with the sentence from word at on. It returns the word after the last that was taken.
func (m *matching) fits(from []piece, at int) (end int, ok bool) {
	for i, want := range from {
		switch {
		case want.group != nil:
			return m.fitsGroup(want, from[i+1:], at)
		case want.word == "^":
			if !m.opens(at) {
				return 0, false
			}
		case want.word == "^^":
			if at != 0 {
				return 0, false
			}
		case want.word == "$":
			if at < len(m.words) && m.words[at].kind != mark {
				return 0, false
			}
		case want.word == "{q}":
			if at == len(m.words) || m.words[at].kind != quoted {
				return 0, false
			}
			m.take(want.word, at, at+1)
			at++
		case want.blank() && (strings.HasSuffix(want.word, "1}") || want.word == "{n}"):
			if at == len(m.words) || m.words[at].kind == mark || want.word == "{n}" && !m.words[at].figure() {
				return 0, false
			}
			m.take(want.word, at, at+1)
			at++
		case want.blank():
			for to := at + 1; to <= len(m.words) && m.words[to-1].kind != mark; to++ {
				m.take(want.word, at, to)
				if end, ok := m.fits(from[i+1:], to); ok {
					return end, true
				}
			}
			return 0, false
		default:
			if !m.is(at, want.word) {
				return 0, false
			}
			at++
		}
	}
	return at, true
}

// fitsGroup tries the alternatives of a group, and what follows it.
func (m *matching) fitsGroup(g piece, rest []piece, at int) (end int, ok bool) {
	for _, one := range g.group {
		if len(one) > 0 && one[0].plain() && !m.is(at, one[0].word) {
			continue
		}
		to, ok := m.fits(one, at)
		if !ok {
			continue
		}
		m.groups[g.n] = taken{from: at, to: to}
		if end, ok := m.fits(rest, to); ok {
			return end, true
		}
	}
	return 0, false
}

// is reports whether a word of the sentence is the one wanted. What is quoted is nobody's wording.
func (m *matching) is(at int, want string) bool {
	return at < len(m.words) && m.words[at].kind != quoted && m.words[at].text == want
}

func (m *matching) blank(name string) *taken {
	for i := range m.blanks[:m.n] {
		if m.blanks[i].name == name {
			return &m.blanks[i]
		}
	}
	return nil
}

func (m *matching) take(name string, from, to int) {
	b := m.blank(name)
	if b == nil {
		b = &m.blanks[m.n]
		m.n++
	}
	*b = taken{name, from, to}
}

// opens reports whether a part of the sentence begins at a word.
func (m *matching) opens(at int) bool {
	if at == 0 {
		return true
	}
	before := m.words[at-1]
	return before.kind == mark || at < len(m.words) && (before.text == "and" || before.text == "but" || before.text == "then" || joins(before.text))
}

// joins reports whether a word of another language joins two parts of a sentence.
func joins(text string) bool {
	senses, _ := loadLexicon().of(text)
	return !wideScript(text) && (&token{senses: senses}).foreign("conj") && !isWord(text)
}

// figure reports whether a word is a number, in digits or in words.
func (w word) figure() bool {
	if w.kind == number {
		return true
	}
	senses, _ := loadLexicon().of(w.text)
	return (&token{senses: senses}).is("num")
}

// spliced puts other words in the place of a piece of a sentence, without a space or comma too many.
func spliced(sentence string, from, to int, by string) string {
	before, after := strings.TrimSpace(sentence[:from]), strings.TrimSpace(sentence[to:])
	if by == "" {
		if before == "" {
			after = strings.TrimLeft(after, " ,;")
		}
		if after == "" || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".") || strings.HasPrefix(after, ";") {
			before = strings.TrimRight(before, " ,;")
		}
		if after == "?" { // of "…, don't you think?"
			after = ""
		}
	}
	for _, part := range []string{by, after} {
		if before != "" && part != "" && !strings.ContainsAny(part[:1], ",.;:!?)") {
			before += " "
		}
		before += part
	}
	return before
}
