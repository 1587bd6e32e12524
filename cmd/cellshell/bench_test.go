package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/genes"
	"cellshell/internal/testenv"
	"cellshell/interp/build"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
	"cellshell/shell/control"
)

// TestNumbers measures what the design promises, on the real programs, and prints a table with the target beside each
// figure. It runs with `make bench` only: a busy machine must not fail a build.
func TestNumbers(t *testing.T) {
	if os.Getenv("CELLSHELL_BENCH") == "" {
		t.Skip("a benchmark; run it with: make bench")
	}
	testenv.Programs(t) // built before a clock runs
	testenv.Native(t)
	table := &numbers{}
	defer table.print()
	for _, m := range figures {
		t.Run(m.name, func(t *testing.T) { m.run(t, table) })
	}
}

// figures are the parts of the table. CELLSHELL_BENCH=1 go test -run TestNumbers/NAME runs one.
var figures = []struct {
	name string
	run  func(*testing.T, *numbers)
}{
	{"desk", measureDesk},
	{"blink", measureBlink},
	{"gap", measureGap},
	{"key", measureKey},
	{"window", measureWindow},
	{"idle", measureIdle},
	{"draw", measureDraw},
}

// measureDesk measures the headless desktop.
func measureDesk(t *testing.T, table *numbers) {
	var first []time.Duration
	for range 5 {
		began := time.Now()
		d := testenv.Start(t)
		d.Screenshot()
		first = append(first, time.Since(began))
		d.Stop()
	}
	table.row("start to first picture", first, "600 ms (p50)")

	d := testenv.Start(t)
	call := func(method string, params any, done bool) time.Duration {
		var r act.Receipt
		began := time.Now()
		d.Call(method, params, &r)
		took := time.Since(began)
		if done && r.Status != act.Done {
			t.Fatalf("%s %v: %s %s%s", method, params, r.Status, r.Reason, r.Question)
		}
		return took
	}
	evolve := func(at, sentence string) time.Duration {
		return call(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: at}, true)
	}

	var say, undo, spawn []time.Duration
	for i := range 40 {
		sentence := "make this button bigger"
		if i%2 == 1 {
			sentence = "make it green"
		}
		say = append(say, evolve("counter/plus", sentence))
		undo = append(undo, call(control.MethodUndo, control.UndoParams{}, true))
	}
	table.row("reflex sentence → laid out and live", say, "30 / 80 ms")
	table.row("undo", undo, "50 / 100 ms")
	for range 15 {
		spawn = append(spawn, call(control.MethodSpawn, control.SpawnParams{Gene: "calculator"}, true))
		call(control.MethodUndo, control.UndoParams{}, true)
	}
	table.row("spawn of a built-in", spawn, "150 ms")

	var native []time.Duration
	for i := range 15 {
		source := strings.Replace(nativeOnly, "SEED", strconv.Itoa(i), 1)
		native = append(native, call(control.MethodSpawn, control.SpawnParams{Source: source, Name: "probe"}, true))
		call(control.MethodUndo, control.UndoParams{}, true)
	}
	table.row("new source → native jailed first view", native, "150 ms (p50)")

	var tap []time.Duration
	for range 200 {
		began := time.Now()
		d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
		tap = append(tap, time.Since(began))
	}
	table.row("tap → new view laid out", tap, "—")

	var shots []time.Duration
	for range 10 {
		began := time.Now()
		d.Call(control.MethodScreenshot, control.ScreenshotParams{}, nil)
		shots = append(shots, time.Since(began))
	}
	table.row("screenshot 1280×800 (draw and encode)", shots, "—")

	single, batched := roundTrips(t)
	table.row("membrane: event → view, one at a time", single, "—")
	table.row("membrane: event → view, batched", batched, "0.015 ms")

	model := llmtest.Start(slices.Repeat([]llmtest.Reply{{Text: modelAnswer}}, 15)...)
	defer model.Close()
	m := testenv.Start(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=test", "CELLSHELL_MODEL=scripted")
	var asked []time.Duration
	for range 15 {
		var r act.Receipt
		began := time.Now()
		m.Call(control.MethodEvolve, control.EvolveParams{Sentence: "make the reset button ask politely before it resets", At: "counter"}, &r)
		asked = append(asked, time.Since(began))
		if r.Status != act.Done || r.Route != act.RouteModel {
			t.Fatalf("the scripted model: %s %s %s%s", r.Status, r.Route, r.Reason, r.Question)
		}
		m.Call(control.MethodUndo, control.UndoParams{}, &r)
	}
	m.Stop()
	table.row("model sentence, with a model that takes no time", asked, "150 ms")

	for _, g := range []string{"clock", "calculator", "counter", "notes", "counter", "notes", "counter", "notes", "calculator"} {
		call(control.MethodSpawn, control.SpawnParams{Gene: g}, true)
	}
	d.Must("", "add a system monitor")
	time.Sleep(15 * time.Second) // promotions end
	var list []control.CellInfo
	d.Call(control.MethodLs, nil, &list)
	memory := map[string][]float64{}
	for _, c := range list {
		memory[c.Engine] = append(memory[c.Engine], float64(c.Memory)/(1<<20))
	}
	for engine, target := range map[string]string{"yaegi": "12 MB", "native": "4 MB"} {
		if m := memory[engine]; len(m) > 0 {
			sort.Float64s(m)
			table.text("memory of a cell, "+engine, fmt.Sprintf("%.1f MB", m[len(m)/2]), fmt.Sprintf("%.1f MB", m[len(m)-1]), target)
		}
	}
}

