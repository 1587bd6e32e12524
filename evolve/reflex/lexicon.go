package reflex

import (
	"embed"
	"fmt"
	"sort"
	"strings"
	"sync"
)

//go:embed lexicon/*.txt
var files embed.FS

// sense is one meaning of a token: a concept class.value.
type sense struct {
	class, value string
	plural       bool
	weak         bool // heard wrong: counts only where the clause lacks this class
	lang         string
}

// trie maps sequences of words to senses.
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

// lexicon is what all languages say, and the single words that typing errors are compared with.
type lexicon struct {
	trie
	single map[byte][]string // by first letter, sorted; English only
	lists  lists
	figure map[float64]string // a number in an English word
	tint   map[string]string  // a colour in an English word

	words   map[string]bool              // all that stand in a surface
	held    map[string]bool              // the English ones of three letters or more, those of lists too
	common  map[byte][]string            // the same by first letter: see [world.respelt]
	endings map[string][]ending          // by language
	clitics []ending                     // pronouns that hang on a verb
	halves  []ending                     // second halves of verbs and their language, the longest first
	abroad  map[string]map[byte][]string // the words of the other languages, by language and first letter: see [world.respeltAbroad]
	called  map[string][]string          // what else a label is called, by what it means
}

// languages are those that have a lexicon, English first.
var languages = []string{"en", "de", "es", "fr", "nb", "zh", "ja"}

var loadLexicon = sync.OnceValue(func() *lexicon {
	lex := newLexicon()
	for _, name := range []string{
		"en",
		"en.looks",
		"en.talk",
		"en.context",
		"en.amend",
		"en.place",
		"en.alias",
		"en.daily",
		"en.history",
		"en.textroom",
		"en.tips",
		"en.short",
		"en.relate",
		"en.nouns",
		"en.safety",
		"en.answers",
		"de",
		"es",
		"fr",
		"nb",
		"zh",
		"ja",
	} {
		data, err := files.ReadFile("lexicon/" + name + ".txt")
		if err != nil {
			panic(err) // embedded: a broken build
		}
		lang, _, _ := strings.Cut(name, ".")
		if err := lex.read(lang, string(data)); err != nil {
			panic(err)
		}
	}
	for _, list := range lex.single {
		sort.Strings(list)
	}
	lex.gather()
	return lex
})

func newLexicon() *lexicon {
	return &lexicon{
		single: map[byte][]string{}, lists: lists{}, figure: map[float64]string{}, tint: map[string]string{},
		words: map[string]bool{}, held: map[string]bool{}, common: map[byte][]string{}, endings: map[string][]ending{},
		abroad: map[string]map[byte][]string{},
	}
}

// spelt are the classes whose words are recognised in spite of a typing error.
var spelt = map[string]bool{
	"verb": true, "dim": true, "color": true, "part": true, "kind": true, "gene": true, "cellkind": true, "place": true, "dir": true,
	"font": true, "shape": true, "style": true, "undo": true, "redo": true, "light": true, "prop": true, "desk": true, "rel": true,
	"det": true, "wall": true, "themeword": true, "all": true, "deg": true, "mult": true, "opaque": true, "theme": true, "prep": true, "shade": true,
}

// read adds one lexicon file.
func (l *lexicon) read(lang, data string) error {
	for i, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		head, surfaces, ok := strings.Cut(line, ": ")
		class, value, dotted := strings.Cut(head, ".")
		if !ok || !dotted {
			return fmt.Errorf("reflex: lexicon %s:%d: want class.value: surface | surface, have %q", lang, i+1, line)
		}
		list, isList := strings.CutPrefix(class, "=")
		s := sense{class: class, value: value, lang: lang}
		s.class, s.weak = strings.CutPrefix(s.class, "~")
		s.value, s.plural = strings.CutSuffix(s.value, "+")
		for _, frame := range strings.Split(surfaces, "|") {
			for _, surface := range written(frame) {
				words := split(surface)
				if len(words) == 0 {
					return fmt.Errorf("reflex: lexicon %s:%d: empty surface in %q", lang, i+1, line)
				}
				switch {
				case list == "bend":
					l.endings[lang] = append(l.endings[lang], ending{joined(words), strings.TrimPrefix(value, "-")})
					continue
				case list == "clitic":
					l.clitics = append(l.clitics, ending{joined(words), value})
					continue
				case isList:
					if err := l.lists.add(list, joined(words), value); err != nil {
						return fmt.Errorf("reflex: lexicon %s:%d: %w", lang, i+1, err)
					}
					l.hold(words, lang)
					continue
				}
				l.know(words)
				l.hold(words, lang)
				l.add(words, s)
				if n := atof(value); lang == "en" && class == "num" && l.figure[n] == "" {
					l.figure[n] = joined(words)
				}
				if lang == "en" && class == "color" && value[0] == '#' && l.tint[value] == "" {
					l.tint[value] = joined(words)
				}
				l.spell(words, s)
			}
		}
	}
	return nil
}

// know keeps the words that stand in a surface.
func (l *lexicon) know(words []word) {
	for _, w := range words {
		l.words[w.text] = true
	}
}

// hold keeps the words that a misspelt one may stand for.
func (l *lexicon) hold(words []word, lang string) {
	for _, w := range words {
		if lang != "en" {
			l.holdAbroad(w, lang)
		}
		if t := w.text; lang == "en" && w.kind == letters && len(t) > 2 && t[0] < 0x80 && !l.held[t] {
			l.held[t] = true
			l.common[t[0]] = append(l.common[t[0]], t)
		}
	}
}

// spell keeps a single word whose typing errors are understood.
func (l *lexicon) spell(words []word, s sense) {
	if t := words[0].text; s.lang == "en" && len(words) == 1 && len(t) >= 3 && t[0] < 0x80 && !s.weak && spelt[s.class] {
		l.single[t[0]] = append(l.single[t[0]], t)
	}
}

// written writes out a surface: "put (it/that/) back" is "put it back", "put that back" and "put back".
func written(frame string) []string {
	before, rest, ok := strings.Cut(frame, "(")
	if !ok {
		return []string{frame}
	}
	group, after, _ := strings.Cut(rest, ")")
	var out []string
	for _, tail := range written(after) {
		for _, one := range strings.Split(group, "/") {
			out = append(out, before+one+tail)
		}
	}
	return out
}
