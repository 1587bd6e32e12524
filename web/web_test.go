package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"cellshell/internal/fonts"
)

func TestAVisit(t *testing.T) {
	h := open(t, nil)
	if h.Addr().IsValid() {
		t.Error("it listens before anybody has asked for an address")
	}
	v, res := h.enter(h.url())
	if res.StatusCode != http.StatusOK || len(v.key) != 64 || !strings.HasPrefix(v.cookie, "cellshell_") {
		t.Fatalf("let in with %s, key %q, cookie %q", res.Status, v.key, v.cookie)
	}
	if c := res.Cookies[0]; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" {
		t.Errorf("the cookie is %s", c)
	}
	if strings.Contains(v.key, v.cookie[len(v.cookie)-64:]) {
		t.Error("the key, which scripts can read, is the cookie")
	}
	for path, want := range map[string]string{"/": `id="overlay"`, "/page.js": "requestAnimationFrame", "/page.css": "#overlay", "/wasm_exec.js": "// starts it"} {
		res := v.get(path, nil)
		if got := res.text; res.StatusCode != http.StatusOK || !strings.Contains(got, want) {
			t.Errorf("%s: %s %q", path, res.Status, got)
		}
		for k, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := res.Header.Get(k); got != want {
				t.Errorf("%s: %s is %q, want %q", path, k, got, want)
			}
		}
		csp := res.Header.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "frame-ancestors 'none'") || strings.Contains(csp, "unsafe-inline") || strings.Contains(csp, "'unsafe-eval'") {
			t.Errorf("%s: the policy is %q", path, csp)
		}
	}
	c := v.mustConnect()
	if c.Subprotocol() != Protocol {
		t.Errorf("the protocol is %q: the key must not be said back", c.Subprotocol())
	}
	ask := request("attach", map[string]any{"w": 640})
	if got, err := say(c, ask); err != nil || !bytes.Equal(got, ask) {
		t.Errorf("the body was asked %q and the page got %q, %v", ask, got, err)
	}
}

func TestTheScreenIsSentCompressedAndKept(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	res := v.get("/cellscreen.wasm", map[string]string{"Accept-Encoding": "gzip"})
	z, err := gzip.NewReader(strings.NewReader(res.text))
	if err != nil {
		t.Fatal(err)
	}
	plain, _ := io.ReadAll(z)
	if string(plain) != "\x00asm the screen" || res.Header.Get("X-Size") != fmt.Sprint(len(plain)) || res.Header.Get("Content-Type") != "application/wasm" {
		t.Errorf("the screen is %q, %v", plain, res.Header)
	}
	if got := v.get("/cellscreen.wasm", map[string]string{"Accept-Encoding": "identity"}).text; got != string(plain) {
		t.Errorf("uncompressed it is %q", got)
	}
	tag := res.Header.Get("ETag")
	if again := v.get("/cellscreen.wasm", map[string]string{"If-None-Match": tag, "Accept-Encoding": "gzip"}); again.StatusCode != http.StatusNotModified {
		t.Errorf("asked with its tag %s: %s", tag, again.Status)
	}
	path := filepath.Join(h.o.Dir, Screen)
	if err := os.Chtimes(path, time.Now(), time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if again := v.get("/cellscreen.wasm", map[string]string{"If-None-Match": tag, "Accept-Encoding": "gzip"}); again.StatusCode != http.StatusOK {
		t.Errorf("a screen that was built anew: %s", again.Status)
	}
}

func TestAnAddressIsGoodOnceAndForTenMinutes(t *testing.T) {
	h := open(t, nil)
	clock := time.Now()
	h.door.now = func() time.Time { return clock }
	url := h.url()
	v, _ := h.enter(url)
	other, res := h.enter(url)
	if got := res.text; res.StatusCode != http.StatusUnauthorized || other.cookie != "" || !strings.Contains(got, "cell web") {
		t.Errorf("a second visit: %s %q", res.Status, got)
	}
	if res := v.get("/?"+strings.SplitN(url, "?", 2)[1], nil); res.StatusCode != http.StatusOK || res.Header.Get("Refresh") != "0; url=/" {
		t.Errorf("the browser that was let in comes by the same address: %s, %q", res.Status, res.Header.Get("Refresh"))
	}
	late := h.url()
	clock = clock.Add(tokenTime)
	if _, res := h.enter(late); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("after ten minutes: %s", res.Status)
	}
	clock = clock.Add(24 * time.Hour)
	if res := v.get("/", nil); res.StatusCode != http.StatusOK {
		t.Errorf("a session ends with the server alone, and it is: %s", res.Status)
	}
	ahead := h.url()
	for _, r := range []*answer{
		v.do(http.MethodHead, "/?"+strings.SplitN(ahead, "?", 2)[1], nil),
		(&visitor{t: t, origin: v.origin}).get("/?"+strings.SplitN(ahead, "?", 2)[1], map[string]string{"Sec-Purpose": "prefetch;prerender"}),
	} {
		if r.StatusCode == http.StatusOK {
			t.Errorf("one that only looks ahead was let in: %s", r.Status)
		}
	}
	if _, res := h.enter(ahead); res.StatusCode != http.StatusOK {
		t.Errorf("after somebody has looked ahead: %s", res.Status)
	}
}

