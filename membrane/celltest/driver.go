// Package celltest drives a cell as a body would (a test harness): it sends events and ticks with a clock of its own over an
// in-memory pipe or any other connection, answers calls, and keeps the tree the cell shows. The same script can so be run
// against a compiled and an interpreted cell and their records compared.
package celltest

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"testing"
	"time"

	"cellshell/membrane/cell"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// Noon is the time at which a driver's clock starts, unless told otherwise.
var Noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)

// Options say how a cell starts. The zero value is a light desktop at [Noon] where "system" answers as [System] does.
type Options struct {
	Now   time.Time // its zone is the cell's
	Dark  bool
	Props map[string]string
	State json.RawMessage
	// Services answers calls. An error becomes the error of the reply.
	Services func(service, method string, payload json.RawMessage) (any, error)
}

// Driver is the body's side of one cell. It is used by the test's goroutine only; what goes wrong fails the test.
type Driver struct {
	t    testing.TB
	conn *codec.Conn
	opt  Options
	now  time.Time
	seq  uint64

	tree   *ui.Node
	state  json.RawMessage
	timers map[int]time.Duration
	calls  []ui.Call
	logs   []string
	record []ui.Message
	hello  ui.Hello
}

// Start runs c in this process and returns when its first view has come. The cell is stopped when the test ends.
func Start(t testing.TB, c cell.Cell, opt Options) *Driver {
	t.Helper()
	return StartHost(t, &cell.Host{Cell: c}, opt)
}

// StartHost is Start for a cell that needs hooks.
func StartHost(t testing.TB, h *cell.Host, opt Options) *Driver {
	t.Helper()
	ours, theirs := net.Pipe()
	ended := make(chan error, 1)
	go func() { // ends with the connection, which the cleanup closes
		err := h.Serve(cell.NewSession(theirs))
		_ = theirs.Close()
		ended <- err
	}()
	t.Cleanup(func() {
		_ = ours.Close()
		if err := <-ended; err != nil && !errors.Is(err, cell.ErrStopped) {
			t.Logf("cell ended: %v", err)
		}
	})
	return Connect(t, ours, nil, opt)
}

// Connect is Start for a cell at the other end of conn, of either engine and in any process. A load, when not nil, is sent
// after the hello, as to a warm host. Read deadlines are the caller's.
func Connect(t testing.TB, conn io.ReadWriteCloser, load *ui.Load, opt Options) *Driver {
	t.Helper()
	if opt.Now.IsZero() {
		opt.Now = Noon
	}
	if opt.Services == nil {
		opt.Services = System
	}
	d := &Driver{t: t, conn: codec.NewConn(conn), opt: opt, now: opt.Now, timers: map[int]time.Duration{}}
	// The cell writes its hello first too; an unbuffered pipe needs both at once.
	sent := make(chan error, 1)
	go func() { // ends when the cell has read its hello or the connection ends
		sent <- d.conn.Send(ui.Hello{Protocol: ui.Protocol, Cell: "test", Generation: 1})
	}()
	m, err := d.conn.Receive()
	if err != nil {
		t.Fatalf("celltest: hello: %v", err)
	}
	if err := <-sent; err != nil {
		t.Fatalf("celltest: hello: %v", err)
	}
	hello, ok := m.(ui.Hello)
	if !ok || hello.Protocol != ui.Protocol {
		t.Fatalf("celltest: hello: got %#v", m)
	}
	d.hello = hello
	if load != nil {
		d.send(*load)
	}
	d.send(ui.Start{Props: opt.Props, State: opt.State, Look: d.look(), Clock: d.clock()})
	d.await(0)
	d.answer()
	return d
}

func (d *Driver) look() ui.Look { return ui.Look{Dark: d.opt.Dark, Scale: 1} }

func (d *Driver) clock() ui.Clock {
	zone, offset := d.now.Zone()
	return ui.Clock{UnixMilli: d.now.UnixMilli(), Offset: offset, Zone: zone}
}

func (d *Driver) send(m ui.Message) {
	d.t.Helper()
	if err := d.conn.Send(m); err != nil {
		d.t.Fatalf("celltest: send %s: %v", m.MessageType(), err)
	}
}

// await reads until the view that has seen message seq.
func (d *Driver) await(seq uint64) {
	d.t.Helper()
	for {
		m, err := d.conn.Receive()
		if err != nil {
			d.t.Fatalf("celltest: waiting for the view of message %d: %v", seq, err)
		}
		d.record = append(d.record, m)
		switch m := m.(type) {
		case ui.Call:
			d.calls = append(d.calls, m)
		case ui.Timer:
			if m.Every == 0 {
				delete(d.timers, m.ID)
			} else {
				d.timers[m.ID] = time.Duration(m.Every) * time.Millisecond
			}
		case ui.Log:
			d.logs = append(d.logs, m.Text)
		case ui.Error:
			d.t.Fatalf("celltest: the cell could not use a message: %s", m.Text)
		case ui.Bye:
			d.t.Fatalf("celltest: the cell ended: %s", m.Reason)
		case ui.View:
			d.show(m)
			if m.Seq >= seq {
				return
			}
		default:
			d.t.Fatalf("celltest: unexpected %s", m.MessageType())
		}
	}
}

// show takes a view over as a body does.
func (d *Driver) show(v ui.View) {
	d.t.Helper()
	if v.Tree != nil {
		d.tree = v.Tree
		ui.Identify(d.tree)
	}
	if len(v.Patch) > 0 {
		tree, err := ui.ApplyPatch(d.tree, v.Patch)
		if err != nil {
			d.t.Fatalf("celltest: %v", err)
		}
		d.tree = tree
	}
	if err := ui.Check(d.tree); err != nil {
		d.t.Fatalf("celltest: %v", err)
	}
	if v.State != nil {
		d.state = append(json.RawMessage(nil), v.State...)
	}
}

// answer replies to calls until none is left.
func (d *Driver) answer() {
	d.t.Helper()
	for range 1000 {
		if len(d.calls) == 0 {
			return
		}
		call := d.calls[0]
		d.calls = d.calls[1:]
		reply := ui.Reply{ID: call.ID, Clock: d.clock()}
		result, err := d.opt.Services(call.Service, call.Method, call.Payload)
		if err == nil {
			reply.Payload, err = json.Marshal(result)
		}
		if err != nil {
			reply.Error = err.Error()
		}
		d.seq++
		reply.Seq = d.seq
		d.send(reply)
		d.await(d.seq)
	}
	d.t.Fatal("celltest: the cell does not stop calling services")
}
