package web

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/coder/websocket"

	"cellshell/membrane/wire"
)

// Protocol is the subprotocol of a connection; a page offers it together with Protocol.KEY.
const Protocol = "cellshell"

const (
	maxRequest = 1 << 20          // bytes of one request: what is pasted is the longest
	slowTime   = 10 * time.Second // that a page may take for what the body has sent
	dialTime   = 5 * time.Second  // to reach the body
)

// attach bridges a page to the body until either goes.
func (s *Server) attach(w http.ResponseWriter, r *http.Request, visitor *session) {
	if r.Header.Get("Origin") == "" {
		refuse(w, http.StatusForbidden, "Only a page of this server may speak to the desktop.")
		return
	}
	if !visitor.holds(r.Header.Get("Sec-WebSocket-Protocol")) {
		refuse(w, http.StatusUnauthorized, "This page has no key.")
		return
	}
	select {
	case s.seats <- struct{}{}:
		defer func() { <-s.seats }()
	default:
		refuse(w, http.StatusServiceUnavailable, "Too many pages show the desktop.")
		return
	}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.goes.Add(1)
	s.mu.Unlock()
	defer s.goes.Done()
	dial, cancel := context.WithTimeout(s.ctx, dialTime)
	body, err := s.o.Dial(dial)
	cancel()
	if err != nil {
		refuse(w, http.StatusServiceUnavailable, "The desktop does not answer. It is started again by itself.")
		return
	}
	defer body.Close()
	c, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{Protocol}, CompressionMode: websocket.CompressionDisabled})
	if err != nil {
		return // it has answered
	}
	defer func() { _ = c.CloseNow() }()
	c.SetReadLimit(maxRequest)
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { body.Close() })
	defer stop()
	s.goes.Go(func() { // ends when either side closes
		defer cancel()
		_ = toPage(ctx, c, body)
	})
	if err := s.toBody(ctx, body, c); err != nil && ctx.Err() == nil {
		s.o.Log.Warn("a page was cut off", "why", err)
		_ = c.Close(websocket.StatusPolicyViolation, shortened(err.Error()))
	}
}

// holds tells whether the protocols that a page offers have the session's key among them.
func (v *session) holds(offered string) bool {
	for p := range strings.SplitSeq(offered, ",") {
		if key, ok := strings.CutPrefix(strings.TrimSpace(p), Protocol+"."); ok && digestOf(key) == v.key {
			return true
		}
	}
	return false
}

// toPage sends on what the body says.
func toPage(ctx context.Context, c *websocket.Conn, body io.Reader) error {
	buf := make([]byte, 64<<10)
	for {
		n, err := body.Read(buf)
		if n > 0 {
			send, cancel := context.WithTimeout(ctx, slowTime)
			failed := c.Write(send, websocket.MessageBinary, buf[:n])
			cancel()
			if failed != nil {
				return failed
			}
		}
		if err != nil {
			return err
		}
	}
}

// toBody sends on what the page asks. The error is nil when the page has just gone.
func (s *Server) toBody(ctx context.Context, body io.Writer, c *websocket.Conn) error {
	for {
		kind, message, err := c.Read(ctx)
		switch {
		case errors.Is(err, websocket.ErrMessageTooBig):
			return err
		case err != nil:
			return nil
		case kind != websocket.MessageBinary:
			return errors.New("web: a message is text")
		}
		request, err := s.request(message)
		if err != nil {
			return err
		}
		if err := wire.Write(body, request); err != nil {
			return nil // the body has gone
		}
	}
}

// request reads a message, which must be one frame with one request for a method that pages may call, and writes the
// request anew: what the body reads is what was checked.
func (s *Server) request(message []byte) ([]byte, error) {
	const header = 4
	if len(message) <= header || uint64(binary.LittleEndian.Uint32(message)) != uint64(len(message)-header) {
		return nil, fmt.Errorf("web: a message of %d bytes is not one frame", len(message))
	}
	var r struct {
		Method string          `json:"method"`
		Params json.RawMessage `json:"params,omitempty"`
	}
	if err := json.Unmarshal(message[header:], &r); err != nil {
		return nil, fmt.Errorf("web: request: %w", err)
	}
	if !s.methods[r.Method] {
		return nil, fmt.Errorf("web: a page may not call %s", quoted(r.Method))
	}
	return json.Marshal(r)
}

// shortened fits a reason into the frame that closes a connection.
func shortened(reason string) string { return reason[:min(len(reason), 120)] }
