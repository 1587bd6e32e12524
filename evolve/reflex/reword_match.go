package reflex

import (
	"slices"
	"strings"
)

// apply says a sentence otherwise where the line fits from word at on.
func (r *rewording) apply(sentence string, words []word, at int) (string, bool) {
	m := matching{words: words}
	end, ok := m.fits(r.from, at)
	if !ok || end == at {
		return "", false
	}
	var to []string
	for _, w := range r.to {
		if b := m.blank(w); b != nil {
			w = sentence[words[b.from].start:words[b.to-1].end]
		}
		to = append(to, w)
	}
	out := spliced(sentence, words[at].start, words[end-1].end, strings.Join(to, " "))
	return out, out != sentence
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

// mostBlanks is how many blanks a line may have.
const mostBlanks = 6

// matching is a line that is being compared with a sentence, and what its blanks took.
type matching struct {
	words []word
	took  [mostBlanks]blank
	n     int
}

// blank is what stands for a "{x}": the words from and up to.
type blank struct {
	name     string
	from, to int
}

func (m *matching) blank(name string) *blank {
	for i := range m.took[:m.n] {
		if m.took[i].name == name {
			return &m.took[i]
		}
	}
	return nil
}

func (m *matching) take(name string, from, to int) {
	b := m.blank(name)
	if b == nil {
		b = &m.took[m.n]
		m.n++
	}
	*b = blank{name, from, to}
}

// fits compares the line's words with the sentence from word at on. It returns the word after the last that was taken.
func (m *matching) fits(from []string, at int) (end int, ok bool) {
	for i, want := range from {
		switch {
		case want == "^":
			if !m.opens(at) {
				return 0, false
			}
		case want == "$":
			if at < len(m.words) && m.words[at].kind != mark {
				return 0, false
			}
		case want[0] == '{' && (strings.HasSuffix(want, "1}") || want == "{n}"):
			if at == len(m.words) || m.words[at].kind == mark || want == "{n}" && !m.words[at].figure() {
				return 0, false
			}
			m.take(want, at, at+1)
			at++
		case want[0] == '{':
			for to := at + 1; to <= len(m.words) && m.words[to-1].kind != mark; to++ {
				m.take(want, at, to)
				if end, ok := m.fits(from[i+1:], to); ok {
					return end, true
				}
			}
			return 0, false
		default:
			if at == len(m.words) || m.words[at].kind == quoted || m.words[at].text != want {
				return 0, false
			}
			at++
		}
	}
	return at, true
}

// may reports whether a sentence has all the words of the line that stand for themselves.
func (r *rewording) may(words []word) bool {
	for _, want := range r.from {
		if want == "^" || want == "$" || want[0] == '{' {
			continue
		}
		if !slices.ContainsFunc(words, func(w word) bool { return w.text == want && w.kind != quoted }) {
			return false
		}
	}
	return true
}

// opens reports whether a part of the sentence begins at a word.
func (m *matching) opens(at int) bool {
	if at == 0 {
		return true
	}
	before := m.words[at-1]
	return before.kind == mark || at < len(m.words) && (before.text == "and" || before.text == "but" || before.text == "then")
}

// figure reports whether a word is a number, in digits or in words.
func (w word) figure() bool {
	if w.kind == number {
		return true
	}
	n := loadLexicon().next[w.text]
	return n != nil && (&token{senses: n.senses}).is("num")
}
