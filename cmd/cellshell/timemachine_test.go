package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

func TestTimeMachine(t *testing.T) {
	d := testenv.Start(t)
	plus := node(t, d, "counter", "plus")
	d.Must(plus.ID, "make this button bigger")
	d.Must(plus.ID, "make it red")
	time.Sleep(1500 * time.Millisecond) // a state that stands for a moment gets a picture
	d.Must("", "open the time machine")
	show := func(end string) *control.NodeDetail { return find(d.Inspect("timemachine"), end) }
	testenv.Eventually(t, 10*time.Second, "it lists four changes", func() bool { n := show("of"); return n != nil && n.Text == "4 of 4" })
	ok(t, d, "tap", "timemachine/change-3")
	testenv.Eventually(t, 10*time.Second, "it shows the picture of the third", func() bool { return show("image") != nil && show("of").Text == "3 of 4" })
	ok(t, d, "tap", "timemachine/show-Source")
	testenv.Eventually(t, 10*time.Second, "it shows what changed in the source", func() bool {
		return testenv.Node(d.Inspect("timemachine").Tree, func(n *control.NodeDetail) bool {
			return strings.HasPrefix(n.Text, "+") && strings.Contains(n.Text, "Background")
		}) != nil
	})
	ok(t, d, "tap", "timemachine/change-2")
	ok(t, d, "tap", "timemachine/acts/buttons/undo")
	testenv.Eventually(t, 10*time.Second, "only the second is taken back", func() bool {
		return node(t, d, "counter", "plus").Bounds == plus.Bounds && historyOf(d)[0].Sentence == "undo 2"
	})
	if !historyOf(d)[3].Undone || historyOf(d)[2].Undone {
		t.Errorf("the history is %+v", historyOf(d))
	}
	ok(t, d, "tap", "timemachine/change-1")
	ok(t, d, "tap", "timemachine/restore") // the time machine was not there then: it goes with the rest
	testenv.Eventually(t, 10*time.Second, "the desktop is as it was at the start", func() bool {
		_, _, code := d.Cell("inspect", "timemachine")
		return code != 0
	})
	if r := d.Evolve("", "undo"); r.Status != act.Done {
		t.Errorf("going forth again: %+v", r)
	}

	// Only the third is to be taken back, and a later change is in the way.
	d.Must(plus.ID, "make this button green")
	fill := func() string { return node(t, d, "counter", "plus").Style.Background }
	_, errs, code := d.Cell("undo", "3")
	for _, want := range []string{`#3 "make it red" and #8 "make this button green" both changed func Counter.View of counter`, "\n  1 ", "│ 2\n", `Background("green")`, "\n  1  as it was before #3\n  2  as it is now\n"} {
		if code != 3 || !strings.Contains(errs, want) {
			t.Errorf("exit code %d, without %q:\n%s", code, want, errs)
		}
	}
	var asked act.Receipt
	d.JSON(&asked, []int{3}, "undo", "3")
	if len(asked.Pictures) != 2 || bytes.Equal(contents(t, asked.Pictures[0]), contents(t, asked.Pictures[1])) {
		t.Errorf("both versions are pictured by %q", asked.Pictures)
	}
	if out, errs, code := d.Cell("answer", "2"); code != 0 || fill() != "green" || historyOf(d)[0].N != 8 {
		t.Errorf("left as it is: %d %s%s; the button is %s", code, out, errs, fill())
	}
	testenv.Eventually(t, 10*time.Second, "the time machine knows of it", func() bool { n := show("of"); return n != nil && strings.HasSuffix(n.Text, " of 8") })
	ok(t, d, "tap", "timemachine/change-3")
	testenv.Eventually(t, 10*time.Second, "it shows the third", func() bool { return show("of").Text == "3 of 8" })
	ok(t, d, "tap", "timemachine/acts/buttons/undo")
	testenv.Eventually(t, 10*time.Second, "it shows both versions", func() bool {
		return show("take-back") != nil && testenv.Node(show("sides"), func(n *control.NodeDetail) bool { return strings.Contains(n.Text, `Background("green")`) }) != nil
	})
	if n := testenv.Node(show("sides"), func(n *control.NodeDetail) bool { return strings.Contains(n.Text, "Scale") }); n != nil {
		t.Errorf("what was taken back before is shown as if it came back: %q", n.Text)
	}
	ok(t, d, "tap", "timemachine/both/column0/sides/take-back")
	testenv.Eventually(t, 10*time.Second, "the button is as it was before both", func() bool { return fill() == "" && show("both") == nil })
	if h := historyOf(d); len(h) != 10 || !h[2].Undone || !h[7].Undone {
		t.Errorf("the history is %+v", h)
	}
}

