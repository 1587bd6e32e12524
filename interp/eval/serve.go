package eval

import (
	"errors"
	"fmt"
	"io"
	"os"

	"cellshell/membrane/cell"
	"cellshell/membrane/ui"
)

// Serve waits on l for a body that loads a source, and then is that cell until it is stopped, panics, or no body comes for
// as long as cell.Patience. It returns nil for a wanted end. A source that cannot be interpreted is answered with bye and
// its reason, and is the error.
func Serve(l *cell.Listener) error {
	m := newMachine()
	for {
		s, err := l.Accept(cell.Patience)
		if errors.Is(err, os.ErrDeadlineExceeded) {
			return nil
		}
		if err != nil {
			return err
		}
		load, err := await(s)
		switch {
		case errors.Is(err, cell.ErrStopped):
			_ = s.Close() // the end of file is what the body sees
			return nil
		case err != nil: // a body that went away before it loaded anything
			_ = s.Close()
			if !errors.Is(err, io.EOF) {
				fmt.Fprintln(os.Stderr, err)
			}
			continue
		}
		host, err := m.load(load)
		if err != nil {
			_ = s.Send(ui.Bye{Reason: err.Error()}) // the exit status says the same
			_ = s.Close()
			return err
		}
		return host.Run(l, s)
	}
}

// await greets the body and waits for the source.
func await(s *cell.Session) (ui.Load, error) {
	if _, err := s.Greet(ui.Hello{Engine: Engine}); err != nil {
		return ui.Load{}, err
	}
	for {
		m, err := s.Receive()
		if err != nil {
			return ui.Load{}, err
		}
		switch m := m.(type) {
		case ui.Load:
			return m, nil
		case ui.Stop:
			_ = s.Send(ui.Bye{}) // as asked
			return ui.Load{}, cell.ErrStopped
		default:
			if err := s.Send(ui.Error{Text: fmt.Sprintf("cellhost: %s before %s", m.MessageType(), ui.TypeLoad)}); err != nil {
				return ui.Load{}, err
			}
		}
	}
}
