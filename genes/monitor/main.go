// A system monitor: processor, memory and disks, with the last minute of each as a chart.
package main

import (
	"time"

	"cellshell/membrane/cell"
)

// History is how many seconds the charts show.
const History = 60

// Chart is how they are drawn: "area", "line" or "bar".
const Chart = "area"

// Disk is how full one file system is.
type Disk struct {
	Mount string
	Used  float64 // bytes
	Total float64
}

// Monitor keeps what the system said last.
type Monitor struct {
	CPU    []float64 // shares of 1, oldest first
	Memory []float64
	Used   float64 // bytes
	Total  float64
	Cores  int
	Load   float64
	Uptime float64 // seconds
	Disks  []Disk
	Fault  string
}

// View shows one section below the other.
func (m *Monitor) View(x *cell.Context) cell.Node {
	x.OnStart(func() {
		m.askLoad(x)
		m.askDisks(x)
	})
	x.Every(time.Second, func() { m.askLoad(x) })
	x.Every(30*time.Second, func() { m.askDisks(x) })
	return cell.Column(
		cell.Column(
			cell.Row(
				cell.Icon("cpu").Size(18).Color("accent"),
				cell.Text("Processor").Size(14).Weight(600),
				cell.Spacer(),
				cell.Text(cell.Percent(last(m.CPU))).Key("cpu-now").Size(20).Weight(600).Color("accent").Tabular(),
			).Align("center").Gap(8),
			cell.Chart(cell.Line("Processor", padded(m.CPU)).Color("accent")).Key("cpu-chart").Variant(Chart).Range(0, 1).Height(64),
		).Key("cpu").Align("stretch").Gap(6),
		cell.Column(
			cell.Row(
				cell.Icon("memory").Size(18).Color("purple"),
				cell.Text("Memory").Size(14).Weight(600),
				cell.Text(m.memory()).Key("memory-of").Size(12).Color("muted").Tabular().Lines(1),
				cell.Spacer(),
				cell.Text(cell.Percent(last(m.Memory))).Key("memory-now").Size(20).Weight(600).Color("purple").Tabular(),
			).Align("center").Gap(8),
			cell.Chart(cell.Line("Memory", padded(m.Memory)).Color("purple")).Key("memory-chart").Variant(Chart).Range(0, 1).Height(64),
		).Key("memory").Align("stretch").Gap(6),
		cell.Column(m.disks()...).Key("disks").Align("stretch").Gap(10),
		cell.Text(m.foot()).Key("foot").Size(12).Color("muted").Tabular().Lines(1),
	).Align("stretch").Gap(16).Padding(18).Width(320)
}

func (m *Monitor) disks() []cell.Node {
	var rows []cell.Node
	for _, disk := range m.Disks {
		share := 0.0
		if disk.Total > 0 {
			share = disk.Used / disk.Total
		}
		color := "teal"
		if share > 0.9 {
			color = "danger"
		}
		rows = append(rows, cell.Column(
			cell.Row(
				cell.Icon("disk").Size(16).Color(color),
				cell.Text(disk.Mount).Size(13).Weight(500).Lines(1),
				cell.Spacer(),
				cell.Text(cell.Bytes(disk.Used)+" of "+cell.Bytes(disk.Total)).Size(12).Color("muted").Tabular().Lines(1),
			).Align("center").Gap(8),
			cell.Progress(share).Accent(color),
		).Key("disk-"+disk.Mount).Align("stretch").Gap(6))
	}
	return rows
}

func (m *Monitor) askLoad(x *cell.Context) {
	x.Call("system", "load", nil, func(r cell.Reply) {
		m.Fault = r.Err
		if r.Err != "" {
			return
		}
		m.Used, m.Total = r.Float("memory.used"), r.Float("memory.total")
		m.Cores, m.Load, m.Uptime = r.Len("cores"), r.Float("load.0"), r.Float("uptime")
		m.CPU = remember(m.CPU, r.Float("cpu"))
		if m.Total > 0 {
			m.Memory = remember(m.Memory, m.Used/m.Total)
		}
	})
}

func (m *Monitor) askDisks(x *cell.Context) {
	x.Call("system", "disks", nil, func(r cell.Reply) {
		if r.Err != "" {
			return
		}
		mounts, used, total := r.Texts("disks.mount"), r.Floats("disks.used"), r.Floats("disks.total")
		m.Disks = nil
		for i := 0; i < len(mounts) && i < 4; i++ {
			m.Disks = append(m.Disks, Disk{Mount: mounts[i], Used: used[i], Total: total[i]})
		}
	})
}

func (m *Monitor) memory() string {
	if m.Total == 0 {
		return ""
	}
	return cell.Bytes(m.Used) + " of " + cell.Bytes(m.Total)
}

func (m *Monitor) foot() string {
	if m.Fault != "" {
		return m.Fault
	}
	up := time.Duration(m.Uptime) * time.Second
	text := cell.Itoa(m.Cores) + " cores · load " + cell.Ftoa(m.Load, 2) + " · up "
	if up >= 24*time.Hour {
		text += cell.Itoa(int(up/(24*time.Hour))) + " d "
	}
	return text + cell.Itoa(int(up/time.Hour)%24) + " h " + cell.Itoa(int(up/time.Minute)%60) + " min"
}

// remember appends a value and drops what is too old.
func remember(values []float64, v float64) []float64 {
	values = append(values, float64(int(v*1000+0.5))/1000)
	if len(values) > History {
		values = values[len(values)-History:]
	}
	return values
}

// padded fills the past nobody saw with nothing, so that the chart runs in from the right.
func padded(values []float64) []float64 {
	out := make([]float64, History-len(values), History)
	return append(out, values...)
}

func last(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	return values[len(values)-1]
}

func main() { cell.Run(&Monitor{}) }
