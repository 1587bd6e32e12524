package nucleus_test

import (
	"testing"
	"time"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
)

// peer speaks the body's side of the membrane in tests.
type peer struct {
	t testing.TB
	p *nucleus.Process
	c *codec.Conn
}

func talk(t testing.TB, p *nucleus.Process) *peer {
	t.Helper()
	w := quietly(t, p)
	if w == nil {
		t.Fatal("the cell did not say hello")
	}
	return w
}

// quietly is talk with a cell that may be gone already: then it returns nil.
func quietly(t testing.TB, p *nucleus.Process) *peer {
	t.Helper()
	w := &peer{t, p, codec.NewConn(p.Conn())}
	w.send(ui.Hello{Protocol: ui.Protocol, Cell: p.Cell, Generation: p.Generation})
	if m := w.receive(); m == nil || m.MessageType() != ui.TypeHello {
		return nil
	}
	return w
}

func (w *peer) send(m ui.Message) {
	w.t.Helper()
	if err := w.c.Send(m); err != nil {
		w.t.Logf("send %s: %v", m.MessageType(), err)
	}
}

// receive returns nil when the cell has gone or says nothing within ten seconds.
func (w *peer) receive() ui.Message {
	w.t.Helper()
	_ = w.p.Conn().SetReadDeadline(time.Now().Add(10 * time.Second))
	m, err := w.c.Receive()
	if err != nil {
		return nil
	}
	return m
}

// start loads a source into an interpreting host, or only starts a compiled cell, and returns its first view.
func (w *peer) start(source, attack string) ui.Message {
	w.t.Helper()
	if source != "" {
		w.send(ui.Load{File: "main.go", Source: source})
	}
	w.send(ui.Start{Props: map[string]string{"attack": attack}, Clock: ui.Clock{UnixMilli: 1}})
	for {
		m := w.receive()
		if m == nil || m.MessageType() == ui.TypeView || m.MessageType() == ui.TypeBye {
			return m
		}
	}
}
