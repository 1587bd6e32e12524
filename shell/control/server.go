package control

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"cellshell/internal/privatedir"
	"cellshell/membrane/wire"
)

// Handler answers one method. Progress may be called until Handler returns; a message that a slow client has not taken
// within a second ends the call.
type Handler func(ctx context.Context, params json.RawMessage, progress func(any) error) (any, error)

// Server answers requests on the control socket.
type Server struct {
	handlers map[string]Handler

	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu       sync.Mutex // guards the rest
	listener net.Listener
	conns    map[net.Conn]bool
}

// maxConns bounds how many clients are served at once; a further one is closed at once.
const maxConns = 64

// Listen takes over the socket at path, which must not be in use by a living body, and answers with handlers until Close.
func Listen(path string, handlers map[string]Handler) (*Server, error) {
	if err := privatedir.Make(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("control: runtime folder: %w", err)
	}
	if err := Vacant(path); err != nil {
		return nil, err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("control: stale socket: %w", err)
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("control: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		l.Close()
		return nil, fmt.Errorf("control: %w", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{handlers: handlers, listener: l, ctx: ctx, cancel: cancel, conns: map[net.Conn]bool{}}
	s.wg.Add(1)
	go s.accept(l) // ends when Close closes the listener
	s.watch(path)
	return s, nil
}

// vacantTime is how long the socket of a body that was killed may still seem alive: a program that the body was starting
// holds it for a moment.
const vacantTime = 300 * time.Millisecond

// Vacant says that no living body listens at path, or returns an *Error that tells how to end it.
func Vacant(path string) error {
	for end := time.Now().Add(vacantTime); ; time.Sleep(10 * time.Millisecond) {
		c, err := net.DialTimeout("unix", path, time.Second)
		if err != nil {
			return nil
		}
		c.Close()
		if time.Now().After(end) {
			break
		}
	}
	return &Error{Text: "a desktop is already running (" + path + ")", Hint: "end it with: cell quit", Code: CodeFailed}
}

// Close cancels what runs, closes every connection and waits for their goroutines.
func (s *Server) Close() error {
	s.cancel()
	s.mu.Lock()
	err := s.listener.Close()
	for c := range s.conns {
		c.Close()
	}
	s.mu.Unlock()
	s.wg.Wait()
	return err
}

func (s *Server) accept(l net.Listener) {
	defer s.wg.Done()
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		full := len(s.conns) >= maxConns || s.ctx.Err() != nil
		if !full {
			s.conns[c] = true
			s.wg.Add(1)
		}
		s.mu.Unlock()
		if full {
			c.Close()
			continue
		}
		go s.serve(c) // ends when the client or Close closes c
	}
}

// serve answers the requests of one connection, one after the other.
func (s *Server) serve(c net.Conn) {
	defer s.wg.Done()
	defer func() {
		s.mu.Lock()
		delete(s.conns, c)
		s.mu.Unlock()
		c.Close()
	}()
	frames := make(chan []byte)
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	s.wg.Add(1)
	go func() { // ends when c is closed; its end cancels the request that runs
		defer s.wg.Done()
		defer cancel()
		for {
			b, err := wire.Read(c, nil)
			if err != nil {
				return
			}
			select {
			case frames <- b:
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-frames:
			if s.answer(ctx, c, b) != nil {
				return
			}
		}
	}
}

func (s *Server) answer(ctx context.Context, c net.Conn, frame []byte) error {
	send := func(r response) error {
		b, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if err := c.SetWriteDeadline(time.Now().Add(time.Second)); err != nil {
			return err
		}
		return wire.Write(c, b)
	}
	var req request
	if err := json.Unmarshal(frame, &req); err != nil {
		return send(response{Error: &Error{Text: "control: request is not JSON: " + err.Error(), Code: CodeUsage}})
	}
	h, ok := s.handlers[req.Method]
	if !ok {
		return send(response{Error: &Error{Text: fmt.Sprintf("control: no method %q", req.Method), Hint: "the command line and the desktop may be of different versions", Code: CodeUsage}})
	}
	result, err := h(ctx, req.Params, func(v any) error {
		b, err := json.Marshal(v)
		if err != nil {
			return err
		}
		return send(response{Progress: b})
	})
	if err != nil {
		return send(response{Error: asError(err)})
	}
	b, err := json.Marshal(result)
	if err != nil {
		return send(response{Error: &Error{Text: "control: result of " + req.Method + ": " + err.Error(), Code: CodeFailed}})
	}
	return send(response{Result: b})
}