func TestOldTokensAndSessionsGiveWay(t *testing.T) {
	h := open(t, nil)
	first := h.url()
	for range maxTokens {
		h.url()
	}
	if _, res := h.enter(first); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("the oldest of %d tokens: %s", maxTokens+1, res.Status)
	}
	v, _ := h.enter(h.url())
	for range maxSessions {
		h.enter(h.url())
	}
	if res := v.get("/", nil); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("the oldest of %d sessions: %s", maxSessions+1, res.Status)
	}
	if n, m := len(h.door.tokens), len(h.door.sessions); n > maxTokens || m > maxSessions {
		t.Errorf("%d tokens and %d sessions are kept", n, m)
	}
}

func TestStrangersAreRefused(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	name := strings.TrimPrefix(v.origin, "http://")
	_, port, _ := net.SplitHostPort(name)
	for _, tt := range []struct {
		what, path string
		header     map[string]string
		want       int
	}{
		{"the page", "/", nil, 200},
		{"by the name of this machine", "/", map[string]string{"Host": "localhost:" + port}, 200},
		{"through a tunnel", "/", map[string]string{"Host": "localhost:9000", "Origin": "http://localhost:9000"}, 200},
		{"a name that was pointed here", "/", map[string]string{"Host": "evil.example:" + port}, 403},
		{"a name that begins well", "/", map[string]string{"Host": "127.0.0.1.evil.example:" + port}, 403},
		{"a name that begins with this machine's", "/", map[string]string{"Host": "localhost.evil.example"}, 403},
		{"an address that is not this machine", "/", map[string]string{"Host": "10.0.0.1:" + port}, 403},
		{"a foreign origin", "/", map[string]string{"Origin": "http://evil.example"}, 403},
		{"another port of this machine", "/", map[string]string{"Origin": "http://127.0.0.1:1"}, 403},
		{"a sandboxed page", "/", map[string]string{"Origin": "null"}, 403},
		{"an encrypted origin", "/", map[string]string{"Origin": "https://" + name}, 403},
		{"loaded by another site", "/page.js", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"loaded by another port", "/page.js", map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"in a frame of another site", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"by a link of another site", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"no cookie", "/", map[string]string{"Cookie": "a=b"}, 401},
		{"a wrong cookie", "/", map[string]string{"Cookie": h.door.cookie + "=" + strings.Repeat("0", 64)}, 401},
		{"an empty cookie", "/", map[string]string{"Cookie": h.door.cookie + "="}, 401},
		{"no cookie for the screen", "/cellscreen.wasm", map[string]string{"Cookie": "a=b"}, 401},
		{"no cookie for a session", "/session", map[string]string{"Cookie": "a=b"}, 401},
		{"the session", "/session", nil, 204},
		{"a wrong token", "/?token=" + strings.Repeat("0", 64), map[string]string{"Cookie": "a=b"}, 401},
		{"an empty token", "/?token=", map[string]string{"Cookie": "a=b"}, 401},
		{"the folder", "/secret.txt", nil, 404},
		{"out of the folder", "/../web.go", nil, 404},
		{"out of the folder, escaped", "/%2e%2e/secret.txt", nil, 404},
		{"out of the folder, with a backslash", `/..%5csecret.txt`, nil, 404},
		{"a font of another name", "/font?id=system:/etc/passwd%230", nil, 404},
		{"a font without a cookie", "/font?rune=128578&family=sans", map[string]string{"Cookie": "a=b"}, 401},
		{"a font for no character", "/font?rune=-1&family=sans", nil, 400},
		{"a font for half a pair", "/font?rune=55296&family=sans", nil, 400},
		{"a font of another family", "/font?rune=128578&family=../sans", nil, 400},
		{"a template", "/refused.html", nil, 404},
		{"a folder of the page", "/page/", nil, 404},
	} {
		res := v.get(tt.path, tt.header)
		if res.StatusCode != tt.want {
			t.Errorf("%s: %s, want %d", tt.what, res.Status, tt.want)
		}
		if body := res.text; tt.want == 403 && !strings.Contains(body, "<p>") || strings.Contains(body, "secret\n") {
			t.Errorf("%s: %q", tt.what, body)
		}
	}
	if res := v.do(http.MethodPost, "/", nil); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %s", res.Status)
	}
	if got := v.get("/", map[string]string{"Origin": "http://<script>alert(1)</script>"}).text; strings.Contains(got, "<script>") {
		t.Errorf("what a stranger has sent is in the page as it came: %s", got)
	}
}

