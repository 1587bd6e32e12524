package nucleus

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// child is one operating system process, ours or one that an earlier body started.
type child struct {
	pid   int
	birth uint64 // start time in clock ticks since boot: with pid it names the process for ever
	cmd   *exec.Cmd

	pidfd    *os.File
	closer   sync.Once
	released chan struct{} // closed when nobody waits for it any more
	exited   chan struct{} // closed when it has ended; then the fields below do not change
	code     int           // exit code, -1 after a signal or when unknown
	signal   syscall.Signal
	at       time.Time
	known    bool // code and signal are known: it was our own child
}

// newChild takes over a started command.
func newChild(cmd *exec.Cmd, wg *sync.WaitGroup) (*child, error) {
	c := &child{pid: cmd.Process.Pid, cmd: cmd, released: make(chan struct{}), exited: make(chan struct{})}
	if err := c.open(); err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return nil, err
	}
	c.birth, _ = birthOf(c.pid)
	wg.Go(c.wait)
	return c, nil
}

// findChild finds a process that somebody else started, by number and start time.
func findChild(pid int, birth uint64, wg *sync.WaitGroup) (*child, error) {
	c := &child{pid: pid, birth: birth, released: make(chan struct{}), exited: make(chan struct{})}
	if err := c.open(); err != nil {
		return nil, err
	}
	// Looked at after the descriptor was opened: the number cannot be given to another process unnoticed.
	if now, err := birthOf(pid); err != nil || now != birth {
		c.release()
		return nil, fmt.Errorf("nucleus: process %d is another one now", pid)
	}
	wg.Go(c.wait)
	return c, nil
}

func (c *child) open() error {
	fd, err := unix.PidfdOpen(c.pid, unix.PIDFD_NONBLOCK)
	if err != nil {
		return fmt.Errorf("nucleus: process %d: %w", c.pid, err)
	}
	c.pidfd = os.NewFile(uintptr(fd), "pidfd")
	return nil
}

// wait returns when the process has ended or was released.
func (c *child) wait() {
	raw, err := c.pidfd.SyscallConn()
	if err != nil {
		return
	}
	err = raw.Read(func(fd uintptr) bool {
		p := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
		n, err := unix.Poll(p, 0)
		return n > 0 || err != nil && !errors.Is(err, unix.EINTR)
	})
	if err != nil {
		return // released
	}
	c.code = -1
	if c.cmd != nil {
		_ = c.cmd.Wait()
		if st, ok := c.cmd.ProcessState.Sys().(syscall.WaitStatus); ok {
			c.known = true
			if st.Signaled() {
				c.signal = st.Signal()
			} else {
				c.code = st.ExitStatus()
			}
		}
	}
	c.at = time.Now()
	close(c.exited)
}

// send signals exactly this process, never one that got its number later.
func (c *child) send(sig syscall.Signal) error {
	raw, err := c.pidfd.SyscallConn()
	if err != nil {
		return fmt.Errorf("nucleus: signal process %d: %w", c.pid, err)
	}
	var sent error
	if err := raw.Control(func(fd uintptr) { sent = unix.PidfdSendSignal(int(fd), sig, nil, 0) }); err != nil {
		return fmt.Errorf("nucleus: signal process %d: %w", c.pid, err)
	}
	if sent != nil && !errors.Is(sent, unix.ESRCH) {
		return fmt.Errorf("nucleus: signal process %d: %w", c.pid, sent)
	}
	return nil
}

// release lets go of the process without ending it; wait returns.
func (c *child) release() {
	c.closer.Do(func() {
		close(c.released)
		c.pidfd.Close()
	})
}

// birthOf reads when a process started. A process that has ended but was not waited for counts as gone.
func birthOf(pid int) (uint64, error) {
	fields, err := statOf(pid)
	if err != nil {
		return 0, err
	}
	if fields[0] == "Z" || fields[0] == "X" {
		return 0, fmt.Errorf("nucleus: process %d has ended", pid)
	}
	return strconv.ParseUint(fields[19], 10, 64)
}

// statOf reads /proc/<pid>/stat from the state on: the name before it may hold anything.
func statOf(pid int) ([]string, error) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return nil, fmt.Errorf("nucleus: process %d: %w", pid, err)
	}
	text := string(data)
	fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	if len(fields) < 22 {
		return nil, fmt.Errorf("nucleus: process %d: its stat has %d fields, want at least 22", pid, len(fields))
	}
	return fields, nil
}
