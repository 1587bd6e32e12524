package nucleus_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/membrane/ui"
	"cellshell/nucleus"
)

// counter is a small honest cell.
const counter = `package main

import (
	"fmt"

	"cellshell/membrane/cell"
)

type Counter struct{ Taps int }

func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Button(fmt.Sprint(c.Taps)).OnTap(func() { c.Taps++; fmt.Println("tapped", c.Taps) })
}

func main() { cell.Run(&Counter{}) }
`

func start(t testing.TB, s *nucleus.Supervisor, cell string, generation int) *nucleus.Process {
	t.Helper()
	p, err := s.Start(context.Background(), nucleus.Spec{Cell: cell, Generation: generation, Engine: nucleus.Yaegi})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tap taps the only node and returns the text it shows then.
func (w *peer) tap(id string) string {
	w.t.Helper()
	w.send(ui.Event{Node: id, Kind: ui.EventTap, Seq: 1})
	m := w.receive()
	v, ok := m.(ui.View)
	if !ok {
		w.t.Fatalf("%#v after the tap, want a view", m)
	}
	if v.Tree != nil {
		return v.Tree.Text
	}
	if len(v.Patch) == 1 {
		return v.Patch[0].Node.Text
	}
	return ""
}

func firstView(t testing.TB, w *peer, source string) *ui.Node {
	t.Helper()
	v, ok := w.start(source, "").(ui.View)
	if !ok || v.Tree == nil {
		t.Fatalf("first view is %#v", v)
	}
	ui.Identify(v.Tree)
	return v.Tree
}

func TestStartTapStop(t *testing.T) {
	s := supervisor(t, 1)
	p := start(t, s, "counter", 1)
	w := talk(t, p)
	root := firstView(t, w, counter)
	if got := w.tap(root.ID); got != "1" {
		t.Errorf("after one tap it shows %q, want 1", got)
	}
	wait(t, "its output in the log", func() bool { return strings.Contains(logText(s, "counter"), "tapped 1") })
	u := p.Usage()
	if u.CPUTime <= 0 || u.Memory <= 0 || u.Threads < 1 || u.Memory > 64<<20 {
		t.Errorf("usage is %+v", u)
	}
	p.Stop(t.Context())
	if e := p.Exit(); !e.Killed || e.Reason != "stopped" || e.Restart() {
		t.Errorf("exit is %+v, want stopped", e)
	}
	if n := len(s.Processes()); n != 0 {
		t.Errorf("%d processes are left", n)
	}
}

// TestHonestWork makes a compiled cell use all of its runtime: the jail must not be in its way.
func TestHonestWork(t *testing.T) {
	s := supervisor(t, -1)
	p, err := s.Start(t.Context(), nucleus.Spec{Cell: "busy", Generation: 1, Engine: nucleus.Native, Argv: []string{attackers(t), "honest-work"}})
	if err != nil {
		t.Fatal(err)
	}
	w := talk(t, p)
	root := firstView(t, w, "")
	for range 3 {
		w.tap(root.ID)
	}
	wait(t, "its lines", func() bool { return strings.Count(logText(s, "busy"), "worked until") == 3 })
}

func TestKillAndStartAgain(t *testing.T) {
	s := supervisor(t, 2)
	for i := range 3 {
		p := start(t, s, "counter", 1)
		firstView(t, talk(t, p), counter)
		p.Kill(fmt.Sprintf("reason %d", i))
		p.Kill("a later reason")
		<-p.Done()
		if e := p.Exit(); e.Reason != fmt.Sprintf("killed: reason %d", i) || !e.Killed {
			t.Errorf("exit is %+v", e)
		}
	}
	if got := strings.Count(logText(s, "counter"), "! killed: reason"); got != 3 {
		t.Errorf("the log names %d kills, want 3:\n%s", got, logText(s, "counter"))
	}
}

func TestWatch(t *testing.T) {
	s := supervisor(t, 1)
	p := start(t, s, "counter", 1)
	stop := p.Watch(50 * time.Millisecond)
	stop()
	time.Sleep(100 * time.Millisecond)
	select {
	case <-p.Done():
		t.Fatalf("killed although it answered: %s", p.Exit().Reason)
	default:
	}
	p.Watch(50 * time.Millisecond)
	<-p.Done()
	if got := p.Exit().Reason; got != "killed: no answer within 50ms" {
		t.Errorf("reason is %q", got)
	}
}

func TestReconnect(t *testing.T) {
	s := supervisor(t, 1)
	p := start(t, s, "counter", 1)
	w := talk(t, p)
	w.tap(firstView(t, w, counter).ID)
	if err := p.Reconnect(t.Context()); err != nil {
		t.Fatal(err)
	}
	w = talk(t, p)
	v, ok := w.receive().(ui.View)
	if !ok || v.Tree == nil || v.Tree.Text != "1" {
		t.Errorf("after the reconnection it shows %+v, want its last state", v)
	}
}

func TestTwoGenerationsSideBySide(t *testing.T) {
	s := supervisor(t, 2)
	one, two, again := start(t, s, "counter", 1), start(t, s, "counter", 2), start(t, s, "counter", 2)
	for _, p := range []*nucleus.Process{one, two, again} {
		firstView(t, talk(t, p), counter)
	}
	one.Stop(t.Context())
	two.Stop(t.Context())
	if list := s.Processes(); len(list) != 1 || list[0] != again {
		t.Errorf("left are %v", list)
	}
}

func TestMemoryBudget(t *testing.T) {
	s := supervisor(t, 1)
	wait(t, "a warm host", func() bool { return nucleus.WarmHosts(s) == 1 })
	spec := nucleus.Spec{Cell: "small", Generation: 1, Engine: nucleus.Yaegi}
	spec.Memory = 48 << 20
	p, err := s.Start(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	provoke(t, p, attackSource("", "", `var all []string; for { all = append(all, strings.Repeat("x", 1<<20)) }`), "")
	contained(t, s, p, "it may use 48 MiB")
	if !p.Warm {
		t.Error("a smaller budget needed a new host")
	}
	spec.Cell, spec.Memory = "large", 512<<20
	if p, err = s.Start(t.Context(), spec); err != nil {
		t.Fatal(err)
	}
	provoke(t, p, attackSource("", "", `var all []string; for i := 0; i < 200; i++ { all = append(all, strings.Repeat("x", 1<<20)) }`), "")
	select {
	case <-p.Done():
		t.Errorf("200 MiB of 512 were too much: %s", p.Exit().Reason)
	default:
	}
}

func TestFollowAndRotate(t *testing.T) {
	opt := options(t, -1)
	s := supervise(t, opt)
	lines, cancel, err := s.Follow("clock")
	if err != nil {
		t.Fatal(err)
	}
	s.Logf("clock", "hello %d", 1)
	if l := <-lines; l.Text != "hello 1" || !l.Body {
		t.Errorf("followed %+v", l)
	}
	cancel()
	if _, ok := <-lines; ok {
		t.Error("the channel is open after cancel")
	}
	for i := range 700 {
		s.Logf("clock", "%d %s", i, strings.Repeat("x", 4000))
	}
	var total int64
	for _, name := range []string{"clock.log", "clock.log.1"} {
		info, err := os.Stat(filepath.Join(opt.LogDir, name))
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 2<<20+8192 {
		t.Errorf("the log takes %d bytes, want at most 2 MiB", total)
	}
	if n := len(s.Logs("clock")); n != 200 {
		t.Errorf("%d lines in memory, want 200", n)
	}
	if _, _, err := s.Follow("../../etc/passwd"); err == nil {
		t.Error("a path was taken for a cell")
	}
}

func TestSpecsThatCannotWork(t *testing.T) {
	s := supervisor(t, -1)
	for name, spec := range map[string]nucleus.Spec{
		"a path as name":     {Cell: "../x", Generation: 1, Engine: nucleus.Yaegi},
		"no generation":      {Cell: "x", Engine: nucleus.Yaegi},
		"unknown engine":     {Cell: "x", Generation: 1, Engine: "wasm"},
		"relative program":   {Cell: "x", Generation: 1, Engine: nucleus.Native, Argv: []string{"cell"}},
		"missing program":    {Cell: "x", Generation: 1, Engine: nucleus.Native, Argv: []string{"/nonexistent/cell"}},
		"not a program":      {Cell: "x", Generation: 1, Engine: nucleus.Native, Argv: []string{"/etc/hostname"}},
		"command for source": {Cell: "x", Generation: 1, Engine: nucleus.Yaegi, Argv: []string{"/bin/true"}},
	} {
		if p, err := s.Start(t.Context(), spec); err == nil {
			t.Errorf("%s: started %d", name, p.PID)
		} else {
			t.Log(err)
		}
	}
	if n := len(s.Processes()); n != 0 {
		t.Errorf("%d processes are left", n)
	}
}

// TestHammerStarts starts and ends many cells at once.
func TestHammerStarts(t *testing.T) {
	s := supervisor(t, 2)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for g := 1; g <= 5; g++ {
				p, err := s.Start(context.Background(), nucleus.Spec{Cell: fmt.Sprintf("cell-%d", i+1), Generation: g, Engine: nucleus.Yaegi})
				if err != nil {
					t.Error(err)
					return
				}
				_ = p.Usage()
				s.Logs(p.Cell)
				if g%2 == 0 {
					p.Kill("enough")
				} else {
					p.Stop(context.Background())
				}
				<-p.Done()
			}
		})
	}
	wg.Wait()
}