func TestConnectionsAreRefused(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	other, _ := h.enter(h.url())
	for _, tt := range []struct {
		what   string
		header map[string]string
		want   string
	}{
		{"no origin", map[string]string{"Origin": ""}, "403"},
		{"a foreign origin", map[string]string{"Origin": "http://evil.example"}, "403"},
		{"a foreign name", map[string]string{"Host": "evil.example"}, "403"},
		{"no cookie", map[string]string{"Cookie": ""}, "401"},
		{"no key", map[string]string{"Sec-WebSocket-Protocol": Protocol}, "401"},
		{"a wrong key", map[string]string{"Sec-WebSocket-Protocol": Protocol + ", " + Protocol + "." + strings.Repeat("0", 64)}, "401"},
		{"the key of another session", map[string]string{"Sec-WebSocket-Protocol": Protocol + ", " + Protocol + "." + other.key}, "401"},
	} {
		if _, err := v.connect(tt.header); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.what, err, tt.want)
		}
	}
	v.mustConnect()
}

func TestFontsAreLent(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	res := v.get("/font?rune="+strconv.Itoa('日')+"&family=sans", nil)
	if res.StatusCode == http.StatusNoContent {
		t.Skip("no font of this machine has it")
	}
	id := res.text
	if file := v.get("/font?id="+url.QueryEscape(id), nil).text; len(file) < 1000 || file != string(fonts.Raw(id)) {
		t.Errorf("the font %s has %d bytes", id, len(file))
	}
	if res := v.get("/font?rune="+strconv.Itoa('a')+"&family=sans", nil); res.StatusCode == http.StatusOK && strings.HasPrefix(res.text, "system:") {
		t.Error("a font of the system is lent for a letter that every page has")
	}
}

