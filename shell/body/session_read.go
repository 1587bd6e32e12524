package body

import (
	"errors"
	"fmt"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
	"cellshell/membrane/wire"
)

// maxEarly bounds what a cell on trial may ask for before it is live; more is dropped.
const maxEarly = 64

// read takes what the cell sends until the connection ends, no faster than a cell may reasonably talk.
func (s *session) read() {
	defer close(s.closed)
	for {
		m, err := s.conn.Receive()
		s.flow.wait(s.done)
		if err != nil {
			var unknown *ui.UnknownTypeError
			if errors.As(err, &unknown) {
				_ = s.send(ui.Error{Text: err.Error()})
				continue
			}
			s.finish(s.judge(err))
			return
		}
		switch m := m.(type) {
		case ui.View:
			if err := s.view(m); err != nil {
				s.proc.Kill(err.Error())
				s.finish(err)
				return
			}
		case ui.Bye:
			if m.Reason != "" {
				s.accused.Store(true)
				s.finish(errors.New(m.Reason))
			} else {
				s.finish(errEOF)
			}
			return // whoever says goodbye and stays is made to go
		case ui.Call, ui.Timer, ui.Log, ui.Error:
			s.deliver(m)
		default:
			_ = s.send(ui.Error{Text: fmt.Sprintf("message %q is not for the body", m.MessageType())})
		}
	}
}

// judge kills a cell that sent what nobody can read; the end of a stream is no offence.
func (s *session) judge(err error) error {
	var broken *codec.BrokenError
	var long *wire.ErrTooLong
	switch {
	case errors.As(err, &long):
		err = fmt.Errorf("sent too much at once: %w", long)
	case errors.As(err, &broken):
		return err
	default:
		err = fmt.Errorf("sent what is no message: %w", err)
	}
	s.proc.Kill(err.Error())
	return err
}

func (s *session) finish(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.end == nil {
		s.end = err
	}
	s.calm()
}

func (s *session) deliver(m ui.Message) {
	s.mu.Lock()
	sink := s.sink
	if sink == nil {
		if _, isView := m.(ui.View); !isView && len(s.early) < maxEarly {
			s.early = append(s.early, m)
		}
	}
	s.mu.Unlock()
	if sink != nil {
		sink(m)
	}
}

// attach makes sink the receiver of all that comes, after what came before.
func (s *session) attach(sink func(ui.Message)) {
	for {
		s.mu.Lock()
		early := s.early
		s.early = nil
		if len(early) == 0 {
			s.sink = sink
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		for _, m := range early {
			sink(m)
		}
	}
}
