package evolve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/evolvetest"
	"cellshell/genome"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// desk is a desktop in memory with its engine.
type desk struct {
	*evolvetest.Desk
	*evolve.Engine
	t   *testing.T
	now time.Time
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{Desk: evolvetest.New(t), t: t, now: evolvetest.Now}
	d.Engine = evolve.New(evolve.Options{Desk: d.Desk, Gate: d.Gate, Store: d.Store, Now: func() time.Time { return d.now }})
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// say evolves a sentence and checks what every receipt must hold.
func (d *desk) say(sentence string) act.Receipt {
	d.t.Helper()
	commits := d.Commits
	before := d.Desk.Scene()
	r := d.Evolve(context.Background(), evolve.Request{Sentence: sentence})
	d.check(r, before, d.Commits-commits)
	return r
}

func (d *desk) check(r act.Receipt, before *evolve.Scene, commits int) {
	d.t.Helper()
	if r.Acts == nil || r.Checks == nil || r.Reflowed == nil {
		d.t.Errorf("%q: a list of the receipt is null: %+v", r.Sentence, r)
	}
	if r.Status != act.Done && r.Status != act.RolledBack {
		if commits != 0 {
			d.t.Errorf("%q: %s, but %d commits", r.Sentence, r.Status, commits)
		}
		if !tissue.Equal(before.Doc, d.Desk.Scene().Doc) {
			d.t.Errorf("%q: %s, but the document changed", r.Sentence, r.Status)
		}
		if r.Reason == "" && r.Question == "" {
			d.t.Errorf("%q: %s without a word why", r.Sentence, r.Status)
		}
		return
	}
	if r.MovedOthers != 0 {
		d.t.Errorf("%q: %d other cells moved", r.Sentence, r.MovedOthers)
	}
	for _, c := range r.Checks {
		if !c.OK {
			d.t.Errorf("%q is done with a failed check: %+v", r.Sentence, c)
		}
	}
	if commits > 0 && (r.Commit == "" || r.Undo == "") {
		d.t.Errorf("%q: a commit but no hash or undo in the receipt", r.Sentence)
	}
}

// done says a sentence that must be carried out.
func (d *desk) done(sentence string) act.Receipt {
	d.t.Helper()
	r := d.say(sentence)
	if r.Status != act.Done || r.Commit == "" {
		raw, _ := json.MarshalIndent(r, "", "  ")
		d.t.Fatalf("%q: %s\n%s", sentence, r.Status, raw)
	}
	return r
}

func (d *desk) cell(id string) *evolve.Cell {
	d.t.Helper()
	c := d.Desk.Scene().Cells[tissue.CellID(id)]
	if c == nil {
		d.t.Fatalf("no cell %q", id)
	}
	return c
}

func (d *desk) placement(id string) tissue.Placement {
	return d.Desk.Scene().Doc.Cells[tissue.CellID(id)].Placement
}

func (d *desk) node(cell, end string) (*ui.Node, evolve.Rect) {
	d.t.Helper()
	c := d.cell(cell)
	var found *ui.Node
	ui.Walk(c.Tree, func(n *ui.Node) bool {
		if n.ID == end || strings.HasSuffix(n.ID, "/"+end) {
			found = n
		}
		return true
	})
	if found == nil {
		d.t.Fatalf("no node %q in %s", end, cell)
	}
	return found, c.Nodes[found.ID]
}

func near(a, b float64) bool { return math.Abs(a-b) <= max(1, 0.02*b) }

func TestTheTour(t *testing.T) {
	d := newDesk(t)
	r := d.done("add a clock to my desktop")
	if r.Route != act.RouteGene || r.Engine != "yaegi" || r.Generation != 1 || r.Target.Cell != "clock" {
		t.Errorf("spawn: %+v", r)
	}
	d.done("make it analog instead")
	if n, _ := d.node("clock", "face"); n.Kind != ui.KindCanvas {
		t.Errorf("the face is a %s", n.Kind)
	}
	d.done("add a counter")
	plus, was := d.node("counter", "plus")
	d.PointAt("counter", plus.ID)
	r = d.done("make this button bigger")
	if _, is := d.node("counter", "plus"); !near(is.W, was.W*1.5) || !near(is.H, was.H*1.5) {
		t.Errorf("the button went from %v to %v", was, is)
	}
	if r.Route != act.RouteReflex || r.Target != (act.Target{Cell: "counter", Node: plus.ID}) {
		t.Errorf("resize: %+v", r)
	}
	d.PointAt("", "")
	d.done("make it blue")
	if n, _ := d.node("counter", "plus"); n.Style.Background != "blue" {
		t.Errorf("the button's background is %q", n.Style.Background)
	}
	d.done("light mode")
	if m := d.Desk.Scene().Doc.Theme.Mode; m != "light" {
		t.Errorf("the mode is %s", m)
	}
	d.done("move the clock to the bottom left")
	if b := d.cell("clock").Bounds; b.X != 24 || !near(b.Y+b.H, 800-24) {
		t.Errorf("the clock stands at %v", b)
	}
	d.done("undo that")
	if p := d.placement("clock"); p.Anchor == "bottom-left" {
		t.Errorf("after undo the clock is at %+v", p)
	}
}

func TestUndoKeepsLaterChanges(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.Tap("counter", plusID(d))
	d.PointAt("counter", plusID(d))
	_, was := d.node("counter", "plus")
	bigger := d.done("make this button bigger")
	d.done("make this button red")
	d.done("add a clock")
	n := entryOf(t, d, bigger.Commit)
	before := d.Desk.Scene()
	r := d.Undo(context.Background(), n)
	d.check(r, before, 1)
	if r.Status != act.Done {
		t.Fatalf("undo %d: %+v", n, r)
	}
	node, is := d.node("counter", "plus")
	if !near(is.W, was.W) || node.Style.Background != "red" {
		t.Errorf("after undoing only #%d the button is %v, %q; want %v, red", n, is, node.Style.Background, was)
	}
	if c, _ := d.node("counter", "count"); c.Text != "1" {
		t.Errorf("the count is %q: undo must not take back state", c.Text)
	}
	if r := d.Redo(context.Background()); r.Status != act.Done {
		t.Errorf("redo: %+v", r)
	}
	if _, is := d.node("counter", "plus"); !near(is.W, was.W*1.5) {
		t.Errorf("after redo the button is %v", is)
	}
}

// A receipt, the line in the bar, a choice and the history call things what people call them.
func TestOneNameForAThing(t *testing.T) {
	d := newDesk(t)
	if line := d.done("add a time machine").Line(); !strings.HasPrefix(line, "Added Time Machine") {
		t.Error(line)
	}
	d.done("add a counter")
	d.PointAt("counter", "column0/row0/plus")
	if p := d.Preview(evolve.Request{Sentence: "make this button bigger"}); p.Plan != "resize · +1 · ×1.5" {
		t.Error(p.Plan)
	}
	r := d.done("make this button bigger")
	if line := r.Line(); !strings.HasPrefix(line, "Made +1 bigger: ") || strings.Contains(line, ".") {
		t.Error(line)
	}
	d.PointAt("", "")
	n := entryOf(t, d, r.Commit)
	want := fmt.Sprintf("Took back #%d: make this button bigger · ", n)
	r = d.done("undo")
	if line := r.Line(); !strings.HasPrefix(line, want) {
		t.Errorf("got %q, want %q…", line, want)
	}
	h, err := d.Store.History(1)
	if err != nil {
		t.Fatal(err)
	}
	var kept act.Receipt
	if err := json.Unmarshal(h[0].Receipt, &kept); err != nil || kept.Line() != strings.TrimSuffix(want, " · ") {
		t.Errorf("the history says %q, want %q: %v", kept.Line(), want, err)
	}
	d.done("make the counter blue")
	d.done("make the counter red")
	r = d.done("undo the last two")
	if line := r.Line(); !regexp.MustCompile(`^Took back #\d+: make the counter red, #\d+: make the counter blue · `).MatchString(line) || r.Sentence != "undo the last two" {
		t.Errorf("%q: %s", r.Sentence, line)
	}
	if h, err = d.Store.History(4); err != nil {
		t.Fatal(err)
	}
	for i, of := range []int{3, 2} { // each step says what it took back
		step, of := h[i], h[of]
		if err := json.Unmarshal(step.Receipt, &kept); err != nil || step.Of != of.N || step.Sentence != fmt.Sprintf("undo #%d: %s", of.N, of.Sentence) ||
			kept.Reason != fmt.Sprintf("Took back #%d: %s", of.N, of.Sentence) {
			t.Errorf("the history says %q and %q of #%d: %v", step.Sentence, kept.Reason, step.Of, err)
		}
	}
}

func plusID(d *desk) string {
	n, _ := d.node("counter", "plus")
	return n.ID
}

func entryOf(t *testing.T, d *desk, hash string) int {
	t.Helper()
	entries, err := d.Store.History(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Hash == hash {
			return e.N
		}
	}
	t.Fatalf("no commit %s", hash)
	return 0
}

func TestNothingToUndo(t *testing.T) {
	d := newDesk(t)
	for _, r := range []act.Receipt{d.Undo(context.Background(), 0), d.Undo(context.Background(), 99), d.Redo(context.Background())} {
		if r.Status != act.Failed || r.Reason == "" {
			t.Errorf("got %+v", r)
		}
	}
}

func TestSeveralActsAreOneCommit(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.PointAt("counter", plusID(d))
	commits := d.Commits
	_, was := d.node("counter", "plus")
	d.done("make this bigger and green")
	node, is := d.node("counter", "plus")
	if !near(is.W, 1.5*was.W) || node.Style.Background != "green" || d.Commits != commits+1 {
		t.Errorf("%v → %v, %q, %d commits", was, is, node.Style.Background, d.Commits-commits)
	}
}

func TestStoredReceipt(t *testing.T) {
	d := newDesk(t)
	d.done("light mode")
	entries, err := d.Store.History(1)
	if err != nil {
		t.Fatal(err)
	}
	var stored act.Receipt
	if err := json.Unmarshal(entries[0].Receipt, &stored); err != nil {
		t.Fatal(err)
	}
	if stored.Commit != "" || stored.Status != act.Done || entries[0].Kind != genome.KindEvolve || len(stored.Checks) == 0 {
		t.Errorf("stored %+v", stored)
	}
}

func TestForeignCellGetsAnOverride(t *testing.T) {
	d := newDesk(t)
	d.Put("py", "", &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{
		{Kind: ui.KindButton, Key: "save", Text: "Save"}, {Kind: ui.KindText, Text: "words"},
	}}, tissue.Cell{})
	d.PointAt("py", "column0/save")
	_, was := d.node("py", "save")
	d.done("make this button bigger")
	d.done("make it red")
	d.done(`rename this button to "Keep"`)
	s := d.Desk.Scene()
	over := s.Doc.Cells["py"].Overrides["column0/save"]
	if over.Scale == nil || *over.Scale != 1.5 || over.Background != "red" || s.Doc.Cells["py"].TextOverrides["column0/save"] != "Keep" {
		t.Errorf("overrides %+v", s.Doc.Cells["py"])
	}
	if is := s.Cells["py"].Nodes["column0/save"]; !near(is.H, was.H*1.5) {
		t.Errorf("%v → %v", was, is)
	}
}

