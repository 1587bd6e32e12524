package nucleus

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// backlog is how many connections may wait at a cell's socket. One is ours; the next replaces it.
const backlog = 4

// Endings of the files that belong to one process.
const (
	extSocket = ".sock"
	extRecord = ".json"
	extHalf   = ".new" // behind the name of a record that is being written
	extOutput = ".out"
	extOffset = ".at" // how far the output has been read
)

// stemCell is the name of a host that waits for a cell; no cell can be called so.
const stemCell = "_stem"

// key names one process: the first part of its files' names. The run tells two processes of one generation apart, such as
// the interpreted and the compiled one while the second takes over from the first.
func key(cell string, generation, run int) string {
	return cell + "." + strconv.Itoa(generation) + "." + strconv.Itoa(run)
}

// at is a path to a file in the socket folder, always short enough for a socket address.
func (s *Supervisor) at(name string) string {
	return "/proc/self/fd/" + strconv.Itoa(int(s.dir.Fd())) + "/" + name
}

// listen makes a listening socket in the socket folder. It blocks, as programs in other languages expect.
func (s *Supervisor) listen(name string) (*os.File, error) {
	path := s.at(name)
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("nucleus: socket %s: %w", name, err)
	}
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("nucleus: socket %s: %w", name, err)
	}
	f := os.NewFile(uintptr(fd), name)
	if err := unix.Bind(fd, &unix.SockaddrUnix{Name: path}); err != nil {
		f.Close()
		return nil, fmt.Errorf("nucleus: bind %s: %w", name, err)
	}
	if err := unix.Listen(fd, backlog); err != nil {
		f.Close()
		return nil, fmt.Errorf("nucleus: listen on %s: %w", name, err)
	}
	return f, nil
}

// dial connects to a socket in the socket folder.
func (s *Supervisor) dial(ctx context.Context, name string) (net.Conn, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unix", s.at(name))
	if err != nil {
		return nil, fmt.Errorf("nucleus: connect to %s: %w", name, err)
	}
	return conn, nil
}
