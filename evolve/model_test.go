package evolve_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/coder"
	"cellshell/evolve/llm"
	"cellshell/evolve/llm/llmtest"
)

// script is a writer that gives its answers in turn and keeps what it was asked.
type script struct {
	answers []string
	asked   []evolve.WriteRequest
}

func (s *script) Write(ctx context.Context, r evolve.WriteRequest, progress func(evolve.Progress)) (evolve.Written, error) {
	s.asked = append(s.asked, r)
	if len(s.asked) > len(s.answers) {
		return evolve.Written{}, errors.New("the script has ended")
	}
	switch a := s.answers[len(s.asked)-1]; a {
	case "hang":
		<-ctx.Done()
		return evolve.Written{}, ctx.Err()
	case "spent":
		return evolve.Written{}, &evolve.NotAsked{Why: "all is spent"}
	case "cut":
		return evolve.Written{}, &evolve.Unusable{Text: "```go\nfunc (c *Coun", Why: "it was cut off", In: 10, Out: 5}
	default:
		progress(evolve.Progress{Stage: "write", Tokens: 7})
		return evolve.Written{Text: a, In: 100, Out: 20}, nil
	}
}

const counting = "Sure:\n```go\n// Counter keeps the number and the taps.\ntype Counter struct{ Count, Taps int }\n\n" +
	"func (c *Counter) View(x *cell.Context) cell.Node {\n\treturn cell.Column(\n" +
	"\t\tcell.Text(cell.Itoa(c.Count)).Key(\"count\"),\n" +
	"\t\tcell.Text(\"Taps: \"+strings.TrimSpace(cell.Itoa(c.Taps))).Key(\"taps\"),\n" +
	"\t\tcell.Button(\"+1\").Key(\"plus\").OnTap(func() { c.Count++; c.Taps++ }),\n\t)\n}\n```\n"

func withModel(t *testing.T, answers ...string) (*desk, *script) {
	t.Helper()
	d := newDesk(t)
	d.done("add a counter")
	d.Tap("counter", plusID(d))
	d.PointAt("counter", plusID(d))
	w := &script{answers: answers}
	d.SetWriter(w)
	return d, w
}

func TestModelWritesAndIsMended(t *testing.T) {
	d, w := withModel(t, counting) // strings is not imported: mended without asking again
	r := d.done("make the button count how often I click it")
	if r.Route != act.RouteModel || r.Cost != (act.Cost{TokensIn: 100, TokensOut: 20}) || len(w.asked) != 1 || r.Generation != 2 {
		t.Errorf("got %+v after %d questions", r, len(w.asked))
	}
	if n, _ := d.node("counter", "count"); n.Text != "1" {
		t.Errorf("the count is %q: the state was lost", n.Text)
	}
	d.Tap("counter", plusID(d))
	if n, _ := d.node("counter", "taps"); n.Text != "Taps: 1" {
		t.Errorf("after a tap it says %q", n.Text)
	}
	if q := w.asked[0]; q.New || q.Cell != "counter" || q.Node == nil || len(q.Source) == 0 {
		t.Errorf("asked %+v", q)
	}
	d.done("undo")
}

func TestModelRepairsTwice(t *testing.T) {
	const broken = "```go\nfunc (c *Counter) key(chord string) { c.Missing++ }\n```"
	d, w := withModel(t, broken, "cut", counting)
	r := d.done("make the button count how often I click it")
	if len(w.asked) != 3 || r.Cost != (act.Cost{TokensIn: 210, TokensOut: 45}) {
		t.Fatalf("asked %d times, %+v", len(w.asked), r.Cost)
	}
	q := w.asked[1]
	if !strings.Contains(q.Problem, "c.Missing undefined") || !strings.Contains(q.Problem, "^") || !strings.Contains(q.Declaration, "c.Missing++") || q.Answer != broken {
		t.Errorf("the repair was asked with %+v", q)
	}
	if q := w.asked[2]; !strings.Contains(q.Problem, "cut off") {
		t.Errorf("the second repair was asked with %q", q.Problem)
	}
}

