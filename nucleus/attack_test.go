package nucleus_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cellshell/membrane/ui"
	"cellshell/nucleus"
)

// answerTime is the deadline that these tests give a cell; generous, because the machine may be busy.
const answerTime = time.Second

// attacks of a compiled cell and a part of the sentence that must name each in the cell's log.
var nativeAttacks = []struct{ name, named string }{
	{"loop", "no answer within 1s"},
	{"init-loop", "no answer within 1s"},
	{"view-loop", "no answer within 1s"},
	{"memory", "out of memory: it may use 128 MiB"},
	{"shared-memory", "stopped by the jail: it called mmap"},
	{"executable-memory", "stopped by the jail: it called mmap"},
	{"goroutines", "out of memory|no answer"},
	{"threads", "ended|exited|stopped|no answer|out of memory"},
	{"recursion", "out of memory|stack"},
	{"panic", "I give up"},
	{"million-nodes", "out of memory|no answer|10000|limit"},
	{"read", "refused: read /etc/passwd"},
	{"init-read", "refused: read /etc/passwd"},
	{"read-raw", "refused: open /etc/passwd"},
	{"write", "stopped by the jail: it called openat"},
	{"list", "stopped by the jail: it called openat|refused: list"},
	{"tcp", "stopped by the jail: it called socket"},
	{"init-tcp", "stopped by the jail: it called socket"},
	{"udp", "stopped by the jail: it called socket"},
	{"unix", "stopped by the jail: it called socket"},
	{"abstract", "stopped by the jail: it called socket"},
	{"exec", "stopped by the jail|refused: run /bin/true"},
	{"init-exec", "stopped by the jail|refused: run /bin/true"},
	{"exec-self", "stopped by the jail: it called execve"},
	{"fork", "stopped by the jail: it called clone"},
	{"signal-parent", "stopped by the jail: it called kill"},
	{"signal-all", "stopped by the jail: it called kill"},
	{"signal-thread", "stopped by the jail: it called tgkill"},
	{"ptrace", "stopped by the jail: it called ptrace"},
	{"namespace", "stopped by the jail: it called unshare"},
	{"raise-limit", "refused: raise the memory limit"},
	{"old-table", "stopped by the jail"},
	{"flood", "printed more than|no answer"},
	{"exit", "exited with status 7"},
}

func TestNativeAttacks(t *testing.T) {
	s := supervisor(t, -1)
	bin := attackers(t)
	for i, a := range nativeAttacks {
		t.Run(a.name, func(t *testing.T) {
			id := fmt.Sprintf("attack-%d", i+1)
			p, err := s.Start(t.Context(), nucleus.Spec{Cell: id, Generation: 1, Engine: nucleus.Native, Argv: []string{bin, a.name}})
			if err != nil {
				t.Fatal(err)
			}
			provoke(t, p, "", a.name)
			contained(t, s, p, a.named)
		})
	}
}

// TestInterpretingHostAttacks makes the calls from inside the jail of an interpreting host.
func TestInterpretingHostAttacks(t *testing.T) {
	opt := options(t, -1)
	opt.Host = attackers(t)
	s := supervise(t, opt)
	for i, a := range nativeAttacks {
		if strings.HasPrefix(a.name, "init-") {
			continue // there is no source before the jail
		}
		t.Run(a.name, func(t *testing.T) {
			p, err := s.Start(t.Context(), nucleus.Spec{Cell: fmt.Sprintf("attack-%d", i+1), Generation: 1, Engine: nucleus.Yaegi})
			if err != nil {
				t.Fatal(err)
			}
			provoke(t, p, "", a.name)
			contained(t, s, p, a.named)
		})
	}
}

