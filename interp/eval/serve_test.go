package eval_test

import (
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
	"time"

	"cellshell/interp/build"
	"cellshell/membrane/celltest"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

const crashing = `package main

import "cellshell/membrane/cell"

type Crash struct{ Names []string }

func (c *Crash) View(x *cell.Context) cell.Node {
	return cell.Button("crash").Key("b").OnTap(func() {
		c.fail(5)
	})
}

func (c *Crash) fail(i int) {
	c.Names[i] = "out of range"
}

func main() { cell.Run(&Crash{}) }
`

// TestPanicNamesThePlace: both engines tell the line of the cell's own code.
func TestPanicNamesThePlace(t *testing.T) {
	for _, engine := range []string{"yaegi", "native"} {
		t.Run(engine, func(t *testing.T) {
			c := check(t, crashing)
			conn := connect(t, engine, c)
			conn.send(ui.Start{})
			conn.until(ui.TypeView)
			conn.send(ui.Event{Node: "b", Kind: ui.EventTap, Seq: 1})
			bye, ok := conn.until(ui.TypeBye).(ui.Bye)
			if !ok || !strings.Contains(bye.Reason, "out of range") || !strings.Contains(bye.Reason, "main.go:14") {
				t.Errorf("reason %q", bye.Reason)
			}
			if code := conn.exit(); code != 2 {
				t.Errorf("exit code %d, want 2", code)
			}
		})
	}
}

// TestSourceThatFails: a source the interpreter cannot run ends the host with a reason, never in silence.
func TestSourceThatFails(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"syntax", "package main\n\nfunc main() {", "expected"},
		{"names", strings.Replace(crashing, "cell.Button", "cell.Knopf", 1), "Knopf"},
		{"no run", "package main\n\nfunc main() {}\n", "does not call cell.Run"},
		{"panics in main", strings.Replace(crashing, "cell.Run(&Crash{})", "(&Crash{}).fail(3)", 1), "main.go:14"},
		{"range over a number", strings.Replace(crashing, "c.fail(5)", "for i := range 3 { c.fail(i) }", 1), "interpreter"},
		{"import of a file", "package main\n\nimport \"./other\"\n\nfunc main() { other.X() }\n", "other"},
		{"import of the system", "package main\n\nimport \"os\"\n\nfunc main() { os.Exit(0) }\n", "os"},
		{"unsafe", "package main\n\nimport \"unsafe\"\n\nfunc main() { _ = unsafe.Pointer(nil) }\n", "unsafe"},
		{"denied name", "package main\n\nimport \"time\"\n\nfunc main() { time.Sleep(1) }\n", "Sleep"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			conn := connect(t, "yaegi", &build.Checked{Marked: []byte(tt.src)})
			bye, _ := conn.until(ui.TypeBye).(ui.Bye)
			if !strings.Contains(bye.Reason, tt.want) {
				t.Errorf("reason %q does not say %q", bye.Reason, tt.want)
			}
			if code := conn.exit(); code != 1 {
				t.Errorf("exit code %d, want 1", code)
			}
		})
	}
}

