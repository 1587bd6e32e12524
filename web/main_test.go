package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"go.uber.org/goleak"

	"cellshell/membrane/wire"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// house is a server with a body that answers each request with the request itself.
type house struct {
	*Server
	t *testing.T
}

func open(t *testing.T, change func(*Options)) *house {
	t.Helper()
	dir := t.TempDir()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	_, _ = w.Write([]byte("\x00asm the screen"))
	_ = w.Close()
	for name, content := range map[string][]byte{Screen: z.Bytes(), Starter: []byte("// starts it"), "secret.txt": []byte("secret")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := Options{Dir: dir, Dial: echo, Methods: []string{"attach", "input"}}
	if change != nil {
		change(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &house{s, t}
}

// echo connects to a body that says every frame back.
func echo(context.Context) (net.Conn, error) {
	here, there := net.Pipe()
	go func() { // ends when either side closes
		defer there.Close()
		for {
			b, err := wire.Read(there, nil)
			if err != nil || wire.Write(there, b) != nil {
				return
			}
		}
	}()
	return here, nil
}

// piped connects to bodies that a test plays.
func piped(bodies chan<- net.Conn) func(context.Context) (net.Conn, error) {
	return func(context.Context) (net.Conn, error) {
		here, there := net.Pipe()
		bodies <- there
		return here, nil
	}
}

func (h *house) url() string {
	h.t.Helper()
	url, _, err := h.URL()
	if err != nil {
		h.t.Fatal(err)
	}
	return url
}

// visitor is a browser that keeps what it is told to.
type visitor struct {
	t      *testing.T
	origin string
	cookie string // "NAME=VALUE", "" before it was let in
	key    string
}

// enter visits an address.
func (h *house) enter(url string) (*visitor, *answer) {
	h.t.Helper()
	origin, _, _ := strings.Cut(url, "/?")
	v := &visitor{t: h.t, origin: origin}
	res := v.get("/?"+strings.SplitN(url, "?", 2)[1], nil)
	for _, c := range res.Cookies {
		v.cookie = c.Name + "=" + c.Value
	}
	_, v.key, _ = strings.Cut(res.Header.Get("Refresh"), "#")
	return v, res
}

// get asks for a path; a header of "Host" is the name the server is asked for.
func (v *visitor) get(path string, header map[string]string) *answer {
	v.t.Helper()
	return v.do(http.MethodGet, path, header)
}

func (v *visitor) do(method, path string, header map[string]string) *answer {
	v.t.Helper()
	r, err := http.NewRequest(method, v.origin+path, nil)
	if err != nil {
		v.t.Fatal(err)
	}
	if v.cookie != "" {
		r.Header.Set("Cookie", v.cookie)
	}
	for k, value := range header {
		if k == "Host" {
			r.Host = value
			continue
		}
		r.Header.Set(k, value)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 10 * time.Second}
	res, err := client.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	b, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil {
		v.t.Fatal(err)
	}
	return &answer{res.StatusCode, res.Status, res.Header, res.Cookies(), string(b)}
}

// answer is one that was read to its end.
type answer struct {
	StatusCode int
	Status     string
	Header     http.Header
	Cookies    []*http.Cookie
	text       string
}

// connect opens a connection to the body as a page does.
func (v *visitor) connect(header map[string]string) (*websocket.Conn, error) {
	h := http.Header{"Origin": {v.origin}, "Cookie": {v.cookie}}
	host, offer := "", []string{Protocol, Protocol + "." + v.key}
	for k, value := range header {
		switch {
		case k == "Host":
			host = value
		case k == "Sec-WebSocket-Protocol":
			offer = strings.Split(value, ", ")
		case value == "":
			h.Del(k)
		default:
			h.Set(k, value)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	c, res, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(v.origin, "http")+"/attach", &websocket.DialOptions{ //nolint:bodyclose // a handshake has none
		HTTPHeader: h, Host: host, Subprotocols: offer, HTTPClient: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}},
	})
	if err != nil {
		if res != nil {
			return nil, errors.New(res.Status)
		}
		return nil, err
	}
	v.t.Cleanup(func() { _ = c.CloseNow() })
	return c, nil
}

// mustConnect is connect that has to work.
func (v *visitor) mustConnect() *websocket.Conn {
	v.t.Helper()
	c, err := v.connect(nil)
	if err != nil {
		v.t.Fatal(err)
	}
	return c
}

func request(method string, params any) []byte {
	b, _ := json.Marshal(map[string]any{"method": method, "params": params})
	var out bytes.Buffer
	_ = wire.Write(&out, b)
	return out.Bytes()
}

// say sends a message and returns the next that comes.
func say(c *websocket.Conn, message []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := c.Write(ctx, websocket.MessageBinary, message); err != nil {
		return nil, err
	}
	_, b, err := c.Read(ctx)
	return b, err
}
