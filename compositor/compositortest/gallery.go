// Package compositortest holds desktops that layout and pictures are tested with (test data), and short ways to write trees.
package compositortest

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

// Text is a text node; size and weight 0 are the theme's.
func Text(s string, size, weight float64, role string) *ui.Node {
	n := Node(ui.KindText, s)
	n.Style.Color = role
	if size > 0 {
		n.Style.Size = Px(size)
	}
	if weight > 0 {
		n.Style.Weight = Px(weight)
	}
	return n
}

// Row lays nodes out side by side.
func Row(gap float64, kids ...*ui.Node) *ui.Node {
	return Styled(Node(ui.KindRow, "", kids...), func(s *ui.Style) { s.Gap = Px(gap) })
}

// Column lays nodes out one below the other.
func Column(gap float64, kids ...*ui.Node) *ui.Node {
	return Styled(Node(ui.KindColumn, "", kids...), func(s *ui.Style) { s.Gap = Px(gap) })
}

// Button is a button that listens.
func Button(label, variant, icon string) *ui.Node {
	n := Node(ui.KindButton, label)
	n.Style.Variant, n.Icon = variant, icon
	n.Events = []ui.EventKind{ui.EventTap}
	return n
}

// Spacer takes what is left.
func Spacer() *ui.Node { return Node(ui.KindSpacer, "") }

// Icon is an icon in a role's colour.
func Icon(name, role string) *ui.Node {
	n := Node(ui.KindIcon, "")
	n.Icon, n.Style.Color = name, role
	return n
}

// Chart is a chart of a variant.
func Chart(variant string, series ...ui.Series) *ui.Node {
	n := Node(ui.KindChart, "")
	n.Series, n.Style.Variant = series, variant
	return n
}

// Wave is n values that go up and down.
func Wave(n int, phase, amp, mid float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		x := float64(i)/float64(n)*9 + phase
		out[i] = mid + amp*(math.Sin(x)+0.45*math.Sin(2.7*x+1))
	}
	return out
}