// A repair that holds only the broken declaration builds on the answer before.
func TestModelRepairsOnlyWhatIsBroken(t *testing.T) {
	half := strings.Replace(counting, "c.Taps++ }", "c.Tapz++ }", 1)
	repair := "```go\n" + counting[strings.Index(counting, "func (c *Counter) View"):]
	d, w := withModel(t, half, repair)
	d.done("make the button count how often I click it")
	if len(w.asked) != 2 || !strings.Contains(string(d.cell("counter").Source), "Count, Taps int") {
		t.Errorf("asked %d times, the source is\n%s", len(w.asked), d.cell("counter").Source)
	}
}

func TestRealClientAgainstAScriptedServer(t *testing.T) {
	for _, tt := range []struct {
		name   string
		script []llmtest.Reply
		status act.Status
		calls  int
	}{
		{"well", []llmtest.Reply{{Text: counting}}, act.Done, 1},
		{"cut off, then well", []llmtest.Reply{{Text: counting, How: llmtest.Cut}, {Text: counting}}, act.Done, 2},
		{"nonsense, broken, well", []llmtest.Reply{{Text: "no"}, {Text: "```go\nfunc x( {\n```"}, {Text: counting}}, act.Done, 3},
		{"a web page", []llmtest.Reply{{How: llmtest.HTML, Always: true}}, act.Failed, 1},
		{"broken for ever", []llmtest.Reply{{Text: "```go\nvar X = undefinedThing\n```", Always: true}}, act.Failed, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, _ := withModel(t)
			s := llmtest.Start(tt.script...)
			defer s.Close()
			client, err := llm.Open(llm.Config{BaseURL: s.URL, Model: "scripted-coder"})
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			d.SetWriter(coder.New(coder.Options{Model: client}))
			r := d.say("make the button count how often I click it")
			if r.Status != tt.status || r.Route != act.RouteModel || len(s.Requests()) != tt.calls {
				t.Fatalf("%d calls: %+v", len(s.Requests()), r)
			}
			if r.Status == act.Done && (r.Cost.TokensIn == 0 || r.Cost.TokensOut == 0) {
				t.Errorf("cost %+v", r.Cost)
			}
		})
	}
}

func TestModelGivesUp(t *testing.T) {
	const broken = "```go\nfunc (c *Counter) key(chord string) { c.Missing++ }\n```"
	d, w := withModel(t, broken, "I cannot do that.", broken, counting)
	r := d.say("make the button count how often I click it")
	if r.Status != act.Failed || len(w.asked) != 3 || !strings.Contains(r.Reason, "3 times") || !strings.Contains(r.Reason, "c.Missing") {
		t.Errorf("after %d questions: %+v", len(w.asked), r)
	}
}

func TestModelIsToldOfACrash(t *testing.T) {
	const crash = "```go\nfunc (c *Counter) View(x *cell.Context) cell.Node { panic(\"boom\") }\n```"
	const empty = "```go\nfunc (c *Counter) View(x *cell.Context) cell.Node { return cell.Column() }\n```"
	d, w := withModel(t, crash, empty, counting)
	d.done("make the button count how often I click it")
	if len(w.asked) != 3 || !strings.Contains(w.asked[1].Problem, "boom") || !strings.Contains(w.asked[2].Problem, "show nothing") {
		t.Errorf("asked %+v", w.asked)
	}
}

