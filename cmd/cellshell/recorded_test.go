package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

var record = flag.Bool("record", false, "record the conversation of testdata anew, from the scripted model")

// conversation is ten evolves by a model with all that happens in one: a first answer that is right, repairs, new cells, an
// answer that is cut, a server that has enough, and what must never run.
var conversation = []struct {
	at, sentence string
	status       act.Status
	script       []llmtest.Reply
}{
	{"tally/add", "let the remark count my clicks", act.Done, replies(
		block("func (t *Tally) remark() string { return fmt.Sprintf(\"%d clicks\", t.Count) }"))},
	{"tally/add", "let it cheer at every fifth click", act.Done, replies(
		block("func (t *Tally) add() {\n\tt.Count++\n\tif t.Count%5 == 0 {\n\t\tt.Cheer()\n\t}\n}"),
		block("func (t *Tally) add() {\n\tt.Count++\n\tif t.Count%5 == 0 {\n\t\tt.Note = \"hooray\"\n\t}\n}"))},
	{"", "make me a dice roller", act.Done, replies(dice)},
	{"dice-roller/roll", "let the die have twenty sides", act.Done, replies(
		block("func (d *DiceRoller) roll() {\n\td.Rolled = 1 + rand.Intn(20)\n\td.Rolls++\n}"))},
	{"tally/remark", "let it cheer under the number", act.Done, []llmtest.Reply{
		{Text: block("func (t *Tally) remark() string {\n\treturn \"cut off in the middle of\" + t.Note\n}"), How: llmtest.Length},
		{Text: block("func (t *Tally) remark() string {\n\tif t.Note != \"\" {\n\t\treturn t.Note\n\t}\n\treturn fmt.Sprintf(\"%d clicks\", t.Count)\n}")},
	}},
	{"tally/add", "let the click phone home", act.Failed, replies(
		phone, phone, strings.ReplaceAll(phone, "net/http", "net"))},
	{"tally/add", "let it skip every thirteen", act.Failed, []llmtest.Reply{
		{How: llmtest.Fail, Status: 429, Header: map[string][]string{"Retry-After": {"40"}}, Body: `{"error":{"message":"Rate limit reached for the key sk-secret-of-the-test-123"}}`},
	}},
	{"tally/add", "let it skip every thirteen", act.Done, replies(
		block("func (t *Tally) add() {\n\tt.Count++\n\tif t.Count%13 == 0 {\n\t\tt.Count++\n\t}\n}"))},
	{"", "make me a coin flipper", act.Done, replies(coin)},
	{"coin-flipper/flip", "let it remember how many heads came", act.Done, replies(
		block("// CoinFlipper flips one coin.\ntype CoinFlipper struct {\n\tHead  bool\n\tHeads int\n}") +
			block("func (c *CoinFlipper) flip() {\n\tc.Head = !c.Head\n\tif c.Head {\n\t\tc.Heads++\n\t}\n}"))},
}

var tokensIn = regexp.MustCompile(`"(?i:in)": \d+,`)

func block(code string) string { return "```go\n" + code + "\n```\n" }

func replies(texts ...string) []llmtest.Reply {
	var out []llmtest.Reply
	for _, t := range texts {
		out = append(out, llmtest.Reply{Text: t})
	}
	return out
}

const phone = "```go\nimport \"net/http\"\n\nfunc (t *Tally) add() { http.Get(\"http://example.org\") }\n```\n"

const coin = "```go\n" + `package main

import "cellshell/membrane/cell"

// CoinFlipper flips one coin.
type CoinFlipper struct{ Head bool }

// View shows the coin and the button that flips it.
func (c *CoinFlipper) View(x *cell.Context) cell.Node {
	face := "tails"
	if c.Head {
		face = "heads"
	}
	return cell.Column(
		cell.Text(face).Key("face").Size(40).Bold(),
		cell.Button("Flip").Key("flip").Primary().OnTap(c.flip),
	).Align("center").Gap(12).Padding(24)
}

func (c *CoinFlipper) flip() { c.Head = !c.Head }

func main() { cell.Run(&CoinFlipper{}) }
` + "```\n"