// Face is a clock drawn on a canvas.
func Face() *ui.Node {
	n := Node(ui.KindCanvas, "")
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

// Photo is a picture file.
func Photo() []byte {
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

// Gallery is a desktop with every kind of node and cell on it.
func Gallery(mode string, scale float64) compositor.Input {
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
	add("panel", tissue.KindPanel, "Panel", tissue.Placement{Anchor: "top"}, Row(10, Icon("sparkle", "accent"), Text("CellShell", 13, 600, ""), Spacer(),
		Text("Sun 22 Nov  12:45", 13, 500, ""), Spacer(), Icon("wifi", "muted"), Icon("volume", "muted"), Icon("battery", "muted"), Text("82%", 13, 0, "muted")))
	add("clock", tissue.KindWidget, "Clock", tissue.Placement{Anchor: "top-left", X: 24, Y: 24}, Styled(Column(4, Text("12:45", 56, 600, "accent"), Text("Sunday, 22 November", 14, 0, "muted")), func(s *ui.Style) {
		s.Align, s.Padding = "center", Px(20)
	}))
	add("analog", tissue.KindWidget, "Clock", tissue.Placement{Anchor: "top-left", X: 24, Y: 180}, Styled(Column(0, Face()), func(s *ui.Style) { s.Padding = Px(20) })).Accent = "orange"
	add("counter", tissue.KindWidget, "Counter", tissue.Placement{Anchor: "bottom-left", X: 24, Y: 24}, Styled(Column(16, Text("Counter", 13, 600, "muted"), Text("128", 48, 700, ""),
		Row(8, Button("", "", "minus"), Button("Reset", "plain", ""), Button("Count", "primary", "plus"))), func(s *ui.Style) { s.Align, s.Padding = "center", Px(20) }))
	ring := Chart("ring", ui.Series{Name: "System", Values: []float64{48}}, ui.Series{Name: "Home", Values: []float64{121}}, ui.Series{Name: "Free", Values: []float64{83}, Color: "raised"})
	ring.Style.Height = Px(88)
	load, net := Chart("area", ui.Series{Values: Wave(60, 0, 14, 34)}), Chart("line", ui.Series{Name: "Down", Values: Wave(40, 2, 9, 20)}, ui.Series{Name: "Up", Values: Wave(40, 4, 5, 10)})
	load.Style.Height, net.Style.Height = Px(64), Px(88)
	progress := Node(ui.KindProgress, "Memory")
	progress.Value = 0.62
	stat := func(i, name, value string) *ui.Node {
		return Row(8, Icon(i, "accent"), Text(name, 13, 600, ""), Spacer(), Text(value, 13, 500, "muted"))
	}
	add("monitor", tissue.KindWidget, "Monitor", tissue.Placement{Anchor: "top-right", X: 24, Y: 24, W: 312}, Styled(Column(12,
		stat("cpu", "Processor", "34%"), load,
		stat("network", "Network", "2.4 MB/s"), net,
		progress, Node(ui.KindDivider, ""), ring), func(s *ui.Style) { s.Padding = Px(20) }))
	bars := Chart("bar", ui.Series{Values: []float64{4, 7, 3, 8, 6, 9, 5}})
	bars.Style.Height, bars.Style.Width = Px(56), Px(180)
	add("week", tissue.KindWidget, "Week", tissue.Placement{Anchor: "bottom-right", X: 24, Y: 24}, Styled(Column(12, Text("This week", 13, 600, ""), bars), func(s *ui.Style) { s.Padding = Px(16) })).Accent = "green"
	gallerySettings(in, add)
	return in
}

func gallerySettings(in compositor.Input, add func(tissue.CellID, tissue.Kind, string, tissue.Placement, *ui.Node) *tissue.Cell) {
	area := Node(ui.KindArea, "Buy oat milk and limes.\n\nThe tissue keeps what you type: half a note, its cursor and its selection survive every change of the cell around it.")
	area.Style.Grow = Px(1)
	item := func(title, sub string) *ui.Node {
		return Column(2, Text(title, 14, 500, ""), Text(sub, 12, 0, "muted"))
	}
	list := Node(ui.KindList, "", item("Shopping", "2 lines"), item("Ideas for the shell", "Yesterday"), item("Reading list", "Monday"), item("Trip to Lisbon", "12 November"), item("Letters", "3 November"), item("Recipes", "October"))
	list.Style.Width = Px(170)
	add("notes", tissue.KindWindow, "Notes", tissue.Placement{Anchor: "top-left", X: 300, Y: 40, W: 560, H: 300}, Styled(Row(12, list, area), func(s *ui.Style) { s.Padding = Px(12) }))
	in.Edit.Fields[compositor.Key("notes", "row0/area0")] = &edit.Field{State: edit.State{Text: area.Text, Anchor: 30, Cursor: 45}}
	in.Edit.Focus = compositor.Target{Cell: "notes", Node: "row0/area0"}

	toggle := func(label string, on float64) *ui.Node {
		n := Node(ui.KindToggle, label)
		n.Value = on
		return n
	}
	slider := Node(ui.KindSlider, "Brightness")
	slider.Value, slider.Max = 64, 100
	field := Node(ui.KindField, "")
	field.Placeholder = "Search"
	pic := Node(ui.KindImage, "")
	pic.Data, pic.Box = Photo(), [2]float64{220, 96}
	chip := Text("New", 12, 600, "")
	chip.Style.Background = "accent"
	off := Button("Disabled", "", "")
	off.Disabled = true
	bar := Node(ui.KindProgress, "Download")
	bar.Value = 0.38
	dial := Node(ui.KindProgress, "CPU")
	dial.Value, dial.Style.Variant = 0.71, "ring"
	keys := Node(ui.KindGrid, "", Button("7", "", ""), Button("8", "", ""), Button("9", "", ""), Button("4", "", ""), Button("5", "", ""), Button("6", "", ""), Button("0", "", ""), Button(".", "", ""), Button("=", "primary", ""))
	keys.Columns = 3
	left := Column(12, toggle("Wi-Fi", 1), toggle("Do not disturb", 0), slider, bar, Row(8, Button("Save", "primary", "save"), Button("Cancel", "", ""), off), Row(8, Button("Delete", "danger", "trash"), Button("Learn more", "plain", ""), chip))
	left.Style.Grow = Px(1)
	right := Column(12, Row(8, field), pic, Row(16, keys, dial))
	right.Style.Width = Px(240)
	add("controls", tissue.KindWindow, "Controls", tissue.Placement{Anchor: "top-left", X: 300, Y: 364, W: 600, H: 376}, Styled(Row(20, left, right), func(s *ui.Style) { s.Padding = Px(16) }))
	dead := Node(ui.KindColumn, "", Text("Weather", 14, 600, ""), Text("18°", 44, 300, ""), Text("Partly cloudy", 13, 0, "muted"))
	add("weather", tissue.KindWidget, "Weather", tissue.Placement{Anchor: "bottom-right", X: 24, Y: 158, W: 210}, dead)
	c := in.Cells["weather"]
	c.Dead = "exited with status 2"
	in.Cells["weather"] = c
}

// Symbols is a card with every icon.
func Symbols() *ui.Node {
	g := Node(ui.KindGrid, "")
	g.Columns, g.Style.Gap = 10, Px(12)
	for _, name := range ui.Icons {
		n := Icon(name, "text")
		n.Style.Size = Px(24)
		g.Children = append(g.Children, Column(4, n, Text(name, 9, 0, "muted")))
		g.Children[len(g.Children)-1].Style.Align = "center"
	}
	return g
}

// Controls is a small desktop with the controls and a form on it, a button
// focused.
func Controls(mode string, scale float64) compositor.Input {
	in := Gallery(mode, scale)
	for id := range in.Doc.Cells {
		if id != "controls" {
			delete(in.Doc.Cells, id)
		}
	}
	in.Doc.Theme.Accent = "purple"
	in.Doc.Cells["controls"].Placement = tissue.Placement{X: 20, Y: 20, W: 600, H: 376}
	in.W, in.H = 900, 416
	name, mail := Node(ui.KindField, "Ada Lovelace"), Node(ui.KindField, "")
	mail.Placeholder = "Mail"
	loud := Node(ui.KindToggle, "Sounds")
	wait := Node(ui.KindProgress, "Sending")
	wait.Value = -1
	form := Column(12, Text("Sign up", 20, 700, ""), Text("It takes a minute. You can take it back at any time.", 13, 0, "muted"), name, mail, loud, wait, Row(8, Spacer(), Button("Later", "plain", ""), Button("Send", "primary", "mail")))
	form.Style.Padding, form.Style.Width = Px(20), Px(236)
	ui.Identify(form)
	in.Doc.Cells["form"] = &tissue.Cell{Title: "Form", Kind: tissue.KindOverlay, Placement: tissue.Placement{Anchor: "top-right", X: 20, Y: 20}, Order: 9}
	in.Cells["form"] = compositor.CellInput{Tree: form}
	in.Edit.Fields = map[string]*edit.Field{compositor.Key("form", "column0/field0"): edit.NewField("Ada Lovelace")}
	in.Edit.Focus = compositor.Target{Cell: "form", Node: "column0/row0/button1"}
	return in
}
