package nucleus_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/nucleus"
)

// built is the folder of the programs that the tests start, made once.
var built string

// prebuilt says that they are in it already.
var prebuilt bool

func TestMain(m *testing.M) {
	if helper := os.Getenv("NUCLEUS_TEST_BODY"); helper != "" {
		bodyMain()
		return
	}
	if dir := os.Getenv("NUCLEUS_TEST_BUILT"); dir != "" { // as another user, who cannot build
		built, prebuilt = dir, true
		os.Exit(m.Run())
	}
	dir, err := os.MkdirTemp("", "nucleus")
	if err != nil {
		panic(err)
	}
	built = dir
	if err := os.Chmod(dir, 0o755); err != nil { // the programs are run by another user, too
		panic(err)
	}
	code := m.Run()
	if code == 0 {
		if err := goleak.Find(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

var programs sync.Map // path → *sync.Once

// program builds a package of this repository, or a folder of testdata, without cgo, once.
func program(t testing.TB, pkg string) string {
	t.Helper()
	out := filepath.Join(built, filepath.Base(pkg))
	if prebuilt {
		return out
	}
	once, _ := programs.LoadOrStore(pkg, new(sync.Once))
	once.(*sync.Once).Do(func() {
		cmd := exec.Command("go", "build", "-o", out, pkg)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("build %s: %v\n%s", pkg, err, text)
		}
	})
	return out
}

func host(t testing.TB) string      { return program(t, "cellshell/cmd/cellhost") }
func attackers(t testing.TB) string { return program(t, "./testdata/attack") }

// supervisor starts one in its own folders; it and all its cells end with the test.
func supervisor(t testing.TB, warm int) *nucleus.Supervisor {
	t.Helper()
	return supervise(t, options(t, warm))
}

func supervise(t testing.TB, opt nucleus.Options) *nucleus.Supervisor {
	t.Helper()
	s, err := nucleus.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		s.Shutdown(ctx)
	})
	return s
}

func options(t testing.TB, warm int) nucleus.Options {
	t.Helper()
	dir := t.TempDir()
	return nucleus.Options{Host: host(t), RunDir: filepath.Join(dir, "run"), LogDir: filepath.Join(dir, "log"), Warm: warm}
}
