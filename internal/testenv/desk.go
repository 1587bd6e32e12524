package testenv

import (
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/act"
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

// commandTime bounds one command: whatever waits for a person who is not there must not hang a test.
const commandTime = 60 * time.Second

// Command is the command line program, to be started by the caller; the end of ctx kills it.
func (d *Desk) Command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(d.bin, "cell"), args...)
	cmd.Env = d.env
	return cmd
}

// Cell runs the command line program as a user does.
func (d *Desk) Cell(args ...string) (stdout, stderr string, code int) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), commandTime)
	defer cancel()
	return d.run(d.Command(ctx, args...))
}

func (d *Desk) run(cmd *exec.Cmd) (stdout, stderr string, code int) {
	d.t.Helper()
	var out, errOut strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		d.t.Fatal(err)
	}
	return out.String(), errOut.String(), code
}

// Shell runs a line of shell in the desktop's folder, with the programs on its path.
func (d *Desk) Shell(line string) (stdout, stderr string, code int) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), commandTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", line)
	cmd.Env = append(slices.Clone(d.env), "PATH="+d.bin+":"+os.Getenv("PATH"))
	cmd.Dir = d.dir
	return d.run(cmd)
}

// JSON runs the command line program with --json and decodes what it prints; an exit code other than those allowed (or 0)
// fails the test.
func (d *Desk) JSON(v any, allowed []int, args ...string) {
	d.t.Helper()
	out, errOut, code := d.Cell(append(args, "--json")...)
	ok := code == 0
	for _, c := range allowed {
		ok = ok || code == c
	}
	if !ok {
		d.t.Fatalf("cell %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, errOut)
	}
	if err := json.Unmarshal([]byte(out), v); err != nil {
		d.t.Fatalf("cell %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// Evolve says a sentence, through the command line, pointing at at (or nothing).
func (d *Desk) Evolve(at, sentence string) act.Receipt {
	d.t.Helper()
	args := []string{"evolve"}
	if at != "" {
		args = append(args, "--at", at)
	}
	var r act.Receipt
	d.JSON(&r, []int{1, 3, 4}, append(args, sentence)...)
	return r
}

// Must says a sentence and fails the test unless it is done with checks that all hold.
func (d *Desk) Must(at, sentence string) act.Receipt {
	d.t.Helper()
	r := d.Evolve(at, sentence)
	if r.Status != act.Done {
		d.t.Fatalf("%q: %s: %s%s %v", sentence, r.Status, r.Reason, r.Question, r.Choices)
	}
	for _, c := range r.Checks {
		if !c.OK {
			d.t.Errorf("%q: done, but %s: %s → %s", sentence, c.What, c.Before, c.After)
		}
	}
	if r.MovedOthers != 0 {
		d.t.Errorf("%q moved %d other cells", sentence, r.MovedOthers)
	}
	return r
}

// Inspect looks into a cell.
func (d *Desk) Inspect(id string) control.CellDetail {
	d.t.Helper()
	var c control.CellDetail
	d.JSON(&c, nil, "inspect", id)
	return c
}

// Screenshot takes a picture of the desktop, or of one cell.
func (d *Desk) Screenshot(cell ...string) image.Image {
	d.t.Helper()
	path := filepath.Join(d.dir, "shot.png")
	if out, errOut, code := d.Cell(append([]string{"screenshot", path}, cell...)...); code != 0 {
		d.t.Fatalf("screenshot: %d %s%s", code, out, errOut)
	}
	f, err := os.Open(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		d.t.Fatal(err)
	}
	return img
}

// Node finds the first node for which is holds, nil when there is none.
func Node(n *control.NodeDetail, is func(*control.NodeDetail) bool) *control.NodeDetail {
	if n == nil || is(n) {
		return n
	}
	for _, c := range n.Children {
		if f := Node(c, is); f != nil {
			return f
		}
	}
	return nil
}

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
