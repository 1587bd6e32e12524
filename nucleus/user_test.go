package nucleus_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cellshell/nucleus"
)

// nobody is a user without any right of its own.
const nobody = 65534

// TestAsNormalUser runs the attacks again as a user other than root.
func TestAsNormalUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become another user; as a normal user the other tests say the same")
	}
	host(t)
	attackers(t)
	self := filepath.Join(built, "tests")
	if err := copyFile(self, os.Args[0]); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(built, "nobody")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(dir, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.v", "-test.run",
		"TestLayers|NativeAttacks/(memory|read|tcp|udp|unix|exec|fork|signal|threads)|HostAttacks/(read|tcp|exec|signal)|SourceAttacks/(memory|panic)|TestReattach|TestStartTapStop|TestMemoryBudget")
	cmd.Env = append(os.Environ(), "NUCLEUS_TEST_BUILT="+built, "TMPDIR="+dir, "HOME="+dir)
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	text := string(out)
	if err != nil || !strings.Contains(text, "--- PASS: TestNativeAttacks/tcp") {
		t.Fatalf("%v\n%s", err, tail(text, 6000))
	}
	for line := range strings.Lines(text) {
		if strings.Contains(line, "layer ") {
			t.Log(strings.TrimSpace(line))
		}
	}
}

// TestLayers says which layers hold here; Landlock and seccomp must.
func TestLayers(t *testing.T) {
	s := supervisor(t, -1)
	hold := map[string]bool{}
	for _, l := range s.Layers() {
		t.Logf("layer %s: %v %s", l.Name, l.OK, l.Detail)
		hold[l.Name] = l.OK
	}
	for _, name := range []string{"landlock", "seccomp", "no privileges", "resource limits"} {
		if !hold[name] {
			t.Errorf("%s does not hold", name)
		}
	}
}

// TestWithoutNamespaces attacks on a kernel that refuses all namespaces: the other layers must hold alone.
func TestWithoutNamespaces(t *testing.T) {
	s := supervisor(t, -1)
	nucleus.WithoutNamespaces(s, "user", "net", "pid", "ipc", "uts", "mount")
	bin := attackers(t)
	for _, a := range nativeAttacks {
		if strings.Contains(a.name, "loop") || a.name == "threads" || a.name == "goroutines" {
			continue // nothing of these depends on namespaces
		}
		t.Run(a.name, func(t *testing.T) {
			p, err := s.Start(t.Context(), nucleus.Spec{Cell: "attack", Generation: 1, Engine: nucleus.Native, Argv: []string{bin, a.name}})
			if err != nil {
				t.Fatal(err)
			}
			provoke(t, p, "", a.name)
			contained(t, s, p, a.named)
		})
	}
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o755)
	if err != nil {
		return err
	}
	defer out.Close()
	_, err = io.Copy(out, in)
	return err
}
