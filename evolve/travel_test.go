package evolve_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

func travel(d *desk, in act.Intent, args act.Args) act.Receipt {
	return d.Travel(context.Background(), string(in), act.Act{Intent: in, Args: args})
}

func TestAnAttemptIsThrownAwayOrKept(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	if r := travel(d, act.Drop, act.Args{}); r.Status != act.Failed || !strings.Contains(r.Reason, "Nothing is being tried") {
		t.Errorf("throwing nothing away: %+v", r)
	}
	if r := travel(d, act.Try, act.Args{Text: "Bold Colours!"}); r.Status != act.Done || !strings.Contains(r.Reason, "bold-colours") {
		t.Fatalf("got %+v", r)
	}
	d.PointAt("counter", plusID(d))
	was, before := d.node("counter", "plus")
	d.done("make this button red")
	d.done("make this button bigger")
	d.done("add a clock")
	if r := travel(d, act.Try, act.Args{}); r.Status != act.Failed || !strings.Contains(r.Reason, "bold-colours") {
		t.Errorf("an attempt in an attempt: %+v", r)
	}
	r := travel(d, act.Drop, act.Args{})
	if r.Status != act.Done || r.Commit == "" || !strings.Contains(r.Reason, "3 changes") {
		t.Fatalf("got %+v", r)
	}
	if is, after := d.node("counter", "plus"); !reflect.DeepEqual(is.Style, was.Style) || after != before || d.Scene().Cells["clock"] != nil {
		t.Errorf("the desktop is not as it was: %+v %v", is.Style, after)
	}
	if r := d.Undo(context.Background(), 0); r.Status != act.Done || d.Scene().Cells["clock"] == nil {
		t.Errorf("undo does not bring the attempt back: %+v", r)
	}
	travel(d, act.Try, act.Args{})
	d.done("light mode")
	if r := travel(d, act.Keep, act.Args{}); r.Status != act.Done || !strings.Contains(r.Reason, "attempt") {
		t.Errorf("got %+v", r)
	}
	if _, ok := d.Store.Branch(); ok {
		t.Error("what was kept is still being tried")
	}
}

// TestAnAttemptThatCameToNothingEnds throws attempts away in which nothing was changed, or all of it taken back: the desktop
// is as it was already, but nothing may be tried any more.
func TestAnAttemptThatCameToNothingEnds(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	over := func(want string) {
		t.Helper()
		if r := travel(d, act.Drop, act.Args{}); r.Status != act.Done || !strings.Contains(r.Reason, want) {
			t.Errorf("%s: %s, want %q", r.Status, r.Reason, want)
		}
		if b, ok := d.Store.Branch(); ok {
			t.Errorf("%q is still being tried", b.Name)
		}
	}
	travel(d, act.Try, act.Args{Text: "idle"})
	over(`Nothing was changed in "idle"`)
	if h := d.Store.Log(); len(h) != 2 {
		t.Errorf("there are %d changes", len(h))
	}
	travel(d, act.Try, act.Args{Text: "there and back"})
	d.done("light mode")
	d.Undo(context.Background(), 0)
	over("Threw away 2 changes")
}

func TestRestore(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.PointAt("counter", plusID(d))
	was, _ := d.node("counter", "plus")
	d.done("make this button red")
	d.done("remove the counter")
	r := travel(d, act.Restore, act.Args{Number: 2})
	if r.Status != act.Done || !strings.Contains(r.Reason, "#2") {
		t.Fatalf("got %+v", r)
	}
	if is, _ := d.node("counter", "plus"); !reflect.DeepEqual(is.Style, was.Style) {
		t.Errorf("the button is %+v", is.Style)
	}
	if r := d.Undo(context.Background(), 0); r.Status != act.Done || d.Scene().Cells["counter"] != nil {
		t.Errorf("restoring cannot be undone: %+v", r)
	}
	if r := travel(d, act.Restore, act.Args{Number: 77}); r.Status != act.Failed || !strings.Contains(r.Reason, "77") {
		t.Errorf("got %+v", r)
	}
}

// A wish that begins with trying is an attempt that begins with it.
func TestAnAttemptBeginsWithWhatIsTried(t *testing.T) {
	d := doorDesk(t)
	d.PointAt("door", "column0/keys/Lock")
	weight := func() float64 { n, _ := d.node("door", "Lock"); return val(n.Style.Weight) }
	r := d.done("try bold")
	if b, ok := d.Store.Branch(); !ok || b.Name != "bold" || b.Changes != 1 || weight() != 700 || !strings.Contains(r.Line(), `Trying "bold" from here on`) {
		t.Fatalf("%+v, weight %g: %s", b, weight(), r.Line())
	}
	d.done("throw it away")
	if _, ok := d.Store.Branch(); ok || weight() == 700 {
		t.Error("it is there still")
	}
	d.done("try it in red")
	d.done("try it in blue") // in the same attempt
	if b, ok := d.Store.Branch(); !ok || b.Name != "red" || b.Changes != 2 {
		t.Errorf("%+v", b)
	}
	d.say("keep it")
	d.done("try bold") // the name is taken: the other one was thrown away, not forgotten
	if b, ok := d.Store.Branch(); !ok || b.Name != "bold-2" {
		t.Errorf("%+v", b)
	}
	d.say("keep it")
	if r := d.say("try dark mode"); r.Status != act.Done || r.Commit != "" {
		t.Errorf("%s %s", r.Status, r.Line())
	}
	if b, ok := d.Store.Branch(); ok {
		t.Errorf("nothing came of it, and yet %+v", b)
	}
	for _, say := range []string{"try", "try pizza", "try to sing"} {
		if r := d.say(say); r.Commit != "" {
			t.Errorf("%q: %s", say, r.Line())
		}
	}
}
