package web

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"time"
)

// The life of what lets a browser in.
const (
	tokenTime   = 10 * time.Minute
	maxTokens   = 16 // good at once; a further one makes the oldest void
	maxSessions = 16 // a further one ends the oldest
)

// digest is what is kept of a secret: comparing it tells nothing about the secret by the time it takes.
type digest [sha256.Size]byte

func digestOf(secret string) digest { return sha256.Sum256([]byte(secret)) }

// secret makes one with 256 random bits.
func secret() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// session is a browser that was let in.
type session struct{ cookie, key digest }

// token is a way in that nobody has taken yet.
type token struct {
	digest  digest
	expires time.Time
}

// door knows which secrets are good. Its methods may be called from any goroutine.
type door struct {
	now    func() time.Time
	cookie string // its name, another one each run: cookies are shared by all ports of a machine

	mu       sync.Mutex // guards the rest
	tokens   []token    // oldest first
	sessions []*session // oldest first
}

func newDoor(now func() time.Time) *door {
	return &door{now: now, cookie: "cellshell_" + secret()[:12]}
}

// issue makes a token.
func (d *door) issue() (secretToken string, expires time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t := secret()
	expires = d.now().Add(tokenTime)
	d.tokens = append(d.tokens, token{digestOf(t), expires})
	d.tokens = d.tokens[max(len(d.tokens)-maxTokens, 0):]
	return t, expires
}

// trade spends a token for the two secrets of a session; false when it is not good.
func (d *door) trade(secretToken string) (cookie, key string, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	asked := digestOf(secretToken)
	for i, t := range d.tokens {
		if t.digest != asked {
			continue
		}
		d.tokens = append(d.tokens[:i:i], d.tokens[i+1:]...)
		if !d.now().Before(t.expires) {
			return "", "", false
		}
		cookie, key = secret(), secret()
		d.sessions = append(d.sessions, &session{digestOf(cookie), digestOf(key)})
		d.sessions = d.sessions[max(len(d.sessions)-maxSessions, 0):]
		return cookie, key, true
	}
	return "", "", false
}

// find returns the session of a cookie, nil when there is none.
func (d *door) find(cookie string) *session {
	d.mu.Lock()
	defer d.mu.Unlock()
	asked := digestOf(cookie)
	for _, s := range d.sessions {
		if s.cookie == asked {
			return s
		}
	}
	return nil
}
