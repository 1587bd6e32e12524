package control

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/membrane/wire"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func serve(t *testing.T, handlers map[string]Handler) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "ctl")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "run", "control.sock")
	s, err := Listen(path, handlers)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); os.RemoveAll(dir) })
	return path
}

func dial(t *testing.T, path string) *Client {
	t.Helper()
	c, err := DialPath(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestCallWithProgress(t *testing.T) {
	path := serve(t, map[string]Handler{
		"count": func(_ context.Context, params json.RawMessage, progress func(any) error) (any, error) {
			var to int
			if err := json.Unmarshal(params, &to); err != nil {
				return nil, err
			}
			for i := range to {
				if err := progress(i); err != nil {
					return nil, err
				}
			}
			return "counted", nil
		},
	})
	c := dial(t, path)
	for range 2 { // a connection serves one call after the other
		var got []string
		var result string
		err := c.Call(t.Context(), "count", 3, &result, func(m json.RawMessage) { got = append(got, string(m)) })
		if err != nil || result != "counted" || len(got) != 3 || got[2] != "2" {
			t.Errorf("got %q, %v, %v", result, got, err)
		}
	}
}

func TestErrorsKeepTheirHint(t *testing.T) {
	path := serve(t, map[string]Handler{
		"fail": func(context.Context, json.RawMessage, func(any) error) (any, error) {
			return nil, &Error{Text: "no such cell", Hint: "see cell ls", Code: CodeNotFound}
		},
	})
	c := dial(t, path)
	var e *Error
	if err := c.Call(t.Context(), "fail", nil, nil, nil); !errors.As(err, &e) || e.Hint != "see cell ls" || e.Code != CodeNotFound {
		t.Errorf("got %#v", err)
	}
	if err := c.Call(t.Context(), "nonsense", nil, nil, nil); !errors.As(err, &e) || e.Code != CodeUsage {
		t.Errorf("an unknown method gave %#v", err)
	}
}

func TestNobodyListens(t *testing.T) {
	var e *Error
	_, err := DialPath(t.Context(), filepath.Join(t.TempDir(), "none.sock"))
	if !errors.As(err, &e) || e.Code != CodeDown || e.Hint == "" {
		t.Errorf("got %#v", err)
	}
}

func TestCancelReachesTheHandler(t *testing.T) {
	began, ended := make(chan struct{}), make(chan struct{})
	path := serve(t, map[string]Handler{
		"wait": func(ctx context.Context, _ json.RawMessage, _ func(any) error) (any, error) {
			close(began)
			<-ctx.Done()
			close(ended)
			return nil, ctx.Err()
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-began; cancel() }()
	if err := dial(t, path).Call(ctx, "wait", nil, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("the handler went on")
	}
}

func TestWhatWasStoppedSaysWhatItDid(t *testing.T) {
	began := make(chan struct{})
	path := serve(t, map[string]Handler{
		"late": func(ctx context.Context, _ json.RawMessage, _ func(any) error) (any, error) {
			close(began)
			<-ctx.Done()
			return "done all the same", nil
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-began; cancel() }()
	var got string
	if err := dial(t, path).Call(ctx, "late", nil, &got, nil); err != nil || got != "done all the same" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestOneBodyOnly(t *testing.T) {
	path := serve(t, nil)
	if _, err := Listen(path, nil); err == nil {
		t.Error("two bodies on one socket")
	}
}

func TestSocketIsPrivate(t *testing.T) {
	path := serve(t, nil)
	for _, p := range []string{path, filepath.Dir(path)} {
		info, err := os.Stat(p)
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v %v", p, info.Mode(), err)
		}
	}
}

func TestNonsenseIsAnswered(t *testing.T) {
	path := serve(t, map[string]Handler{})
	for _, payload := range []string{"{", "[]", `{"method":7}`, "\x00\xff"} {
		conn, err := net.Dial("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		if err := wire.Write(conn, []byte(payload)); err != nil {
			t.Fatal(err)
		}
		b, err := wire.Read(conn, nil)
		var r response
		if err != nil || json.Unmarshal(b, &r) != nil || r.Error == nil {
			t.Errorf("%q was answered with %q, %v", payload, b, err)
		}
		conn.Close()
	}
	conn, err := net.Dial("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := binary.Write(conn, binary.LittleEndian, uint32(1<<31)); err != nil {
		t.Fatal(err)
	}
	_ = conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	if _, err := conn.Read(make([]byte, 1)); err == nil || os.IsTimeout(err) {
		t.Errorf("a frame of 2 GiB was waited for: %v", err)
	}
}

// TestRemovedSocketComesBack: whoever removes the socket of a living body, or the folder it is in, does not lock people out.
func TestRemovedSocketComesBack(t *testing.T) {
	path := serve(t, map[string]Handler{"hello": func(context.Context, json.RawMessage, func(any) error) (any, error) { return "hello", nil }})
	old := dial(t, path)
	for i, gone := range []string{path, path, filepath.Dir(path), filepath.Dir(path), path} {
		remove := os.RemoveAll
		if i == 3 {
			remove = func(dir string) error { return os.Rename(dir, filepath.Join(t.TempDir(), "away")) }
		}
		if err := remove(gone); err != nil {
			t.Fatal(err)
		}
		var c *Client
		for end := time.Now().Add(5 * time.Second); c == nil && time.Now().Before(end); time.Sleep(time.Millisecond) {
			c, _ = DialPath(t.Context(), path)
		}
		if c == nil {
			t.Fatalf("after %s was removed, the socket did not come back within 5 s", gone)
		}
		defer c.Close()
		for _, c := range []*Client{old, c} {
			var got string
			if err := c.Call(t.Context(), "hello", nil, &got, nil); err != nil || got != "hello" {
				t.Errorf("%q, %v", got, err)
			}
		}
	}
}
