package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// harden sets what each answer says about itself: nothing from elsewhere is loaded, nobody else shows it, nobody keeps it.
func harden(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "+
		"img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// stranger says why a request is not one of a browser that shows a page of this server; "" when it is.
func (s *Server) stranger(r *http.Request) string {
	if !s.known(r.Host) {
		return "This server does not answer to the name " + quoted(r.Host) + ": use the address that was printed."
	}
	origin := r.Header.Get("Origin")
	if origin != "" && origin != "http://"+r.Host {
		return "A page of another site, " + quoted(origin) + ", may not speak to the desktop."
	}
	site := r.Header.Get("Sec-Fetch-Site")
	navigates := r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	if (site == "cross-site" || site == "same-site") && !navigates {
		return "A page of another site may not speak to the desktop."
	}
	return ""
}

// known tells whether a Host is an address, or the one name that always means this machine. A name that somebody else
// points here (DNS rebinding) is neither. The port may be another: that of a tunnel.
func (s *Server) known(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	if err != nil {
		return false
	}
	return addr.Unmap().IsLoopback() || !s.local
}

// quoted shows what a stranger has sent.
func quoted(text string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || r == '"' {
			return -1
		}
		return r
	}, text)
	if len(clean) > 80 {
		clean = clean[:80] + "…"
	}
	return `"` + clean + `"`
}

// session is the one whose cookie a request carries, nil when there is none.
func (s *Server) session(r *http.Request) *session {
	c, err := r.Cookie(s.door.cookie)
	if err != nil {
		return nil
	}
	return s.door.find(c.Value)
}
