package nucleus_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/membrane/ui"
	"cellshell/nucleus"
)

// bodyMain is a body in a process of its own: it starts two cells, says so, and waits to be killed.
func bodyMain() {
	dir := os.Getenv("NUCLEUS_TEST_BODY")
	s, err := nucleus.New(nucleus.Options{
		Host: os.Getenv("NUCLEUS_TEST_HOST"), RunDir: filepath.Join(dir, "run"), LogDir: filepath.Join(dir, "log"),
	})
	if err == nil {
		err = startTwo(s)
	}
	fmt.Println("ready", err)
	time.Sleep(time.Minute)
}

func startTwo(s *nucleus.Supervisor) error {
	p, err := s.Start(context.Background(), nucleus.Spec{Cell: "interpreted", Generation: 3, Engine: nucleus.Yaegi})
	if err != nil {
		return err
	}
	t := &testing.T{}
	w := talk(t, p)
	w.tap(firstView(t, w, counter).ID)
	p, err = s.Start(context.Background(), nucleus.Spec{
		Cell: "compiled", Generation: 1, Engine: nucleus.Native, Argv: []string{os.Getenv("NUCLEUS_TEST_ATTACK"), "escape-codes"},
	})
	if err != nil {
		return err
	}
	firstView(t, talk(t, p), "")
	for range 500 { // what was said before its death is in the log; what was not is found by the next body
		if strings.Contains(logText(s, "interpreted"), "tapped 1") {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return errors.New("the log has no line of the tap")
}

func TestReattach(t *testing.T) {
	opt := options(t, 1)
	body := exec.Command(os.Args[0])
	body.Env = append(os.Environ(), "NUCLEUS_TEST_BODY="+filepath.Dir(opt.RunDir), "NUCLEUS_TEST_HOST="+opt.Host, "NUCLEUS_TEST_ATTACK="+attackers(t))
	body.Stderr = os.Stderr
	out, err := body.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := body.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "ready <nil>\n" {
		t.Fatalf("the body says %q", line)
	}
	_ = body.Process.Kill()
	_ = body.Wait()
	half := filepath.Join(opt.RunDir, "cells", "interpreted.3.json.new") // a record that it was writing just then
	if err := os.WriteFile(half, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}

	s := supervise(t, opt)
	found, err := s.Reattach(t.Context())
	if err != nil || len(found) != 2 {
		t.Fatalf("found %d cells, %v; want 2", len(found), err)
	}
	compiled, interpreted := found[0], found[1]
	if interpreted.Cell != "interpreted" || interpreted.Generation != 3 || interpreted.Engine != nucleus.Yaegi {
		t.Errorf("found %+v", interpreted)
	}
	w := talk(t, interpreted)
	v, ok := w.receive().(ui.View)
	if !ok || v.Tree == nil || v.Tree.Text != "1" {
		t.Fatalf("the interpreted cell shows %+v, want its state", v)
	}
	ui.Identify(v.Tree)
	w.tap(v.Tree.ID)
	wait(t, "new output in the log", func() bool { return strings.Contains(logText(s, "interpreted"), "tapped 2") })
	if n := strings.Count(logText(s, "interpreted"), "tapped 1"); n != 1 {
		t.Errorf("the log has the line from before %d times, want once:\n%s", n, logText(s, "interpreted"))
	}
	if u := compiled.Usage(); u.Memory <= 0 {
		t.Errorf("usage of the compiled cell is %+v", u)
	}
	compiled.Kill("the test is over")
	<-compiled.Done()
	if got := compiled.Exit().Reason; got != "killed: the test is over" {
		t.Errorf("reason is %q", got)
	}
	interpreted.Stop(t.Context())
	// Nothing of the dead body is left but what the living supervisor keeps warm.
	entries, err := os.ReadDir(filepath.Join(opt.RunDir, "cells"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !nucleus.OwnsStem(s, e.Name()) {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

func TestDetachLeavesCellsRunning(t *testing.T) {
	opt := options(t, -1)
	first, err := nucleus.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	w := talk(t, start(t, first, "counter", 1))
	w.tap(firstView(t, w, counter).ID)
	if s, err := nucleus.New(opt); err == nil {
		s.Detach()
		t.Error("two supervisors share a folder")
	}
	first.Detach()
	if _, err := first.Start(t.Context(), nucleus.Spec{Cell: "late", Generation: 1, Engine: nucleus.Yaegi}); err == nil {
		t.Error("a detached supervisor started a cell")
	}
	second := supervise(t, opt)
	found, err := second.Reattach(t.Context())
	if err != nil || len(found) != 1 {
		t.Fatalf("found %d cells, %v; want 1", len(found), err)
	}
	v, ok := talk(t, found[0]).receive().(ui.View)
	if !ok || v.Tree == nil || v.Tree.Text != "1" {
		t.Errorf("it shows %+v, want its state", v)
	}
}
