package web

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed page
var embedded embed.FS

// The files that a build puts into Options.Dir.
const (
	Screen  = "cellscreen.wasm.gz" // the screen, compressed
	Starter = "wasm_exec.js"       // of the same Go that has compiled it
)

func built(dir string) bool {
	for _, name := range []string{Screen, Starter} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// files are all that there is: where each comes from, what it is, and whether those outside may read it.
var files = map[string]struct {
	embedded, built, kind string
	open                  bool
}{
	"/":                {embedded: "page/index.html", kind: "text/html; charset=utf-8"},
	"/page.css":        {embedded: "page/page.css", kind: "text/css; charset=utf-8", open: true},
	"/page.js":         {embedded: "page/page.js", kind: "text/javascript; charset=utf-8"},
	"/wasm_exec.js":    {built: Starter, kind: "text/javascript; charset=utf-8"},
	"/cellscreen.wasm": {built: Screen, kind: "application/wasm"},
}

// file answers with a file of the page.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	f, ok := files[r.URL.Path]
	switch {
	case !ok:
		refuse(w, http.StatusNotFound, "There is no such page here.")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "This page can only be read.")
	case f.embedded != "":
		b, err := embedded.ReadFile(f.embedded)
		if err != nil {
			refuse(w, http.StatusInternalServerError, "A part of the page is missing.")
			return
		}
		w.Header().Set("Content-Type", f.kind)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
	default:
		s.built(w, r, f.built, f.kind)
	}
}

// built answers with a file that the build has made. A browser keeps it, and asks each time whether it is still the newest.
func (s *Server) built(w http.ResponseWriter, r *http.Request, name, kind string) {
	f, err := os.Open(filepath.Join(s.o.Dir, name))
	if err != nil {
		refuse(w, http.StatusNotFound, "The browser screen is not built. Build it with: make build")
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		refuse(w, http.StatusInternalServerError, "The browser screen cannot be read.")
		return
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", fmt.Sprintf(`"%x-%x"`, info.ModTime().UnixNano(), info.Size()))
	if !strings.HasSuffix(name, ".gz") {
		http.ServeContent(w, r, "", time.Time{}, f)
		return
	}
	var size [4]byte // a gzip file ends with the size of what it holds
	if _, err := f.ReadAt(size[:], info.Size()-int64(len(size))); err == nil {
		h.Set("X-Size", strconv.FormatUint(uint64(binary.LittleEndian.Uint32(size[:])), 10))
	}
	h.Set("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		http.ServeContent(w, r, "", time.Time{}, f)
		return
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		refuse(w, http.StatusInternalServerError, "The browser screen cannot be read.")
		return
	}
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, z)
	}
}

// enter trades the token of an address for a session.
func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method != http.MethodGet:
		w.Header().Set("Allow", "GET")
		refuse(w, http.StatusMethodNotAllowed, "This address can only be visited.")
		return
	case r.Header.Get("Sec-Purpose") != "": // a browser that looks ahead must not spend it
		refuse(w, http.StatusServiceUnavailable, "This address is for a visit.")
		return
	}
	cookie, key, ok := s.door.trade(r.URL.Query().Get("token"))
	switch {
	case ok:
		http.SetCookie(w, &http.Cookie{Name: s.door.cookie, Value: cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		s.o.Log.Info("a browser was let in")
	case s.session(r) == nil:
		refuse(w, http.StatusUnauthorized, "This address has let somebody in already, or its ten minutes are over.")
		return
	}
	// The page itself goes on, because a browser that follows a redirect from another site would leave the cookie out.
	to := "/"
	if key != "" {
		to += "#" + key
	}
	w.Header().Set("Refresh", "0; url="+to)
	page(w, http.StatusOK, "enter.html", to)
}

var templates = template.Must(template.ParseFS(embedded, "page/*.html"))

// refuse answers with a page that says why, and how to get in. Who is not let in keeps no connection: there are not many.
func refuse(w http.ResponseWriter, status int, why string) {
	if status == http.StatusUnauthorized || status == http.StatusForbidden {
		w.Header().Set("Connection", "close")
	}
	page(w, status, "refused.html", why)
}

func page(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "the page cannot be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}
