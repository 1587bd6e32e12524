package screen

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/evolve/act"
	"cellshell/gpu/soft"
	"cellshell/internal/golden"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// still is a screen that nothing comes to by itself: a counter at the left, a clock at the right.
func still(t testing.TB, theme tissue.Theme, w, h, scale float64) *Screen {
	t.Helper()
	px := func(v float64) *float64 { return &v }
	button := func(key, label string) *ui.Node {
		return &ui.Node{Kind: ui.KindButton, Text: label, Key: key, Source: "main.go:22:4", Events: []ui.EventKind{ui.EventTap}}
	}
	counter := &ui.Node{Kind: ui.KindColumn, Style: ui.Style{PadX: px(20), PadY: px(16), Gap: px(10), Align: "center"}, Children: []*ui.Node{
		{Kind: ui.KindText, Text: "7", Key: "count", Style: ui.Style{Size: px(44), Weight: px(700)}},
		{Kind: ui.KindRow, Style: ui.Style{Gap: px(8)}, Children: []*ui.Node{button("plus", "+1"), button("reset", "Reset")}},
	}}
	clock := &ui.Node{Kind: ui.KindColumn, Style: ui.Style{PadX: px(20), PadY: px(16)}, Children: []*ui.Node{
		{Kind: ui.KindText, Text: "09:41", Key: "time", Style: ui.Style{Size: px(40), Weight: px(600)}},
	}}
	ui.Identify(counter)
	ui.Identify(clock)
	ctx, cancel := context.WithCancel(context.Background())
	cancel() // nothing is asked for later
	s := &Screen{
		o: Options{Wake: func() {}}, ctx: ctx, cancel: cancel, w: w, h: h, scale: scale, birth: time.Now(), number: 1,
		mail: make(chan struct{}, 1), ears: make(chan struct{}, 1), stale: true, jump: true,
		doc: &tissue.Document{Version: 1, Theme: theme, Cells: map[tissue.CellID]*tissue.Cell{
			"counter": {Title: "Counter", Kind: tissue.KindWidget, Placement: tissue.Placement{Anchor: "bottom-left", X: 32, Y: 40}},
			"clock":   {Title: "Clock", Kind: tissue.KindWidget, Placement: tissue.Placement{Anchor: "bottom-right", X: 32, Y: 40}},
		}},
		cells: map[tissue.CellID]compositor.CellInput{"counter": {Tree: counter}, "clock": {Tree: clock}},
	}
	t.Cleanup(s.Close)
	s.Picture()
	return s
}

// opened is the bar with a sentence in it.
func (s *Screen) opened(text string) {
	s.toggle()
	s.bar.moving.at = time.Now().Add(-time.Hour)
	s.bar.field = edit.NewField(text)
	s.bar.keyed = time.Now().Add(-time.Hour)
	s.bar.said = []string{"make the clock red", "add a clock", "make it analog instead"}
}

func (s *Screen) understood(r control.HearResult) {
	s.bar.heard = heard{HearResult: r, sentence: s.bar.field.Text, known: true}
}

var (
	plus  = compositor.Target{Cell: "counter", Node: "column0/row0/plus"}
	reset = compositor.Target{Cell: "counter", Node: "column0/row0/reset"}
)

func about(targets ...compositor.Target) (out []control.HearTarget) {
	for _, t := range targets {
		out = append(out, control.HearTarget{Cell: string(t.Cell), Node: t.Node})
	}
	return out
}

var bigger = act.Receipt{
	Names:    act.Names{"counter/" + plus.Node: "+1"},
	Sentence: "make this button bigger", Status: act.Done, Route: act.RouteReflex, Engine: "yaegi", Generation: 4,
	Target: act.Target{Cell: "counter", Node: plus.Node}, Commit: "0971052fe01b77", Undo: "cell undo 5",
	Acts:   []act.Act{{Intent: act.Resize, Target: act.Target{Cell: "counter", Node: plus.Node}, Args: act.Args{Factor: 1.5}}},
	Timing: act.Timing{Understand: 0.4, Write: 1.2, Gate: 3.1, Build: 0, Trial: 9.8, Swap: 6.2, Total: 23.6},
	Checks: []act.Check{
		{What: "size", Before: "64×40", After: "96×60", OK: true},
		{What: "not blank", OK: true, After: "still shows 4 things"},
		{What: "other cells", Before: "", After: "none moved", OK: true},
	},
	Reflowed: []string{"a", "b", "c", "d"},
}

