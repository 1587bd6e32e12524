package body

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"cellshell/genome"
	"cellshell/internal/atomicfile"
)

// maxSaid bounds how many sentences are kept, maxSaidText how long each may be, in bytes. What does not fit is forgotten:
// the oldest first, and what is too long at once.
const (
	maxSaid     = 200
	maxSaidText = 500
)

// said are the sentences said to this desktop, for whoever wants to say one again. It is a convenience of the person, not a part of
// the desktop: it stands beside the history, and losing it loses nothing else.
type said struct {
	path    string
	history func(limit int) ([]genome.Entry, error) // to begin with, where there is no file

	mu   sync.Mutex // guards the rest
	read bool
	list []string // newest first
}

func openSaid(path string, history func(limit int) ([]genome.Entry, error)) *said {
	return &said{path: path, history: history}
}

// load reads the file once, when somebody first asks. mu is held.
func (s *said) load() {
	if s.read {
		return
	}
	s.read = true
	if raw, err := os.ReadFile(s.path); err == nil {
		s.list = decodeSaid(raw)
		return
	}
	entries, err := s.history(maxSaid / 2)
	if err != nil {
		return
	}
	for _, e := range slices.Backward(entries) {
		if e.Kind == genome.KindEvolve {
			s.put(e.Sentence)
		}
	}
}

// decodeSaid reads the file; what is not fit to be shown is left out.
func decodeSaid(raw []byte) []string {
	var list, out []string
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	for _, t := range list {
		if t = sayable(t); t != "" && !slices.Contains(out, t) && len(out) < maxSaid {
			out = append(out, t)
		}
	}
	return out
}

// sayable is a sentence as it is kept, "" when it is not.
func sayable(t string) string {
	t = strings.Join(strings.FieldsFunc(t, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if len(t) > maxSaidText || !utf8.ValidString(t) {
		return ""
	}
	return t
}

// put brings a sentence to the front. mu is held.
func (s *said) put(t string) bool {
	if t = sayable(t); t == "" || len(s.list) > 0 && s.list[0] == t {
		return false
	}
	s.list = slices.DeleteFunc(s.list, func(o string) bool { return o == t })
	s.list = slices.Insert(s.list, 0, t)
	s.list = s.list[:min(len(s.list), maxSaid)]
	return true
}

// add keeps a sentence that was said. What cannot be written is kept until the body ends.
func (s *said) add(t string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load()
	if !s.put(t) {
		return
	}
	if raw, err := json.Marshal(s.list); err == nil {
		_ = atomicfile.Write(s.path, raw, 0o600) // see above
	}
}

// all returns the sentences, newest first.
func (s *said) all() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load()
	return append([]string{}, s.list...)
}