func TestLockedCellsRefuse(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.done("lock the counter")
	if r := d.say("make the counter bigger"); r.Status != act.Refused {
		t.Errorf("got %+v", r)
	}
	d.done("unlock the counter")
	d.done("make the counter bigger")
}

func TestHandEdit(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.Tap("counter", plusID(d))
	src := string(d.cell("counter").Source)
	before := d.Desk.Scene()
	r := d.Hand(context.Background(), "counter", []byte(strings.Replace(src, `"Reset"`, `"Zero"`, 1)))
	d.check(r, before, 1)
	if r.Status != act.Done || r.Route != act.RouteHand || r.Generation != 2 {
		t.Fatalf("got %+v", r)
	}
	if n, _ := d.node("counter", "reset"); n.Text != "Zero" {
		t.Errorf("the button says %q", n.Text)
	}
	if n, _ := d.node("counter", "count"); n.Text != "1" {
		t.Errorf("the count is %q after the edit", n.Text)
	}
	before = d.Desk.Scene()
	commits := d.Commits
	r = d.Hand(context.Background(), "counter", []byte(strings.Replace(src, "c.Count += Step", `c.Count += "x"`, 1)))
	d.check(r, before, d.Commits-commits)
	if r.Status != act.Failed || !strings.Contains(r.Reason, "main.go:2") {
		t.Errorf("got %+v", r)
	}
	r = d.Hand(context.Background(), "counter", []byte(strings.Replace(src, "x.OnKey(c.key)", `panic("no")`, 1)))
	if r.Status != act.Failed || !strings.Contains(r.Reason, "no") {
		t.Errorf("got %+v", r)
	}
}

