package stage

import (
	"net/url"
	"strconv"
	"syscall/js"

	"cellshell/compositor/text"
	"cellshell/internal/fonts"
	"cellshell/shell/screen"
)

// maxWishes is how many characters may wait for a font. One that finds no room is never asked for again: a page with more
// characters than that which no font has is not to be read.
const maxWishes = 4096

type wish struct {
	r      rune
	family string
}

// borrow has the machine of the desktop lend what the embedded fonts lack: a page sees no fonts. What misses a letter is
// drawn without it until the font has come.
func borrow(s *screen.Screen) {
	wishes := make(chan wish, maxWishes)
	fonts.Borrow(func(r rune, family string) {
		select {
		case wishes <- wish{r, family}:
		default:
		}
	})
	go func() { // ends with the page
		for w := range wishes {
			if lend(w) && len(wishes) == 0 {
				text.Forget()
				s.Redraw()
				Wake()
			}
		}
	}()
}

// lend asks for a font and its file, and tells whether there is one.
func lend(w wish) bool {
	id := string(fetch("/font?rune=" + strconv.Itoa(int(w.r)) + "&family=" + w.family))
	if id == "" {
		return false
	}
	var file []byte
	if !fonts.Has(id) {
		if file = fetch("/font?id=" + url.QueryEscape(id)); len(file) == 0 {
			return false
		}
	}
	fonts.Lend(w.r, w.family, id, file)
	return true
}

// fetch asks the server that the page came from; nil when it has nothing.
func fetch(path string) []byte {
	got := make(chan []byte, 1)
	then := js.FuncOf(func(_ js.Value, args []js.Value) any {
		b := make([]byte, args[0].Length())
		js.CopyBytesToGo(b, args[0])
		got <- b
		return nil
	})
	defer then.Release()
	page.Call("bytes", path).Call("then", then)
	return <-got
}
