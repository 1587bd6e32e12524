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
const answerTime = 2 * time.Second

// attacks of a compiled cell and a part of the sentence that must name each in the cell's log.
var nativeAttacks = []struct{ name, named string }{
	{"loop", "no answer within 2s"},
	{"init-loop", "no answer within 2s"},
	{"view-loop", "no answer within 2s"},
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
			provoke(t, p, "")
			contained(t, s, p, a.named)
		})
	}
}

// provoke brings a cell to its attack under a watchdog, as the body does.
func provoke(t *testing.T, p *nucleus.Process, source string) {
	t.Helper()
	stop := p.Watch(answerTime)
	_ = p.Conn().SetDeadline(time.Now().Add(2 * answerTime))
	w := quietly(t, p)
	if w == nil {
		return
	}
	v, ok := w.start(source).(ui.View)
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
