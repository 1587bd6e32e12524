package fonts

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/go-text/typesetting/fontscan"
)

const systemPrefix = "system:"

// maxSystem bounds a font file of the system, bytes. The largest in use, a CJK collection, is about 20 MiB.
const maxSystem = 64 << 20

// Fallback names a font that has a character its family ("sans" or "mono") lacks: the other embedded family first, then
// the system's fonts; "" when there is none. The first call for the system reads its fonts (an index is kept in the user's
// cache directory, so only the first time on a machine is slow); the answer for a character never changes while the
// program runs, unless Lend changes it. It may be called from any goroutine.
func Fallback(r rune, family string) string {
	other := "mono-400"
	if family == "mono" {
		other = "sans-400"
	}
	if _, ok := Glyph(other, r); ok {
		return other
	}
	fallback.Lock()
	defer fallback.Unlock()
	key := fallbackKey{r, family}
	if id, ok := fallback.known[key]; ok {
		return id
	}
	id := find(r, family)
	if fallback.known == nil || len(fallback.known) > 1<<16 {
		fallback.known = map[fallbackKey]string{}
	}
	fallback.known[key] = id
	if id == "" {
		wish(key)
	}
	return id
}

type fallbackKey struct {
	r      rune
	family string
}

var fallback struct {
	sync.Mutex
	scanned bool
	fonts   *fontscan.FontMap // nil when the system has none
	known   map[fallbackKey]string
}

func find(r rune, family string) string {
	if !fallback.scanned {
		fallback.scanned = true
		fallback.fonts = scan()
	}
	if fallback.fonts == nil {
		return ""
	}
	query := fontscan.Query{Families: []string{"sans-serif", "DejaVu Sans", "Noto Sans"}}
	switch {
	case pictured(r):
		query.Families = []string{"emoji", "Noto Color Emoji", "Twemoji", "sans-serif"}
	case family == "mono":
		query.Families = []string{"monospace", "DejaVu Sans Mono", "Noto Sans Mono", "sans-serif"}
	}
	fallback.fonts.SetQuery(query)
	face := fallback.fonts.ResolveFace(r)
	if face == nil {
		return ""
	}
	if _, ok := face.NominalGlyph(r); !ok {
		return ""
	}
	at := fallback.fonts.FontLocation(face.Font)
	return systemPrefix + at.File + "#" + strconv.Itoa(int(at.Index))
}

// pictured tells whether a character is a picture, which looks best in colour: what Unicode shows so unless told otherwise.
func pictured(r rune) bool {
	if r >= 0x1f300 && r <= 0x1faff || r >= 0x1f1e6 && r <= 0x1f1ff {
		return true
	}
	return r >= 0x2300 && r <= 0x2bff && strings.ContainsRune("⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕", r)
}

func scan() *fontscan.FontMap {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	dir = filepath.Join(dir, "cellshell", "fonts")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	m := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := m.UseSystemFonts(dir); err != nil {
		return nil
	}
	return m
}

func splitSystem(id string) (path string, index int, ok bool) {
	rest, ok := strings.CutPrefix(id, systemPrefix)
	if !ok {
		return "", 0, false
	}
	at := strings.LastIndexByte(rest, '#')
	if at < 0 {
		return rest, 0, true
	}
	n, err := strconv.Atoi(rest[at+1:])
	if err != nil || n < 0 {
		return "", 0, false
	}
	return rest[:at], n, true
}

// Open opens the file of a system face, which is not large. The error is that of a face that is none, or cannot be read.
func Open(id string) (*os.File, error) {
	path, _, ok := splitSystem(id)
	if !ok {
		return nil, fmt.Errorf("fonts: %q is no face of the system", id)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxSystem) {
		err = fmt.Errorf("fonts: %s is no file of at most %d bytes", path, maxSystem)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func readSystem(id string) []byte {
	if b := lent(id); b != nil {
		return b
	}
	f, err := Open(id)
	if err != nil {
		return nil
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSystem))
	if err != nil {
		return nil
	}
	return b
}
