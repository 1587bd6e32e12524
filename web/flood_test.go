package web

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"
)

// Strangers who would keep every connection that there is keep none, so a visitor gets in meanwhile.
func TestStrangersKeepNoConnection(t *testing.T) {
	h := open(t, nil)
	address := h.url()
	for range maxOpen + 20 {
		c, err := net.Dial("tcp", h.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		if _, err := io.WriteString(c, "GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, res.Body)
		res.Body.Close()
		if _, err := c.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Fatalf("a stranger keeps a connection: %v", err)
		}
	}
	if _, res := h.enter(address); res.StatusCode != http.StatusOK {
		t.Errorf("a visitor: %s", res.Status)
	}
}

// However many come with one address at once, one gets in.
func TestOneAddressLetsOneIn(t *testing.T) {
	h := open(t, nil)
	address := h.url()
	var mu sync.Mutex
	var in int
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if v, _ := h.enter(address); v.cookie != "" {
				mu.Lock()
				in++
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if in != 1 {
		t.Errorf("%d got in", in)
	}
}

// A page that takes nothing is cut off, and holds up nobody but itself.
func TestAPageThatTakesNothing(t *testing.T) {
	t.Parallel() // it waits for slowTime
	bodies := make(chan net.Conn, 1)
	h := open(t, func(o *Options) { o.Dial = piped(bodies) })
	v, _ := h.enter(h.url())
	v.mustConnect() // and never reads
	body := <-bodies
	_ = body.SetDeadline(time.Now().Add(4 * slowTime))
	chunk := make([]byte, 64<<10)
	began := time.Now()
	for range 4096 { // what the kernel keeps for it is full at some time
		if _, err := body.Write(chunk); err != nil {
			if took := time.Since(began); took > 3*slowTime {
				t.Errorf("it was cut off after %v", took)
			}
			return
		}
	}
	t.Error("256 MB went to a page that takes nothing")
}
