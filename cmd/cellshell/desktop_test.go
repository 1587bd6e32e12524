package main

import (
	"encoding/json"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/golden"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestTour says what the README's tour says, and believes no receipt: sizes are read from inspect and from pixels.
func TestTour(t *testing.T) {
	d := testenv.Start(t)

	r := d.Must("", "add a clock to my desktop")
	if r.Route != act.RouteGene && r.Route != act.RouteReflex {
		t.Errorf("a built-in came by route %s", r.Route)
	}
	clock := d.Inspect("clock")
	if clock.Tree == nil || clock.Bounds.W < 40 {
		t.Fatalf("there is no clock to see: %+v", clock)
	}

	before := d.Screenshot()
	d.Must("", "make it analog instead")
	clock = d.Inspect("clock")
	if testenv.Node(clock.Tree, func(n *control.NodeDetail) bool { return n.Kind == "canvas" }) == nil {
		t.Error("an analog clock has a dial")
	}
	if clock.Generation != 2 {
		t.Errorf("generation %d after one change of its source", clock.Generation)
	}

	plus := node(t, d, "counter", "plus")
	d.Must(plus.ID, "make this button bigger")
	bigger := node(t, d, "counter", "plus")
	near(t, "width", bigger.Bounds.W, plus.Bounds.W*1.5, 1)
	near(t, "height", bigger.Bounds.H, plus.Bounds.H*1.5, 1)

	blue := d.Must(plus.ID, "make it blue")
	now := node(t, d, "counter", "plus")
	shot := d.Screenshot()
	corner := shot.At(int(now.Bounds.X+now.Bounds.W/2), int(now.Bounds.Y+4))
	if r, g, b, _ := corner.RGBA(); b <= r || b <= g {
		t.Errorf("the button is %v where it should be blue; checks %+v", corner, blue.Checks)
	}

	light := mean(d.Screenshot())
	d.Must("", "dark mode")
	if dark := mean(d.Screenshot()); dark > light-40 {
		t.Errorf("mean brightness %.0f in light and %.0f in dark mode", light, dark)
	}

	d.Must("", "move the clock to the top right")
	clock = d.Inspect("clock")
	if right := clock.Bounds.X + clock.Bounds.W; right < 1280-64 || right > 1280 || clock.Bounds.Y > 120 {
		t.Errorf("top right is not %+v", clock.Bounds)
	}
	d.Must("", "undo that")
	if again := d.Inspect("clock"); again.Bounds.X == clock.Bounds.X && again.Bounds.Y == clock.Bounds.Y {
		t.Error("undo did not move the clock back")
	}
	_ = before

	var h []control.HistoryEntry
	d.JSON(&h, nil, "history")
	if len(h) < 8 || h[0].N <= h[1].N {
		t.Errorf("history: %+v", h)
	}
}

// TestReceiptPixels proves "nothing else moved" on the picture: outside of the button's old and new bounds, and what it
// pushed aside, no pixel differs.
func TestReceiptPixels(t *testing.T) {
	d := testenv.Start(t)
	old := node(t, d, "counter", "plus")
	cell := d.Inspect("counter")
	before := d.Screenshot()
	d.Must(old.ID, "make this button bigger")
	after := d.Screenshot()
	grown := d.Inspect("counter")
	inside := union(rect(cell.Bounds), rect(grown.Bounds)).Inset(-40) // the card's shadow reaches out of it
	for y := range 800 {
		for x := range 1280 {
			if !(image.Point{X: x, Y: y}).In(inside) && before.At(x, y) != after.At(x, y) {
				if y < 40 {
					continue // the panel's clock may have ticked
				}
				t.Fatalf("pixel %d,%d changed from %v to %v, outside of %v", x, y, before.At(x, y), after.At(x, y), inside)
			}
		}
	}
}

// TestTypedTextSurvives: a half-typed note, its caret and the counter's count survive an evolve of the same cell on both
// engines, and the death of the body.
func TestTypedTextSurvives(t *testing.T) {
	keepsWhatWasTyped(t, startWith(t, "\n[evolve]\nnative = false\n"), "yaegi")
	d := testenv.Start(t)
	d.Must("", "add a clock to my desktop")
	keepsWhatWasTyped(t, d, "native")

	testenv.Eventually(t, 60*time.Second, "promotion to native", func() bool {
		for _, id := range []string{"notes", "counter", "clock", "panel"} {
			if d.Inspect(id).Engine != "native" {
				return false
			}
		}
		return true
	})
	look := func() map[string]control.CellDetail {
		all := map[string]control.CellDetail{}
		for _, id := range []string{"notes", "counter", "clock", "panel"} {
			c := d.Inspect(id)
			if id == "clock" || id == "panel" {
				c.State, c.Bounds.W = nil, 0
				blankTime(c.Tree)
			}
			all[id] = c
		}
		return all
	}
	var back []time.Duration
	for range 8 { // each time right after a key and a tap
		d.Call(control.MethodType, control.TypeParams{Text: "!"}, nil)
		d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
		was := look()
		d.KillBody()
		began := time.Now()
		d.WaitUp(5 * time.Second)
		back = append(back, time.Since(began))
		for id, is := range look() { // down to the caret and the process
			if !reflect.DeepEqual(is, was[id]) {
				t.Errorf("%s differs after kill -9:\n%s\n%s", id, dump(was[id]), dump(is))
			}
		}
	}
	slices.Sort(back) // that it is 1 s at most, 95 times of 100, is measured by make bench, with a window and under load
	t.Logf("back after kill -9 in %v (median), %v (worst)", back[len(back)/2], back[len(back)-1])
	if n := strings.Count(editable(t, d, "notes").Text, "!"); n != len(back) {
		t.Errorf("typed %d marks, the note has %d", len(back), n)
	}
	if n := countOf(t, d); n != float64(3+len(back)) {
		t.Errorf("tapped %d times, counted %v", 3+len(back), n)
	}
}

// keepsWhatWasTyped evolves the counter and the notes, each on the named engine, while a note is half typed.
func keepsWhatWasTyped(t *testing.T, d *testenv.Desk, engine string) {
	t.Helper()
	on := func() {
		t.Helper()
		testenv.Eventually(t, 60*time.Second, "all on "+engine, func() bool {
			return d.Inspect("counter").Engine == engine && d.Inspect("notes").Engine == engine
		})
	}
	on()
	for range 3 {
		d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
	}
	area := editable(t, d, "notes")
	d.Call(control.MethodTap, control.NodeParams{Target: area.ID}, nil)
	d.Call(control.MethodType, control.TypeParams{Text: "buy milk and "}, nil)
	d.Call(control.MethodKey, control.KeyParams{Chord: "left"}, nil)
	d.Call(control.MethodKey, control.KeyParams{Chord: "left"}, nil)
	if out, errOut, code := d.Cell("key", "nope"); code != 2 || !strings.Contains(errOut, `there is no key "nope"`) {
		t.Errorf("cell key nope: %d\n%s%s", code, out, errOut)
	}
	want, count := editable(t, d, "notes"), countOf(t, d)
	if !strings.Contains(want.Text, "buy milk and ") || count != 3.0 {
		t.Fatalf("%s: typed text is %q, the count %v", engine, want.Text, count)
	}
	for _, s := range [][2]string{
		{"counter/plus", "make this button bigger"}, {"counter/plus", "make it red"}, {"notes", "make the text of the notes bigger"},
	} {
		d.Must(s[0], s[1])
		on() // what was evolved has come onto the engine again
		got := editable(t, d, "notes")
		if got.Text != want.Text || *got.Cursor != *want.Cursor {
			t.Errorf("%s: after %q the note is %q, caret %d; want %q, %d", engine, s[1], got.Text, *got.Cursor, want.Text, *want.Cursor)
		}
		if now := countOf(t, d); now != count {
			t.Errorf("%s: after %q the count was %v and is %v", engine, s[1], count, now)
		}
	}
}

// TestKilledCellComesBack: a dead cell is started again with its state, and the others do not notice. When all that a desktop
// keeps in its runtime folder is removed, it goes on in a new one.
func TestKilledCellComesBack(t *testing.T) {
	d := testenv.Start(t)
	d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
	testenv.Eventually(t, 2*time.Second, "the count", func() bool { return countOf(t, d) == 1.0 })
	pid, notes := d.Inspect("counter").PID, d.Inspect("notes").PID
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 3*time.Second, "a new process", func() bool {
		c := d.Inspect("counter")
		return c.PID != 0 && c.PID != pid
	})
	if n := countOf(t, d); n != 1.0 {
		t.Errorf("the count is %v after a crash", n)
	}
	if d.Inspect("notes").PID != notes {
		t.Error("another cell was restarted too")
	}
	out, _, _ := d.Cell("logs", "counter")
	if !strings.Contains(out, "died") {
		t.Errorf("the log does not name the death:\n%s", out)
	}
	folderComesBack(t, d)
}

