// The top panel: the name of the desktop, date and time, and how busy the machine is.
package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Title stands at the left.
const Title = "CellShell"

// Hours24 counts to 24; false counts to 12 with am and pm.
const Hours24 = true

// Panel keeps what the system said last.
type Panel struct {
	CPU      float64 // share of 1
	Memory   float64
	Battery  float64
	Portable bool // has a battery
	Charging bool
}

// View shows three groups: left, middle, right.
func (p *Panel) View(x *cell.Context) cell.Node {
	x.OnStart(func() {
		p.askLoad(x)
		p.askBattery(x)
	})
	x.Every(time.Minute, nil)
	x.Every(5*time.Second, func() { p.askLoad(x) })
	x.Every(time.Minute, func() { p.askBattery(x) })
	hours := "15:04"
	if !Hours24 {
		hours = "3:04 pm"
	}
	return cell.Row(
		cell.Row(
			cell.Icon("sparkle").Size(16).Color("accent"),
			cell.Text(Title).Key("title").Size(13).Weight(600).Lines(1),
		).Key("left").Grow(1).Align("center").Gap(8),
		cell.Row(
			cell.Text(x.Now().Format("Mon 2 Jan")).Key("date").Size(13).Color("muted").Lines(1),
			cell.Text(x.Now().Format(hours)).Key("time").Size(13).Weight(600).Tabular().Lines(1),
		).Key("middle").Align("center").Gap(8),
		cell.Row(
			cell.Icon("cpu").Size(15).Color("muted"),
			cell.Text(cell.Percent(p.CPU)).Key("cpu").Size(12).Weight(500).Tabular().MinWidth(32).Lines(1),
			cell.Icon("memory").Size(15).Color("muted"),
			cell.Text(cell.Percent(p.Memory)).Key("memory").Size(12).Weight(500).Tabular().MinWidth(32).Lines(1),
			p.battery(),
		).Key("right").Grow(1).Align("center").Justify("end").Gap(6),
	).Align("center").Gap(16).PadX(14).PadY(6)
}

func (p *Panel) battery() cell.Node {
	if !p.Portable {
		return cell.Node{}
	}
	icon, color := "battery", "muted"
	if p.Charging {
		icon, color = "bolt", "success"
	} else if p.Battery < 0.15 {
		color = "danger"
	}
	return cell.Row(
		cell.Icon(icon).Size(15).Color(color),
		cell.Text(cell.Percent(p.Battery)).Size(12).Weight(500).Tabular().Lines(1),
	).Key("battery").Align("center").Gap(6)
}

func (p *Panel) askLoad(x *cell.Context) {
	x.Call("system", "load", nil, func(r cell.Reply) {
		p.CPU = r.Float("cpu")
		if total := r.Float("memory.total"); total > 0 {
			p.Memory = r.Float("memory.used") / total
		}
	})
}

func (p *Panel) askBattery(x *cell.Context) {
	x.Call("system", "battery", nil, func(r cell.Reply) {
		p.Portable, p.Battery, p.Charging = r.Bool("present"), r.Float("level"), r.Bool("charging")
	})
}

func main() { cell.Run(&Panel{}) }
