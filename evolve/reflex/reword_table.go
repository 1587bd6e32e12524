package reflex

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
)

// rewordings are the lines of a table, by a word that the sentence must have.
type rewordings struct {
	manners map[string][]*rewording // of price 0: they change nothing in the meaning and are always applied
	priced  map[string][]*rewording
	says    map[string]bool // the words that stand for themselves in a line
}

// rewordingFiles are the tables of each language, by name.
var rewordingFiles = map[string][]string{
	"en": {"en.reword", "en.reword.looks", "en.reword.talk", "en.reword.ways", "en.reword.place", "en.reword.after", "en.reword.daily", "en.reword.short", "en.reword.plain", "en.reword.relate", "en.reword.nouns", "en.reword.back", "en.reword.people"},
	"de": {"de.reword"}, "es": {"es.reword"}, "fr": {"fr.reword"}, "nb": {"nb.reword"}, "zh": {"zh.reword"}, "ja": {"ja.reword"},
}

// loadTables reads the tables of all languages.
var loadTables = sync.OnceValue(func() map[string]*rewordings {
	out := map[string]*rewordings{}
	for _, lang := range languages {
		out[lang] = tableOf(rewordingFiles[lang])
	}
	return out
})

// tableOf reads the tables of some names as one.
func tableOf(names []string) *rewordings {
	table := &rewordings{manners: map[string][]*rewording{}, priced: map[string][]*rewording{}, says: map[string]bool{}}
	for _, name := range names {
		data, err := files.ReadFile("lexicon/" + name + ".txt")
		if err != nil {
			panic(err) // embedded: a broken build
		}
		if err := table.read(string(data)); err != nil {
			panic(fmt.Errorf("%w (%s)", err, name))
		}
	}
	table.sort()
	return table
}

// loadRewordings are those of English.
func loadRewordings() *rewordings { return loadTables()["en"] }

func (table *rewordings) read(data string) error {
	for i, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		r, err := readRewording(line)
		if err != nil {
			return fmt.Errorf("reflex: rewordings, line %d: %w", i+1, err)
		}
		r.each(func(word string) { table.says[word] = true })
		list := table.priced
		if r.price == 0 {
			list = table.manners
		}
		for _, key := range r.keys() {
			list[key] = append(list[key], r)
		}
	}
	return nil
}

// sort puts the manners that say the most first.
func (table *rewordings) sort() {
	for _, list := range table.manners {
		slices.SortStableFunc(list, func(a, b *rewording) int { return b.weight() - a.weight() })
	}
}

// mostManners is how often manners are taken from one sentence.
const mostManners = 12

// polished takes the manners from a sentence.
func (table *rewordings) polished(sentence string) string {
	for range mostManners {
		next, ok := table.mannerly(sentence)
		if !ok || strings.Trim(next, " ,.!?") == "" {
			return sentence
		}
		sentence = next
	}
	return sentence
}

func (table *rewordings) mannerly(sentence string) (string, bool) {
	for _, out := range said(sentence, table.manners) {
		return out, true
	}
	return "", false
}

// wordings are all sentences that one priced line makes of one.
func (table *rewordings) wordings(o wording) []wording {
	var out []wording
	for r, text := range said(o.text, table.priced) {
		out = append(out, wording{text: text, price: o.price + r.price, dropped: o.dropped, why: o.why})
	}
	return out
}

// said are the sentences that one of the lines makes of one, wherever it fits.
func said(sentence string, lines map[string][]*rewording) iter.Seq2[*rewording, string] {
	return func(yield func(*rewording, string) bool) {
		words := split(sentence)
		tried := map[*rewording]bool{}
		for _, w := range words {
			if w.kind == quoted {
				continue
			}
			for _, r := range lines[w.text] {
				if tried[r] || !r.may(words) {
					continue
				}
				tried[r] = true
				for at := range words {
					if text, ok := r.apply(sentence, words, at); ok && !yield(r, text) {
						return
					}
				}
			}
		}
	}
}