// TestHandEditOfWhatChangedMeanwhile: two people who edit one source lose nothing; where both changed the same, the second is told.
func TestHandEditOfWhatChangedMeanwhile(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	src := string(d.cell("counter").Source)
	edit := func(from, to string) act.Receipt {
		return d.HandFrom(context.Background(), "counter", []byte(src), []byte(strings.Replace(src, from, to, 1)))
	}
	for from, to := range map[string]string{`"Reset"`: `"Zero"`, "Size(64)": "Size(60)"} {
		if r := edit(from, to); r.Status != act.Done {
			t.Fatalf("got %+v", r)
		}
	}
	now := string(d.cell("counter").Source)
	if !strings.Contains(now, `"Zero"`) || !strings.Contains(now, "Size(60)") {
		t.Errorf("something was lost:\n%s", now)
	}
	if r := edit("Size(64)", "Size(70)"); r.Status != act.Failed || !strings.Contains(r.Reason, "was changed while you edited it") || string(d.cell("counter").Source) != now {
		t.Errorf("got %+v", r)
	}
}

func TestQuestionsWaitAMinute(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.done("add a clock")
	d.done("add another clock")
	r := d.say("make the button bigger")
	if r.Status != act.Asked || len(r.Choices) < 2 {
		t.Fatalf("got %+v", r)
	}
	if got := d.Answer(context.Background(), "1"); got.Status != act.Done || got.Commit == "" {
		t.Errorf("got %+v", got)
	}
	if got := d.Answer(context.Background(), "1"); got.Status != act.Failed {
		t.Errorf("an answer without a question: %+v", got)
	}
	d.say("make the button bigger")
	d.now = d.now.Add(61 * time.Second)
	if got := d.Answer(context.Background(), "1"); got.Status != act.Failed {
		t.Errorf("an answer after the question expired: %+v", got)
	}
}

func TestAnswersKeepTheTarget(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	target := act.Target{Cell: "counter", Node: plusID(d)}
	r := d.Do(context.Background(), "resize", []act.Act{{Intent: act.Resize, Target: target}})
	if r.Status != act.Asked || len(r.Choices) == 0 {
		t.Fatalf("got %+v", r)
	}
	if r = d.Answer(context.Background(), r.Choices[0]); r.Status != act.Done || r.Target != target {
		t.Errorf("got %+v", r)
	}
}

func TestWithoutAModel(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.PointAt("counter", plusID(d))
	r := d.say("make the button count how often I click it")
	if r.Status != act.Failed && r.Status != act.Asked || !strings.Contains(r.Reason, "OPENAI_API_KEY") {
		t.Errorf("got %+v", r)
	}
}