// sourceAttacks are what interpreted source could try if the gate let it through.
var sourceAttacks = []struct{ name, view, tap, global, named string }{
	{name: "loop in a handler", tap: `for {}`, named: "no answer within 1s"},
	{name: "loop in View", view: `for {}`, named: "no answer within 1s"},
	{name: "loop in an initialiser", global: `var _ = func() int { for {} }()`, named: "no answer within 1s"},
	{name: "memory", tap: `var all [][]byte; for { all = append(all, []byte(strings.Repeat("x", 1<<20))) }`, named: "out of memory: it may use 128 MiB"},
	{name: "huge slice", tap: `_ = make([]byte, 1<<40)`, named: "out of memory|out of range"},
	{name: "goroutines", tap: `for { go func() { select {} }() }`, named: "out of memory|no answer"},
	{name: "panic in a goroutine", tap: `go func() { panic("behind your back") }(); for {}`, named: "behind your back|no answer"},
	{name: "recursion", global: `func deep(n int) int { return deep(n+1) + n }`, tap: `deep(1)`, named: "stack|out of memory"},
	{name: "panic", tap: `panic("I give up")`, named: "I give up"},
	{name: "panic in View", view: `panic("I give up")`, named: "I give up"},
	{name: "nil map", tap: `var m map[string]int; m["a"] = 1`, named: "nil map"},
	{name: "deadlock", tap: `select {}`, named: "deadlock|no answer"},
	{name: "million nodes", view: `var n []cell.Node; for i := 0; i < 1000000; i++ { n = append(n, cell.Text("x")) }; return cell.Column(n...)`, named: "out of memory|no answer|limit"},
	{name: "flood", tap: `for { x.Log(strings.Repeat("flood ", 1000)) }`, named: "no answer|out of memory"},
	{name: "import os", global: `import "os"`, named: "unable to find source|not found|import|os"},
}

func TestSourceAttacks(t *testing.T) {
	s := supervisor(t, 1)
	for i, a := range sourceAttacks {
		t.Run(a.name, func(t *testing.T) {
			p, err := s.Start(t.Context(), nucleus.Spec{Cell: fmt.Sprintf("attack-%d", i+1), Generation: 1, Engine: nucleus.Yaegi})
			if err != nil {
				t.Fatal(err)
			}
			provoke(t, p, attackSource(a.global, a.view, a.tap), "")
			contained(t, s, p, a.named)
		})
	}
}

func attackSource(global, view, tap string) string {
	imported := ""
	if strings.HasPrefix(global, "import ") {
		imported, global = global, ""
	}
	if view == "" {
		view = `return cell.Button("attack").OnTap(func() { ` + tap + ` })`
	}
	return "package main\n\nimport \"strings\"\nimport \"cellshell/membrane/cell\"\n" + imported + "\nvar _ = strings.ToUpper\n" + global +
		"\n\ntype C struct{ N int }\n\nfunc (c *C) View(x *cell.Context) cell.Node {\n" + view + "\n}\n\nfunc main() { cell.Run(&C{}) }\n"
}

// provoke brings a cell to its attack under a watchdog, as the body does.
func provoke(t *testing.T, p *nucleus.Process, source, attack string) {
	t.Helper()
	stop := p.Watch(answerTime)
	_ = p.Conn().SetDeadline(time.Now().Add(2 * answerTime))
	w := quietly(t, p)
	if w == nil {
		return
	}
	v, ok := w.start(source, attack).(ui.View)
	if !ok || v.Tree == nil {
		return
	}
	ui.Identify(v.Tree)
	w.send(ui.Event{Node: v.Tree.ID, Kind: ui.EventTap, Seq: 1})
	for {
		m := w.receive()
		if m == nil {
			return
		}
		if m.MessageType() == ui.TypeView {
			stop()
			return
		}
	}
}

// contained checks that an attack ended, that the log names it and that nothing else was harmed.
func contained(t *testing.T, s *nucleus.Supervisor, p *nucleus.Process, named string) {
	t.Helper()
	select {
	case <-p.Done():
	case <-time.After(3 * answerTime):
		t.Fatalf("process %d still runs", p.PID)
	}
	var log strings.Builder
	for _, l := range s.Logs(p.Cell) {
		fmt.Fprintln(&log, l)
	}
	found := false
	for _, n := range strings.Split(named, "|") {
		found = found || strings.Contains(log.String(), n)
	}
	if !found || strings.Contains(log.String(), "SUCCEEDED") {
		t.Errorf("the log does not name the attack (%s):\n%s", named, tail(log.String(), 2500))
	}
	t.Logf("%s", p.Exit().Reason)
	if p.Exit().Reason == "" || p.Exit().At.IsZero() {
		t.Errorf("exit is %+v, want a reason and a time", p.Exit())
	}
}

func tail(s string, n int) string { return s[max(0, len(s)-n):] }
