package cell_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand"
	"net"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/membrane/cell"
	"cellshell/membrane/celltest"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// form uses every kind of handler.
type form struct {
	Taps   int
	On     bool
	Volume float64
	Name   string
	Sent   []string
	Keys   string
	Ticks  int
	Speed  int // of the second timer, ms; 0: none
	Asked  string
	Place  string
	hidden int
}

func (f *form) View(x *cell.Context) cell.Node {
	f.hidden++
	x.Every(time.Second, func() { f.Ticks++ })
	if f.Speed > 0 {
		x.Every(time.Duration(f.Speed)*time.Millisecond, nil)
	}
	x.OnKey(func(chord string) { f.Keys += chord + " " })
	return cell.Column(
		cell.Text(cell.Itoa(f.Taps)).Key("taps"),
		cell.Button("Tap").OnTap(func() { f.Taps++ }),
		cell.Button("Off").OnTap(func() { f.Taps = -1 }).Disabled(true),
		cell.Button("Fast").OnTap(func() { f.Speed = 250 }),
		cell.Button("Slow").OnTap(func() { f.Speed = 0 }),
		cell.Button("Ask").OnTap(func() {
			x.Call("system", "load", nil, func(r cell.Reply) {
				f.Asked = fmt.Sprint(r.Err, r.Float("cpu"), r.Floats("cores"), r.Text("memory.total"))
			})
		}),
		cell.Button("Beg").OnTap(func() {
			x.Call("fs", "read", map[string]string{"path": "/etc/passwd"}, func(r cell.Reply) { f.Asked = r.Err })
		}),
		cell.Toggle("On", f.On).OnToggle(func(on bool) { f.On = on }),
		cell.Slider(f.Volume, 0, 10).Key("volume").OnSlide(func(v float64) { f.Volume = v }),
		cell.Field(f.Name).Key("name").
			OnChange(func(text string) { f.Name = strings.ToUpper(text) }).
			OnSubmit(func(text string) { f.Sent, f.Name = append(f.Sent, text), "" }),
		cell.Canvas(10, 10, nil).OnTapAt(func(px, py float64) { f.Place = cell.Sprint(px, " ", py) }),
		cell.Text(x.Now().Format("15:04:05 MST")).Key("now"),
		cell.Text(cell.Sprint(x.Dark(), x.Prop("city"))).Key("look"),
	)
}

func TestHandlers(t *testing.T) {
	f := &form{}
	d := celltest.Start(t, f, celltest.Options{
		Now:   time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("CET", 3600)),
		Props: map[string]string{"city": " Bern"},
	})
	d.Tap("Tap", "Tap")
	d.Event(ui.Event{Node: d.Node("Off").ID, Kind: ui.EventTap})
	d.Event(ui.Event{Node: "column0/gone", Kind: ui.EventTap})
	d.Set("On", 1)
	d.Set("volume", 7.5)
	d.Type("name", "ada")
	if got := d.Node("name").Text; got != "ADA" {
		t.Errorf("field shows %q", got)
	}
	d.Submit("name", "ADA")
	d.Key("ctrl+s", "a")
	d.Tap("Ask")
	if f.Asked != "0.42 [0.31 0.53]17179869184" {
		t.Errorf("reply: %q", f.Asked)
	}
	d.Tap("Beg")
	d.TapAt("canvas0", 3, 4)
	if d.Node("now").Text != "03:04:05 CET" || d.Node("look").Text != "false Bern" {
		t.Errorf("now %q, look %q", d.Node("now").Text, d.Node("look").Text)
	}
	d.Theme(true)
	if d.Node("look").Text != "true Bern" {
		t.Errorf("look %q", d.Node("look").Text)
	}
	want := form{
		Taps: 2, On: true, Volume: 7.5, Sent: []string{"ADA"}, Keys: "ctrl+s a ", Place: "3 4",
		Asked: "service fs is not granted",
	}
	f.hidden = 0
	if !reflect.DeepEqual(*f, want) {
		t.Errorf("got  %+v\nwant %+v", *f, want)
	}
	var state form
	if err := json.Unmarshal(d.State(), &state); err != nil || !reflect.DeepEqual(state, want) {
		t.Errorf("state %s, %v", d.State(), err)
	}
}

