package compositor_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// The gallery is a desktop with every kind of node and cell on it.

func text(s string, size, weight float64, role string) *ui.Node {
	n := node(ui.KindText, s)
	n.Style.Color = role
	if size > 0 {
		n.Style.Size = px(size)
	}
	if weight > 0 {
		n.Style.Weight = px(weight)
	}
	return n
}

func row(gap float64, kids ...*ui.Node) *ui.Node {
	return styled(node(ui.KindRow, "", kids...), func(s *ui.Style) { s.Gap = px(gap) })
}

func column(gap float64, kids ...*ui.Node) *ui.Node {
	return styled(node(ui.KindColumn, "", kids...), func(s *ui.Style) { s.Gap = px(gap) })
}

func button(label, variant, icon string) *ui.Node {
	n := node(ui.KindButton, label)
	n.Style.Variant, n.Icon = variant, icon
	n.Events = []ui.EventKind{ui.EventTap}
	return n
}

func spacer() *ui.Node { return node(ui.KindSpacer, "") }

func icon(name, role string) *ui.Node {
	n := node(ui.KindIcon, "")
	n.Icon, n.Style.Color = name, role
	return n
}

func chart(variant string, series ...ui.Series) *ui.Node {
	n := node(ui.KindChart, "")
	n.Series, n.Style.Variant = series, variant
	return n
}

func wave(n int, phase, amp, mid float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		x := float64(i)/float64(n)*9 + phase
		out[i] = mid + amp*(math.Sin(x)+0.45*math.Sin(2.7*x+1))
	}
	return out
}

func face() *ui.Node {
	n := node(ui.KindCanvas, "")
	n.Box = [2]float64{200, 200}
	n.Paint = append(n.Paint, ui.Paint{Op: "circle", At: []float64{100, 100, 94}, Fill: "sunken", Stroke: "outline", Width: 2})
	for i := range 12 {
		s, c := math.Sincos(float64(i) * math.Pi / 6)
		r, w := 78.0, 2.0
		if i%3 == 0 {
			r, w = 74, 4
		}
		n.Paint = append(n.Paint, ui.Paint{Op: "line", At: []float64{100 + r*s, 100 - r*c, 100 + 85*s, 100 - 85*c}, Stroke: "muted", Width: w})
	}
	hand := func(deg, l, w float64, role string) {
		s, c := math.Sincos(deg * math.Pi / 180)
		n.Paint = append(n.Paint, ui.Paint{Op: "line", At: []float64{100 - 12*s, 100 + 12*c, 100 + l*s, 100 - l*c}, Stroke: role, Width: w})
	}
	hand(305, 46, 7, "text")
	hand(54, 68, 5, "text")
	hand(198, 74, 2.5, "accent")
	n.Paint = append(n.Paint, ui.Paint{Op: "circle", At: []float64{100, 100, 5}, Fill: "accent"})
	return n
}

