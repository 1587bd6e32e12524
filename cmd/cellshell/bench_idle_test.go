package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// measureIdle measures what an open window costs while nobody does anything: with twelve cells that stand still, and with a
// clock of seconds in place of one.
func measureIdle(t *testing.T, table *numbers) {
	d := testenv.StartOn(t, testenv.StartDisplay(t))
	kill := func(id string) {
		var r act.Receipt
		d.Call(control.MethodKill, control.CellParams{Cell: id}, &r)
		if r.Status != act.Done {
			t.Fatalf("%s: %s %s", id, r.Status, r.Reason)
		}
	}
	var panel control.SourceResult
	d.Call(control.MethodCat, control.CellParams{Cell: "panel"}, &panel)
	still := strings.Replace(panel.Source, "x.Every(5*time.Second, func() { p.askLoad(x) })", "", 1)
	var r act.Receipt
	if d.Call(control.MethodEdit, control.EditParams{Cell: "panel", Source: still}, &r); r.Status != act.Done {
		t.Fatalf("a panel that does not show the load: %s %s", r.Status, r.Reason)
	}
	for range 4 {
		for _, gene := range []string{"counter", "notes", "calculator"} {
			d.Call(control.MethodSpawn, control.SpawnParams{Gene: gene}, nil)
		}
	}
	for _, id := range []string{"notes", "counter", "calculator-2"} {
		kill(id)
	}
	row := func(what, frames string) {
		time.Sleep(12 * time.Second) // promotions end, motion comes to rest
		var list []control.CellInfo
		d.Call(control.MethodLs, nil, &list)
		s := d.Screens()[0]
		body, screen := cpuTime(t, d.BodyPID()), cpuTime(t, s.PID)
		began := time.Now()
		time.Sleep(15 * time.Second)
		took := time.Since(began)
		drawn := d.Screens()[0].Drawn - s.Drawn
		share := func(pid int, before time.Duration) float64 {
			return 100 * float64(cpuTime(t, pid)-before) / float64(took)
		}
		b, w := share(d.BodyPID(), body), share(s.PID, screen)
		table.text(fmt.Sprintf("idle, %d %s: body, window", len(list), what), fmt.Sprintf("%.2f %%", b), fmt.Sprintf("%.2f %%", w), "0.5 % of a core")
		table.text("  pictures a second", fmt.Sprintf("%.2f", float64(drawn)/took.Seconds()), "", frames)
	}
	row("cells that stand still", "0")
	kill("calculator")
	d.Call(control.MethodSpawn, control.SpawnParams{Source: secondsClock, Name: "clock"}, nil)
	row("cells with a clock of seconds", "1")
}

// secondsClock shows the time to the second.
const secondsClock = `package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Clock counts seconds.
type Clock struct{ N int }

// View shows how many there were.
func (c *Clock) View(x *cell.Context) cell.Node {
	x.Every(time.Second, func() { c.N++ })
	return cell.Text(cell.Itoa(c.N)).Padding(12)
}

func main() { cell.Run(&Clock{}) }
`
