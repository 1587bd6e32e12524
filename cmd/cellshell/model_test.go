package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

const countClicks = "make the button count how often I click it"

// clicks is how a model that does well answers: the button's own count beside what it did before.
const clicks = "Here is the change:\n\n```go\n" + `// Counter keeps the number and how often the button was clicked.
type Counter struct {
	Count  int
	Clicks int
}

// View shows the number and its buttons.
func (c *Counter) View(x *cell.Context) cell.Node {
	x.OnKey(c.key)
	return cell.Column(
		cell.Text("Counter").Key("title").Size(13).Weight(600).Color("muted"),
		cell.Text(cell.Itoa(c.Count)).Key("count").Size(64).Bold().Color("accent").Tabular().Lines(1).MinWidth(120).Center(),
		cell.Text(fmt.Sprintf("clicked %d times", c.Clicks)).Key("clicks").Size(13).Color("muted").Tabular(),
		cell.Row(
			cell.Button("+"+cell.Itoa(Step)).Key("plus").Primary().Size(16).Width(64).Height(40).Tooltip("Add one").
				OnTap(func() { c.Count += Step; c.Clicks++ }),
			cell.Button("Reset").Key("reset").Plain().Size(14).Height(40).Disabled(c.Count == 0).
				OnTap(func() { c.Count = 0 }),
		).Gap(8).Align("center"),
	).Align("center").Gap(8).PadX(24).PadY(18)
}
` + "```\n"

// broken does not compile, and no rule knows how to mend it.
const broken = "```go\nfunc (c *Counter) key(chord string) { c.Missing.Press(chord) }\n```\n"

const dice = "```go\n" + `package main

import (
	"math/rand"

	"cellshell/membrane/cell"
)

// DiceRoller rolls one die.
type DiceRoller struct {
	Rolled int
	Rolls  int
}

// View shows the die and the button that rolls it.
func (d *DiceRoller) View(x *cell.Context) cell.Node {
	face := "–"
	if d.Rolled > 0 {
		face = cell.Itoa(d.Rolled)
	}
	return cell.Column(
		cell.Text(face).Key("face").Size(64).Bold().Color("accent").Tabular(),
		cell.Text(cell.Itoa(d.Rolls)+" rolls").Key("rolls").Size(13).Color("muted"),
		cell.Button("Roll").Key("roll").Primary().OnTap(d.roll),
	).Align("center").Gap(12).Padding(24)
}

func (d *DiceRoller) roll() {
	d.Rolled = 1 + rand.Intn(6)
	d.Rolls++
}

func main() { cell.Run(&DiceRoller{}) }
` + "```\n"

// modelled is a desktop whose model is scripted.
type modelled struct {
	*testenv.Desk
	t     *testing.T
	model *llmtest.Server
}

// withModel starts one. The settings give the model little time, so that a silent one does not hold up the tests.
func withModel(t *testing.T, replies ...llmtest.Reply) *modelled {
	t.Helper()
	s := llmtest.Start(replies...)
	t.Cleanup(s.Close)
	return &modelled{startWith(t, "first_token = \"1s\"\nnext_token = \"700ms\"\nanswer = \"4s\"\n", "OPENAI_BASE_URL="+s.URL, "OPENAI_API_KEY=sk-test"), t, s}
}