func photo() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 240, 150))
	for y := range 150 {
		for x := range 240 {
			t := float64(y) / 150
			c := color.RGBA{uint8(250 - 120*t), uint8(150 - 60*t), uint8(110 + 90*t), 255}
			if float64(y) > 95+18*math.Sin(float64(x)/34) {
				c = color.RGBA{60, 52, 110, 255}
			}
			if float64(y) > 118+10*math.Sin(float64(x)/21+2) {
				c = color.RGBA{38, 32, 78, 255}
			}
			if math.Hypot(float64(x)-170, float64(y)-62) < 20 {
				c = color.RGBA{255, 232, 170, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img)
	return b.Bytes()
}

func gallery(mode string, scale float64) compositor.Input {
	in := compositor.Input{
		Doc:   &tissue.Document{Version: 1, Cells: map[tissue.CellID]*tissue.Cell{}, Theme: tissue.Theme{Mode: mode, Accent: "blue"}},
		Cells: map[tissue.CellID]compositor.CellInput{}, W: 1280, H: 800, Scale: scale,
		Edit: &compositor.Edits{Fields: map[string]*edit.Field{}, Scroll: map[string]paint.Point{}},
	}
	add := func(id tissue.CellID, kind tissue.Kind, title string, p tissue.Placement, root *ui.Node) *tissue.Cell {
		ui.Identify(root)
		c := &tissue.Cell{Title: title, Kind: kind, Placement: p, Order: len(in.Doc.Cells) + 1}
		in.Doc.Cells[id], in.Cells[id] = c, compositor.CellInput{Tree: root}
		return c
	}
	add("panel", tissue.KindPanel, "Panel", tissue.Placement{Anchor: "top"}, row(10, icon("sparkle", "accent"), text("CellShell", 13, 600, ""), spacer(),
		text("Sun 22 Nov  12:45", 13, 500, ""), spacer(), icon("wifi", "muted"), icon("volume", "muted"), icon("battery", "muted"), text("82%", 13, 0, "muted")))
	add("clock", tissue.KindWidget, "Clock", tissue.Placement{Anchor: "top-left", X: 24, Y: 24}, styled(column(4, text("12:45", 56, 600, "accent"), text("Sunday, 22 November", 14, 0, "muted")), func(s *ui.Style) {
		s.Align, s.Padding = "center", px(20)
	}))
	add("analog", tissue.KindWidget, "Clock", tissue.Placement{Anchor: "top-left", X: 24, Y: 180}, styled(column(0, face()), func(s *ui.Style) { s.Padding = px(20) })).Accent = "orange"
	add("counter", tissue.KindWidget, "Counter", tissue.Placement{Anchor: "bottom-left", X: 24, Y: 24}, styled(column(16, text("Counter", 13, 600, "muted"), text("128", 48, 700, ""),
		row(8, button("", "", "minus"), button("Reset", "plain", ""), button("Count", "primary", "plus"))), func(s *ui.Style) { s.Align, s.Padding = "center", px(20) }))
	ring := chart("ring", ui.Series{Name: "System", Values: []float64{48}}, ui.Series{Name: "Home", Values: []float64{121}}, ui.Series{Name: "Free", Values: []float64{83}, Color: "raised"})
	ring.Style.Height = px(88)
	load, net := chart("area", ui.Series{Values: wave(60, 0, 14, 34)}), chart("line", ui.Series{Name: "Down", Values: wave(40, 2, 9, 20)}, ui.Series{Name: "Up", Values: wave(40, 4, 5, 10)})
	load.Style.Height, net.Style.Height = px(64), px(88)
	progress := node(ui.KindProgress, "Memory")
	progress.Value = 0.62
	stat := func(i, name, value string) *ui.Node {
		return row(8, icon(i, "accent"), text(name, 13, 600, ""), spacer(), text(value, 13, 500, "muted"))
	}
	add("monitor", tissue.KindWidget, "Monitor", tissue.Placement{Anchor: "top-right", X: 24, Y: 24, W: 312}, styled(column(12,
		stat("cpu", "Processor", "34%"), load,
		stat("network", "Network", "2.4 MB/s"), net,
		progress, node(ui.KindDivider, ""), ring), func(s *ui.Style) { s.Padding = px(20) }))
	bars := chart("bar", ui.Series{Values: []float64{4, 7, 3, 8, 6, 9, 5}})
	bars.Style.Height, bars.Style.Width = px(56), px(180)
	add("week", tissue.KindWidget, "Week", tissue.Placement{Anchor: "bottom-right", X: 24, Y: 24}, styled(column(12, text("This week", 13, 600, ""), bars), func(s *ui.Style) { s.Padding = px(16) })).Accent = "green"
	gallerySettings(in, add)
	return in
}

func gallerySettings(in compositor.Input, add func(tissue.CellID, tissue.Kind, string, tissue.Placement, *ui.Node) *tissue.Cell) {
	area := node(ui.KindArea, "Buy oat milk and limes.\n\nThe tissue keeps what you type: half a note, its cursor and its selection survive every change of the cell around it.")
	area.Style.Grow = px(1)
	item := func(title, sub string) *ui.Node {
		return column(2, text(title, 14, 500, ""), text(sub, 12, 0, "muted"))
	}
	list := node(ui.KindList, "", item("Shopping", "2 lines"), item("Ideas for the shell", "Yesterday"), item("Reading list", "Monday"), item("Trip to Lisbon", "12 November"), item("Letters", "3 November"), item("Recipes", "October"))
	list.Style.Width = px(170)
	add("notes", tissue.KindWindow, "Notes", tissue.Placement{Anchor: "top-left", X: 300, Y: 40, W: 560, H: 300}, styled(row(12, list, area), func(s *ui.Style) { s.Padding = px(12) }))
	in.Edit.Fields[compositor.Key("notes", "row0/area0")] = &edit.Field{State: edit.State{Text: area.Text, Anchor: 30, Cursor: 45}}
	in.Edit.Focus = compositor.Target{Cell: "notes", Node: "row0/area0"}

	toggle := func(label string, on float64) *ui.Node {
		n := node(ui.KindToggle, label)
		n.Value = on
		return n
	}
	slider := node(ui.KindSlider, "Brightness")
	slider.Value, slider.Max = 64, 100
	field := node(ui.KindField, "")
	field.Placeholder = "Search"
	pic := node(ui.KindImage, "")
	pic.Data, pic.Box = photo(), [2]float64{220, 96}
	chip := text("New", 12, 600, "")
	chip.Style.Background = "accent"
	off := button("Disabled", "", "")
	off.Disabled = true
	bar := node(ui.KindProgress, "Download")
	bar.Value = 0.38
	dial := node(ui.KindProgress, "CPU")
	dial.Value, dial.Style.Variant = 0.71, "ring"
	keys := node(ui.KindGrid, "", button("7", "", ""), button("8", "", ""), button("9", "", ""), button("4", "", ""), button("5", "", ""), button("6", "", ""), button("0", "", ""), button(".", "", ""), button("=", "primary", ""))
	keys.Columns = 3
	left := column(12, toggle("Wi-Fi", 1), toggle("Do not disturb", 0), slider, bar, row(8, button("Save", "primary", "save"), button("Cancel", "", ""), off), row(8, button("Delete", "danger", "trash"), button("Learn more", "plain", ""), chip))
	left.Style.Grow = px(1)
	right := column(12, row(8, field), pic, row(16, keys, dial))
	right.Style.Width = px(240)
	add("controls", tissue.KindWindow, "Controls", tissue.Placement{Anchor: "top-left", X: 300, Y: 364, W: 600, H: 376}, styled(row(20, left, right), func(s *ui.Style) { s.Padding = px(16) }))
	dead := node(ui.KindColumn, "", text("Weather", 14, 600, ""), text("18°", 44, 300, ""), text("Partly cloudy", 13, 0, "muted"))
	add("weather", tissue.KindWidget, "Weather", tissue.Placement{Anchor: "bottom-right", X: 24, Y: 158, W: 210}, dead)
	c := in.Cells["weather"]
	c.Dead = "exited with status 2"
	in.Cells["weather"] = c
}

// symbols is a card with every icon.
func symbols() *ui.Node {
	g := node(ui.KindGrid, "")
	g.Columns, g.Style.Gap = 10, px(12)
	for _, name := range ui.Icons {
		n := icon(name, "text")
		n.Style.Size = px(24)
		g.Children = append(g.Children, column(4, n, text(name, 9, 0, "muted")))
		g.Children[len(g.Children)-1].Style.Align = "center"
	}
	return g
}
