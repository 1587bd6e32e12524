package fonts

import "strings"

// maxAsked bounds what is asked for on behalf of a program without fonts of its own: characters.
const maxAsked = 1 << 14

// lending is guarded by fallback.
var lending struct {
	ask   func(r rune, family string)
	asked map[fallbackKey]bool
	files map[string][]byte // by id
}

// Borrow is for a program that sees no files, such as one in a page: ask is called once for each character that Fallback
// finds nothing for. It must return at once; the answer comes with Lend.
func Borrow(ask func(r rune, family string)) {
	fallback.Lock()
	defer fallback.Unlock()
	lending.ask = ask
}

// Has tells whether the file of an id was lent.
func Has(id string) bool {
	fallback.Lock()
	defer fallback.Unlock()
	return lending.files[id] != nil
}

// Lend makes Fallback answer id for a character from now on. The file is that of the font, nil when Has says that it is here;
// it must not be written to. What was laid out without it keeps its look until it is laid out anew.
func Lend(r rune, family, id string, file []byte) {
	fallback.Lock()
	defer fallback.Unlock()
	if !strings.HasPrefix(id, systemPrefix) || file == nil && lending.files[id] == nil {
		return
	}
	if lending.files == nil {
		lending.files = map[string][]byte{}
	}
	if file != nil {
		lending.files[id] = file
	}
	if fallback.known == nil {
		fallback.known = map[fallbackKey]string{}
	}
	fallback.known[fallbackKey{r, family}] = id
}

// wish asks for a character. fallback is held.
func wish(key fallbackKey) {
	if lending.ask == nil || lending.asked[key] || len(lending.asked) >= maxAsked {
		return
	}
	if lending.asked == nil {
		lending.asked = map[fallbackKey]bool{}
	}
	lending.asked[key] = true
	lending.ask(key.r, key.family)
}

func lent(id string) []byte {
	fallback.Lock()
	defer fallback.Unlock()
	return lending.files[id]
}
