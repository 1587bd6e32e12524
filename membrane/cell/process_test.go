package cell_test

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/membrane/celltest"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// program builds a cell of testdata and starts it on a listening socket, as the shell does.
func program(t *testing.T, name string) (*exec.Cmd, string) {
	t.Helper()
	dir := t.TempDir()
	exe := filepath.Join(dir, name)
	build := exec.Command("go", "build", "-o", exe, "./testdata/"+name)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", name, err, out)
	}
	socket := filepath.Join(dir, "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	file, err := l.File()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.ExtraFiles = []*os.File{file}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = file.Close()
	_ = l.Close()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("stderr of %s:\n%s", name, &stderr)
		}
	})
	return cmd, socket
}

func dial(t *testing.T, socket string) net.Conn {
	t.Helper()
	conn, err := net.Dial("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// A whole cell: a process with a listening socket, a body that goes away and comes back, a wanted end.
func TestProcess(t *testing.T) {
	cmd, socket := program(t, "counter")
	conn := dial(t, socket)
	d := celltest.Connect(t, conn, nil, celltest.Options{})
	d.Tap("Tap me", "Tap me")
	if got := strings.Join(d.Texts(), " "); got != "2 Tap me" {
		t.Errorf("shows %s", got)
	}
	_ = conn.Close()

	body := codec.NewConn(dial(t, socket))
	send(t, body, ui.Hello{Protocol: ui.Protocol, Cell: "test", Generation: 1})
	if m := receive(t, body); m.(ui.Hello).Cell != "test" {
		t.Errorf("hello %+v", m)
	}
	if v := receive(t, body).(ui.View); v.Tree == nil || string(v.State) != `{"Taps":2}` {
		t.Errorf("view %+v", v)
	}
	send(t, body, ui.Stop{Deadline: 100})
	if m := receive(t, body); m != (ui.Bye{}) {
		t.Errorf("got %+v", m)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("exit: %v", err)
	}
}

func TestPanicOfAProcess(t *testing.T) {
	cmd, socket := program(t, "faulty")
	body := codec.NewConn(dial(t, socket))
	send(t, body, ui.Hello{Protocol: ui.Protocol})
	send(t, body, ui.Start{})
	receive(t, body) // hello
	receive(t, body) // view
	send(t, body, ui.Event{Node: "button0", Kind: ui.EventTap, Seq: 1})
	want := "panic: runtime error: index out of range [3] with length 0 at main.go:13 in third"
	if got := receive(t, body).(ui.Bye).Reason; got != want {
		t.Errorf("bye %q, want %q", got, want)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 2 {
		t.Errorf("exit status %d, want 2", code)
	}
}

func TestWithoutAShell(t *testing.T) {
	exe := filepath.Join(t.TempDir(), "counter")
	if out, err := exec.Command("go", "build", "-o", exe, "./testdata/counter").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(exe).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "cell: hint: the shell starts cells: cell spawn main.go") {
		t.Errorf("%v: %s", err, out)
	}
}