// TestBeforeLoad: a warm host answers what comes too early, and is still there for the next body.
func TestBeforeLoad(t *testing.T) {
	cmd := host()
	first := spawn(t, cmd)
	c := &peer{t: t, conn: codec.NewConn(first), cmd: cmd}
	c.send(ui.Hello{Protocol: ui.Protocol})
	hello, _ := c.until(ui.TypeHello).(ui.Hello)
	if hello.Engine != "yaegi" || hello.Language != "go" {
		t.Errorf("hello %+v", hello)
	}
	c.send(ui.Start{})
	if e, _ := c.until(ui.TypeError).(ui.Error); !strings.Contains(e.Text, "start before load") {
		t.Errorf("error %q", e.Text)
	}
	c.send(ui.Stop{Deadline: 100})
	if bye, _ := c.until(ui.TypeBye).(ui.Bye); bye.Reason != "" {
		t.Errorf("reason %q", bye.Reason)
	}
	if code := c.exit(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}

// TestStateCrossesEngines: what one engine saved the other takes over; fields the source hides stay out.
func TestStateCrossesEngines(t *testing.T) {
	const src = `package main

import "cellshell/membrane/cell"

type entry struct {
	Name   string ` + "`json:\"n\"`" + `
	Xray   int
	weight int
}

// Deep has state at every depth.
type Deep struct {
	XMLs  []entry
	ByKey map[string]*entry
	Grid  [2][2]float64
	Any   interface{}
	count int
	inner struct{ Hidden int }
	cache map[string]func()
}

func (d *Deep) View(x *cell.Context) cell.Node {
	d.count++
	d.inner.Hidden++
	if d.cache == nil {
		d.cache = map[string]func(){}
	}
	if d.ByKey == nil {
		d.ByKey = map[string]*entry{"Xa": {Name: "kept", weight: 1}}
	}
	return cell.Button(d.ByKey["Xa"].Name).Key("b").OnTap(func() {
		d.XMLs = append(d.XMLs, entry{Name: "more", Xray: len(d.XMLs), weight: 7})
		d.Grid[1][0] += 1.5
		d.Any = "text"
	})
}

func main() { cell.Run(&Deep{}) }
`
	const want = `{"XMLs":[{"n":"more","Xray":0}],"ByKey":{"Xa":{"n":"kept","Xray":0}},"Grid":[[0,0],[1.5,0]],"Any":"text"}`
	c := check(t, strings.ReplaceAll(src, "Xray", "XRay"))
	expect := strings.ReplaceAll(want, "Xray", "XRay")
	for _, order := range [][2]string{{"yaegi", "native"}, {"native", "yaegi"}, {"yaegi", "yaegi"}} {
		a := start(t, order[0], c, celltest.Options{})
		a.Tap("b")
		if string(a.State()) != expect {
			t.Errorf("%s saved\n%s, want\n%s", order[0], a.State(), expect)
		}
		b := start(t, order[1], c, celltest.Options{State: a.State()})
		if string(b.State()) != expect {
			t.Errorf("%s took over\n%s, want\n%s", order[1], b.State(), expect)
		}
		b.Tap("b")
		if !strings.Contains(string(b.State()), `{"n":"more","XRay":1}`) {
			t.Errorf("%s goes on with\n%s", order[1], b.State())
		}
	}
}

// peer is one connection to an engine, message by message.
type peer struct {
	t    *testing.T
	conn *codec.Conn
	cmd  *exec.Cmd
}

func connect(t *testing.T, engine string, c *build.Checked) *peer {
	t.Helper()
	cmd := host()
	if engine == "native" {
		cmd = exec.Command(native(t, c))
	}
	p := &peer{t: t, conn: codec.NewConn(spawn(t, cmd)), cmd: cmd}
	p.send(ui.Hello{Protocol: ui.Protocol, Cell: "test", Generation: 1})
	p.until(ui.TypeHello)
	if engine == "yaegi" {
		p.send(ui.Load{File: "main.go", Source: string(c.Marked)})
	}
	return p
}

func (p *peer) send(m ui.Message) {
	p.t.Helper()
	if err := p.conn.Send(m); err != nil {
		p.t.Fatal(err)
	}
}

// until skips messages up to one of the type.
func (p *peer) until(kind ui.Type) ui.Message {
	p.t.Helper()
	for {
		m, err := p.conn.Receive()
		if err != nil {
			p.t.Fatalf("waiting for %s: %v", kind, err)
		}
		if m.MessageType() == kind {
			return m
		}
	}
}

// exit waits for the end of the process, after the end of its connection.
func (p *peer) exit() int {
	p.t.Helper()
	if _, err := p.conn.Receive(); !errors.Is(err, io.EOF) {
		p.t.Errorf("after bye: %v", err)
	}
	done := make(chan struct{})
	go func() { // ends with the process
		_ = p.cmd.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		p.t.Fatal("the process does not end")
	}
	return p.cmd.ProcessState.ExitCode()
}
