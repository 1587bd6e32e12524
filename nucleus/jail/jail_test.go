package jail_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/immune"
	"cellshell/nucleus/jail"
)

var host string

func TestMain(m *testing.M) {
	if without := os.Getenv("JAIL_TEST_WITHOUT"); without != "" {
		probeMain(without)
		return
	}
	dir, err := os.MkdirTemp("", "jail")
	if err != nil {
		panic(err)
	}
	host = filepath.Join(dir, "cellhost")
	cmd := exec.Command("go", "build", "-o", host, "cellshell/cmd/cellhost")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build cellhost: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	if err := goleak.Find(); code == 0 && err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// tool runs a shell script in a tool's jail and returns what it printed.
func tool(t *testing.T, ro, rw []string, script string) (string, error) {
	t.Helper()
	s, err := jail.Probe(host, false)
	if err != nil {
		t.Fatal(err)
	}
	p := s.Fit(immune.Tool(append([]string{"/bin", "/usr", "/lib", "/lib64", "/etc/ld.so.cache"}, ro...), rw))
	out, err := jail.Run(t.Context(), host, p, []string{"/bin/sh", "-c", script}, "/", []string{"PATH=/usr/bin:/bin"}, 4096)
	return string(out), err
}

func TestToolReadsAndWritesOnlyWhatItMay(t *testing.T) {
	ro, rw, other := t.TempDir(), t.TempDir(), t.TempDir()
	for _, dir := range []string{ro, other} {
		if err := os.WriteFile(filepath.Join(dir, "in"), []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, script, want string }{
		{"read", "cat " + ro + "/in", "text"},
		{"write", "echo new > " + rw + "/out && cat " + rw + "/out", "new"},
		{"run a program", "true && echo ran", "ran"},
		{"read elsewhere", "cat " + other + "/in", "Permission denied"},
		{"write elsewhere", "echo x > " + ro + "/out", "Permission denied"},
		{"delete elsewhere", "rm -f " + ro + "/in", "Permission denied"},
		{"read a secret", "cat /etc/shadow", "Permission denied"},
		{"signal the parent", "kill -9 $PPID && echo SUCCEEDED", "ad system call|not permitted|No such process"},
		{"link", "ln " + ro + "/in " + rw + "/link", "ad system call|not permitted|denied"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := tool(t, []string{ro}, []string{rw}, c.script+" 2>&1; true")
			if err != nil {
				got += err.Error()
			}
			found := false
			for _, w := range strings.Split(c.want, "|") {
				found = found || strings.Contains(got, w)
			}
			if !found || strings.Contains(got, "SUCCEEDED") {
				t.Errorf("printed %q, want %s", got, c.want)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(ro, "in")); err != nil {
		t.Error(err)
	}
}

func TestToolHasNoNetwork(t *testing.T) {
	if _, err := os.Stat("/usr/bin/python3"); err != nil {
		t.Skip("no /usr/bin/python3 here")
	}
	got, _ := tool(t, nil, nil, `python3 -c 'import socket; socket.socket(); print("SUCCEEDED")' 2>&1; echo code $?`)
	if strings.Contains(got, "SUCCEEDED") || !strings.Contains(got, "code") {
		t.Errorf("printed %q", got)
	}
}

func TestToolDiesWithItsContext(t *testing.T) {
	s, err := jail.Probe(host, false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	p := s.Fit(immune.Tool([]string{"/bin", "/usr", "/lib", "/lib64", "/etc/ld.so.cache"}, nil))
	began := time.Now()
	_, err = jail.Run(ctx, host, p, []string{"/bin/sh", "-c", "while :; do :; done"}, "/", nil, 100)
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 5*time.Second {
		t.Errorf("after %v: %v", time.Since(began), err)
	}
}

func TestToolOutputIsBounded(t *testing.T) {
	got, err := tool(t, nil, nil, "yes | head -c 100000")
	if err != nil || len(got) != 4096 {
		t.Errorf("%d bytes, %v; want 4096", len(got), err)
	}
}

// TestFailClosed gives the host profiles that it cannot apply: nothing may run then.
func TestFailClosed(t *testing.T) {
	mark := filepath.Join(t.TempDir(), "mark")
	good := immune.Tool([]string{"/bin", "/usr", "/lib", "/lib64", "/etc/ld.so.cache"}, []string{filepath.Dir(mark)})
	for name, change := range map[string]func(*immune.Profile){
		"no call list":      func(p *immune.Profile) { p.Calls = "" },
		"unknown call list": func(p *immune.Profile) { p.Calls = "everything" },
		"unknown namespace": func(p *immune.Profile) { p.Namespaces = append(p.Namespaces, "time-travel") },
		"zero profile":      func(p *immune.Profile) { *p = immune.Profile{Kind: "tool"} },
	} {
		p := good
		change(&p)
		_, err := jail.Run(t.Context(), host, p, []string{"/bin/sh", "-c", "touch " + mark}, "/", nil, 100)
		if err == nil {
			t.Errorf("%s: it ran", name)
		} else {
			t.Logf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("the program ran without its jail")
	}
	for _, args := range [][]string{nil, {"interp"}, {"exec", "not json", "/bin/true"}, {"sudo", "{}", "/bin/true"}} {
		err := exec.Command(host, args...).Run()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 125 {
			t.Errorf("cellhost %q: %v, want exit code 125", args, err)
		}
	}
}

// TestCompilerRunsAsTool compiles and links a program with the tools of this Go installation.
func TestCompilerRunsAsTool(t *testing.T) {
	out, err := exec.Command("go", "env", "GOTOOLDIR", "GOROOT").Output()
	if err != nil {
		t.Skip("no Go toolchain here")
	}
	dirs := strings.Fields(string(out))
	work := t.TempDir()
	if err := os.WriteFile(filepath.Join(work, "main.go"), []byte("package p\n\nfunc F(a, b int) int { return a + b }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := jail.Probe(host, false)
	if err != nil {
		t.Fatal(err)
	}
	p := s.Fit(immune.Tool(dirs, []string{work}))
	argv := []string{filepath.Join(dirs[0], "compile"), "-p", "p", "-complete", "-pack", "-c=2", "-o", "p.a", "main.go"}
	text, err := jail.Run(t.Context(), host, p, argv, work, []string{"TMPDIR=" + work}, 4096)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if _, err := os.Stat(filepath.Join(work, "p.a")); err != nil {
		t.Error(err)
	}
}

func TestCallName(t *testing.T) {
	if got := jail.CallName(999999); got != "system call 999999" {
		t.Error(got)
	}
}

// BenchmarkEnter measures a host from its start until it is confined.
func BenchmarkEnter(b *testing.B) {
	for b.Loop() {
		if _, err := jail.Probe(host, false); err != nil {
			b.Fatal(err)
		}
	}
}