// TestEditByHand: a file with a type error is refused with its position; a good one is swapped in, one commit, and undone.
func TestEditByHand(t *testing.T) {
	d := testenv.Start(t)
	source, _, _ := d.Cell("cat", "counter")
	editor := filepath.Join(d.Dir(), "editor.sh")
	script := func(sed string) {
		if err := os.WriteFile(editor, []byte("#!/bin/sh\nsed -i '"+sed+"' \"$1\"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	d.Setenv("EDITOR", editor)
	edit := func() (string, string, int) { return d.Cell("edit", "counter") }

	script("s/func main() {/func main() { undefinedThing()/")
	_, errOut, code := edit()
	if code == 0 || !strings.Contains(errOut, "main.go:") || !strings.Contains(errOut, "undefinedThing") {
		t.Errorf("a type error was answered with %d: %s", code, errOut)
	}
	if now, _, _ := d.Cell("cat", "counter"); now != source {
		t.Error("a refused edit changed the source")
	}
	entries := func() []control.HistoryEntry {
		var h []control.HistoryEntry
		d.JSON(&h, nil, "history")
		return h
	}
	n := len(entries())
	script("s/\"Reset\"/\"Back to zero\"/")
	if out, errOut, code := edit(); code != 0 {
		t.Fatalf("edit: %d %s%s", code, out, errOut)
	}
	if len(entries()) != n+1 {
		t.Errorf("an edit made %d commits", len(entries())-n)
	}
	has := func(text string) bool {
		return testenv.Node(d.Inspect("counter").Tree, func(n *control.NodeDetail) bool { return n.Text == text }) != nil
	}
	if !has("Back to zero") {
		t.Error("the edit is not on the screen")
	}
	if _, errOut, code := d.Cell("undo"); code != 0 {
		t.Fatalf("undo: %s", errOut)
	}
	if has("Back to zero") {
		t.Error("undo did not take the edit back")
	}

	// Two people at once: each keeps an editor open while the other saves.
	if err := os.WriteFile(editor, []byte("#!/bin/sh\nwhile ! [ -e "+d.Dir()+"/both ]; do sleep 0.05; done\nsed -i \"$CHANGE\" \"$1\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	out, errOut, code := d.Shell(`for c in 's/"Reset"/"Zero"/' 's/Size(64)/Size(60)/'; do CHANGE="$c" cell edit counter & done; sleep 0.5; touch both; wait`)
	now, _, _ := d.Cell("cat", "counter")
	if code != 0 || !strings.Contains(now, `"Zero"`) || !strings.Contains(now, "Size(60)") || len(entries()) != n+4 {
		t.Errorf("two editors at once: %d %s%s\n%s", code, out, errOut, now)
	}
}

// TestUndoOnlyOne takes back a change in the middle and keeps the later ones; and the last one again.
func TestUndoOnlyOne(t *testing.T) {
	d := testenv.Start(t)
	d.Must("counter/plus", "make this button bigger") // 2
	wide := node(t, d, "counter", "plus").Bounds.W
	d.Must("", "dark mode")                  // 3
	d.Must("counter/plus", "make it orange") // 4
	r := d.Must("", "undo 2")
	if w := node(t, d, "counter", "plus").Bounds.W; w >= wide-1 {
		t.Errorf("the button is still %g wide", w)
	}
	if bg := node(t, d, "counter", "plus").Style.Background; bg != "orange" {
		t.Errorf("the later colour is gone: %q", bg)
	}
	if r.Undo == "" {
		t.Errorf("the undo has no way back: %+v", r)
	}
	out, errOut, code := d.Cell("redo")
	if code != 0 {
		t.Fatalf("redo: %s%s", out, errOut)
	}
	if w := node(t, d, "counter", "plus").Bounds.W; w < wide-1 {
		t.Errorf("redo left the button %g wide, not %g", w, wide)
	}
	if log, err := exec.Command("git", "-C", filepath.Join(d.Dir(), "data/cellshell/tissue"), "log", "--format=%s").CombinedOutput(); err != nil || !strings.Contains(string(log), "make it orange") {
		t.Errorf("git log: %v\n%s", err, log)
	}
	if fsck, err := exec.Command("git", "-C", filepath.Join(d.Dir(), "data/cellshell/tissue"), "fsck", "--strict").CombinedOutput(); err != nil {
		t.Errorf("git fsck: %v\n%s", err, fsck)
	}
}

// TestQuestion asks which of several buttons is meant, changes nothing, and goes on with the answer.
func TestQuestion(t *testing.T) {
	d := testenv.Start(t)
	before := d.Screenshot("counter") // not the whole desktop: its clocks go on
	r := d.Evolve("", "make the button red")
	if r.Status != act.Asked || len(r.Choices) < 2 || len(r.Choices) > 4 || r.Question == "" {
		t.Fatalf("got %s %q %v", r.Status, r.Question, r.Choices)
	}
	if n, _ := golden.Diff(before, d.Screenshot("counter")); n > 0 {
		t.Errorf("a question changed %d pixels", n)
	}
	out, errOut, code := d.Cell("answer", "1")
	if code != 0 {
		t.Fatalf("answer: %d %s%s", code, out, errOut)
	}
	found := testenv.Node(d.Inspect("counter").Tree, func(n *control.NodeDetail) bool { return n.Style.Background == "red" })
	notes := testenv.Node(d.Inspect("notes").Tree, func(n *control.NodeDetail) bool { return n.Style.Background == "red" })
	if found == nil && notes == nil {
		t.Error("no button is red after the answer")
	}
}

// TestPythonCell puts a program in another language on the desktop; it lives under the same roof.
func TestPythonCell(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
	d := testenv.Start(t)
	if out, errOut, code := d.Cell("spawn", filepath.Join(testenv.Root(), "examples/python/hello.py")); code != 0 {
		t.Fatalf("spawn: %d %s%s", code, out, errOut)
	}
	text := func() string {
		n := testenv.Node(d.Inspect("hello").Tree, func(n *control.NodeDetail) bool { return n.Kind == "text" })
		if n == nil {
			return ""
		}
		return n.Text
	}
	d.Call(control.MethodTap, control.NodeParams{Target: "hello/tap"}, nil)
	testenv.Eventually(t, 5*time.Second, "the tap", func() bool { return strings.Contains(text(), "1 times") })
	big := node(t, d, "hello", "tap").Bounds
	d.Must("hello/tap", "make this button bigger")
	if now := node(t, d, "hello", "tap").Bounds; now.W < big.W*1.4 {
		t.Errorf("a style override made %g wide of %g", now.W, big.W)
	}
	if !strings.Contains(text(), "1 times") {
		t.Errorf("the count was lost: %q", text())
	}
	pid := d.Inspect("hello").PID
	d.KillBody()
	d.WaitUp(10 * time.Second)
	testenv.Eventually(t, 5*time.Second, "the same process, found again", func() bool { return d.Inspect("hello").PID == pid && strings.Contains(text(), "1 times") })
	d.Call(control.MethodTap, control.NodeParams{Target: "hello/tap"}, nil)
	testenv.Eventually(t, 5*time.Second, "the next tap", func() bool { return strings.Contains(text(), "2 times") })
}

func node(t *testing.T, d *testenv.Desk, cell, key string) *control.NodeDetail {
	t.Helper()
	n := testenv.Node(d.Inspect(cell).Tree, func(n *control.NodeDetail) bool { return strings.HasSuffix(n.ID, "/"+key) })
	if n == nil {
		t.Fatalf("%s has no node %q", cell, key)
	}
	return n
}

func editable(t *testing.T, d *testenv.Desk, cell string) *control.NodeDetail {
	t.Helper()
	n := testenv.Node(d.Inspect(cell).Tree, func(n *control.NodeDetail) bool { return n.Kind == "area" || n.Kind == "field" })
	if n == nil {
		t.Fatalf("%s has no text to edit: %s", cell, dump(d.Inspect(cell)))
	}
	return n
}

func countOf(t *testing.T, d *testenv.Desk) any {
	t.Helper()
	var state map[string]any
	if err := json.Unmarshal(d.Inspect("counter").State, &state); err != nil {
		t.Fatal(err)
	}
	return state["Count"]
}

// blankTime removes what changes by itself: the text of a clock, and what is as wide as that.
func blankTime(n *control.NodeDetail) {
	if n == nil {
		return
	}
	n.Bounds.X, n.Bounds.W = 0, 0
	if strings.Contains(n.Text, ":") || strings.HasSuffix(n.ID, "/seconds") || strings.HasSuffix(n.Text, "%") { // the load is another meanwhile
		n.Text = ""
	}
	for _, c := range n.Children {
		blankTime(c)
	}
}

func dump(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s is %g, want %g", what, got, want)
	}
}

func rect(b control.Bounds) image.Rectangle {
	return image.Rect(int(b.X), int(b.Y), int(b.X+b.W)+1, int(b.Y+b.H)+1)
}

func union(a, b image.Rectangle) image.Rectangle { return a.Union(b) }

func mean(img image.Image) float64 {
	var sum, n float64
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 7 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x += 7 {
			r, g, b, _ := img.At(x, y).RGBA()
			sum += float64(r+g+b) / 3 / 257
			n++
		}
	}
	return sum / n
}
