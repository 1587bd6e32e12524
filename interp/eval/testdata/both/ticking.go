package main

import (
	"fmt"
	"math"
	"time"

	"cellshell/membrane/cell"
)

// Ticking uses the clock, timers and a service.
type Ticking struct {
	Seconds int
	Lap     []string
	Cores   []float64
	Mounts  []string
	Error   string
	run     bool
	load    float64
}

// View draws hands and charts.
func (t *Ticking) View(x *cell.Context) cell.Node {
	now := x.Now()
	x.OnStart(func() { t.run = true })
	x.Every(time.Second, func() {
		if t.run {
			t.Seconds++
		}
	})
	if t.Seconds > 1 {
		x.Every(2*time.Second, t.ask(x))
	}
	d := time.Duration(t.Seconds) * 90 * time.Second
	mood := "calm"
	switch {
	case t.load > 0.9:
		mood = "busy"
	case t.load > 0.2:
		mood = "awake"
	}
	face := cell.Canvas(100, 100, func(p *cell.Painter) {
		p.Circle(50, 50, 48).Stroke("accent", 2)
		for i := 0; i < 12; i++ {
			a := float64(i) * math.Pi / 6
			p.Line(50+40*math.Cos(a), 50+40*math.Sin(a), 50+46*math.Cos(a), 50+46*math.Sin(a)).Stroke("muted", 1)
		}
		hand := float64(now.Second()) / 60 * 2 * math.Pi
		p.Line(50, 50, 50+40*math.Sin(hand), 50-40*math.Cos(hand)).Stroke("accent", 1.5)
	})
	return cell.Column(
		cell.Text(now.Format("15:04:05 Mon 2 Jan")).Tabular(),
		cell.Text(fmt.Sprintf("%v %.1f %s %d%%", d, d.Minutes(), mood, int(t.load*100))),
		face.Width(120).Height(120),
		cell.Chart(cell.Line("cores", t.Cores), cell.Line("half", half(t.Cores)).Color("green")).Range(0, 1),
		cell.Button("Lap").OnTap(func() { t.Lap = append(t.Lap, x.Now().Add(-d).Format(time.Kitchen)) }),
		cell.Button("Ask").OnTap(t.ask(x)),
		cell.List(t.laps()...),
		cell.Text(t.Error).Color("danger"),
	).Gap(4)
}

func (t *Ticking) ask(x *cell.Context) func() {
	return func() {
		x.Call("system", "load", nil, func(r cell.Reply) {
			t.Cores, t.load = r.Floats("cores"), r.Float("cpu")
		})
		x.Call("system", "disks", map[string]string{"all": "yes"}, func(r cell.Reply) { t.Mounts = r.Texts("disks.mount") })
		x.Call("nobody", "nothing", nil, func(r cell.Reply) { t.Error = r.Err })
	}
}

func (t *Ticking) laps() []cell.Node {
	var out []cell.Node
	for i := len(t.Lap) - 1; i >= 0; i-- {
		out = append(out, cell.Text(fmt.Sprintf("%02d %s", i+1, t.Lap[i])))
	}
	return out
}

func half(v []float64) []float64 {
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = x / 2
	}
	return out
}

func main() { cell.Run(&Ticking{}) }
