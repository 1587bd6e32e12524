package evolve_test

import (
	"context"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// twice says two things of a counter's button, the first of which is change n.
func (d *desk) twice(first, then string) (n int) {
	d.t.Helper()
	d.done("add a counter")
	d.PointAt("counter", plusID(d))
	n = entryOf(d.t, d, d.done(first).Commit)
	d.done(then)
	return n
}

func TestUndoAgainstALaterChangeOfTheSame(t *testing.T) {
	d := newDesk(t)
	n := d.twice("make this button red", "make this button green")
	r := d.Undo(context.Background(), n)
	if r.Status != act.Asked || !strings.Contains(r.Question, "green") || !strings.Contains(r.Question, "red") || len(r.Choices) < 2 {
		t.Fatalf("got %+v", r)
	}
	if len(r.Versions) != 1 || r.Versions[0].What != "func Counter.View of counter" {
		t.Fatalf("what is asked about is %+v", r.Versions)
	}
	var back, now []string
	for _, row := range r.Versions[0].Rows {
		if !row.Same {
			back, now = append(back, row.Back), append(now, row.Now)
		}
	}
	if len(now) != 1 || strings.Contains(back[0], "Background") || !strings.Contains(back[0], "c.Count += Step") || !strings.Contains(now[0], `Background("green")`) || len(r.Versions[0].Rows) > 4 {
		t.Errorf("both are shown as %+v", r.Versions[0].Rows)
	}
	if again := d.Answer(context.Background(), "2"); again.Status != act.Done || again.Commit != "" {
		t.Errorf("leaving it as it is: %+v", again)
	}
	if node, _ := d.node("counter", "plus"); node.Style.Background != "green" {
		t.Errorf("left as it is, the button is %+v", node.Style)
	}
	d.Undo(context.Background(), n)
	if r = d.Answer(context.Background(), "1"); r.Status != act.Done {
		t.Fatalf("taking both back: %+v", r)
	}
	if node, _ := d.node("counter", "plus"); node.Style.Color != "" || node.Style.Background != "" {
		t.Errorf("both taken back, the button is still coloured: %+v", node.Style)
	}
	d.done("redo")
	d.done("redo")
	if node, _ := d.node("counter", "plus"); node.Style.Background != "green" {
		t.Errorf("that undone, the button is %+v", node.Style)
	}
}

// Where the later change did more, only what both did is as it was before.
func TestUndoLeavesWhatElseALaterChangeDid(t *testing.T) {
	d := newDesk(t)
	n := d.twice("make this button red", "make this button green and rename the counter to Laps")
	r := d.Undo(context.Background(), n)
	if r.Status != act.Asked {
		t.Fatalf("got %+v", r)
	}
	if r = d.Answer(context.Background(), "as it was before #"+strconv.Itoa(n)); r.Status != act.Done || entryOf(t, d, r.Commit) != n+2 {
		t.Fatalf("got %+v", r)
	}
	if node, _ := d.node("counter", "plus"); node.Style.Background != "" || d.Scene().Doc.Cells["counter"].Title != "Laps" {
		t.Errorf("the button is %+v in %q", node.Style, d.Scene().Doc.Cells["counter"].Title)
	}
}

func TestUndoOfWhatNoLaterChangeHasTouched(t *testing.T) {
	d := newDesk(t)
	n := d.twice("make this button red and rename the counter to Laps", "make this button green")
	green, _ := d.node("counter", "plus")
	r := d.Undo(context.Background(), n)
	if r.Status != act.Asked || len(r.Choices) != 3 || len(r.Versions) != 1 {
		t.Fatalf("got %+v", r)
	}
	if r = d.Answer(context.Background(), "2"); r.Status != act.Done {
		t.Fatalf("taking the rest back: %+v", r)
	}
	if node, _ := d.node("counter", "plus"); !reflect.DeepEqual(node.Style, green.Style) {
		t.Errorf("the button is no longer as the later change made it: %+v", node.Style)
	}
	if c := d.Scene().Doc.Cells["counter"]; c.Title == "Laps" {
		t.Error("the title was not taken back")
	}
}