// converse says the ten sentences and returns what must be the same each time: the receipts, then trees and sources.
func converse(t *testing.T, d *testenv.Desk, say func(i int) []string) (out []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tally.go")
	src, err := os.ReadFile("testdata/tally.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, src, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errOut, code := d.Cell("spawn", path); code != 0 {
		t.Fatal(errOut)
	}
	for i, c := range conversation {
		args := append([]string{"evolve"}, say(i)...)
		if c.at != "" {
			args = append(args, "--at", c.at)
		}
		var r act.Receipt
		d.JSON(&r, []int{0, 1, 3, 4}, append(args, c.sentence)...)
		if r.Status != c.status || r.Route != act.RouteModel {
			t.Errorf("%q: %s by %s: %s%s", c.sentence, r.Status, r.Route, r.Reason, r.Question)
		}
		r.Timing, r.Commit = act.Timing{}, ""
		r.Cost.TokensIn = 0 // the card of the SDK counts, and may have grown since it was recorded
		out = append(out, dump(r))
	}
	var cells []control.CellInfo
	d.JSON(&cells, nil, "ls")
	for _, c := range cells {
		if c.ID != "tally" && c.ID != "dice-roller" && c.ID != "coin-flipper" {
			continue
		}
		source, _, _ := d.Cell("cat", c.ID)
		out = append(out, source, dump(d.Inspect(c.ID).Tree))
	}
	return out
}

// TestRecordedConversation replays the ten recorded evolves on a desktop that has neither key nor network and compares them
// with a desktop that asked the model.
func TestRecordedConversation(t *testing.T) {
	const key = "sk-secret-of-the-test-123"
	kept, err := filepath.Abs("testdata/conversation")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "calls")
	if *record {
		dir = kept
		if err := os.RemoveAll(kept); err != nil {
			t.Fatal(err)
		}
	}
	s := llmtest.Start()
	defer s.Close()
	every := filepath.Join(t.TempDir(), "every")
	live := startWith(t, "record = \""+every+"\"\n", "OPENAI_BASE_URL="+s.URL, "OPENAI_API_KEY="+key)
	calls := 0
	want := converse(t, live, func(i int) []string {
		if i > 0 && len(s.Requests()) != len(conversation[i-1].script) {
			t.Errorf("%q took %d calls", conversation[i-1].sentence, len(s.Requests()))
		}
		s.Script(conversation[i].script...)
		calls += len(conversation[i].script)
		return []string{"--record", dir}
	})
	s.Script(llmtest.Reply{Text: block("func (t *Tally) remark() string { return \"kept by the settings\" }")})
	live.Must("tally/remark", "let it remember the settings")
	if files, _ := filepath.Glob(every + "/*.json"); len(files) != 1 {
		t.Errorf("the settings' folder has %q", files)
	}
	live.Stop()

	files, _ := filepath.Glob(dir + "/*.json")
	if len(files) != calls {
		t.Fatalf("%d calls were recorded of %d", len(files), calls)
	}
	for _, path := range files {
		now, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(now, []byte(key)) || bytes.Contains(now, []byte("127.0.0.1")) {
			t.Errorf("%s holds the key or the address of the server", filepath.Base(path))
		}
		if was, err := os.ReadFile(filepath.Join(kept, filepath.Base(path))); err != nil || !bytes.Equal(tokensIn.ReplaceAll(was, nil), tokensIn.ReplaceAll(now, nil)) {
			t.Errorf("%s is another one than in testdata (%v); if prompts or SDK changed on purpose: go test ./cmd/cellshell -run %s -record", filepath.Base(path), err, t.Name())
		}
	}

	again := startWith(t, "discover = false\n", "HTTP_PROXY=http://127.0.0.1:1", "HTTPS_PROXY=http://127.0.0.1:1")
	got := converse(t, again, func(int) []string { return []string{"--replay", kept} })
	if len(got) != len(want) {
		t.Fatalf("%d things to compare, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("replayed\n%s, want\n%s", got[i], want[i])
		}
	}
	var r act.Receipt
	again.JSON(&r, []int{1}, "evolve", "--replay", kept, "--at", "tally/add", "let it honk")
	if r.Status != act.Failed || !strings.Contains(r.Reason, "no answer to this conversation") {
		t.Errorf("what was never recorded: %s: %s", r.Status, r.Reason)
	}
	for _, args := range [][]string{{"--replay", t.TempDir()}, {"--record", "x", "--replay", "y"}} {
		if _, errOut, code := again.Cell(append(append([]string{"evolve"}, args...), "let it honk")...); code == 0 || errOut == "" {
			t.Errorf("%q was accepted", args)
		}
	}
}