func TestTimers(t *testing.T) {
	f := &form{}
	d := celltest.Start(t, f, celltest.Options{})
	d.Advance(2500 * time.Millisecond)
	if f.Ticks != 2 || d.Node("now").Text != "12:00:02 UTC" {
		t.Errorf("%d ticks, now %s", f.Ticks, d.Node("now").Text)
	}
	d.Tap("Fast")
	if got := fmt.Sprint(d.Timers()); got != "map[1:1s 2:250ms]" {
		t.Errorf("timers %s", got)
	}
	d.Tap("Slow")
	if got := fmt.Sprint(d.Timers()); got != "map[1:1s]" {
		t.Errorf("timers %s", got)
	}
	before := f.hidden
	d.Advance(5 * time.Second)
	if f.Ticks != 7 || f.hidden != before+5 {
		t.Errorf("%d ticks, %d views in 5 s", f.Ticks, f.hidden-before)
	}
}

// Only what changed is sent.
func TestPatches(t *testing.T) {
	d := celltest.Start(t, &form{}, celltest.Options{})
	d.Tap("Tap")
	lines := strings.Split(strings.TrimSpace(string(d.Record())), "\n")
	last := lines[len(lines)-1]
	want := `{"type":"view","generation":1,"seq":1,"patch":[{"id":"column0/taps","node":{"id":"column0/taps","kind":"text","key":"taps","text":"1"}}],"state":{"Taps":1,`
	if !strings.HasPrefix(last, want) {
		t.Errorf("got  %s\nwant %s", last, want)
	}
	d.Event(ui.Event{Node: "column0/gone", Kind: ui.EventTap})
	lines = strings.Split(strings.TrimSpace(string(d.Record())), "\n")
	if last := lines[len(lines)-1]; last != `{"type":"view","generation":1,"seq":2}` {
		t.Errorf("a view without change is %s", last)
	}
}

// A field's text carries the newest edit it is based on, so that late views do not overwrite typing.
func TestFieldSeq(t *testing.T) {
	d := celltest.Start(t, &form{}, celltest.Options{})
	for _, step := range []struct {
		do   func()
		want uint64
	}{
		{func() {}, 0},
		{func() { d.Tap("Tap") }, 0},          // 1: not about the field
		{func() { d.Type("name", "a") }, 2},   // 2: edited
		{func() { d.Tap("Tap") }, 2},          // 3
		{func() { d.Type("name", "A") }, 4},   // 4: the cell shows the same text, based on this edit
		{func() { d.Submit("name", "A") }, 5}, // 5: cleared
		{func() { d.Submit("name", "") }, 6},  // 6: still empty, but based on it
	} {
		step.do()
		if got := d.Node("name").Seq; got != step.want {
			t.Errorf("seq %d, want %d", got, step.want)
		}
	}
}

func TestStateOfAnOlderGeneration(t *testing.T) {
	f := &form{}
	d := celltest.Start(t, f, celltest.Options{State: json.RawMessage(`{"Taps":"many","Name":"Ada","Gone":{"x":1},"On":true}`)})
	if f.Taps != 0 || f.Name != "Ada" || !f.On {
		t.Errorf("got %+v", f)
	}
	if got := strings.Join(d.Logs(), "\n"); got != "part of the state was not taken over: field Taps was string, is now int" {
		t.Errorf("log: %s", got)
	}
}

// session connects to a host and returns the body's end and where the host's error will be.
func session(t *testing.T, h *cell.Host) (net.Conn, chan error) {
	t.Helper()
	ours, theirs := net.Pipe()
	ended := make(chan error, 1)
	go func() { // ends with the connection
		err := h.Serve(cell.NewSession(theirs))
		_ = theirs.Close()
		ended <- err
	}()
	return ours, ended
}