// nativeOnly uses what the interpreter cannot run, so it goes straight to the compiler.
const nativeOnly = `package main

import "cellshell/membrane/cell"

// Probe shows a number.
type Probe struct{ N int }

func (p *Probe) View(x *cell.Context) cell.Node {
	rows := []cell.Node{}
	for i := range 3 {
		rows = append(rows, cell.Text(cell.Itoa(max(i, p.N)+SEED)))
	}
	return cell.Column(rows...).Padding(12)
}

func main() { cell.Run(&Probe{}) }
`

// modelAnswer is what the scripted model says: one declaration, as a model is asked to answer.
const modelAnswer = "```go\nfunc (c *Counter) key(chord string) {\n\tswitch chord {\n\tcase \"up\":\n\t\tc.Count += 2 * Step\n\t}\n}\n```\n"

// roundTrips measures the protocol alone: a jailed native cell answers events with views, one at a time and in batches of a
// hundred, of which each counts for one.
func roundTrips(t *testing.T) (single, batched []time.Duration) {
	t.Helper()
	chain, err := build.Locate(testenv.Native(t))
	if err != nil {
		t.Fatal(err)
	}
	gate, err := build.NewGate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	source, _ := genes.Source("counter")
	checked, err := gate.Check("main.go", source)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "rt")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "counter")
	if err := chain.Build(t.Context(), checked.Marked, program, nil); err != nil {
		t.Fatal(err)
	}
	sup, err := nucleus.New(nucleus.Options{Host: filepath.Join(testenv.Programs(t), "cellhost"), RunDir: dir + "/run", LogDir: dir + "/log", Warm: -1})
	if err != nil {
		t.Fatal(err)
	}
	defer sup.Shutdown(t.Context())
	p, err := sup.Start(t.Context(), nucleus.Spec{Cell: "counter", Generation: 1, Engine: nucleus.Native, Argv: []string{program}})
	if err != nil {
		t.Fatal(err)
	}
	conn := codec.NewConn(p.Conn())
	send := func(m ui.Message) {
		if err := conn.Send(m); err != nil {
			t.Fatal(err)
		}
	}
	views := func(n int) (last ui.View) {
		for n > 0 {
			m, err := conn.Receive()
			if err != nil {
				t.Fatal(err)
			}
			if v, ok := m.(ui.View); ok {
				last, n = v, n-1
			}
		}
		return last
	}
	send(ui.Hello{Protocol: ui.Protocol, Cell: "counter", Generation: 1})
	send(ui.Start{})
	tree := views(1).Tree
	ui.Identify(tree)
	plus := ""
	ui.Walk(tree, func(n *ui.Node) bool {
		if n.Key == "plus" {
			plus = n.ID
		}
		return true
	})
	seq := uint64(0)
	tap := func() { seq++; send(ui.Event{Node: plus, Kind: ui.EventTap, Seq: seq}) }
	for range 500 {
		began := time.Now()
		tap()
		views(1)
		single = append(single, time.Since(began))
	}
	const batch = 100
	for range 50 {
		began := time.Now()
		for range batch {
			tap()
		}
		views(batch)
		batched = append(batched, time.Since(began)/batch)
	}
	return single, batched
}

// cpuTime is the processor time a process has used.
func cpuTime(t *testing.T, pid int) time.Duration {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		t.Fatal(err)
	}
	f := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	user, _ := strconv.ParseInt(f[11], 10, 64)
	system, _ := strconv.ParseInt(f[12], 10, 64)
	return time.Duration(user+system) * time.Second / 100 // USER_HZ is 100 on Linux
}

// numbers is a table of measured figures.
type numbers struct{ rows [][4]string }

func (n *numbers) row(what string, d []time.Duration, target string) {
	sort.Slice(d, func(i, j int) bool { return d[i] < d[j] })
	at := func(q float64) string { return ms(d[min(int(q*float64(len(d))), len(d)-1)]) }
	n.text(fmt.Sprintf("%s (n=%d)", what, len(d)), at(.5), at(.95), target)
}

func ms(d time.Duration) string {
	v := float64(d.Microseconds()) / 1000
	if v < 1 {
		return fmt.Sprintf("%.3f ms", v)
	}
	return fmt.Sprintf("%.1f ms", v)
}

func (n *numbers) text(what, p50, p95, target string) {
	n.rows = append(n.rows, [4]string{what, p50, p95, target})
}

func (n *numbers) print() {
	cpu, _ := exec.Command("sh", "-c", "grep -m1 'model name' /proc/cpuinfo | cut -d: -f2; nproc").Output()
	fmt.Printf("\nmachine: %s\n%-46s %12s %12s   %s\n", strings.Join(strings.Fields(string(cpu)), " "), "what", "p50", "p95", "target")
	for _, r := range n.rows {
		fmt.Printf("%-46s %12s %12s   %s\n", r[0], r[1], r[2], r[3])
	}
}
