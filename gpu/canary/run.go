package canary

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// What the command says on its standard output: one line when it is ready to compile, one with what came out.
const readyLine = "ready"

// result is the second line.
type result struct {
	Why string `json:"why"` // why the shader may not run; "" when it may
}

// outcome is what came of trying a shader: why it may not run, or a fault that is not its own.
type outcome struct {
	why   string
	fault error
}

// maxSaid bounds what the command may print.
const maxSaid = 64 << 10

// run tries a shader in another process.
func run(o *Options, source string, done <-chan struct{}) outcome {
	if len(o.Command) == 0 {
		return outcome{fault: errors.New("there is nothing to try it with")}
	}
	cmd := exec.Command(o.Command[0], o.Command[1:]...)
	cmd.Env = o.Env
	cmd.Stdin = strings.NewReader(source)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var trace tail
	cmd.Stderr = &trace
	cmd.WaitDelay = time.Second // a grandchild may hold the pipes open
	out, err := cmd.StdoutPipe()
	if err != nil {
		return outcome{fault: err}
	}
	if err := cmd.Start(); err != nil {
		return outcome{fault: err}
	}
	lines := make(chan string)
	go func() { // ends with the process
		defer close(lines)
		in := bufio.NewScanner(io.LimitReader(out, maxSaid))
		for in.Scan() {
			lines <- in.Text() // somebody takes it, to the last
		}
	}()
	said, late := listen(o, lines, done)
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // it has said all, or will never
	for range lines {                                   // to the end of the pipe
	}
	err = cmd.Wait()
	select {
	case <-done:
		return outcome{fault: errors.New("the screen closes")}
	default:
	}
	switch {
	case said.final != nil:
		return outcome{why: said.final.Why}
	case !said.ready:
		return outcome{fault: fmt.Errorf("the graphics did not start: %s", trace.cause(err))}
	case late:
		return outcome{why: fmt.Sprintf("shader: the graphics had not compiled and drawn it after %v", o.Deadline)}
	}
	return outcome{why: "shader: the graphics crashed over it: " + trace.cause(err)}
}

// heard is what a command has said.
type heard struct {
	ready bool
	final *result
}

// listen takes what the command says until it has said all, ends, or takes too long.
func listen(o *Options, lines <-chan string, done <-chan struct{}) (h heard, late bool) {
	deadline := time.NewTimer(o.Opening)
	defer deadline.Stop()
	for {
		select {
		case line, ok := <-lines:
			switch {
			case !ok:
				return h, false
			case line == readyLine && !h.ready:
				h.ready = true
				deadline.Reset(o.Deadline)
			case h.ready:
				var r result
				if json.Unmarshal([]byte(line), &r) == nil {
					h.final = &r
					return h, false
				}
			}
		case <-deadline.C:
			return h, true
		case <-done:
			return h, true
		}
	}
}

// tail keeps the beginning of what a process printed as it died.
type tail struct{ b bytes.Buffer }

// Write implements io.Writer.
func (t *tail) Write(p []byte) (int, error) {
	if room := maxSaid - t.b.Len(); room > 0 {
		t.b.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}

// cause is the line that says most.
func (t *tail) cause(err error) string {
	for line := range strings.Lines(t.b.String()) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if len(line) > 200 {
			line = line[:200] + "…"
		}
		return line
	}
	if err == nil {
		return "it ended without a word"
	}
	return err.Error()
}
