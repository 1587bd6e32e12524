package web

import (
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
	"unicode/utf8"

	"cellshell/internal/fonts"
)

// maxFonts bounds how many font files a page may be lent.
const maxFonts = 64

// lent are the fonts that pages were told of: no other file is read.
type lent struct {
	mu  sync.Mutex
	ids map[string]bool
}

func (l *lent) add(id string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.ids[id] && len(l.ids) >= maxFonts {
		return false
	}
	if l.ids == nil {
		l.ids = map[string]bool{}
	}
	l.ids[id] = true
	return true
}

func (l *lent) open(id string) (*os.File, error) {
	l.mu.Lock()
	known := l.ids[id]
	l.mu.Unlock()
	if !known {
		return nil, os.ErrNotExist
	}
	return fonts.Open(id)
}

// font lends a page the fonts of this machine for what the embedded ones lack. /font?rune=NUMBER&family=NAME names one, or
// answers nothing; /font?id=NAME is its file.
func (s *Server) font(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if id := q.Get("id"); id != "" {
		f, err := s.lent.open(id)
		if err != nil {
			refuse(w, http.StatusNotFound, "There is no such font here.")
			return
		}
		defer f.Close()
		w.Header().Set("Content-Type", "font/collection")
		w.Header().Set("Cache-Control", "private, max-age=86400")
		http.ServeContent(w, r, "", time.Time{}, f) // a slow page takes no memory
		return
	}
	n, err := strconv.ParseInt(q.Get("rune"), 10, 32)
	family := q.Get("family")
	if err != nil || !utf8.ValidRune(rune(n)) || family != "sans" && family != "mono" {
		refuse(w, http.StatusBadRequest, "A font is asked for by a character and a family.")
		return
	}
	id := fonts.Fallback(rune(n), family)
	if id == "" || !s.lent.add(id) {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(id))
}
