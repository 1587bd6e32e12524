package celltest_test

import (
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/membrane/cell"
	"cellshell/membrane/celltest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// diary writes down when its timers tick.
type diary struct{ Lines []string }

func (d *diary) View(x *cell.Context) cell.Node {
	x.Every(time.Hour, func() { d.Lines = append(d.Lines, "hour "+x.Now().Format("15:04:05")) })
	x.Every(20*time.Minute, func() { d.Lines = append(d.Lines, "third "+x.Now().Format("15:04:05")) })
	return cell.Column(
		cell.Text(strings.Join(d.Lines, ", ")).Key("lines"),
		cell.Button("Clear").OnTap(func() { d.Lines = nil }),
		cell.Field("").Key("add").OnSubmit(func(text string) { d.Lines = append(d.Lines, text) }),
	)
}

// A zone half an hour off shows that ticks follow the wall clock.
func TestAdvance(t *testing.T) {
	d := celltest.Start(t, &diary{}, celltest.Options{
		Now: time.Date(2026, 3, 14, 9, 15, 0, 0, time.FixedZone("IST", 5*3600+1800)),
	})
	d.Advance(50 * time.Minute)
	if got, want := d.Node("lines").Text, "third 09:20:00, third 09:40:00, hour 10:00:00, third 10:00:00"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNames(t *testing.T) {
	d := celltest.Start(t, &diary{}, celltest.Options{})
	d.Submit("add", "one")
	for _, name := range []string{"lines", "column0/lines", "one"} {
		if n := d.Node(name); n.Text != "one" {
			t.Errorf("%s is %s", name, n.ID)
		}
	}
	if d.Node("clear") != d.Node("button0") || d.Lookup("nothing") != nil {
		t.Error("a button is not found by its label")
	}
	d.Tap("Clear")
	if got := string(d.State()); got != `{"Lines":null}` {
		t.Errorf("state %s", got)
	}
	if got := strings.Count(string(d.Record()), "\n"); got != 5 { // two timers, three views
		t.Errorf("the record has %d lines", got)
	}
	if got, want := celltest.Sketch(d.Tree()), "column0\n  lines (text)\n  button0 \"Clear\"\n  add (field)\n"; got != want {
		t.Errorf("sketch\n%s\nwant\n%s", got, want)
	}
}