// startWith starts a desktop with these settings of its model.
func startWith(t *testing.T, settings string, env ...string) *testenv.Desk {
	t.Helper()
	config := t.TempDir()
	if err := os.Mkdir(filepath.Join(config, "cellshell"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(config, "cellshell", "config.toml"), []byte("[model]\n"+settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return testenv.Start(t, append(env, "XDG_CONFIG_HOME="+config)...)
}

// standing is all that a sentence which was not carried out must leave as it was.
type standing struct {
	commit, tree, source, history string
	cells                         []control.CellInfo
	pids                          map[string]int
}

func stand(t *testing.T, d *testenv.Desk) standing {
	t.Helper()
	var s standing
	git := func(args ...string) string {
		out, err := exec.Command("git", append([]string{"-C", filepath.Join(d.Dir(), "data/cellshell/tissue")}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	s.commit, s.tree = git("rev-parse", "HEAD"), git("status", "--porcelain")
	s.source, _, _ = d.Cell("cat", "counter")
	s.history, _, _ = d.Cell("history", "--json")
	d.JSON(&s.cells, nil, "ls")
	s.pids = map[string]int{}
	for i := range s.cells {
		c := &s.cells[i]
		c.CPU, c.Memory = 0, 0
		s.pids[c.ID] = d.Inspect(c.ID).PID
	}
	return s
}

// settled waits until no cell is about to be compiled, so that process ids stay.
func settled(t *testing.T, d *testenv.Desk) {
	t.Helper()
	testenv.Eventually(t, 60*time.Second, "promotion to native", func() bool {
		var cells []control.CellInfo
		d.JSON(&cells, nil, "ls")
		return !slices.ContainsFunc(cells, func(c control.CellInfo) bool { return c.Engine != "native" })
	})
}

// same proves that the desktop stands where it stood, and that the counter still answers.
func (s standing) same(t *testing.T, d *testenv.Desk) {
	t.Helper()
	now := stand(t, d)
	switch {
	case now.commit != s.commit || now.history != s.history:
		t.Errorf("the history changed:\n%s\n%s", s.history, now.history)
	case now.tree != s.tree:
		t.Errorf("the folder of the tissue is not clean: %q", now.tree)
	case now.source != s.source:
		t.Errorf("the source changed:\n%s", now.source)
	case !slices.Equal(now.cells, s.cells):
		t.Errorf("the cells changed:\n%+v\n%+v", s.cells, now.cells)
	}
	for id, pid := range s.pids {
		if now.pids[id] != pid {
			t.Errorf("%s has another process: %d, was %d", id, now.pids[id], pid)
		}
	}
	before, _ := countOf(t, d).(float64)
	if out, errOut, code := d.Cell("tap", "counter/plus"); code != 0 {
		t.Fatalf("tap: %d %s%s", code, out, errOut)
	}
	testenv.Eventually(t, 3*time.Second, "the old cell answers a tap", func() bool { return countOf(t, d) == before+1 })
}

// failed says a sentence to a model that answers so, and proves that nothing came of it.
func (d *modelled) failed(sentence string, replies ...llmtest.Reply) act.Receipt {
	d.t.Helper()
	was := stand(d.t, d.Desk)
	d.model.Script(replies...)
	r := d.Evolve("counter/plus", sentence)
	if r.Status != act.Failed && r.Status != act.Refused {
		d.t.Errorf("%s: %s%s", r.Status, r.Reason, r.Question)
	}
	if r.Route != act.RouteModel || r.Commit != "" || r.Undo != "" {
		d.t.Errorf("the receipt says %+v", r)
	}
	was.same(d.t, d.Desk)
	return r
}

func TestModelWritesBehaviour(t *testing.T) {
	d := withModel(t, llmtest.Reply{Text: clicks})
	before := stand(t, d.Desk)
	for range 2 {
		d.Cell("tap", "counter/plus")
	}
	r := d.Must("counter/plus", countClicks)
	if r.Route != act.RouteModel || r.Cost.TokensIn < 500 || r.Cost.TokensOut < 50 || r.Generation != 2 || r.Commit == "" || r.Undo == "" || len(r.Checks) == 0 {
		t.Errorf("the receipt says %+v", r)
	}
	if countOf(t, d.Desk) != 2.0 {
		t.Errorf("the count was 2 and is %v", countOf(t, d.Desk))
	}
	for range 3 {
		if out, errOut, code := d.Cell("tap", "counter/plus"); code != 0 {
			t.Fatalf("tap: %d %s%s", code, out, errOut)
		}
	}
	testenv.Eventually(t, 3*time.Second, "three clicks", func() bool {
		return node(t, d.Desk, "counter", "clicks").Text == "clicked 3 times" && countOf(t, d.Desk) == 5.0
	})
	q := d.model.Requests()
	if len(q) != 1 || q[0].Key != "sk-test" || !strings.Contains(q[0].Last(), countClicks) || !strings.Contains(q[0].Last(), `key "plus"`) {
		t.Errorf("the model was asked %d times: %+v", len(q), q)
	}
	if _, errOut, code := d.Cell("undo"); code != 0 {
		t.Fatalf("undo: %s", errOut)
	}
	if now, _, _ := d.Cell("cat", "counter"); now != before.source {
		t.Errorf("after undo the source is\n%s", now)
	}
	if testenv.Node(d.Inspect("counter").Tree, func(n *control.NodeDetail) bool { return strings.HasSuffix(n.ID, "/clicks") }) != nil {
		t.Error("undo left the new text on the desktop")
	}
	if countOf(t, d.Desk) != 5.0 {
		t.Errorf("undo lost the count: %v", countOf(t, d.Desk))
	}
}

// TestModelAfterAQuestion says the sentence without pointing: there are several buttons, so it is asked which, and the
// answer goes on to the model.
func TestModelAfterAQuestion(t *testing.T) {
	d := withModel(t, llmtest.Reply{Text: clicks})
	r := d.Evolve("", countClicks)
	if r.Status != act.Asked || len(r.Choices) < 2 {
		t.Fatalf("%s: %s%s %v", r.Status, r.Reason, r.Question, r.Choices)
	}
	choice := ""
	for _, c := range r.Choices {
		if strings.Contains(c, "+1") {
			choice = c
		}
	}
	if len(d.model.Requests()) != 0 || choice == "" {
		t.Fatalf("%d requests before the answer; choices %q", len(d.model.Requests()), r.Choices)
	}
	d.JSON(&r, []int{1, 3, 4}, "answer", choice)
	if r.Status != act.Done || r.Route != act.RouteModel {
		t.Fatalf("%s: %s%s", r.Status, r.Reason, r.Question)
	}
	d.Cell("tap", "counter/plus")
	testenv.Eventually(t, 3*time.Second, "one click", func() bool { return node(t, d.Desk, "counter", "clicks").Text == "clicked 1 times" })
}

func TestWithoutAModel(t *testing.T) {
	d := testenv.Start(t)
	settled(t, d)
	for _, at := range []string{"counter/plus", ""} {
		was := stand(t, d)
		r := d.Evolve(at, countClicks)
		if r.Status != act.Failed && r.Status != act.Asked {
			t.Errorf("%q: %s", at, r.Status)
		}
		if !strings.Contains(r.Reason, "OPENAI_API_KEY") || !strings.Contains(r.Reason, "Ollama") {
			t.Errorf("%q: it is not said how to add a model: %q, %q", at, r.Reason, r.Question)
		}
		if r.Commit != "" || r.Cost != (act.Cost{}) {
			t.Errorf("the receipt says %+v", r)
		}
		was.same(t, d)
	}
	r := d.Evolve("", "make me a dice roller")
	if r.Status == act.Done || !strings.Contains(r.Reason+r.Question, "OPENAI_API_KEY") {
		t.Errorf("a new cell: %s: %s%s", r.Status, r.Reason, r.Question)
	}
	_, errOut, code := d.Cell("evolve", "--at", "counter/plus", countClicks)
	if code != 1 && code != 3 || !strings.Contains(errOut, "OPENAI_API_KEY") {
		t.Errorf("exit code %d, %s", code, errOut)
	}
}

func TestModelRepairs(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)

	t.Run("broken for ever", func(t *testing.T) {
		d.t = t
		r := d.failed(countClicks, llmtest.Reply{Text: broken}, llmtest.Reply{Text: broken}, llmtest.Reply{Text: broken}, llmtest.Reply{Text: broken}, llmtest.Reply{Text: clicks})
		if n := len(d.model.Requests()); n != 3 || !strings.Contains(r.Reason, "c.Missing") || !strings.Contains(r.Reason, "main.go:") {
			t.Errorf("after %d calls: %s", n, r.Reason)
		}
		if r.Cost.TokensIn < 1500 || r.Cost.TokensOut == 0 {
			t.Errorf("three calls cost %+v", r.Cost)
		}
	})
	t.Run("broken twice, then well", func(t *testing.T) {
		d.t = t
		d.model.Script(llmtest.Reply{Text: broken}, llmtest.Reply{Text: broken}, llmtest.Reply{Text: clicks})
		r := d.Must("counter/plus", countClicks)
		q := d.model.Requests()
		if len(q) != 3 || r.Route != act.RouteModel {
			t.Fatalf("after %d calls: %+v", len(q), r)
		}
		for _, q := range q[1:] {
			if !strings.Contains(q.Last(), "c.Missing undefined") || !strings.Contains(q.Last(), countClicks) {
				t.Errorf("the repair was asked for with\n%s", q.Last())
			}
		}
		d.Cell("tap", "counter/plus")
		testenv.Eventually(t, 3*time.Second, "a click", func() bool { return node(t, d.Desk, "counter", "clicks").Text == "clicked 1 times" })
		d.Cell("undo")
	})
	for name, answer := range map[string]string{
		"a missing import":     clicks, // fmt
		"an import too many":   strings.Replace(clicks, "```go\n", "```go\nimport (\n\t\"fmt\"\n\t\"strings\"\n\t\"cellshell/membrane/cell\"\n)\n\n", 1),
		"an unused variable":   strings.Replace(clicks, "\tx.OnKey(c.key)\n", "\tx.OnKey(c.key)\n\tlabel := \"unused\"\n", 1),
		"names from elsewhere": strings.NewReplacer("cell.Text(\"Counter\")", "cell.Label(\"Counter\")", "OnTap", "OnClick", ".Size(64)", ".FontSize(64)").Replace(clicks),
		"no fences":            strings.ReplaceAll(strings.TrimPrefix(clicks, "Here is the change:\n\n```go\n"), "```", ""),
		"a fence not closed":   strings.TrimSuffix(clicks, "```\n"),
		"a fence of tildes":    strings.ReplaceAll(clicks, "```", "~~~"),
		"thoughts and blocks":  "<think>\nI could write ```go\nbroken(\n``` but no.\n</think>\n" + clicks + "\nThis counts clicks.\n",
		"windows line ends":    strings.ReplaceAll(clicks, "\n", "\r\n"),
	} {
		t.Run(name+" needs no second call", func(t *testing.T) {
			d.model.Script(llmtest.Reply{Text: answer})
			r := d.Must("counter/plus", countClicks)
			if n := len(d.model.Requests()); n != 1 || r.Route != act.RouteModel {
				t.Errorf("%d calls, %+v", n, r)
			}
			if _, errOut, code := d.Cell("undo"); code != 0 {
				t.Fatal(errOut)
			}
		})
	}
}

// TestMisbehavingServer lets the server do what real servers do. Whatever it is, the desktop stays as it was, and a
// sentence says why.
func TestMisbehavingServer(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	for _, tt := range []struct {
		name  string
		reply llmtest.Reply
		calls int // most
		why   string
	}{
		{"truncated stream", llmtest.Reply{Text: clicks, How: llmtest.Cut}, 3, "the connection ended in the middle|unexpected EOF"},
		{"no finish reason", llmtest.Reply{Text: clicks, How: llmtest.NoFinish}, 3, "the stream ended without a reason"},
		{"length", llmtest.Reply{Text: clicks, How: llmtest.Length}, 3, "the answer was cut at \\d+ tokens"},
		{"content filter", llmtest.Reply{Text: clicks, How: llmtest.Filtered}, 3, "content filter"},
		{"a web page", llmtest.Reply{How: llmtest.HTML}, 1, "text/html.*OPENAI_BASE_URL"},
		{"JSON without an answer", llmtest.Reply{How: llmtest.EmptyJSON}, 1, "JSON that is no answer"},
		{"error frame", llmtest.Reply{Text: clicks, How: llmtest.ErrorFrame}, 3, "the model crashed"},
		{"error frame with spaces", llmtest.Reply{Text: clicks, How: llmtest.SpacedError}, 3, "the model crashed"},
		{"error text", llmtest.Reply{Text: clicks, How: llmtest.StringError}, 3, "the model crashed"},
		{"error in a choice", llmtest.Reply{Text: clicks, How: llmtest.ChoiceError}, 3, "the model crashed"},
		{"broken JSON", llmtest.Reply{Text: clicks, How: llmtest.BrokenJSON}, 3, "broken JSON"},
		{"stall", llmtest.Reply{Text: clicks, How: llmtest.Stall}, 3, "no token for 700ms"},
		{"reads half of the request", llmtest.Reply{Text: clicks, Style: llmtest.Ollama, In: 300}, 1, "read only 300 of about \\d+ tokens.*OLLAMA_CONTEXT_LENGTH"},
		{"error line of llama.cpp", llmtest.Reply{Text: clicks, Style: llmtest.LlamaCpp, How: llmtest.ErrorLine}, 3, "the model crashed"},
		{"error object of vLLM", llmtest.Reply{Text: clicks, Style: llmtest.VLLM, How: llmtest.ErrorObject}, 3, "the model crashed"},
		{"error event of LM Studio", llmtest.Reply{Text: clicks, Style: llmtest.LMStudio, How: llmtest.NamedError}, 3, "the model crashed"},
		{"loading", llmtest.Reply{How: llmtest.Fail, Status: 503, Body: `{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}`}, 2, "503.*Loading model"},
		{"context exceeded", llmtest.Reply{How: llmtest.Fail, Status: 400, Body: `{"error":{"message":"maximum context length is 2048 tokens"}}`}, 1, "maximum context length"},
		{"another type", llmtest.Reply{Text: clicks, How: llmtest.WrongType}, 1, "text/plain"},
		{"everything twice", llmtest.Reply{Text: clicks, How: llmtest.Twice}, 3, "no code|answer"},
		{"never stops thinking", llmtest.Reply{How: llmtest.ThinksOn}, 3, "no code"},
		{"mute", llmtest.Reply{How: llmtest.Mute}, 2, "no answer for 1s"},
		{"too slow", llmtest.Reply{Text: strings.Repeat(clicks, 3), Delay: 300 * time.Millisecond}, 1, "no whole answer (with)?in 4s|no whole answer after 4s"},
		{"endless", llmtest.Reply{Text: "and so on and on ", How: llmtest.Endless}, 3, "does not keep to \\d+ tokens"},
		{"empty", llmtest.Reply{How: llmtest.Empty}, 3, "the answer is empty"},
		{"nonsense", llmtest.Reply{Text: "I am terribly sorry, but as a teapot I cannot do that."}, 3, "no code"},
		{"another language", llmtest.Reply{Text: "```python\nprint('hi')\n```"}, 3, "no code"},
		{"half a declaration", llmtest.Reply{Text: "```go\nfunc (c *Counter) View(x *cell.Context) cell.Node {\n```"}, 3, "main.go|answer"},
		{"nothing new", llmtest.Reply{Text: "```go\nfunc main() { cell.Run(&Counter{}) }\n```"}, 3, "changes nothing"},
		{"redirect", llmtest.Reply{How: llmtest.Moved}, 1, "elsewhere: /login"},
		{"reset", llmtest.Reply{How: llmtest.Reset}, 2, "closed the connection without an answer.*is the model server running"},
		{"too many requests", llmtest.Reply{How: llmtest.Fail, Status: 429, Body: `{"error":{"message":"slow down"}}`}, 2, "429.*slow down.*try again"},
		{"no credit", llmtest.Reply{How: llmtest.Fail, Status: 402, Body: `{"error":{"message":"no credit left"}}`}, 2, "no credit left"},
		{"come back later", llmtest.Reply{How: llmtest.Fail, Status: 429, Header: http.Header{"Retry-After": {"40"}}, Body: `{"error":{"message":"slow down"}}`}, 1, "slow down; try again in 40s"},
		{"bad gateway", llmtest.Reply{How: llmtest.Fail, Status: 502, Body: "<html>bad gateway</html>"}, 2, "502"},
		{"wrong key", llmtest.Reply{How: llmtest.Fail, Status: 401, Body: `{"error":{"message":"bad key"}}`}, 1, "bad key.*OPENAI_API_KEY"},
		{"no such model", llmtest.Reply{How: llmtest.Fail, Status: 404, Body: `{"error":{"message":"no such model"}}`}, 1, "no such model.*CELLSHELL_MODEL"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d.t = t
			tt.reply.Always = true
			began := time.Now()
			r := d.failed(countClicks, tt.reply)
			took := time.Since(began)
			if !regexp.MustCompile(tt.why).MatchString(strings.ReplaceAll(r.Reason, "\n", " ")) {
				t.Errorf("the reason is %q, want %q", r.Reason, tt.why)
			}
			if n := len(d.model.Requests()); n == 0 || n > tt.calls {
				t.Errorf("%d calls, at most %d are sensible", n, tt.calls)
			}
			if took > 12*time.Second { // three answers of at most 4 s
				t.Errorf("it took %v", took)
			}
			t.Logf("%v, %d calls: %s", took.Round(time.Millisecond), len(d.model.Requests()), r.Reason)
		})
	}
	for name, reply := range map[string]llmtest.Reply{
		"missing DONE": {Text: clicks, How: llmtest.NoDone}, "only DONE": {Text: clicks, How: llmtest.OnlyDone},
		"does not stream": {Text: clicks, How: llmtest.JSON}, "comments first": {Text: clicks, How: llmtest.Comments},
		"thinks first": {Text: clicks, How: llmtest.Reasoning}, "other line ends": {Text: clicks, How: llmtest.CRLF},
		"slow":      {Text: clicks, Delay: 10 * time.Millisecond},
		"as OpenAI": {Text: clicks, Style: llmtest.OpenAI}, "as Ollama": {Text: clicks, Style: llmtest.Ollama, How: llmtest.Reasoning},
		"as llama.cpp": {Text: clicks, Style: llmtest.LlamaCpp}, "as vLLM": {Text: clicks, Style: llmtest.VLLM},
		"as LM Studio": {Text: clicks, Style: llmtest.LMStudio}, "as OpenRouter": {Text: clicks, Style: llmtest.OpenRouter},
		"thinks aloud": {Text: clicks, How: llmtest.Thinks}, "one byte at a time": {Text: clicks, How: llmtest.Bytes},
	} {
		t.Run(name+" is well enough", func(t *testing.T) {
			d.model.Script(reply)
			d.Must("counter/plus", countClicks)
			if _, errOut, code := d.Cell("undo"); code != 0 {
				t.Fatal(errOut)
			}
		})
	}
	t.Run("one bad gateway is not seen", func(t *testing.T) {
		d.model.Script(llmtest.Reply{How: llmtest.Fail, Status: 502}, llmtest.Reply{Text: clicks})
		d.Must("counter/plus", countClicks)
		d.Cell("undo")
	})
	t.Run("a refused parameter is left out", func(t *testing.T) {
		d.model.Script(llmtest.Reply{How: llmtest.RefusesParam, Text: "max_tokens"}, llmtest.Reply{Text: clicks})
		d.Must("counter/plus", countClicks)
		d.Cell("undo")
	})
	t.Run("gone", func(t *testing.T) {
		d.t = t
		d.model.Close()
		if r := d.failed(countClicks); !strings.Contains(r.Reason, "refused") || !strings.Contains(r.Reason, "is the model server running") {
			t.Errorf("the reason is %q", r.Reason)
		}
	})
}

// TestHostileAnswers lets the model write what must never run, or never to its end.
func TestHostileAnswers(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	view := func(body string) string {
		return "```go\nfunc (c *Counter) View(x *cell.Context) cell.Node {\n" + body + "\n}\n```\n"
	}
	const one = "\treturn cell.Text(\"x\")"
	for _, tt := range []struct{ name, answer, why string }{
		{"os/exec", "```go\nimport \"os/exec\"\n\nfunc (c *Counter) key(chord string) { exec.Command(\"sh\").Run() }\n```", `"os/exec" is not allowed`},
		{"os/exec without import", "```go\nfunc (c *Counter) key(chord string) { exec.Command(\"sh\").Run() }\n```", "undefined: exec"},
		{"net", "```go\nimport \"net\"\n\nfunc (c *Counter) key(chord string) { net.Dial(\"tcp\", \"127.0.0.1:1\") }\n```", `"net" is not allowed`},
		{"dot import", "```go\nimport . \"os\"\n\nfunc (c *Counter) key(chord string) { Exit(1) }\n```", `"os" is not allowed|dot|undefined: Exit`},
		{"dot import of what is allowed", "```go\nimport . \"strings\"\n\nfunc (c *Counter) key(chord string) { println(ToUpper(chord)) }\n```", "import it by its name"},
		{"init", "```go\nfunc init() { println(\"hi\") }\n```", "init"},
		{"directive", "```go\n//go:linkname nano runtime.nanotime\nfunc nano() int64\n\nfunc (c *Counter) key(chord string) { println(nano()) }\n```", "directive|linkname|no body"},
		{"directive before a function", "```go\n//go:nosplit\nfunc (c *Counter) key(chord string) { c.Count = 7 }\n```", "directive"},
		{"unsafe", "```go\nimport \"unsafe\"\n\nfunc (c *Counter) key(chord string) { println(unsafe.Pointer(c)) }\n```", `unsafe`},
		{"reflect", "```go\nimport \"reflect\"\n\nfunc (c *Counter) key(chord string) { println(reflect.TypeOf(c).String()) }\n```", `"reflect" is not allowed`},
		{"goroutine", view("\tgo c.key(\"up\")\n" + one), "go statement|goroutine"},
		{"endless loop", view("\tfor {\n\t\tc.Count++\n\t}\n"), "loop|in time|answer"},
		{"hidden endless loop", view("\tfor i := 0; i >= 0; i = i * 1 {\n\t}\n" + one), "in time|no view|answer|took"},
		{"endless loop at the start", "```go\nvar spin = forever()\n\nfunc forever() int {\n\tn := 1\n\tfor n > 0 {\n\t\tn = n%2 + 1\n\t}\n\treturn n\n}\n```", "in time|no view|answer|took|call"},
		{"panic", view("\tvar m map[string]int\n\tm[\"x\"] = 1\n" + one), "nil map"},
		{"recursion", view("\treturn c.View(x)"), "stack|recurs|memory|died|time|answer"},
		{"memory bomb", view("\tvar all [][]byte\n\tfor i := 0; i < 100000; i++ {\n\t\tb := make([]byte, 1000000)\n\t\tfor j := 0; j < len(b); j += 4096 {\n\t\t\tb[j] = 1\n\t\t}\n\t\tall = append(all, b)\n\t}\n\treturn cell.Text(cell.Itoa(len(all)))"), "memory|time|answer|killed"},
		{"a million nodes", view("\tvar rows []cell.Node\n\tfor i := 0; i < 1000000; i++ {\n\t\trows = append(rows, cell.Text(\"x\"))\n\t}\n\treturn cell.Column(rows...)"), "nodes|frame|time|memory"},
		{"blank", view("\treturn cell.Column()"), "show nothing"},
		{"all transparent", view("\treturn cell.Text(\"\")"), "show nothing"},
		{"bad colour", view("\treturn cell.Text(\"x\").Color(\"no such colour\")"), "colou?r"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d.t = t
			began := time.Now()
			r := d.failed(countClicks, llmtest.Reply{Text: tt.answer, Always: true})
			took := time.Since(began)
			if !regexp.MustCompile(tt.why).MatchString(strings.ReplaceAll(r.Reason, "\n", " ")) {
				t.Errorf("the reason is %q, want %q", r.Reason, tt.why)
			}
			if n := len(d.model.Requests()); n != 3 {
				t.Errorf("%d calls", n)
			}
			if took > 20*time.Second { // three trials of 3 s at most
				t.Errorf("it took %v", took)
			}
			t.Logf("%v: %s", took.Round(time.Millisecond), r.Reason)
		})
	}
	t.Run("then well", func(t *testing.T) {
		d.model.Script(llmtest.Reply{Text: view("\tfor {\n\t}")}, llmtest.Reply{Text: view("\treturn cell.Column()")}, llmtest.Reply{Text: clicks})
		d.Must("counter/plus", countClicks)
		if q := d.model.Requests(); len(q) != 3 || !strings.Contains(q[1].Last(), "never ends") || !strings.Contains(q[2].Last(), "a person can see") {
			t.Errorf("%d calls; the repairs were asked for with\n%s", len(q), q[len(q)-1].Last())
		}
	})
}

func TestModelMakesANewCell(t *testing.T) {
	d := withModel(t, llmtest.Reply{Text: dice})
	settled(t, d.Desk)
	was := stand(t, d.Desk)
	r := d.Must("", "make me a dice roller")
	if r.Route != act.RouteModel || r.Cost.TokensOut == 0 || r.Target.Cell == "" {
		t.Fatalf("the receipt says %+v", r)
	}
	id := r.Target.Cell
	c := d.Inspect(id)
	if c.Bounds.W < 40 || c.Bounds.H < 40 || c.Bounds.X < 0 || c.Bounds.X+c.Bounds.W > 1280 || c.Bounds.Y+c.Bounds.H > 800 {
		t.Errorf("it is at %+v", c.Bounds)
	}
	for range 4 {
		d.Cell("tap", id+"/roll")
	}
	testenv.Eventually(t, 3*time.Second, "four rolls", func() bool { return node(t, d.Desk, id, "rolls").Text == "4 rolls" })
	if face := node(t, d.Desk, id, "face").Text; len(face) != 1 || face < "1" || face > "6" {
		t.Errorf("it rolled %q", face)
	}
	if q := d.model.Requests(); len(q) != 1 || !strings.Contains(q[0].Last(), "Write a new cell") {
		t.Errorf("the model was asked %d times", len(q))
	}
	if _, errOut, code := d.Cell("undo"); code != 0 {
		t.Fatal(errOut)
	}
	now := stand(t, d.Desk)
	if !slices.Equal(now.cells, was.cells) {
		t.Errorf("undo left\n%+v, want\n%+v", now.cells, was.cells)
	}
	if _, _, code := d.Cell("redo"); code != 0 || node(t, d.Desk, id, "rolls").Text != "4 rolls" {
		t.Errorf("redo: exit code %d, %+v", code, d.Inspect(id))
	}

	settled(t, d.Desk)
	for name, answer := range map[string]string{
		"broken": strings.Replace(dice, "d.Rolls++", "d.Rolls+=", 1),
		"panic":  strings.Replace(dice, "face := \"–\"", "face := []string{}[d.Rolls]", 1),
		"exec":   strings.NewReplacer("\"math/rand\"", "\"os/exec\"", "1 + rand.Intn(6)", "len(exec.Command(\"sh\").String())").Replace(dice),
		"blank":  "```go\npackage main\n\nimport \"cellshell/membrane/cell\"\n\ntype Coin struct{}\n\nfunc (c *Coin) View(x *cell.Context) cell.Node { return cell.Row() }\n\nfunc main() { cell.Run(&Coin{}) }\n```",
		"a part": broken,
	} {
		t.Run(name, func(t *testing.T) {
			d.model.Script(llmtest.Reply{Text: answer, Always: true})
			was := stand(t, d.Desk)
			r := d.Evolve("", "make me a coin flipper")
			if r.Status != act.Failed || len(d.model.Requests()) != 3 {
				t.Errorf("%s after %d calls: %s%s", r.Status, len(d.model.Requests()), r.Reason, r.Question)
			}
			t.Log(r.Reason)
			was.same(t, d.Desk)
		})
	}
}

// TestModelIsTakenBack lets the model write code that draws well and dies when it is used. The change is undone by itself,
// and the state is what it was.
func TestModelIsTakenBack(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	source, _, _ := d.Cell("cat", "counter")
	d.Cell("tap", "counter/plus")
	for name, crime := range map[string]string{
		"panic": "func() { var m map[string]int; m[\"x\"] = 1 }", "endless loop": "func() { for i := 0; i >= 0; i = i * 1 { c.Clicks = i } }",
	} {
		t.Run(name, func(t *testing.T) {
			d.model.Script(llmtest.Reply{Text: strings.Replace(clicks, "\t\t\tcell.Button(\"Reset\")", "\t\t\tcell.Button(\"Risk\").Key(\"risk\").OnTap("+crime+"),\n\t\t\tcell.Button(\"Reset\")", 1)})
			r := d.Must("counter/plus", countClicks)
			count := countOf(t, d.Desk)
			_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter/risk"}, nil)
			testenv.Eventually(t, 10*time.Second, "the source before", func() bool {
				now, _, _ := d.Cell("cat", "counter")
				return now == source
			})
			var h []control.HistoryEntry
			d.JSON(&h, nil, "history")
			if h[0].Status != act.RolledBack || h[1].Commit != r.Commit {
				t.Errorf("the history says %+v", h[:2])
			}
			testenv.Eventually(t, 5*time.Second, "the counter lives", func() bool {
				return d.Try(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil) == nil && countOf(t, d.Desk) == count.(float64)+1
			})
		})
	}
}

// TestCancelWhileTheModelWrites ends the client while the answer streams: the server sees that nobody listens any more,
// and nothing changes.
func TestCancelWhileTheModelWrites(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	was := stand(t, d.Desk)
	for _, how := range []os.Signal{syscall.SIGINT, syscall.SIGKILL} {
		d.model.Script(llmtest.Reply{Text: clicks, Delay: 15 * time.Millisecond, Always: true})
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		cmd := d.Command(ctx, "evolve", "--at", "counter/plus", countClicks)
		var errOut bytes.Buffer
		cmd.Stderr = &errOut
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		testenv.Eventually(t, 5*time.Second, "the model is asked", func() bool { return len(d.model.Requests()) == 1 })
		time.Sleep(50 * time.Millisecond)
		if err := cmd.Process.Signal(how); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil {
			t.Errorf("%v: a sentence that was stopped exits with 0", how)
		}
		testenv.Eventually(t, 2*time.Second, "the server is left", func() bool { return d.model.Gone() == 1 })
		was.same(t, d.Desk)
		if n := len(d.model.Requests()); n != 1 {
			t.Errorf("%v: %d calls", how, n)
		}
	}
	d.model.Script(llmtest.Reply{Text: clicks, Delay: 15 * time.Millisecond})
	cmd := d.Command(t.Context(), "evolve", "--json", "--at", "counter/plus", countClicks)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 5*time.Second, "the model is asked", func() bool { return len(d.model.Requests()) == 1 })
	d.Must("", "dark mode") // others go on meanwhile
	d.Must("", "stop")
	if err := cmd.Wait(); err == nil || !strings.Contains(out.String(), "topped") {
		t.Errorf("said to stop: %v\n%s", err, out.String())
	}
	if now := stand(t, d.Desk); now.source != was.source {
		t.Errorf("the source changed:\n%s", now.source)
	}
}

// TestModelOverhead measures what a sentence takes beyond the model's own time, with a model that answers at once: from
// the sentence to the request and from the last token to the receipt. Code that the interpreter cannot run has to be
// compiled first.
func TestModelOverhead(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	for _, engine := range []string{"yaegi", "native"} {
		var over []time.Duration
		for i := range 9 {
			answer := strings.Replace(clicks, "clicked %d times", fmt.Sprintf("clicked %%d times, version %s %d", engine, i), 1)
			if engine == "native" {
				answer = strings.Replace(answer, "\tx.OnKey(c.key)\n", "\tx.OnKey(c.key)\n\tfor range 3 {\n\t\tc.Clicks = max(c.Clicks, 0)\n\t}\n", 1)
			}
			d.model.Script(llmtest.Reply{Text: answer})
			var r act.Receipt
			began := time.Now()
			d.Call(control.MethodEvolve, control.EvolveParams{Sentence: countClicks, At: "counter/plus"}, &r)
			over = append(over, time.Since(began))
			if r.Status != act.Done || r.Engine != engine {
				t.Fatalf("%s on %s: %s", r.Status, r.Engine, r.Reason)
			}
			if i == 0 {
				t.Logf("%s: %+v", engine, r.Timing)
			}
			d.Cell("undo")
		}
		slices.Sort(over)
		t.Logf("%s: %v (median), %v (worst) beside the model", engine, over[len(over)/2].Round(time.Millisecond), over[len(over)-1].Round(time.Millisecond))
		if median := over[len(over)/2]; median > time.Second { // far above what is promised: a busy machine must not fail a build
			t.Errorf("%s: the pipeline took %v beside the model", engine, median)
		}
	}
}

// TestProgressOnATerminal reads what a person sees while the model writes.
func TestProgressOnATerminal(t *testing.T) {
	master, slave := terminal(t)
	d := withModel(t, llmtest.Reply{Text: clicks, Delay: 3 * time.Millisecond})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	cmd := d.Command(ctx, "evolve", "--at", "counter/plus", countClicks)
	cmd.Env = append(cmd.Env, "TERM=xterm")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, slave
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	seen := make(chan string)
	go func() { // ends when the last who has the terminal open closes it
		b, _ := io.ReadAll(master)
		seen <- string(b)
	}()
	err := cmd.Wait()
	slave.Close()
	text := <-seen
	if err != nil || out.Len() == 0 {
		t.Errorf("%v: %s%s", err, out.String(), text)
	}
	tokens := regexp.MustCompile(`write \((\d+) tokens\)`).FindAllStringSubmatch(text, -1)
	if len(tokens) < 3 || !strings.Contains(text, "trial …") || !strings.HasSuffix(text, "\r\x1b[K") {
		t.Errorf("the terminal showed %q", text)
	}
}

// terminal opens a pseudo terminal.
func terminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo terminals here: %v", err)
	}
	t.Cleanup(func() { master.Close() })
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	if slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		t.Fatal(err)
	}
	return master, slave
}

