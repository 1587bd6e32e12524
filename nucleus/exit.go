package nucleus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"cellshell/immune"
	"cellshell/nucleus/jail"
)

// ExitUseless is the exit code of a cell that must not be restarted.
const ExitUseless = 125

// Exit tells how a process ended.
type Exit struct {
	Code   int            // exit code; -1 when a signal ended it or nobody can tell
	Signal syscall.Signal // 0 when it exited by itself
	Reason string         // one sentence without a full stop, for people
	At     time.Time
	Killed bool // the supervisor ended it: Kill, Stop, Watch
}

// Restart tells whether a supervisor should start the cell again: not after exit code 0 (it is done) or 125 (it cannot
// work), nor when it was ended on purpose.
func (e Exit) Restart() bool { return !e.Killed && e.Code != 0 && e.Code != ExitUseless }

// crashNote remembers the one line of a crash that tells a person what happened.
type crashNote struct {
	line    string // panic: …, fatal error: …
	badCall bool   // SIGSYS: the jail refused a system call
	call    int    // its number, -1 when not seen
	full    bool   // the output has reached its limit
	starved bool   // its runtime got no memory and did not look
}

// registerLine is where the Go runtime prints the number of a refused call.
var registerLine = regexp.MustCompile(`^(?:rax|r8)\s+0x([0-9a-f]+)`)

// nilLine is where the Go runtime prints that the kernel found a fault in the first page. After "SIGSEGV: " it is the
// runtime itself that has followed a nil, which it was given for memory: in a program, that is a panic, and a signal that
// somebody sends has the code 0. Go 1.26 has such a place in its garbage collector (newSpanSPMC).
var nilLine = regexp.MustCompile(`^PC=0x[0-9a-f]+ m=[0-9]+ sigcode=1 addr=0x[0-9a-f]{1,3}$`)

// see looks at one line of output.
func (n *crashNote) see(line string) {
	switch {
	case strings.HasPrefix(line, "SIGSYS: bad system call"):
		n.badCall, n.call = true, -1
	case n.badCall && n.call < 0:
		if m := registerLine.FindStringSubmatch(line); m != nil {
			if v, err := strconv.ParseUint(m[1], 16, 16); err == nil {
				n.call = int(v)
			}
		}
	case strings.HasPrefix(n.line, "SIGSEGV: ") && nilLine.MatchString(line):
		n.starved = true
	case n.line != "":
	case strings.HasPrefix(line, "panic: "), strings.HasPrefix(line, "fatal error: "), strings.HasPrefix(line, "SIG"),
		strings.HasPrefix(line, "runtime: goroutine stack exceeds"), strings.HasPrefix(line, "runtime: program exceeds"),
		strings.HasPrefix(line, "cell: "), strings.HasPrefix(line, "cellhost: "):
		n.line = line
	}
}

// cause says in one sentence what the limits or the jail stopped, or nothing.
func (n *crashNote) cause(p immune.Profile) string {
	switch {
	case n.badCall && n.call >= 0:
		return fmt.Sprintf("stopped by the jail: it called %s, which a cell may not", jail.CallName(n.call))
	case n.badCall:
		return "stopped by the jail: it made a system call that a cell may not"
	case strings.Contains(n.line, "out of memory"), strings.Contains(n.line, "cannot allocate memory"), n.starved:
		return fmt.Sprintf("out of memory: it may use %d MiB", p.Limits.Memory>>20)
	case n.full:
		return fmt.Sprintf("it printed more than %d MiB at once", immune.LogSize>>20)
	}
	return ""
}

// reason makes one sentence of how a process ended.
func (n *crashNote) reason(c *child, p immune.Profile) string {
	if c.signal == syscall.SIGSYS {
		n.badCall, n.call = true, -1
	}
	if cause := n.cause(p); cause != "" && c.code != 0 {
		return cause
	}
	how := "ended; its exit code is not known because another body started it"
	switch {
	case c.signal != 0:
		how = fmt.Sprintf("ended by signal %d (%s)", c.signal, c.signal)
	case c.known:
		how = fmt.Sprintf("exited with status %d", c.code)
	}
	if n.line != "" {
		how += ": " + n.line
	}
	return how
}