// TestTimeMachineTimeline: each state that stood for a moment has a small picture; all of a long history can be reached; in a
// narrow window nothing lies outside; an attempt is begun and ended there.
func TestTimeMachineTimeline(t *testing.T) {
	d := testenv.Start(t)
	show := func(end string) *control.NodeDetail { return find(d.Inspect("timemachine"), end) }
	says := func(end, want string) func() bool {
		return func() bool { n := show(end); return n != nil && strings.Contains(n.Text, want) }
	}
	d.Must("", "use a green accent") // the state before it stands as long as a slow machine takes to start
	d.Must("", "dark mode")
	time.Sleep(1500 * time.Millisecond) // a state that stands for a moment gets a picture
	d.Must("", "open the time machine")
	testenv.Eventually(t, 10*time.Second, "a small picture of the third", func() bool {
		n := show("change-3/thumb")
		return n != nil && n.Kind == "image" && n.Bounds.W == 56
	})
	if n := show("change-2/thumb"); n == nil || n.Kind == "image" {
		t.Errorf("what stood for no moment is shown as %+v", n)
	}
	for _, width := range []string{"480", "600", "900"} {
		d.Must("", "make the time machine "+width+" wide")
		frame := d.Inspect("timemachine").Bounds
		if n := testenv.Node(d.Inspect("timemachine").Tree, func(n *control.NodeDetail) bool {
			return n.Bounds.X < frame.X-0.5 || n.Bounds.X+n.Bounds.W > frame.X+frame.W+0.5
		}); n != nil {
			t.Errorf("%s wide: %s is at %+v, the window at %+v", width, n.ID, n.Bounds, frame)
		}
	}

	ok(t, d, "tap", "timemachine/attempt/try-hour")
	testenv.Eventually(t, 10*time.Second, "it tells of the attempt", says("attempt/trying", "Trying attempt: 0 changes, thrown away in 59 min"))
	d.Must("", "light mode")
	testenv.Eventually(t, 10*time.Second, "it counts", says("attempt/trying", ": 1 change,"))
	ok(t, d, "tap", "timemachine/attempt/drop")
	testenv.Eventually(t, 10*time.Second, "it is over", says("attempt/trying", "Try something"))
	if out := ok(t, d, "branch"); !strings.Contains(out, "Nothing is being tried") {
		t.Errorf("cell branch says %q", out)
	}

	for range 60 {
		ok(t, d, "undo")
		ok(t, d, "redo")
	}
	last := historyOf(d)[0].N
	testenv.Eventually(t, 10*time.Second, "it knows of all", says("of", " of "+strconv.Itoa(last)))
	ok(t, d, "tap", "timemachine/earlier")
	testenv.Eventually(t, 10*time.Second, "the page before", func() bool { return show("change-1") != nil && says("of", strconv.Itoa(last-100)+" of ")() })
	ok(t, d, "tap", "timemachine/change-1")
	testenv.Eventually(t, 10*time.Second, "the first", func() bool { return says("of", "1 of ")() && says("about/sentence", "start")() })
	ok(t, d, "tap", "timemachine/later")
	testenv.Eventually(t, 10*time.Second, "the newest again", func() bool { return show("change-"+strconv.Itoa(last)) != nil && show("later") == nil })
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
	}
	return data
}

// traveller is a cell that has the power and uses it unasked.
const traveller = `package main

import (
	"time"

	"cellshell/membrane/cell"
)

type Traveller struct{ Said string }

func (t *Traveller) View(x *cell.Context) cell.Node {
	x.Every(200*time.Millisecond, func() {
		x.Call("history", "undo", map[string]string{"n": "2"}, func(r cell.Reply) { t.Said = r.Err })
	})
	return cell.Text("said: " + t.Said)
}

func main() { cell.Run(&Traveller{}) }
`

func TestACellDoesNotTravelByItself(t *testing.T) {
	d := testenv.Start(t)
	d.Must("", "dark mode")
	var r act.Receipt
	d.Call(control.MethodSpawn, control.SpawnParams{
		Source: traveller, Manifest: "name = \"traveller\"\ntitle = \"Traveller\"\nkind = \"widget\"\npowers = [\"history\"]\n",
	}, &r)
	if r.Status != act.Done {
		t.Fatalf("got %+v", r)
	}
	testenv.Eventually(t, 10*time.Second, "the cell hears that nobody asked for it", func() bool {
		return strings.Contains(d.Inspect("traveller").Tree.Text, "nobody has touched traveller")
	})
	if h := historyOf(d); len(h) != 3 || h[1].Undone {
		t.Errorf("the history is %+v", h)
	}
}