func receive(t *testing.T, c *codec.Conn) ui.Message {
	t.Helper()
	m, err := c.Receive()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func send(t *testing.T, c *codec.Conn, m ui.Message) {
	t.Helper()
	if err := c.Send(m); err != nil {
		t.Fatal(err)
	}
}

// A body that comes back finds the cell as it was: hello says who it is, then come timers and the whole view with state.
func TestReconnect(t *testing.T) {
	h := &cell.Host{Cell: &form{Taps: 3}}
	conn, ended := session(t, h)
	body := codec.NewConn(conn)
	if m := receive(t, body); m.(ui.Hello).Generation != 0 {
		t.Errorf("first hello %+v", m)
	}
	send(t, body, ui.Hello{Protocol: ui.Protocol, Cell: "form", Generation: 4})
	send(t, body, ui.Start{})
	receive(t, body) // timer
	receive(t, body) // view
	send(t, body, ui.Event{Node: "column0/name", Kind: ui.EventChange, Text: "x", Seq: 8})
	receive(t, body)
	_ = body.Close()
	if err := <-ended; err != nil {
		t.Fatalf("end of the connection: %v", err)
	}

	conn, ended = session(t, h)
	body = codec.NewConn(conn)
	if got, want := receive(t, body), (ui.Hello{Protocol: ui.Protocol, Language: "go", SDK: cell.Version, Engine: "native", Cell: "form", Generation: 4}); got != want {
		t.Errorf("second hello %+v, want %+v", got, want)
	}
	send(t, body, ui.Hello{Protocol: ui.Protocol, Cell: "form", Generation: 4})
	if got := receive(t, body); got != (ui.Timer{ID: 1, Every: 1000}) {
		t.Errorf("got %+v, want the timer", got)
	}
	v := receive(t, body).(ui.View)
	if v.Tree == nil || v.Seq != 8 || v.Generation != 4 || !strings.Contains(string(v.State), `"Taps":3`) {
		t.Errorf("view %+v", v)
	}
	ui.Identify(v.Tree)
	if n := ui.Find(v.Tree, "column0/name"); n.Text != "X" || n.Seq != 8 {
		t.Errorf("field %+v", n)
	}
	send(t, body, ui.Stop{Deadline: 100})
	if got := receive(t, body); got != (ui.Bye{}) {
		t.Errorf("got %+v, want bye", got)
	}
	if err := <-ended; !errors.Is(err, cell.ErrStopped) {
		t.Errorf("got %v, want ErrStopped", err)
	}
	_ = body.Close()
}

// A second start hands newer state to a generation on trial and is answered by its whole view.
func TestSecondStart(t *testing.T) {
	f := &form{}
	h := &cell.Host{Cell: f}
	conn, ended := session(t, h)
	body := codec.NewConn(conn)
	receive(t, body)
	send(t, body, ui.Hello{Protocol: ui.Protocol, Cell: "form", Generation: 2})
	send(t, body, ui.Start{State: json.RawMessage(`{"Taps":1,"Sent":["a"]}`)})
	receive(t, body) // timer
	receive(t, body) // view
	send(t, body, ui.Event{Node: "column0/button4", Kind: ui.EventTap, Seq: 1})
	call := receive(t, body).(ui.Call)
	receive(t, body)
	send(t, body, ui.Start{State: json.RawMessage(`{"Taps":2,"Sent":[]}`), Seq: 2})
	v := receive(t, body).(ui.View)
	if v.Tree == nil || v.Seq != 2 || f.Taps != 2 || len(f.Sent) != 0 {
		t.Errorf("view %+v, cell %+v", v, f)
	}
	send(t, body, ui.Reply{ID: call.ID, Payload: json.RawMessage(`{"cpu":0.5}`), Seq: 3})
	receive(t, body)
	if f.Asked != "0.5 []" {
		t.Errorf("a call from before is answered %q", f.Asked)
	}
	_ = body.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestBrokenBody(t *testing.T) {
	h := &cell.Host{Cell: &form{}}
	conn, ended := session(t, h)
	body := codec.NewConn(conn)
	receive(t, body)
	send(t, body, ui.Hello{Protocol: ui.Protocol})
	for _, step := range []struct {
		m    ui.Message
		want string
	}{
		{ui.Event{Node: "a", Kind: ui.EventTap}, "cell: event before start"},
		{ui.View{}, "cell: view before start"},
	} {
		send(t, body, step.m)
		if got := receive(t, body); got != (ui.Error{Text: step.want}) {
			t.Errorf("got %+v, want %s", got, step.want)
		}
	}
	_ = body.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}

	conn, ended = session(t, h)
	body = codec.NewConn(conn)
	receive(t, body)
	send(t, body, ui.Hello{Protocol: "cellshell.membrane/9"})
	err := <-ended
	if err == nil || err.Error() != `cell: protocol mismatch: local "cellshell.membrane/1", peer "cellshell.membrane/9"` {
		t.Errorf("got %v", err)
	}
	_ = body.Close()
}

// faulty panics on demand.
type faulty struct {
	Where string
	table map[string]int
}

func (f *faulty) View(*cell.Context) cell.Node {
	if f.Where == "view" {
		panic("lost")
	}
	return cell.Button("go").OnTap(func() {
		f.table["x"] = 1
	})
}

func TestPanic(t *testing.T) {
	for _, c := range []struct{ state, want string }{
		{`{"Where":"view"}`, "panic: lost"},
		{`{}`, "panic: assignment to entry in nil map"},
	} {
		h := &cell.Host{Cell: &faulty{}}
		conn, ended := session(t, h)
		body := codec.NewConn(conn)
		receive(t, body)
		send(t, body, ui.Hello{Protocol: ui.Protocol})
		send(t, body, ui.Start{State: json.RawMessage(c.state)})
		m := receive(t, body)
		if _, ok := m.(ui.View); ok {
			send(t, body, ui.Event{Node: "button0", Kind: ui.EventTap, Seq: 1})
			m = receive(t, body)
		}
		if got := m.(ui.Bye).Reason; got != c.want {
			t.Errorf("bye %q, want %q", got, c.want)
		}
		var panicked *cell.PanicError
		if err := <-ended; !errors.As(err, &panicked) || err.Error() != "cell: "+c.want {
			t.Errorf("got %v", err)
		}
		_ = body.Close()
	}
}

// eager does everything a cell should not do in View.
type eager struct{ Replies int }

func (e *eager) View(x *cell.Context) cell.Node {
	x.Call("system", "load", nil, func(cell.Reply) { e.Replies++ })
	row := cell.Row(
		cell.Text("a").Key("a b"), cell.Text("b").Key("a b"), cell.Text("c"), cell.Text("d").Key("text2"),
		cell.Progress(math.NaN()), cell.Slider(math.Inf(1), 0, math.NaN()), cell.Text("x").Size(-3).Opacity(7).Scale(1000),
		cell.Chart(cell.Line("n", []float64{math.NaN(), 1})), cell.Node{}, cell.Node{}.Bold(),
		cell.Canvas(10, math.NaN(), func(p *cell.Painter) { p.Polygon(1, 2, 3); p.Line(math.NaN(), 0, 1, 1) }),
	)
	return cell.Column(row, row)
}

// The driver checks every tree as a body does, so what a careless author writes must come out valid.
func TestCarelessCell(t *testing.T) {
	e := &eager{}
	d := celltest.Start(t, e, celltest.Options{})
	if e.Replies != 1 {
		t.Errorf("a call in View was answered %d times", e.Replies)
	}
	var keys []string
	for _, n := range d.Node("row0").Children {
		keys = append(keys, n.ID[len("column0/row0/"):])
	}
	want := "a-b a-b-2 text2 text2-2 progress0 slider0 text4 chart0 canvas0"
	if got := strings.Join(keys, " "); got != want {
		t.Errorf("names %s\nwant  %s", got, want)
	}
	d.Advance(3 * time.Second)
	d.Key("a")
	if e.Replies != 2 {
		t.Errorf("a second later: %d answers", e.Replies)
	}
}

func TestNodesAreValues(t *testing.T) {
	base := cell.Text("x").Src("main.go:1:1")
	bold := base.Bold().Src("main.go:2:2").Src("main.go:3:3")
	long := bold
	for range 20 {
		long = long.Color("red")
	}
	d := celltest.Start(t, view(func(*cell.Context) cell.Node { return cell.Row(base, bold, base.Color("accent"), long.Color("blue")) }), celltest.Options{})
	row := d.Tree().Children
	if row[1].Style.Color != "" || row[3].Style.Color != "blue" || *row[3].Style.Weight != 700 {
		t.Error(celltest.Sketch(d.Tree()))
	}
	if row[0].Style.Weight != nil || row[0].Style.Color != "" || *row[1].Style.Weight != 700 || row[2].Style.Color != "accent" {
		t.Error(celltest.Sketch(d.Tree()))
	}
	if row[1].Source != "main.go:1:1" || strings.Join(row[1].Via, " ") != "main.go:2:2 main.go:3:3" || row[0].Via != nil {
		t.Errorf("source %s via %v", row[1].Source, row[1].Via)
	}
}

// scene is a cell whose tree depends on N alone, but for nodes it keeps from one View to the next.
type scene struct {
	N    int64
	kept cell.Node
}

func (s *scene) View(*cell.Context) cell.Node {
	r := rand.New(rand.NewSource(s.N))
	if s.kept == (cell.Node{}) {
		s.kept = cell.Text("kept").Size(20)
	}
	var build func(depth int) cell.Node
	build = func(depth int) cell.Node {
		n := []func() cell.Node{
			func() cell.Node { return cell.Text(cell.Itoa(r.Intn(3))) },
			func() cell.Node { return cell.Button("go").OnTap(func() { s.N++ }).Icon("plus") },
			func() cell.Node { return cell.Field("f").OnChange(func(string) {}).OnSubmit(nil) },
			func() cell.Node { return s.kept.Bold().Opacity(.5) },
			func() cell.Node { return s.kept },
			func() cell.Node { return cell.Node{} },
			func() cell.Node {
				return cell.Shader("x", cell.Divider()).Uniform("A", 1).Uniform("A", 2).Tint("B", "red")
			},
			func() cell.Node {
				var below []cell.Node
				for range r.Intn(6) * max(0, 3-depth) {
					below = append(below, build(depth+1))
				}
				if r.Intn(200) == 0 {
					below = append(below, make([]cell.Node, 2000)...)
					for i := range below {
						below[i] = cell.Text("many").Label("of")
					}
				}
				return cell.Row(below...)
			},
		}[r.Intn(8)]()
		if r.Intn(3) == 0 {
			n = n.Key([]string{"a", "b", "text0", "row1"}[r.Intn(4)])
		}
		for range r.Intn(14) {
			n = n.Padding(float64(r.Intn(9))).Src("main.go:1:2")
		}
		return n
	}
	return cell.Column(build(0), cell.Row(build(0), build(1)), cell.Button("next").Key("next").OnTap(func() { s.N++ }))
}

// TestViewsAddUp: what a body has after one view upon another is what a cell shows that was just started.
func TestViewsAddUp(t *testing.T) {
	d := celltest.Start(t, &scene{}, celltest.Options{})
	for n := range int64(200) {
		want := celltest.Start(t, &scene{N: n}, celltest.Options{}).Tree()
		ui.Walk(want, func(n *ui.Node) bool { n.Seq = 0; return true })
		got := d.Tree().Clone()
		ui.Walk(got, func(n *ui.Node) bool { n.Seq = 0; return true })
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("view %d is\n%swant\n%s", n, celltest.Sketch(got), celltest.Sketch(want))
		}
		d.Tap("column0/next")
	}
}

