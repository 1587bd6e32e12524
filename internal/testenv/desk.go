package testenv

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"cellshell/shell/control"
)

// Desk is a desktop that runs for one test, with folders of its own.
type Desk struct {
	t       testing.TB
	dir     string
	bin     string
	env     []string
	cmd     *exec.Cmd
	display *Display // nil: headless
	said    *os.File // what it prints; in a file, for it may be much
}

// Start runs a headless desktop and waits until it answers. Further settings are added to its environment: "KEY=value".
func Start(t testing.TB, env ...string) *Desk {
	t.Helper()
	return StartFrom(t, Programs(t), env...)
}

// StartFrom is Start with the programs in a folder.
func StartFrom(t testing.TB, bin string, env ...string) *Desk {
	t.Helper()
	return start(t, bin, nil, env)
}

func start(t testing.TB, bin string, display *Display, env []string) *Desk {
	t.Helper()
	dir, err := os.MkdirTemp("", "cs") // short: a socket's path has at most 107 bytes
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{t: t, dir: dir, bin: bin, display: display}
	d.env = append(os.Environ(),
		"XDG_DATA_HOME="+dir+"/data", "XDG_STATE_HOME="+dir+"/state", "XDG_CACHE_HOME="+dir+"/cache",
		"XDG_CONFIG_HOME="+dir+"/config", "XDG_RUNTIME_DIR="+dir+"/run", "CELLSHELL_NATIVE="+Native(t),
		"OPENAI_API_KEY=", "OPENAI_BASE_URL=", "CELLSHELL_MODEL=", "NO_COLOR=1", "EDITOR=false", "VISUAL=", "TZ=UTC", "HOME="+dir,
	)
	d.env = append(d.env, env...)
	if err := os.Mkdir(dir+"/run", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir+"/config/cellshell", 0o700); err != nil {
		t.Fatal(err)
	}
	if d.said, err = os.OpenFile(dir+"/said", os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		d.Stop()
		if t.Failed() {
			t.Logf("the desktop said:\n%s", d.Log())
		}
		d.said.Close()
		os.RemoveAll(dir)
	})
	d.Run()
	return d
}

// Run starts the programs in the desktop's folders; Start has done so once.
func (d *Desk) Run() {
	d.t.Helper()
	d.cmd = exec.Command(filepath.Join(d.bin, "cellshell"), "--quiet")
	d.cmd.Env = d.env
	if d.display == nil {
		d.cmd.Args = append(d.cmd.Args, "--headless")
	} else {
		d.cmd.Env = append(d.cmd.Env, "DISPLAY="+d.display.name)
	}
	d.cmd.Stdout, d.cmd.Stderr = d.said, d.said
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} // a test that is killed leaves no desktop behind
	if err := d.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.WaitUp(30 * time.Second)
}

// Log is what the desktop has printed.
func (d *Desk) Log() string {
	d.t.Helper()
	said, err := os.ReadFile(d.said.Name())
	if err != nil {
		d.t.Error(err)
	}
	return string(said)
}

// Dir is the folder that holds the desktop's XDG folders: data, state, cache, config, run.
func (d *Desk) Dir() string { return d.dir }

// Socket is the path of the control socket.
func (d *Desk) Socket() string { return filepath.Join(d.dir, "run", "cellshell", "control.sock") }

// WaitUp waits until the body answers.
func (d *Desk) WaitUp(within time.Duration) {
	d.t.Helper()
	deadline := time.Now().Add(within)
	for time.Now().Before(deadline) {
		var st control.Status
		if d.call(control.MethodStatus, nil, &st) == nil {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	d.t.Fatalf("the desktop did not come up within %v; it said:\n%s", within, d.Log())
}

// BodyPID is the process id of the body.
func (d *Desk) BodyPID() int {
	d.t.Helper()
	var st control.Status
	d.Call(control.MethodStatus, nil, &st)
	return st.PID
}

// KillBody kills the body as hard as possible.
func (d *Desk) KillBody() {
	d.t.Helper()
	if err := syscall.Kill(d.BodyPID(), syscall.SIGKILL); err != nil {
		d.t.Fatal(err)
	}
}

// Stop ends the desktop and waits for the launcher.
func (d *Desk) Stop() {
	if d.cmd == nil {
		return
	}
	_ = d.call(control.MethodQuit, nil, nil)
	ended := make(chan struct{})
	go func() { _ = d.cmd.Wait(); close(ended) }() // ends with the launcher
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		left := Children(d.cmd.Process.Pid) // the body, which may never have answered
		_ = d.cmd.Process.Kill()
		for _, pid := range left {
			_ = syscall.Kill(pid, syscall.SIGKILL) // nobody else ends it now
		}
		<-ended
		d.t.Error("the desktop did not end within 10 s after quit")
	}
	d.cmd = nil
}

func (d *Desk) call(method string, params, result any) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c, err := control.DialPath(ctx, d.Socket())
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Call(ctx, method, params, result, nil)
}

// Call makes a request on the control socket; an error fails the test.
func (d *Desk) Call(method string, params, result any) {
	d.t.Helper()
	if err := d.call(method, params, result); err != nil {
		d.t.Fatalf("%s: %v", method, err)
	}
}

// Try makes a request on the control socket.
func (d *Desk) Try(method string, params, result any) error { return d.call(method, params, result) }

// Setenv sets a variable for the commands run from now on.
func (d *Desk) Setenv(name, value string) { d.env = append(d.env, name+"="+value) }

// Eventually waits until ok, at most within, and fails the test with what otherwise.
func Eventually(t testing.TB, within time.Duration, what string, ok func() bool) {
	t.Helper()
	deadline := time.Now().Add(within)
	for !ok() {
		if time.Now().After(deadline) {
			t.Fatalf("not within %v: %s", within, what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}
