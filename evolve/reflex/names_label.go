package reflex

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

// labelsOf maps folded labels of nodes to the nodes; a label is a name only beside a word like "button", or after "the".
func labelsOf(s *Scene, said map[string]bool) *names {
	n := &names{}
	byText := map[string][]act.Target{}
	lex := loadLexicon()
	var order []string
	call := func(text string, target act.Target) {
		if first := firstWord(text); first != "" && !said[first] {
			return
		}
		if text = fold(text); text == "" {
			return
		}
		if byText[text] == nil {
			order = append(order, text)
		}
		if !has(byText[text], target) {
			byText[text] = append(byText[text], target)
		}
	}
	which := asksOne(said)
	for _, c := range s.Cells {
		for _, node := range c.Nodes {
			if len(node.Text) > 40 || node.Kind == "area" {
				continue
			}
			t := act.Target{Cell: c.ID, Node: node.ID}
			call(node.Text, t)
			if node.Kind == "text" && !which {
				call(beginning(node.Text), t)
			}
			key := strings.ReplaceAll(node.Key, "-", " ")
			if !lex.sort(key) && key != anyOne {
				call(key, t)
			}
			if node.Kind == "button" && strings.Contains("÷×−+=*/", node.Text) && node.Text != "" {
				for _, text := range lex.symbols.operators {
					call(text, t)
				}
			}
			if node.Kind == "button" && len(node.Text) == 1 && numeric(node.Text) {
				for _, text := range lex.symbols.digits {
					call(text, t)
				}
			}
			if node.Kind == "text" && numeric(node.Text) {
				for _, text := range lex.symbols.figures {
					call(text, t)
				}
			}
			for _, alias := range lex.aliases(node.Text) {
				call(alias, t)
			}
			for _, alias := range lex.aliases(key) {
				call(alias, t)
			}
		}
	}
	for i := range s.Cells {
		keyRows(&s.Cells[i], said, call)
	}
	for word, t := range ownWords(s, said) {
		if byText[word] == nil {
			n.add(word, t)
		}
	}
	for _, text := range order {
		n.add(text, byText[text]...)
	}
	return n
}

// beginning is what a line of text is called by, up to its first pause: "buy milk" of "buy milk, 3 May". "" where it has none.
func beginning(text string) string {
	if i := strings.IndexAny(text, ",:;–(·"); i > 0 {
		return strings.TrimSpace(text[:i])
	}
	return ""
}

// numeric reports whether a text is one number.
func numeric(s string) bool {
	s = strings.TrimSpace(s)
	if strings.Trim(s, "+-._0123456789abcdefxpintyABCDEFXPINTY") != "" {
		return false // most texts are words, and an error is dear
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// wordsSaid are the words of a sentence, so that only labels that begin with one of them are looked at closely.
func wordsSaid(sentence string) map[string]bool {
	said := map[string]bool{}
	words := split(sentence)
	for _, w := range append(words, loadLexicon().unbent(words, func(string) bool { return false })...) {
		if w.kind == quoted {
			for _, inner := range split(w.text) {
				said[inner.text] = true
			}
		}
		whole, _, _ := strings.Cut(w.text, ".")
		said[w.text], said[whole] = true, true
	}
	return said
}

// firstWord is the folded first word of a label, "" when it begins with something else.
func firstWord(label string) string {
	for i, r := range label {
		switch {
		case wide(r):
			if i == 0 {
				return string(r)
			}
			return fold(label[:i])
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			return fold(label[:i])
		}
	}
	return fold(label)
}

// sort reports whether a text is the name of a sort of things, in the plural: a row with the key "buttons" is not what "both
// buttons" are.
func (l *lexicon) sort(text string) bool {
	if !strings.HasSuffix(text, "s") {
		return false
	}
	senses, n := l.longest([]word{{text: text}})
	return n == 1 && slices.ContainsFunc(senses, func(s sense) bool { return s.class == "kind" })
}

// anyOne is a key that nobody calls a thing by: "the other one" is another thing of a sort.
const anyOne = "one"