// TestNothingLeaks starts and ends cells many times over and compares what the supervisor holds.
func TestNothingLeaks(t *testing.T) {
	opt := options(t, 2)
	s := supervise(t, opt)
	swap := func(n int) {
		for g := range n {
			p := start(t, s, "counter", g+1)
			firstView(t, talk(t, p), counter)
			p.Kill("swapped")
			<-p.Done()
		}
		wait(t, "warm hosts", func() bool { return nucleus.WarmHosts(s) == 2 })
	}
	held := func() string {
		fds, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Fatal(err)
		}
		files, err := os.ReadDir(filepath.Join(opt.RunDir, "cells"))
		if err != nil {
			t.Fatal(err)
		}
		children := 0 // of all threads
		lists, _ := filepath.Glob("/proc/self/task/*/children")
		for _, list := range lists {
			data, _ := os.ReadFile(list) // a thread may have ended since
			children += len(strings.Fields(string(data)))
		}
		return fmt.Sprintf("%d open files, %d files, %d children, %d goroutines", len(fds), len(files), children, runtime.NumGoroutine())
	}
	swap(5)
	before := held()
	swap(100)
	wait(t, "as much as before: "+before, func() bool { return held() == before })
}

func logText(s *nucleus.Supervisor, cell string) string {
	var b strings.Builder
	for _, l := range s.Logs(cell) {
		fmt.Fprintln(&b, l)
	}
	return b.String()
}

func wait(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for range 500 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("waited five seconds for %s", what)
}
