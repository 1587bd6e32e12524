package canary

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/sys/unix"

	"cellshell/gpu/kage"
)

// Draw compiles a program and draws it once, after it has called ready. The error says why a screen had better not.
type Draw func(p *kage.Program, ready func()) error

// Try is the other side of a Judge: it reads a source, tries it, and says what came out. The error is for a process that
// could not try at all. It limits the process it runs in.
func Try(in io.Reader, out io.Writer, draw Draw) error {
	limit()
	defer time.AfterFunc(time.Minute, func() { os.Exit(1) }).Stop() // whoever would end it may be dead
	source, err := io.ReadAll(io.LimitReader(in, kage.MaxSource+1))
	if err != nil {
		return err
	}
	var r result
	p, err := kage.Check(string(source))
	if err != nil {
		fmt.Fprintln(out, readyLine)
		r.Why = err.Error()
	} else {
		ready := false
		err = draw(p, func() { ready = true; fmt.Fprintln(out, readyLine) })
		if err != nil && !ready {
			return err
		}
		if err != nil {
			r.Why = "shader: " + err.Error()
		}
	}
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", line)
	return err
}

// limit keeps a driver gone mad from taking the machine with it: ten seconds of processor, two gigabytes, no core dump.
func limit() {
	for what, n := range map[int]uint64{unix.RLIMIT_CPU: 10, unix.RLIMIT_DATA: 2 << 30, unix.RLIMIT_CORE: 0} {
		_ = unix.Setrlimit(what, &unix.Rlimit{Cur: n, Max: n}) // a lower one stands already
	}
}
