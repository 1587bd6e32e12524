package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// asking is a cell that calls a service when it is tapped.
const asking = `package main

import "cellshell/membrane/cell"

// Asking shows how much memory there is.
type Asking struct{ Total int }

// View shows it.
func (a *Asking) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(a.Total)).Key("total"),
		cell.Button("Ask").Key("ask").OnTap(func() { x.Call("system", "load", nil, func(r cell.Reply) { a.told(r) }) }),
	).Gap(8).Padding(12)
}

func (a *Asking) told(r cell.Reply) { a.Total = int(r.Float("memory.total")) }

func main() { cell.Run(&Asking{}) }
`

// TestShadowRunAndProbation lets a new generation live through the last events before it is shown, and watches it after.
func TestShadowRunAndProbation(t *testing.T) {
	s := llmtest.Start()
	t.Cleanup(s.Close)
	d := &modelled{startWith(t, "[evolve]\nnative = false\n", "OPENAI_BASE_URL="+s.URL, "OPENAI_API_KEY=sk-test"), t, s}
	tap := func(t *testing.T, target string) {
		t.Helper()
		if _, errOut, code := d.Cell("tap", target); code != 0 {
			t.Fatal(errOut)
		}
	}
	tap(t, "counter/plus")
	const handler = "func() { c.Count += Step; c.Clicks++ }"

	t.Run("a crash at what was done last", func(t *testing.T) {
		d.model.Script(llmtest.Reply{Text: strings.Replace(clicks, handler, "func() { var m map[string]int; m[\"x\"] = 1 }", 1)}, llmtest.Reply{Text: clicks})
		r := d.Must("counter/plus", countClicks)
		q := d.model.Requests()
		if len(q) != 2 || !strings.Contains(q[1].Last(), "fails at what was done last, tap of plus") || !strings.Contains(q[1].Last(), "nil map") {
			t.Errorf("after %d calls: %+v", len(q), q[len(q)-1].Last())
		}
		if countOf(t, d.Desk) != 1.0 || node(t, d.Desk, "counter", "clicks").Text != "clicked 0 times" {
			t.Error("the shadow run shows in the state")
		}
		if r.Checks == nil {
			t.Error("nothing was measured")
		}
		d.Must("", "undo")
	})
	t.Run("and nothing else", func(t *testing.T) {
		d.t = t
		was := stand(t, d.Desk)
		d.model.Script(llmtest.Reply{Text: strings.Replace(clicks, handler, "func() { panic(\"at the tap\") }", 1), Always: true})
		r := d.Evolve("counter/plus", countClicks)
		if r.Status != act.Failed || !strings.Contains(r.Reason, "fails at what was done last, tap of plus") || !strings.Contains(r.Reason, "at the tap") {
			t.Errorf("%s: %s", r.Status, r.Reason)
		}
		was.same(t, d.Desk)
	})
	t.Run("calls get the answers of before", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "asking")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"main.go": asking, "genome.toml": "name = \"asking\"\nkind = \"widget\"\npowers = [\"system\"]\n"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, errOut, code := d.Cell("spawn", folder); code != 0 {
			t.Fatal(errOut)
		}
		tap(t, "asking/ask")
		testenv.Eventually(t, 5*time.Second, "an answer", func() bool { return node(t, d.Desk, "asking", "total").Text != "0" })
		src := strings.Replace(asking, "a.Total = int(r.Float(\"memory.total\"))", "\n\tif r.Float(\"memory.total\") > 0 {\n\t\tpanic(\"answered\")\n\t}\n", 1)
		var r act.Receipt
		var err error
		for range 3 { // a shadow run that a busy machine cuts short refuses nothing
			if err = d.Try(control.MethodEdit, control.EditParams{Cell: "asking", Source: src}, &r); r.Status != act.Done {
				break
			}
			d.Must("", "undo")
		}
		if err != nil || r.Status != act.Failed || !strings.Contains(r.Reason, "tap of ask") || !strings.Contains(r.Reason, "answered") {
			t.Errorf("%s: %s, %v", r.Status, r.Reason, err)
		}
	})
	back := func(t *testing.T, answer, why string, use func()) {
		t.Helper()
		source, _, _ := d.Cell("cat", "counter")
		d.model.Script(llmtest.Reply{Text: answer})
		d.Must("counter/plus", countClicks)
		use()
		testenv.Eventually(t, 15*time.Second, "the source before", func() bool {
			now, _, _ := d.Cell("cat", "counter")
			return now == source
		})
		var h []control.HistoryEntry
		d.JSON(&h, nil, "history")
		if h[0].Status != act.RolledBack || !regexp.MustCompile(why).MatchString(h[0].Sentence) {
			t.Errorf("the history says %+v", h[0])
		}
		if _, errOut, code := d.Cell("tap", "counter/plus"); code != 0 {
			t.Error(errOut)
		}
	}
	t.Run("views that cost too much", func(t *testing.T) {
		slow := strings.Replace(clicks, "\tx.OnKey(c.key)\n", "\tx.OnKey(c.key)\n\tsum := 0\n\tfor i := 0; c.Clicks > 0 && i < 6000000; i++ {\n\t\tsum += i\n\t}\n\tif sum < 0 {\n\t\tc.Clicks = sum\n\t}\n", 1)
		slow = strings.Replace(slow, handler, "func() { c.Count += Step }", 1)
		slow = strings.Replace(slow, "\t\t\tcell.Button(\"Reset\")", "\t\t\tcell.Button(\"Work\").Key(\"work\").OnTap(func() { c.Clicks++ }),\n\t\t\tcell.Button(\"Reset\")", 1)
		back(t, slow, "processor time|no answer within", func() {
			for range 8 {
				_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter/work"}, nil)
			}
		})
	})
	t.Run("views that cost too much, after one that nobody had touched", func(t *testing.T) {
		if _, errOut, code := d.Cell("spawn", "counter"); code != 0 {
			t.Fatal(errOut)
		}
		source, _, _ := d.Cell("cat", "counter-2")
		var r act.Receipt
		d.Call(control.MethodEdit, control.EditParams{Cell: "counter-2", Source: strings.Replace(source, "\tx.OnKey(c.key)\n", "\tx.OnKey(c.key)\n\tsum := 0\n\tfor i := 0; c.Count > 0 && i < 5000000; i++ {\n\t\tsum += i\n\t}\n\tif sum < 0 {\n\t\tc.Count = sum\n\t}\n", 1)}, &r)
		for range 4 {
			_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter-2/plus"}, nil)
		}
		testenv.Eventually(t, 15*time.Second, "the source before", func() bool {
			now, _, _ := d.Cell("cat", "counter-2")
			return now == source
		})
	})
	t.Run("no answer any more", func(t *testing.T) {
		hanging := strings.Replace(clicks, handler, "func() { c.Count += Step }", 1)
		hanging = strings.Replace(hanging, "\t\t\tcell.Button(\"Reset\")", "\t\t\tcell.Button(\"Hang\").Key(\"hang\").OnTap(func() {\n\t\t\t\tfor c.Count >= 0 {\n\t\t\t\t\tc.Clicks++\n\t\t\t\t}\n\t\t\t}),\n\t\t\tcell.Button(\"Reset\")", 1)
		back(t, hanging, `^roll back "[^"]*": killed: no answer within 3s$`, func() {
			_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter/hang"}, nil)
		})
	})
	t.Run("more errors than before", func(t *testing.T) {
		erring := strings.Replace(clicks, handler, "func() { c.Count += Step; x.Call(\"exec\", \"run\", nil, func(r cell.Reply) { c.Clicks++ }) }", 1)
		back(t, erring, "it erred", func() {
			for range 6 {
				_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
			}
		})
	})
}