func TestMessagesAreRefused(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	long := request("input", strings.Repeat("x", maxRequest))
	two := append(request("input", nil), request("input", nil)...)
	for _, tt := range []struct {
		what    string
		message []byte
		want    websocket.StatusCode
	}{
		{"a method that pages may not call", request("quit", nil), websocket.StatusPolicyViolation},
		{"another", request("edit", map[string]string{"cell": "counter"}), websocket.StatusPolicyViolation},
		{"a long message", long, websocket.StatusMessageTooBig},
		{"two frames", two, websocket.StatusPolicyViolation},
		{"half a frame", request("input", nil)[:9], websocket.StatusPolicyViolation},
		{"a length alone", []byte{1, 0, 0, 0}, websocket.StatusPolicyViolation},
		{"not JSON", []byte{1, 0, 0, 0, '{'}, websocket.StatusPolicyViolation},
		{"a name twice", append([]byte{37, 0, 0, 0}, `{"method":"input","Method":"quit"    }`[:37]...), websocket.StatusPolicyViolation},
	} {
		c := v.mustConnect()
		if got, err := say(c, tt.message); websocket.CloseStatus(err) != tt.want {
			t.Errorf("%s: %q, %v, want status %d", tt.what, got, err, tt.want)
		}
	}
	c := v.mustConnect()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := c.Write(ctx, websocket.MessageText, request("input", nil)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.Read(ctx); websocket.CloseStatus(err) != websocket.StatusPolicyViolation {
		t.Errorf("a text: %v", err)
	}
}

func TestWithoutABody(t *testing.T) {
	h := open(t, func(o *Options) {
		o.Dial = func(context.Context) (net.Conn, error) { return nil, errors.New("nobody") }
	})
	v, _ := h.enter(h.url())
	if _, err := v.connect(nil); err == nil || !strings.HasPrefix(err.Error(), "503") {
		t.Errorf("no body: %v", err)
	}
	if res := v.get("/session", nil); res.StatusCode != http.StatusNoContent {
		t.Errorf("the session of a page whose body is away: %s", res.Status)
	}
}

func TestABodyThatGoesEndsTheConnection(t *testing.T) {
	bodies := make(chan net.Conn, 1)
	h := open(t, func(o *Options) { o.Dial = piped(bodies) })
	v, _ := h.enter(h.url())
	c := v.mustConnect()
	(<-bodies).Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if _, _, err := c.Read(ctx); err == nil || ctx.Err() != nil {
		t.Errorf("the connection goes on: %v", err)
	}
}

func TestBridgesAreBounded(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	for range maxBridges {
		v.mustConnect()
	}
	if _, err := v.connect(nil); err == nil || !strings.HasPrefix(err.Error(), "503") {
		t.Errorf("connection %d: %v", maxBridges+1, err)
	}
}

func TestASlowRequestIsCutOff(t *testing.T) {
	t.Parallel() // it waits for headerTime
	h := open(t, nil)
	h.url()
	c, err := net.Dial("tcp", h.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if h.http.ReadHeaderTimeout != headerTime || h.http.IdleTimeout != idleTime {
		t.Error("the server waits for ever")
	}
	_, _ = c.Write([]byte("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "))
	_ = c.SetReadDeadline(time.Now().Add(4 * headerTime))
	if _, err := io.ReadAll(c); err != nil {
		t.Errorf("a request that does not end is not cut off: %v", err)
	}
}

func TestCloseEndsEverything(t *testing.T) {
	h := open(t, nil)
	v, _ := h.enter(h.url())
	c := v.mustConnect()
	h.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if _, _, err := c.Read(ctx); err == nil {
		t.Error("a connection outlives its server")
	}
	if _, _, err := h.URL(); err == nil {
		t.Error("a closed server makes addresses")
	}
}

func TestWithoutAScreen(t *testing.T) {
	h := open(t, func(o *Options) { o.Dir = t.TempDir() })
	if _, _, err := h.URL(); !errors.Is(err, ErrNotBuilt) || h.Built() || h.Addr().IsValid() {
		t.Errorf("without a screen: %v", err)
	}
}
