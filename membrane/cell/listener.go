//go:build linux

package cell

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// Listener accepts the body's connections, one after the other, on a socket that was handed over.
type Listener struct {
	file *os.File
	raw  syscall.RawConn
}

// Listen takes over the listening stream socket fd; cells get theirs as 3 (the LISTEN_FDS convention). It uses the socket
// through the poller of the runtime rather than the net package, which would double the size of a cell.
func Listen(fd int) (*Listener, error) {
	listening, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_ACCEPTCONN)
	if err != nil {
		return nil, fmt.Errorf("cell: listen on descriptor %d: %w", fd, err)
	}
	if listening == 0 {
		return nil, fmt.Errorf("cell: listen on descriptor %d: the socket does not listen", fd)
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, fmt.Errorf("cell: listen on descriptor %d: %w", fd, err)
	}
	syscall.CloseOnExec(fd)
	file := os.NewFile(uintptr(fd), "membrane")
	raw, err := file.SyscallConn()
	if err != nil {
		return nil, fmt.Errorf("cell: listen on descriptor %d: %w", fd, err)
	}
	return &Listener{file, raw}, nil
}

// Accept waits for the next connection, at most wait (0: for ever). After that the error is os.ErrDeadlineExceeded.
func (l *Listener) Accept(wait time.Duration) (*Session, error) {
	var deadline time.Time
	if wait > 0 {
		deadline = time.Now().Add(wait)
	}
	if err := l.file.SetReadDeadline(deadline); err != nil {
		return nil, fmt.Errorf("cell: accept: %w", err)
	}
	var conn int
	var failed error
	err := l.raw.Read(func(fd uintptr) bool {
		for {
			conn, _, failed = syscall.Accept4(int(fd), syscall.SOCK_CLOEXEC|syscall.SOCK_NONBLOCK)
			if !errors.Is(failed, syscall.EINTR) && !errors.Is(failed, syscall.ECONNABORTED) {
				return !errors.Is(failed, syscall.EAGAIN)
			}
		}
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, fmt.Errorf("cell: accept: %w", err)
	}
	return NewSession(os.NewFile(uintptr(conn), "membrane-connection")), nil
}

// Close stops listening.
func (l *Listener) Close() error { return l.file.Close() }

// gone reports whether err is the operating system's word for a peer that went away.
func gone(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET)
}
