package control

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"time"

	"cellshell/membrane/wire"
)

// Client is one connection to the body. It carries one call at a time.
type Client struct {
	conn net.Conn
}

// Dial connects to the running body. When there is none the error is an *Error with CodeDown.
func Dial(ctx context.Context) (*Client, error) { return DialPath(ctx, SocketPath()) }

// DialPath connects to the body listening at path.
func DialPath(ctx context.Context, path string) (*Client, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unix", path)
	if err != nil {
		return nil, &Error{
			Text: "no desktop is running (" + path + ")",
			Hint: "start one with: cellshell",
			Code: CodeDown,
		}
	}
	return NewClient(conn), nil
}

// NewClient makes a client of a connection to a body that came about in another way; Close closes it.
func NewClient(conn net.Conn) *Client { return &Client{conn: conn} }

// Close ends the connection and cancels a call that runs.
func (c *Client) Close() error { return c.conn.Close() }

// Call sends method with params and stores the answer in result, when that is not nil. Progress messages are handed to
// progress as they come, when that is not nil. When ctx is cancelled, so is the call at the body, which has lastWords to tell
// what came of it: that is the answer then. The connection is of no more use afterwards.
func (c *Client) Call(ctx context.Context, method string, params, result any, progress func(json.RawMessage)) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	stop := context.AfterFunc(ctx, func() { c.hangUp(ctx.Err()) })
	defer func() {
		if !stop() {
			c.conn.Close()
		}
	}()
	req := request{Method: method}
	if params != nil {
		b, err := json.Marshal(params)
		if err != nil {
			return fmt.Errorf("control: params of %s: %w", method, err)
		}
		req.Params = b
	}
	b, err := json.Marshal(req)
	if err != nil {
		return fmt.Errorf("control: %s: %w", method, err)
	}
	if err := wire.Write(c.conn, b); err != nil {
		return lost(ctx, err)
	}
	var buf []byte
	for {
		if buf, err = wire.Read(c.conn, buf); err != nil {
			return lost(ctx, err)
		}
		var r response
		if err := json.Unmarshal(buf, &r); err != nil {
			return fmt.Errorf("control: answer to %s: %w", method, err)
		}
		switch {
		case r.Error != nil && ctx.Err() != nil:
			return ctx.Err()
		case r.Error != nil:
			return r.Error
		case r.Progress != nil:
			if progress != nil {
				progress(r.Progress)
			}
		case result == nil:
			return nil
		default:
			if err := json.Unmarshal(r.Result, result); err != nil {
				return fmt.Errorf("control: result of %s: %w", method, err)
			}
			return nil
		}
	}
}

// lastWords is how long a body that was told to stop may take to say what it has done.
const lastWords = 500 * time.Millisecond

// hangUp ends what is said to the body, which cancels the call there, and what is heard from it, at once or soon.
func (c *Client) hangUp(why error) {
	half, ok := c.conn.(interface{ CloseWrite() error })
	if ok && errors.Is(why, context.Canceled) && half.CloseWrite() == nil && c.conn.SetReadDeadline(time.Now().Add(lastWords)) == nil {
		return
	}
	c.conn.Close()
}

func lost(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return &Error{Text: "the desktop went away: " + err.Error(), Hint: "see what it said with: cell logs", Code: CodeDown}
}
