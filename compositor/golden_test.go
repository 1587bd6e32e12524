package compositor_test

import (
	"testing"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/soft"
	"cellshell/internal/golden"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// keep compares the picture of an input with the one kept.
func keep(t *testing.T, in compositor.Input, name string) {
	t.Helper()
	golden.Image(t, soft.Render(compositor.Paint(in, compositor.Arrange(in), nil, 0)), name)
}

func TestPictures(t *testing.T) {
	for _, mode := range []string{"dark", "light"} {
		keep(t, gallery(mode, 1), "desktop-"+mode)
		keep(t, controls(mode, 2), "controls-"+mode+"-2x")
	}
	high := controls("light", 1)
	high.Doc.Theme.Contrast = "high"
	keep(t, high, "controls-high")
	in := desktop(tissue.KindWidget, tissue.Placement{X: 24, Y: 24, W: 852}, symbols())
	in.W, in.H = 900, 440
	keep(t, in, "icons")
}

// controls is a small desktop with the controls and a form on it, a button
// focused.
func controls(mode string, scale float64) compositor.Input {
	in := gallery(mode, scale)
	for id := range in.Doc.Cells {
		if id != "controls" {
			delete(in.Doc.Cells, id)
		}
	}
	in.Doc.Theme.Accent = "purple"
	in.Doc.Cells["controls"].Placement = tissue.Placement{X: 20, Y: 20, W: 600, H: 376}
	in.W, in.H = 900, 416
	name, mail := node(ui.KindField, "Ada Lovelace"), node(ui.KindField, "")
	mail.Placeholder = "Mail"
	loud := node(ui.KindToggle, "Sounds")
	wait := node(ui.KindProgress, "Sending")
	wait.Value = -1
	form := column(12, text("Sign up", 20, 700, ""), text("It takes a minute. You can take it back at any time.", 13, 0, "muted"), name, mail, loud, wait, row(8, spacer(), button("Later", "plain", ""), button("Send", "primary", "mail")))
	form.Style.Padding, form.Style.Width = px(20), px(236)
	ui.Identify(form)
	in.Doc.Cells["form"] = &tissue.Cell{Title: "Form", Kind: tissue.KindOverlay, Placement: tissue.Placement{Anchor: "top-right", X: 20, Y: 20}, Order: 9}
	in.Cells["form"] = compositor.CellInput{Tree: form}
	in.Edit.Fields = map[string]*edit.Field{compositor.Key("form", "column0/field0"): edit.NewField("Ada Lovelace")}
	in.Edit.Focus = compositor.Target{Cell: "form", Node: "column0/row0/button1"}
	return in
}
