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

// lexicon is what all languages say, and the single words that typing errors are compared with.
type lexicon struct {
	graph  *wordGraph
	root   uint32             // of what has senses
	lists  map[string]uint32  // roots, by name
	said   int                // how many surfaces were read
	single map[byte][]string  // by first letter, sorted; English only
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
	symbols symbols
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
	g := newWordGraph()
	return &lexicon{
		graph: g, root: g.root(), lists: map[string]uint32{}, single: map[byte][]string{}, figure: map[float64]string{}, tint: map[string]string{},
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
		for surface := range strings.SplitSeq(surfaces, "|") {
			text := choices(surface)
			if optional(text) {
				return fmt.Errorf("reflex: lexicon %s:%d: empty surface in %q", lang, i+1, line)
			}
			l.hold(text, lang)
			switch {
			case list == "bend":
				for _, from := range written(surface) {
					l.endings[lang] = append(l.endings[lang], ending{joined(split(from)), strings.TrimPrefix(value, "-")})
				}
			case list == "clitic":
				for _, from := range written(surface) {
					l.clitics = append(l.clitics, ending{joined(split(from)), value})
				}
			case isList:
				if err := l.enlist(list, text, value); err != nil {
					return fmt.Errorf("reflex: lexicon %s:%d: %w", lang, i+1, err)
				}
			default:
				l.mean(text, s)
			}
		}
	}
	return nil
}

// mean gives a text a sense.
func (l *lexicon) mean(text [][][]word, s sense) {
	l.know(text)
	l.said++
	for _, at := range l.graph.add(l.root, text) {
		l.graph.end(at, s, l.said)
	}
	if n := atof(s.value); s.lang == "en" && s.class == "num" && l.figure[n] == "" {
		l.figure[n] = simplest(text)
	}
	if s.lang == "en" && s.class == "color" && s.value[0] == '#' && l.tint[s.value] == "" {
		l.tint[s.value] = simplest(text)
	}
	if s.lang == "en" && !s.weak && spelt[s.class] {
		for _, w := range lonely(text) {
			if len(w) >= 3 && w[0] < 0x80 {
				l.single[w[0]] = append(l.single[w[0]], w)
			}
		}
	}
}

// longest returns the senses of the longest surface at the head of words and how many words it took.
func (l *lexicon) longest(words []word) (senses []sense, n int) {
	return l.graph.longest(l.root, words)
}

// of is what words with a space between mean, and whether a surface begins with them.
func (l *lexicon) of(text string) (senses []sense, begins bool) { return l.graph.of(l.root, text) }

// know keeps the words that stand in a surface.
func (l *lexicon) know(text [][][]word) {
	for w := range wordsOf(text) {
		l.words[w.text] = true
	}
}

// hold keeps the words that a misspelt one may stand for.
func (l *lexicon) hold(text [][][]word, lang string) {
	for w := range wordsOf(text) {
		if lang != "en" {
			l.holdAbroad(w, lang)
		}
		if t := w.text; lang == "en" && w.kind == letters && len(t) > 2 && t[0] < 0x80 && !l.held[t] {
			l.held[t] = true
			l.common[t[0]] = append(l.common[t[0]], t)
		}
	}
}