var guess = func() act.Receipt {
	r := bigger
	r.Sentence, r.Alternatives = "make the button bigger", []string{"Reset", "Save"}
	return r
}()

// sketched is a picture of a cell.
func sketched(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{0x2f, 0x6f, 0x5f, 0xff}), image.Point{}, draw.Src)
	draw.Draw(img, img.Rect.Inset(24), image.NewUniform(color.RGBA{0xe8, 0xc8, 0x60, 0xff}), image.Point{}, draw.Src)
	return img
}

// states are what the sealed layer can look like.
var states = []struct {
	name  string
	w, h  float64
	scale float64
	set   func(s *Screen)
}{
	{"empty", 760, 460, 1, func(s *Screen) {
		s.opened("")
		s.touch.halo = plus
		s.understood(control.HearResult{Complete: []string{"make this button bigger", "make this button red", "call it …", "make the counter blue"}})
	}},
	{"nothing-meant", 760, 460, 1, func(s *Screen) {
		s.opened("")
		s.understood(control.HearResult{Complete: []string{"add a calculator", "add a system monitor", "light mode", "tidy up"}})
	}},
	{"understood", 760, 460, 1, func(s *Screen) {
		s.opened("make the +1 button bi")
		s.understood(control.HearResult{
			Line: "resize · +1 · ×1.5", Route: control.RouteReflex, Confidence: 1, Targets: about(plus),
			Complete: []string{"make the +1 button bigger", "make the +1 button big again and then blue"},
		})
	}},
	{"unknown", 760, 460, 1, func(s *Screen) {
		s.opened("make the clock flibber please")
		s.understood(control.HearResult{Line: "not understood: “flibber”", Route: control.RouteUnknown, Unknown: []control.Span{{From: 15, To: 22}}})
	}},
	{"model", 760, 460, 1, func(s *Screen) {
		s.opened("make the button count how often I click it")
		s.understood(control.HearResult{Line: "goes to qwen2.5-coder:7b (about 1.5 k tokens)", Route: control.RouteModel, Targets: about(plus)})
	}},
	{"question", 760, 460, 1, func(s *Screen) {
		s.opened("")
		s.bar.question, s.bar.choices, s.bar.options = "Which button?", []string{"+1", "Reset", "Both"}, about(plus, reset, compositor.Target{})
		s.bar.picked = 1
	}},
	{"variants", 760, 460, 1, func(s *Screen) {
		s.opened("")
		s.bar.question, s.bar.choices = "Which one?", []string{"Dice roller, 320×200", "Dice, 90×240", "None of them"}
		s.bar.sketches = []image.Image{sketched(320, 200), sketched(90, 240)}
	}},
	{"fault", 760, 460, 1, func(s *Screen) {
		s.opened("make the button count how often I click it")
		s.bar.fault = "Nothing changed: That needs new code, which takes a language model, and none is configured."
		s.bar.hint = "Set OPENAI_API_KEY (and OPENAI_BASE_URL for another service), or start Ollama on this machine, then say it again."
		s.understood(control.HearResult{Line: "needs new code, and no language model is set up", Route: control.RouteNoModel})
	}},
	{"working", 760, 460, 1, func(s *Screen) {
		s.opened("make the button count how often I click it")
		s.bar.sent, s.bar.next = true, "make it blue"
		s.bar.work = &work{sentence: s.bar.field.Text, began: time.Now().Add(-3100 * time.Millisecond), stage: "write", cancel: func() {}}
		s.sign = sign{Working: attach.Working{Number: 1, Screen: 1, Model: "qwen2.5-coder:7b", Stage: "write", Tokens: 214}, moving: ease{in: true}, began: time.Now().Add(-3100 * time.Millisecond)}
	}},
	{"search", 760, 460, 1, func(s *Screen) {
		s.opened("clock")
		s.bar.seeking, s.bar.picked = true, 0
	}},
	{"long", 760, 460, 1, func(s *Screen) {
		s.opened("make the text of the counter a good deal larger and then move the whole thing over to the top right")
		s.understood(control.HearResult{Line: "letters · Counter · ×1.5, then move · Counter · top right", Route: control.RouteReflex, Targets: about(compositor.Target{Cell: "counter"})})
	}},
	{"right-to-left", 760, 460, 1, func(s *Screen) {
		s.opened("הגדל את השעון 12")
		s.bar.field.Anchor = len("הגדל ")
		s.understood(control.HearResult{Line: "not understood: “הגדל”", Route: control.RouteUnknown, Unknown: []control.Span{{From: 0, To: 8}}})
	}},
	{"sign", 760, 460, 1, func(s *Screen) {
		s.sign = sign{Working: attach.Working{Number: 1, Screen: 2, Model: "qwen2.5-coder:7b", Stage: "write", Tokens: 87, Sentence: "make the button count how often I click it"}, moving: ease{in: true}, began: time.Now().Add(-1100 * time.Millisecond)}
	}},
	{"attempt", 760, 460, 1, func(s *Screen) {
		s.tries(attach.Trying{Name: "bold-colours", Changes: 3})
		s.attempting.at = time.Time{}
	}},
	{"attempt-wide", 1280, 300, 1, func(s *Screen) {
		s.tries(attach.Trying{Name: "bold-colours", Changes: 3})
		s.attempting.at = time.Time{}
	}},
	{"toast", 760, 460, 1, func(s *Screen) { s.tell(bigger); s.toast.moving.at = time.Time{} }},
	{"toast-fault", 760, 460, 1, func(s *Screen) {
		s.show(toast{text: "Nothing changed: the model did not answer.", hint: "See whether its server runs: cell doctor", bad: true}, toastTime)
		s.toast.moving.at = time.Time{}
	}},
	{"toast-guess", 760, 460, 1, func(s *Screen) { s.tell(guess); s.toast.moving.at = time.Time{} }},
	{"guess-in-bar", 760, 460, 1, func(s *Screen) { s.tell(guess); s.opened("") }},
	{"details", 760, 460, 1, func(s *Screen) { s.card = &bigger }},
	{"narrow", 480, 420, 1, func(s *Screen) {
		s.opened("")
		s.bar.question = "Which of the buttons of the counter do you mean by that?"
		s.bar.choices = []string{"+1", "Reset everything to nothing", "The one on the far left", "All of them together"}
	}},
	{"narrow-toast", 480, 300, 1, func(s *Screen) { s.tell(bigger); s.toast.moving.at = time.Time{} }},
	{"sharp", 760, 400, 2, func(s *Screen) {
		s.opened("make the +1 button bi")
		s.understood(control.HearResult{
			Line: "resize · +1 · ×1.5", Route: control.RouteReflex, Confidence: 1, Targets: about(plus), Complete: []string{"make the +1 button bigger"},
		})
	}},
}

func TestSealedPictures(t *testing.T) {
	for _, st := range states {
		for _, mode := range []string{"dark", "light"} {
			if st.scale == 2 && mode == "dark" {
				continue
			}
			t.Run(st.name+"-"+mode, func(t *testing.T) {
				accent := "blue"
				if st.name == "question" || st.scale == 2 {
					accent = "orange"
				}
				s := still(t, tissue.Theme{Mode: mode, Accent: accent, Wallpaper: map[string]string{"dark": "#232a3b", "light": "#dfe5f0"}[mode]}, st.w, st.h, st.scale)
				st.set(s)
				s.dodge()
				s.stale, s.drawn = true, 0
				scene, _ := s.Picture()
				golden.Image(t, soft.Render(scene), "sealed-"+st.name+"-"+mode)
			})
		}
	}
}
