package jail

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"syscall"
	"time"
	"unsafe"

	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"

	"cellshell/immune"
	"cellshell/internal/threads"
)

// setLimits applies the resource limits of p to the whole process. They only ever fall.
func setLimits(p immune.Profile) error {
	l := p.Limits
	or := func(n uint64) uint64 {
		if n == 0 {
			return math.MaxUint64
		}
		return n
	}
	limits := []struct {
		name     string
		resource int
		value    uint64
	}{
		{"core", unix.RLIMIT_CORE, 0},
		{"memlock", unix.RLIMIT_MEMLOCK, 0},
		{"msgqueue", unix.RLIMIT_MSGQUEUE, 0},
		{"stack", unix.RLIMIT_STACK, 8 << 20},
		{"files", unix.RLIMIT_NOFILE, or(l.Files)},
		{"file size", unix.RLIMIT_FSIZE, or(l.FileSize)},
		{"memory", unix.RLIMIT_DATA, or(l.Memory)}, // not RLIMIT_AS: the Go runtime reserves far more than it uses
	}
	if l.CPU > 0 {
		seconds := uint64((l.CPU + time.Second - 1) / time.Second)
		limits = append(limits, struct {
			name     string
			resource int
			value    uint64
		}{"processor time", unix.RLIMIT_CPU, seconds})
	}
	if has(p.Namespaces, "user") {
		// Outside a user namespace it would count every process of the person.
		limits = append(limits, struct {
			name     string
			resource int
			value    uint64
		}{"processes", unix.RLIMIT_NPROC, l.Processes})
	}
	for _, r := range limits {
		var old unix.Rlimit
		if err := unix.Getrlimit(r.resource, &old); err != nil {
			return fmt.Errorf("jail: limit of %s: %w", r.name, err)
		}
		v := min(r.value, old.Max)
		if err := unix.Setrlimit(r.resource, &unix.Rlimit{Cur: v, Max: v}); err != nil {
			return fmt.Errorf("jail: limit of %s to %d: %w", r.name, v, err)
		}
	}
	if l.CPU > 0 { // a tool computes; the short turns of the body that starts it are for what moves
		threads.UsualTurns()
	}
	if l.Nice > 0 { // of this thread, and so of the program it becomes
		if err := unix.Setpriority(unix.PRIO_PROCESS, 0, min(l.Nice, 19)); err != nil {
			return fmt.Errorf("jail: priority %d: %w", l.Nice, err)
		}
	}
	return nil
}

// closeOthers closes every descriptor above the report that somebody else left open. Those of the Go runtime's own
// poller stay; they lead nowhere.
func closeOthers() error {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return fmt.Errorf("jail: list open files: %w", err)
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil || fd <= reportFD {
			continue
		}
		to, err := os.Readlink("/proc/self/fd/" + e.Name())
		if err != nil || to == "anon_inode:[eventpoll]" || to == "anon_inode:[eventfd]" {
			continue
		}
		if err := unix.Close(fd); err != nil {
			return fmt.Errorf("jail: close inherited file %d (%s): %w", fd, to, err)
		}
	}
	return nil
}

// volunteerForOOM makes the process the first to go when the machine runs out of memory.
func volunteerForOOM() {
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("500"), 0)
}

// dropPrivileges takes all capabilities away and the way back to any, in all threads.
func dropPrivileges() error {
	head := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	_, _, errno := syscall.AllThreadsSyscall(unix.SYS_CAPSET, uintptr(unsafe.Pointer(&head)), uintptr(unsafe.Pointer(&none[0])), 0)
	if errno == syscall.ENOTSUP {
		return errors.New("jail: this host was built with cgo and cannot confine all its threads: build it with CGO_ENABLED=0")
	}
	if errno != 0 {
		return fmt.Errorf("jail: drop capabilities: %w", errno)
	}
	if err := ll.AllThreadsPrctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("jail: no_new_privs: %w", err)
	}
	return nil
}
