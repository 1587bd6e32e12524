package evolvetest

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"cellshell/interp/eval"
	"cellshell/membrane/cell"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// Now is what the cells' clock says.
var Now = time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC)

// Program is a cell that runs.
type Program struct {
	Tree  *ui.Node
	State json.RawMessage

	conn *codec.Conn
	seq  uint64
	done chan struct{}
}

// Run evaluates a marked source in this process and waits for its first view.
func Run(t testing.TB, marked []byte, start ui.Start) (*Program, error) {
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, err
	}
	defer l.Close()
	l.SetUnlinkOnClose(false)
	file, err := l.File()
	if err != nil {
		return nil, err
	}
	fd, err := syscall.Dup(int(file.Fd()))
	_ = file.Close()
	if err != nil {
		return nil, err
	}
	listener, err := cell.Listen(fd)
	if err != nil {
		return nil, err
	}
	p := &Program{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		_ = eval.Serve(listener) // its error reaches us as bye, or as the end of the connection
		_ = listener.Close()
	}()
	c, err := net.Dial("unix", path)
	if err != nil {
		return nil, err
	}
	p.conn = codec.NewConn(c)
	start.Clock = ui.Clock{UnixMilli: Now.UnixMilli(), Zone: "UTC"}
	for _, m := range []ui.Message{ui.Hello{Protocol: ui.Protocol}, ui.Load{File: "main.go", Source: string(marked)}, start} {
		if err := p.conn.Send(m); err != nil {
			return nil, err
		}
	}
	if err := p.view(); err != nil {
		_ = p.conn.Close()
		return nil, err
	}
	return p, nil
}

// view waits for the next view.
func (p *Program) view() error {
	for {
		m, err := p.conn.Receive()
		if err != nil {
			return err
		}
		switch m := m.(type) {
		case ui.View:
			switch {
			case m.Tree != nil:
				p.Tree = m.Tree
			case len(m.Patch) > 0:
				if p.Tree, err = ui.ApplyPatch(p.Tree, m.Patch); err != nil {
					return err
				}
			}
			if m.State != nil {
				p.State = m.State
			}
			ui.Identify(p.Tree)
			return ui.Check(p.Tree)
		case ui.Bye:
			return errors.New(m.Reason)
		case ui.Error:
			return fmt.Errorf("the cell complains: %s", m.Text)
		}
	}
}

// Send gives the program an event and waits for the view that saw it.
func (p *Program) Send(e ui.Event) error {
	p.seq++
	e.Seq = p.seq
	e.Clock = ui.Clock{UnixMilli: Now.UnixMilli(), Zone: "UTC"}
	if err := p.conn.Send(e); err != nil {
		return err
	}
	return p.view()
}

// Stop ends the program.
func (p *Program) Stop() {
	_ = p.conn.Send(ui.Stop{Deadline: 100})
	for {
		if _, err := p.conn.Receive(); err != nil {
			break
		}
	}
	_ = p.conn.Close()
	<-p.done
}