// TestDayBudget: when the tokens of the day are spent, no request is sent, nothing changes, and the reason says so. A body
// that was killed meanwhile goes on counting.
func TestDayBudget(t *testing.T) {
	s := llmtest.Start(llmtest.Reply{Text: clicks, Always: true})
	t.Cleanup(s.Close)
	d := startWith(t, "day_tokens = 7000\n[[models]]\nmatch = \"scripted*\"\nprice_in = 10.0\nprice_out = 100.0\n", "OPENAI_BASE_URL="+s.URL, "OPENAI_API_KEY=sk-test")
	r := d.Must("counter/plus", countClicks)
	want := float64(r.Cost.TokensIn)*10/1e6 + float64(r.Cost.TokensOut)*100/1e6
	if math.Abs(r.Cost.Dollars-want) > 1e-9 || r.Cost.Model != "scripted-coder" {
		t.Errorf("the receipt says it cost %+v", r.Cost)
	}
	d.Must("", "undo")
	d.KillBody()
	d.WaitUp(20 * time.Second)
	before := stand(t, d)
	r = d.Evolve("counter/plus", countClicks)
	if r.Status != act.Failed || !regexp.MustCompile(`this may take \d+ tokens, and [23]\d\d\d of today's 7000 are used`).MatchString(r.Reason) || len(s.Requests()) != 1 {
		t.Errorf("%s after %d requests: %s", r.Status, len(s.Requests()), r.Reason)
	}
	if after := stand(t, d); after.commit != before.commit || after.source != before.source {
		t.Error("something changed")
	}
}
