package main

import (
	"image"
	"image/color"
	"image/draw"

	"cellshell/compositor/compositortest"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

func rgba(c paint.Color) color.Color { return color.NRGBA{c.R, c.G, c.B, c.A} }

var (
	row, column, words, button = compositortest.Row, compositortest.Column, compositortest.Text, compositortest.Button
	styled, px                 = compositortest.Styled, compositortest.Px
)

const (
	longText = "A label that is much longer than the room there is for it, whatever the room is"
	para     = "The tissue keeps what you type: half a note, its cursor and its selection survive every change of the cell around it."
)

// card puts nodes on a card.
func card(kids ...*ui.Node) *ui.Node {
	return styled(column(12, kids...), func(s *ui.Style) { s.Padding = px(16) })
}

func leaf(kind ui.Kind, text string, change func(*ui.Node)) *ui.Node {
	n := compositortest.Node(kind, text)
	n.Events = []ui.EventKind{ui.EventChange}
	if change != nil {
		change(n)
	}
	return n
}

// controls are the nodes that are used, each in its states.
func controls() (out []specimen) {
	kinds := []struct {
		name string
		make func() *ui.Node
	}{
		{"button", func() *ui.Node { return button("Cancel", "", "") }},
		{"button primary", func() *ui.Node { return button("Save", "primary", "save") }},
		{"button danger", func() *ui.Node { return button("Delete", "danger", "trash") }},
		{"button plain", func() *ui.Node { return button("Learn more", "plain", "") }},
		{"button icon", func() *ui.Node { return button("", "", "plus") }},
		{"toggle on", func() *ui.Node { return leaf(ui.KindToggle, "Wi-Fi", func(n *ui.Node) { n.Value = 1 }) }},
		{"toggle off", func() *ui.Node { return leaf(ui.KindToggle, "Wi-Fi", nil) }},
		{"slider", func() *ui.Node {
			return leaf(ui.KindSlider, "Brightness", func(n *ui.Node) { n.Value, n.Max = 64, 100 })
		}},
		{"field", func() *ui.Node { return leaf(ui.KindField, "Ada Lovelace", nil) }},
		{"area", func() *ui.Node {
			return leaf(ui.KindArea, "Buy oat milk\nand limes.", func(n *ui.Node) { n.Style.Height = px(64) })
		}},
	}
	for _, k := range kinds {
		for _, state := range []string{"normal", "hover", "pressed", "focus", "disabled", "long"} {
			n := k.make()
			s := specimen{name: k.name + " · " + state, state: state, w: 176}
			switch state {
			case "disabled":
				n.Disabled = true
			case "long":
				if n.Text != "" {
					n.Text = longText
				}
			}
			if n.Kind == ui.KindField || n.Kind == ui.KindArea {
				s.edit = &edit.State{Text: n.Text, Anchor: 0, Cursor: 0}
				if state == "focus" {
					s.edit.Anchor, s.edit.Cursor = 0, 3
				}
			}
			s.tree = card(n)
			out = append(out, s)
		}
	}
	for _, n := range []*ui.Node{
		leaf(ui.KindField, "", func(n *ui.Node) { n.Placeholder = "Search" }),
		leaf(ui.KindArea, "", func(n *ui.Node) { n.Placeholder, n.Style.Height = "Write something …", px(64) }),
		leaf(ui.KindSlider, "", nil), leaf(ui.KindToggle, "", nil), compositortest.Node(ui.KindProgress, ""), button("", "", ""),
	} {
		out = append(out, specimen{name: string(n.Kind) + " · empty", w: 176, tree: card(n)})
	}
	return append(out, shows()...)
}

// shows are the nodes that only show something.
func shows() (out []specimen) {
	add := func(name string, w float64, kids ...*ui.Node) {
		out = append(out, specimen{name: name, w: w, tree: card(kids...)})
	}
	for _, v := range []float64{0, 0.02, 0.38, 1, -1} {
		bar, ring := leaf(ui.KindProgress, "Download", nil), leaf(ui.KindProgress, "CPU", nil)
		bar.Value, ring.Value, ring.Style.Variant = v, v, "ring"
		add("progress", 176, bar, ring)
	}
	for _, v := range []string{"line", "area", "bar", "ring"} {
		for _, series := range [][]ui.Series{
			{{Name: "Load", Values: compositortest.Wave(40, 1, 9, 20)}},
			{{Name: "Down", Values: compositortest.Wave(24, 2, 9, 20)}, {Name: "Up", Values: compositortest.Wave(24, 4, 5, 10)}},
			{{Name: "One", Values: []float64{5}}},
			{{Name: "None"}},
			{{Name: "Flat", Values: []float64{3, 3, 3, 3}}},
		} {
			c := compositortest.Chart(v, series...)
			c.Style.Height = px(88)
			add("chart "+v, 216, c)
		}
	}
	photo := compositortest.Node(ui.KindImage, "")
	photo.Data, photo.Box = compositortest.Photo(), [2]float64{176, 96}
	broken := compositortest.Node(ui.KindImage, "")
	broken.Data, broken.Box = []byte("no picture"), [2]float64{176, 96}
	add("image", 0, photo)
	add("image · broken", 0, broken)
	add("canvas", 0, compositortest.Face())
	list := compositortest.Node(ui.KindList, "")
	for _, t := range []string{"Shopping", "Ideas for the shell", longText, "Trip to Lisbon", "Letters"} {
		list.Children = append(list.Children, styled(words(t, 14, 500, ""), func(s *ui.Style) {
			n := 1
			s.Lines = &n
		}))
	}
	list.Style.Height, list.Style.Width = px(130), px(200)
	add("list", 0, list)
	grid := compositortest.Node(ui.KindGrid, "")
	for _, t := range []string{"7", "8", "9", "4", "5", "6", "0", ".", "="} {
		grid.Children = append(grid.Children, button(t, "", ""))
	}
	grid.Columns = 3
	add("grid", 0, grid)
	table := compositortest.Node(ui.KindGrid, "", words("Name", 12, 600, "muted"), words("Size", 12, 600, "muted"), words("notes", 13, 0, ""), words("12 kB", 13, 0, ""), words("clock", 13, 0, ""), words("4 kB", 13, 0, ""))
	add("table", 200, table, compositortest.Node(ui.KindDivider, ""), row(8, words("Total", 13, 600, ""), compositortest.Spacer(), words("16 kB", 13, 600, "")))
	return out
}

// texts are sizes, weights and scripts.
func texts() (out []specimen) {
	add := func(name string, w float64, kids ...*ui.Node) {
		out = append(out, specimen{name: name, w: w, tree: card(kids...)})
	}
	var sizes []*ui.Node
	for _, s := range []float64{11, 12, 13, 14, 16, 20, 28, 40} {
		sizes = append(sizes, words("Hamburgefonstiv 0123", s, 0, ""))
	}
	add("sizes", 0, sizes...)
	var weights []*ui.Node
	for _, w := range []float64{300, 400, 500, 600, 700} {
		weights = append(weights, words("Weight of text 128", 20, w, ""))
	}
	add("weights", 0, weights...)
	for _, t := range [][2]string{
		{"german", "Ändere die Größe der Schaltfläche, bitte. Übung macht den Meister."},
		{"arabic", "اجعل هذا الزر أكبر من فضلك 123"},
		{"hebrew", "הגדל את הכפתור הזה ABC בבקשה"},
		{"chinese", "把这个按钮变大一点，然后移动到右上角。"},
		{"japanese", "このボタンを大きくして、右上に移動してください。"},
		{"korean", "이 버튼을 더 크게 만들어 주세요"},
		{"greek, russian", "Κάνε το κουμπί μεγαλύτερο · Сделай кнопку больше"},
		{"hindi", "इस बटन को बड़ा करो"},
		{"emoji", "Done 🎉 with 👩‍🚀 and 🇩🇪 flags ✅ 1️⃣"},
		{"long", para},
		{"unbreakable", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"},
	} {
		add(t[0], 280, words(t[0], 12, 600, "muted"), words(t[1], 15, 0, ""), button(t[1], "primary", "check"), leaf(ui.KindField, t[1], nil))
	}
	var roles []*ui.Node
	for _, r := range []string{"text", "muted", "accent", "success", "warning", "danger"} {
		roles = append(roles, words(r, 14, 600, r))
	}
	add("roles", 0, roles...)
	var grounds []*ui.Node
	for _, r := range []string{"raised", "sunken", "accent", "success", "danger", "yellow", "black", "white"} {
		grounds = append(grounds, styled(words("on "+r, 13, 600, ""), func(s *ui.Style) { s.Background = r }))
	}
	add("grounds", 0, grounds...)
	return out
}

// frames are the kinds of cell, alive and dead.
func frames() (out []specimen) {
	body := func() *ui.Node {
		return card(words("Weather", 14, 600, ""), words("18°", 44, 300, ""), words("Partly cloudy", 13, 0, "muted"))
	}
	for _, k := range []tissue.Kind{tissue.KindWidget, tissue.KindWindow, tissue.KindOverlay} {
		for _, dead := range []string{"", "exited with status 2", "it used more than the 256 MB of memory it may have, three times in ten seconds"} {
			out = append(out, specimen{name: string(k), kind: k, title: "Weather", w: 240, h: 190, tree: body(), dead: dead})
		}
	}
	long := styled(column(8, words(para, 15, 0, ""), words(para, 15, 0, ""), words(para, 15, 0, "")), func(s *ui.Style) { s.Padding = px(16) })
	out = append(out,
		specimen{name: "window, scrolled", kind: tissue.KindWindow, title: longText, w: 300, h: 180, tree: long},
		specimen{name: "widget, no tree yet", title: "Empty", w: 160, h: 100, tree: column(0)},
		specimen{name: "panel", kind: tissue.KindPanel, tree: row(10, compositortest.Icon("sparkle", "accent"), words("CellShell", 13, 600, ""), compositortest.Spacer(), words("12:45", 13, 500, ""))},
	)
	return out
}

// accents is a few controls in every hue.
func accents(mode string) image.Image {
	var all []image.Image
	hues := []string{"red", "orange", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple", "pink", "brown", "gray"}
	for _, hue := range hues {
		bar := leaf(ui.KindProgress, "Download", func(n *ui.Node) { n.Value = 0.6 })
		s := specimen{name: hue, w: 270, tree: card(words("128", 40, 700, "accent"),
			row(8, button("Save", "primary", ""), button("Cancel", "", ""), button("More", "plain", "")),
			leaf(ui.KindToggle, "On", func(n *ui.Node) { n.Value = 1 }), bar, compositortest.Chart("area", ui.Series{Values: compositortest.Wave(40, 1, 9, 20)}))}
		all = append(all, s.draw(look{theme: tissue.Theme{Mode: mode, Accent: hue}, scale: 1}))
	}
	size := all[0].Bounds().Size()
	out := image.NewRGBA(image.Rect(0, 0, 4*size.X, 3*size.Y))
	for i, p := range all {
		draw.Draw(out, p.Bounds().Add(image.Pt(i%4*size.X, i/4*size.Y)), p, image.Point{}, draw.Src)
	}
	return out
}
