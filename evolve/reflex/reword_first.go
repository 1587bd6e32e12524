package reflex

import (
	"strings"
	"sync"
)

// loadFirst are the wordings that are read before the words themselves are: word by word such a sentence would be understood,
// but as something else, "clear the decks", "jot down ring the dentist here".
var loadFirst = sync.OnceValue(func() *rewordings {
	table := &rewordings{manners: map[string][]*rewording{}, priced: map[string][]*rewording{}, says: map[string]bool{}}
	data, err := files.ReadFile("lexicon/en.reword.first.txt")
	if err != nil {
		panic(err) // embedded: a broken build
	}
	if err := table.read(string(data)); err != nil {
		panic(err)
	}
	table.sort()
	return table
})

// saidFirst reads a sentence in the first wording that there is for it. It reports false where there is none.
func saidFirst(sentence string, w *world) (Result, bool) {
	if accented(sentence) {
		return Result{}, false
	}
	text, ok := loadFirst().mannerly(sentence)
	if !ok {
		return Result{}, false
	}
	text = strings.NewReplacer("“ ", "“", " ”", "”").Replace(text)
	r := w.saying(text).parse(text)
	r.Why = append([]string{"read as: " + text}, r.Why...)
	return r, true
}
