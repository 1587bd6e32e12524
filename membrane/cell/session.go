package cell

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"cellshell/membrane/ui"
	"cellshell/membrane/wire"
)

// Version is the version of this SDK, told in the hello.
const Version = "1"

// Session is one connection to the body, as messages. It is used by one goroutine.
type Session struct {
	conn    io.ReadWriteCloser
	in      *bufio.Reader
	out     *bufio.Writer // views wait here while more messages have come already: a burst costs one write
	buf     []byte        // room for the next message that comes
	frame   []byte        // and the next that goes
	greeted bool
	peer    ui.Hello
}

// NewSession speaks over conn. Programs use [Listen]; tests use an in-memory pipe.
func NewSession(conn io.ReadWriteCloser) *Session {
	return &Session{conn: conn, in: bufio.NewReader(conn), out: bufio.NewWriterSize(conn, 16<<10)}
}

// Greet sends hello, then waits for the body's and returns it. Our hello is out before theirs is judged, so that both can
// name a mismatch. Later calls return the first answer.
func (s *Session) Greet(hello ui.Hello) (ui.Hello, error) {
	if s.greeted {
		return s.peer, nil
	}
	hello.Protocol, hello.Language, hello.SDK = ui.Protocol, "go", Version
	if err := s.Send(hello); err != nil {
		return ui.Hello{}, err
	}
	m, err := s.Receive()
	if err != nil {
		return ui.Hello{}, err
	}
	peer, ok := m.(ui.Hello)
	if !ok {
		return ui.Hello{}, fmt.Errorf("cell: first message is %s, want %s", m.MessageType(), ui.TypeHello)
	}
	if peer.Protocol != ui.Protocol {
		return ui.Hello{}, fmt.Errorf("cell: protocol mismatch: local %q, peer %q", ui.Protocol, peer.Protocol)
	}
	s.greeted, s.peer = true, peer
	return peer, nil
}

// Send writes one message. A view may be kept until the messages that have come already are handled.
func (s *Session) Send(m ui.Message) error {
	frame, err := ui.Append(wire.Begin(s.frame), m)
	if err != nil {
		return err
	}
	s.frame = wire.Keep(frame)
	if err := wire.WriteFrame(s.out, frame); err != nil {
		return err
	}
	if _, view := m.(ui.View); view && s.pending() {
		return nil
	}
	return s.out.Flush()
}

// pending reports whether a whole message has arrived and waits to be received.
func (s *Session) pending() bool {
	have := s.in.Buffered()
	if have < 4 {
		return false
	}
	size, err := s.in.Peek(4)
	return err == nil && uint64(have) >= 4+uint64(binary.LittleEndian.Uint32(size))
}

// Receive returns the next message. One of unknown type or broken content is answered with an error message and skipped.
// At the end of the connection the error is io.EOF.
func (s *Session) Receive() (ui.Message, error) {
	for {
		if s.out.Buffered() > 0 && !s.pending() {
			if err := s.out.Flush(); err != nil {
				return nil, err
			}
		}
		payload, err := wire.Read(s.in, s.buf)
		if err != nil {
			return nil, err
		}
		s.buf = wire.Keep(payload)
		m, err := ui.Unmarshal(payload)
		if err == nil {
			return m, nil
		}
		if err := s.Send(ui.Error{Text: err.Error()}); err != nil {
			return nil, err
		}
	}
}

// Close ends the connection.
func (s *Session) Close() error {
	_ = s.out.Flush() // what could not be sent is of no use any more
	return s.conn.Close()
}

// over reports whether err only says that the other side has gone.
func over(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.ErrClosedPipe) || gone(err)
}
