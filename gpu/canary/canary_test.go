package canary_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/gpu/canary"
	"cellshell/gpu/kage"
)

// The test program is also the process that tries: what it does there, the environment says.
func TestMain(m *testing.M) {
	if how := os.Getenv("CANARY"); how != "" {
		if err := canary.Try(os.Stdin, os.Stdout, driver(how)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// driver stands for a graphics driver that is good, or bad in some way.
func driver(how string) canary.Draw {
	return func(_ *kage.Program, ready func()) error {
		if log := os.Getenv("CANARY_LOG"); log != "" {
			f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
			if err != nil {
				return err
			}
			fmt.Fprintln(f, how)
			f.Close()
		}
		if how == "no graphics" {
			return errors.New("no graphics here")
		}
		ready()
		switch how {
		case "refuses":
			return errors.New("too many instructions")
		case "hangs":
			select {}
		case "segfault":
			_ = syscall.Kill(os.Getpid(), syscall.SIGSEGV)
			time.Sleep(time.Minute)
		case "abort":
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			time.Sleep(time.Minute)
		case "floods":
			for range 50 {
				fmt.Println(strings.Repeat("x", 1000))
			}
		}
		return nil
	}
}

const good = "func Fragment(dst vec4, src vec2, color vec4) vec4 {\n\treturn vec4(1)\n}"

type judged struct{ source, why string }

// judge makes a judge whose process behaves in a way.
func judge(t *testing.T, how string, change func(*canary.Options)) (*canary.Judge, chan judged) {
	t.Helper()
	heard := make(chan judged, 100)
	o := canary.Options{
		Command: []string{os.Args[0]}, Env: append(os.Environ(), "CANARY="+how), Deadline: 500 * time.Millisecond,
		Judged: func(source, why string) { heard <- judged{source, why} },
	}
	if change != nil {
		change(&o)
	}
	j := canary.New(o)
	t.Cleanup(j.Close)
	return j, heard
}

// wait asks for a shader until it is judged.
func wait(t *testing.T, j *canary.Judge, heard chan judged, source string) judged {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		j.Allowed(source)
		select {
		case v := <-heard:
			return v
		default:
		}
	}
	t.Fatal("nobody judged it")
	return judged{}
}

func TestVerdicts(t *testing.T) {
	for how, want := range map[string]string{
		"good": "", "floods": "", "refuses": "shader: too many instructions", "hangs": "had not compiled and drawn it after 500ms",
		"segfault": "the graphics crashed over it", "abort": "crashed over it: signal: killed", "no graphics": "could not be tried: the graphics did not start: no graphics here",
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			j, heard := judge(t, how, nil)
			if j.Allowed(good) != nil {
				t.Error("allowed before it was tried")
			}
			v := wait(t, j, heard, good)
			if v.source != good || want == "" && v.why != "" || !strings.Contains(v.why, want) {
				t.Errorf("judged %q, want %q", v.why, want)
			}
			if p := j.Allowed(good); (p != nil) != (want == "") {
				t.Errorf("allowed: %v", p)
			}
			if j.Turn() == 0 {
				t.Error("nobody can notice")
			}
		})
	}
}

func TestRefusedSourceIsNeverTried(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	j, heard := judge(t, "good", func(o *canary.Options) { o.Env = append(o.Env, "CANARY_LOG="+log) })
	if v := wait(t, j, heard, "func f() {\n\tf()\n}"); !strings.Contains(v.why, "no function Fragment") {
		t.Errorf("judged %q", v.why)
	}
	if _, err := os.Stat(log); err == nil {
		t.Error("it was tried")
	}
}

// What was found out is known the next time, but not for other graphics, and a file that says nonsense counts as none.
func TestVerdictsAreKept(t *testing.T) {
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	tried := func(how, salt string) (why string, n int) {
		j, heard := judge(t, how, func(o *canary.Options) {
			o.Dir, o.Salt, o.Env = filepath.Join(dir, "verdicts"), salt, append(o.Env, "CANARY_LOG="+log)
		})
		v := wait(t, j, heard, good)
		raw, _ := os.ReadFile(log)
		return v.why, strings.Count(string(raw), "\n")
	}
	if why, n := tried("refuses", "a"); why == "" || n != 1 {
		t.Errorf("first: %q after %d", why, n)
	}
	if why, n := tried("good", "a"); why == "" || n != 1 {
		t.Errorf("again: %q after %d", why, n)
	}
	if why, n := tried("good", "b"); why != "" || n != 2 {
		t.Errorf("other graphics: %q after %d", why, n)
	}
	files, err := filepath.Glob(filepath.Join(dir, "verdicts", "*.json"))
	if err != nil || len(files) != 2 {
		t.Fatalf("%v %v", files, err)
	}
	for _, f := range files {
		if err := os.WriteFile(f, []byte("\x00{"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if why, n := tried("good", "a"); why != "" || n != 3 {
		t.Errorf("after nonsense: %q after %d", why, n)
	}
}

// Close ends at once what hangs.
func TestCloseEndsWhatHangs(t *testing.T) {
	j, _ := judge(t, "hangs", func(o *canary.Options) { o.Deadline = time.Hour })
	j.Allowed(good)
	time.Sleep(50 * time.Millisecond)
	ended := make(chan struct{})
	go func() { j.Close(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("Close hangs too")
	}
}
