package reflex

// trie maps sequences of words to senses: the few that things on the desktop are called by.
type trie struct {
	next   map[string]*trie
	senses []sense
}

func (t *trie) add(words []word, s sense) {
	for _, w := range words {
		if t.next == nil {
			t.next = map[string]*trie{}
		}
		n := t.next[w.text]
		if n == nil {
			n = &trie{}
			t.next[w.text] = n
		}
		t = n
	}
	for _, have := range t.senses {
		if have.class == s.class && have.value == s.value && (have.lang == s.lang || have.lang == "en") {
			return
		}
	}
	t.senses = append(t.senses, s)
}

// longest returns the senses of the longest match at the head of words and how many words it took.
func (t *trie) longest(words []word) (senses []sense, n int) {
	for i, w := range words {
		if w.kind != letters && w.kind != number {
			break
		}
		if t = t.next[w.text]; t == nil {
			break
		}
		if len(t.senses) > 0 && (i == 0 || i+1 == len(words) || !words[i+1].glued) {
			senses, n = t.senses, i+1
		}
	}
	return senses, n
}