// An answer that changes only what nothing uses, or only comments, is not done, however well it runs.
func TestModelMustChangeWhatIsUsed(t *testing.T) {
	const idle = "```go\nfunc (c *Counter) label() string { return \"honk\" }\n```"
	d, w := withModel(t, idle, counting)
	if d.done("make the button count how often I click it"); len(w.asked) != 2 || !strings.Contains(w.asked[1].Problem, "changes only func Counter.label, which nothing in the program uses") {
		t.Errorf("asked %+v", w.asked)
	}
	const remark = "```go\nfunc main() {\n\t// now it honks\n\tcell.Run(&Counter{})\n}\n```"
	d, w = withModel(t, remark, remark, remark)
	if r := d.say("make the button count how often I click it"); r.Status != act.Failed || !strings.Contains(r.Reason, "changes nothing") {
		t.Errorf("after %d questions: %+v", len(w.asked), r)
	}
}

// TestTheFirstCauseIsTold: what was wrong with the answers stands in the reason, also where the end came by something else.
func TestTheFirstCauseIsTold(t *testing.T) {
	const broken = "```go\nfunc (c *Counter) key(chord string) { c.Missing++ }\n```"
	d, _ := withModel(t, broken, "spent")
	r := d.say("make the button count how often I click it")
	if r.Status != act.Failed || !strings.HasPrefix(r.Reason, "The model was not asked again: all is spent\nBefore that: The new code of Counter may not run") || !strings.Contains(r.Reason, "c.Missing") {
		t.Errorf("got %s", r.Reason)
	}
	d, _ = withModel(t, "spent")
	if r := d.say("make the button count how often I click it"); r.Reason != "The model was not asked: all is spent" {
		t.Errorf("got %s", r.Reason)
	}
	d, w := withModel(t, broken, broken, broken, "spent", "spent")
	d.PointAt("", "")
	if r := d.say("make me an egg watcher, show me three"); !strings.HasPrefix(r.Reason, "The model was not asked: all is spent\nBefore that: The model tried 3 times") {
		t.Errorf("of several: %s", r.Reason)
	}
	if len(w.asked) != 4 {
		t.Errorf("a model that does not answer was asked for each of several: %d times", len(w.asked))
	}
}

func TestModelMakesANewCell(t *testing.T) {
	const timer = "```go\npackage main\n\nimport \"cellshell/membrane/cell\"\n\ntype TeaTimer struct{ Left int }\n\n" +
		"func (c *TeaTimer) View(x *cell.Context) cell.Node { return cell.Text(\"tea\") }\n\nfunc main() { cell.Run(&TeaTimer{}) }\n```"
	d, w := withModel(t, timer)
	d.PointAt("", "")
	r := d.done("add a frobnicator that brews tea every hour")
	if len(w.asked) != 1 || !w.asked[0].New || r.Target.Cell != "tea-timer" {
		t.Fatalf("asked %d times, got %+v", len(w.asked), r)
	}
	if title := d.Desk.Scene().Doc.Cells["tea-timer"].Title; title != "Tea timer" {
		t.Errorf("its title is %q", title)
	}
}

// gatedWriter answers when it is told to.
type gatedWriter struct {
	asked, release chan struct{}
	answer         string
}

func (w *gatedWriter) Write(ctx context.Context, _ evolve.WriteRequest, _ func(evolve.Progress)) (evolve.Written, error) {
	close(w.asked)
	select {
	case <-w.release:
		return evolve.Written{Text: w.answer, In: 100, Out: 20}, nil
	case <-ctx.Done():
		return evolve.Written{}, ctx.Err()
	}
}

func TestOthersGoOnWhileTheModelWrites(t *testing.T) {
	const change = "```go\nfunc (c *Counter) key(chord string) { c.Count += 10 }\n```"
	d, _ := withModel(t)
	w := &gatedWriter{make(chan struct{}), make(chan struct{}), change}
	d.SetWriter(w)
	out := make(chan act.Receipt)
	go func() {
		out <- d.Evolve(context.Background(), evolve.Request{Sentence: "make the button count how often I click it"})
	}()
	<-w.asked
	d.done("make this button red")
	d.done("add a clock")
	d.done("move the counter to the bottom right")
	close(w.release)
	if r := <-out; r.Status != act.Done {
		t.Fatalf("got %+v", r)
	}
	src := string(d.cell("counter").Source)
	if n, _ := d.node("counter", "plus"); n.Style.Background != "red" || !strings.Contains(src, "c.Count += 10") {
		t.Errorf("one of the changes was lost: %q\n%s", n.Style.Background, src)
	}
	d.done("undo")
	if n, _ := d.node("counter", "plus"); n.Style.Background != "red" {
		t.Error("undoing the model's change took the button's colour along")
	}
}