// TestAKeptNodeDoesNotGrow: a node that a cell goes on from in every View says what it said and costs no more.
func TestAKeptNodeDoesNotGrow(t *testing.T) {
	taps := 0
	button := cell.Button("a").Src("main.go:1:1").Src("main.go:2:2").OnTap(func() { taps++ })
	shader := cell.Shader("x", cell.Divider()).Uniform("A", 1)
	var old []cell.Node
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range 100_000 {
		button = button.Size(10).Color("red").Tooltip("t")
		shader = shader.Uniform("A", float64(i)).Uniform("B", 2).Height(9)
		if i%10_000 == 0 {
			old = append(old, shader)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 4<<20 {
		t.Errorf("two nodes hold %d bytes", grown)
	}
	d := celltest.Start(t, view(func(*cell.Context) cell.Node {
		return cell.Column(button.Src("main.go:3:3"), button, shader, cell.Row(old...))
	}), celltest.Options{})
	d.Tap("button0", "button1")
	nodes := d.Tree().Children
	if b := nodes[0]; taps != 2 || b.Text != "a" || *b.Style.Size != 10 || b.Style.Color != "red" || b.Source != "main.go:1:1" || strings.Join(b.Via, " ") != "main.go:2:2 main.go:3:3" {
		t.Errorf("%d taps, %+v", taps, b)
	}
	if len(nodes[1].Via) != 1 || !reflect.DeepEqual(nodes[2].Shader.Uniforms, []ui.Uniform{{Name: "A", Values: []float64{99_999}}, {Name: "B", Values: []float64{2}}}) {
		t.Errorf("via %v, shader %+v", nodes[1].Via, nodes[2].Shader)
	}
	for i, n := range nodes[3].Children {
		if got := n.Shader.Uniforms[0].Values[0]; got != float64(10_000*i) {
			t.Errorf("the shader of round %d has A %g", 10_000*i, got)
		}
	}
}

// view makes a cell of a function.
type view func(*cell.Context) cell.Node

func (f view) View(x *cell.Context) cell.Node { return f(x) }

func (f view) MarshalJSON() ([]byte, error) { return []byte("{}"), nil }

// A view larger than a frame ends the cell with a reason rather than in silence.
func TestHugeView(t *testing.T) {
	huge := strings.Repeat("x", 17<<20)
	h := &cell.Host{Cell: view(func(*cell.Context) cell.Node { return cell.Text(huge) })}
	conn, ended := session(t, h)
	body := codec.NewConn(conn)
	receive(t, body)
	send(t, body, ui.Hello{Protocol: ui.Protocol})
	send(t, body, ui.Start{})
	if got := receive(t, body).(ui.Bye).Reason; !strings.Contains(got, "view is too large: wire: frame too long") {
		t.Errorf("bye %q", got)
	}
	if err := <-ended; err == nil {
		t.Error("no error")
	}
	_ = body.Close()
}

func TestHooks(t *testing.T) {
	var state string
	d := celltest.StartHost(t, &cell.Host{
		Cell:   view(func(*cell.Context) cell.Node { return cell.Text(state) }),
		Engine: "yaegi",
		Encode: func() ([]byte, error) { return json.Marshal(state + "!") },
		Decode: func(b []byte) error { return json.Unmarshal(b, &state) },
	}, celltest.Options{State: json.RawMessage(`"kept"`)})
	if d.Tree().Text != "kept" || string(d.State()) != `"kept!"` || d.Hello().Engine != "yaegi" {
		t.Errorf("text %q, state %s, hello %+v", d.Tree().Text, d.State(), d.Hello())
	}
	if reason := d.Stop(); reason != "" {
		t.Errorf("bye %q", reason)
	}
}
