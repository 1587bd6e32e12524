package reflex

import (
	"strings"
	"sync"
)

// firstFiles are the tables of them.
var firstFiles = []string{"en.reword.first", "en.reword.locks", "en.reword.asked"}

// loadFirst are the wordings that are read before the words themselves are: word by word such a sentence would be understood,
// but as something else, "clear the decks", "jot down ring the dentist here".
var loadFirst = sync.OnceValue(func() *rewordings { return tableOf(firstFiles) })

// saidFirst reads a sentence in the first wording that there is for it. It reports false where there is none.
func saidFirst(sentence string, w *world) (Result, bool) {
	if accented(sentence) {
		return Result{}, false
	}
	text, ok := loadFirst().mannerly(sentence)
	if !ok || withinText(sentence, text) {
		return Result{}, false
	}
	text = strings.NewReplacer("“ ", "“", " ”", "”").Replace(text)
	r := w.saying(text).parse(text)
	r.Why = append([]string{"read as: " + text}, r.Why...)
	return r, true
}

// withinText reports whether what was said otherwise stands behind what begins a text: "a note saying wash up, never touch the stove again".
func withinText(sentence, text string) bool {
	same := 0
	for same < min(len(sentence), len(text)) && sentence[same] == text[same] {
		same++
	}
	for _, w := range split(sentence[:same]) {
		if listed("texted", w.text) != "" {
			return true
		}
	}
	return false
}