// What is said in an attempt goes with it, also when the model answers only after it was thrown away; what was kept, stays.
func TestAnAttemptEndsWhileTheModelWrites(t *testing.T) {
	const change = "```go\nfunc (c *Counter) key(chord string) { c.Count += 10 }\n```"
	for end, want := range map[act.Intent]act.Status{act.Drop: act.Failed, act.Keep: act.Done} {
		d, _ := withModel(t)
		w := &gatedWriter{make(chan struct{}), make(chan struct{}), change}
		d.SetWriter(w)
		travel(d, act.Try, act.Args{Text: "loud"})
		d.done("make this button red")
		out := make(chan act.Receipt)
		go func() {
			out <- d.Evolve(context.Background(), evolve.Request{Sentence: "make the button count how often I click it"})
		}()
		<-w.asked
		travel(d, end, act.Args{})
		close(w.release)
		r := <-out
		if r.Status != want || r.Cost.TokensOut != 20 || want == act.Failed && !strings.Contains(r.Reason, `"loud", in which you said it, was thrown away`) {
			t.Errorf("%s: %s %s", end, r.Status, r.Reason)
		}
		if got := strings.Contains(string(d.cell("counter").Source), "c.Count += 10"); got != (want == act.Done) {
			t.Errorf("%s: the change is there: %v", end, got)
		}
	}
}

func TestNonsenseIsNotHandedToTheModel(t *testing.T) {
	d, w := withModel(t, counting)
	for _, say := range []string{"load my work desktop", "flurb the gronk"} {
		if r := d.say(say); r.Status != act.Asked || len(w.asked) != 0 {
			t.Errorf("%q: %+v after %d questions", say, r, len(w.asked))
		}
	}
}

func TestStopWhileTheModelWrites(t *testing.T) {
	d, _ := withModel(t, "hang")
	out := make(chan act.Receipt)
	go func() { out <- d.say("make the button count how often I click it") }()
	for begun := time.Now(); !d.Cancel(); {
		if time.Since(begun) > 5*time.Second {
			t.Fatal("the model was never asked")
		}
		time.Sleep(time.Millisecond)
	}
	select {
	case r := <-out:
		if r.Status != act.Failed || !strings.Contains(r.Reason, "topped") {
			t.Errorf("got %+v", r)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("it was not stopped")
	}
}

// A part goes into the cell that is pointed at or named, a whole thing becomes a cell of its own.
func TestWhereAWishBelongs(t *testing.T) {
	for _, tt := range []struct {
		say     string
		point   bool
		cell    string
		isAdded bool
	}{
		{"add a chart of the last ten counts", true, "counter", false},
		{"add a chart of the last ten counts to the counter", false, "counter", false},
		{"add a chart of the last ten counts to my Counter.", false, "counter", false},
		{"make me a metronome", false, "", true},
		{"add a frobnicator that brews tea every hour", false, "", true},
	} {
		d, w := withModel(t, counting)
		d.PointAt("", "")
		r := evolve.Request{Sentence: tt.say}
		if tt.point {
			r.At = act.Target{Cell: "counter"}
		}
		d.Evolve(context.Background(), r)
		if len(w.asked) == 0 || string(w.asked[0].Cell) != tt.cell || w.asked[0].New != tt.isAdded {
			t.Errorf("%q: asked %+v", tt.say, w.asked)
		}
	}
}
