package codec

import (
	"bufio"
	"io"
	"sync"

	"cellshell/membrane/ui"
	"cellshell/membrane/wire"
)

// Conn sends and receives messages over a byte stream. Any number of goroutines may send, one receives.
type Conn struct {
	rwc io.ReadWriteCloser
	in  *bufio.Reader // owned by the receiver, as is buf
	buf []byte

	sending sync.Mutex // one frame at a time
	out     []byte     // room for the next; guarded by sending
}

// NewConn speaks over rwc, which it then owns.
func NewConn(rwc io.ReadWriteCloser) *Conn { return &Conn{rwc: rwc, in: bufio.NewReader(rwc)} }

// Send writes m as JSON.
func (c *Conn) Send(m ui.Message) error {
	c.sending.Lock()
	defer c.sending.Unlock()
	frame, err := ui.Append(wire.Begin(c.out), m)
	if err != nil {
		return err
	}
	c.out = wire.Keep(frame)
	return wire.WriteFrame(c.rwc, frame)
}

// Receive returns the next message. After an error of decoding, *ui.UnknownTypeError or another, the stream is still in
// step and Receive may be called again; after a [BrokenError] it is not.
func (c *Conn) Receive() (ui.Message, error) {
	payload, err := wire.Read(c.in, c.buf)
	if err != nil {
		return nil, &BrokenError{err}
	}
	c.buf = wire.Keep(payload)
	return Decode(payload)
}

// Close closes the stream and so wakes Receive.
func (c *Conn) Close() error { return c.rwc.Close() }

// BrokenError says that the stream ended or lost step; io.EOF inside means that it ended between messages.
type BrokenError struct{ Err error }

// Error implements error.
func (e *BrokenError) Error() string { return "codec: " + e.Err.Error() }

// Unwrap returns the error of the stream.
func (e *BrokenError) Unwrap() error { return e.Err }
