package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestNewCells spawns what no built-in is called: the bank answers first, then the model, and of several one is chosen.
func TestNewCells(t *testing.T) {
	d := withModel(t)
	count := func() int {
		var cells []control.CellInfo
		d.JSON(&cells, nil, "ls")
		return len(cells)
	}
	cells := count()
	for name, gene := range map[string]string{"better-notes": "notes", "adding-machine": "calculator"} {
		var r act.Receipt
		d.JSON(&r, nil, "spawn", name)
		if r.Status != act.Done || d.Inspect(r.Target.Cell).Gene != gene || len(d.model.Requests()) != 0 {
			t.Errorf("%s: %s %+v", name, r.Status, r.Target)
		}
		d.Must("", "undo")
	}
	for _, args := range [][]string{{"spawn", "better-terminal"}, {"evolve", "make me a terminal"}, {"evolve", "make me a terminal, show me three"}} {
		var r act.Receipt
		d.JSON(&r, []int{4}, args...)
		if r.Status != act.Refused || !strings.Contains(r.Reason, "no terminal yet") || len(d.model.Requests()) != 0 {
			t.Errorf("%q: %s: %s%s", args, r.Status, r.Reason, r.Question)
		}
	}

	d.model.Script(llmtest.Reply{Text: dice})
	var r act.Receipt
	d.JSON(&r, nil, "spawn", "dice-roller")
	if r.Route != act.RouteModel || r.Target.Cell != "dice-roller" || count() != cells+1 {
		t.Errorf("%+v", r)
	}
	if q := d.model.Requests(); len(q) != 1 || !strings.Contains(q[0].Last(), "Write a new cell") || !strings.Contains(q[0].Last(), "Wish: make me a dice roller") {
		t.Errorf("the model was asked %d times", len(q))
	}
	d.Must("", "undo")

	was := stand(t, d.Desk)
	large := strings.Replace(dice, ".Size(64)", ".Size(96)", 1)
	d.model.Script(
		llmtest.Reply{Text: dice}, llmtest.Reply{Text: dice},
		llmtest.Reply{Text: broken, Always: false}, llmtest.Reply{Text: large}, llmtest.Reply{Text: broken, Always: true},
	)
	d.JSON(&r, []int{3}, "evolve", "--json", "make me a dice roller, show me four")
	if r.Status != act.Asked || len(r.Choices) != 3 || !strings.HasPrefix(r.Choices[0], "Dice roller, ") || r.Choices[2] != "None of them" || len(r.Pictures) != 2 ||
		!strings.Contains(r.Question, "2 of 4 came out well") || r.Cost.TokensIn == 0 {
		t.Fatalf("%+v", r)
	}
	if q := d.model.Requests(); !strings.Contains(q[1].Last(), "This is variant 2") {
		t.Errorf("the second was asked for with\n%s", q[1].Last())
	}
	var sizes []int
	var drawn []image.Image
	for _, path := range r.Pictures {
		img := pngOf(t, path)
		sizes = append(sizes, img.Bounds().Dy())
		drawn = append(drawn, img)
		var sketch control.SketchResult
		d.Call(control.MethodSketch, control.SketchParams{Name: filepath.Base(path)}, &sketch)
		if is, err := os.ReadFile(path); err != nil || !bytes.Equal(is, sketch.PNG) {
			t.Errorf("a screen gets another picture than %s: %v", path, err)
		}
	}
	for _, name := range []string{"../config/config.toml", "99.png", "", "1.png"} {
		if err := d.Try(control.MethodSketch, control.SketchParams{Name: name}, nil); err == nil {
			t.Errorf("%q is given as a picture", name)
		}
	}
	if sizes[0] < 80 || sizes[1] <= sizes[0] {
		t.Errorf("the pictures are %v high", sizes)
	}
	if now := stand(t, d.Desk); now.commit != was.commit || count() != cells {
		t.Error("something is there before a choice was made")
	}
	asked := r.Cost
	d.JSON(&r, nil, "answer", "2")
	if r.Status != act.Done || r.Route != act.RouteModel || r.Cost != asked || count() != cells+1 {
		t.Fatalf("%+v", r)
	}
	if src, _, _ := d.Cell("cat", r.Target.Cell); !strings.Contains(src, ".Size(96)") {
		t.Errorf("another one was chosen:\n%s", src)
	}
	d.Must("", "undo")
	d.model.Script(llmtest.Reply{Text: dice}, llmtest.Reply{Text: large})
	d.Must("notes", "make the notes fill the desktop") // and so stand in front of what is new
	d.JSON(&r, []int{3}, "evolve", "show me two versions of a dice roller")
	if img := pngOf(t, r.Pictures[0]); !drawnAlike(img, drawn[0]) {
		t.Errorf("%s shows what stands in front of the new cell", r.Pictures[0])
	}
	d.JSON(&r, nil, "answer", "None of them")
	if count() != cells {
		t.Error("none was chosen, and one is there")
	}

	alone := testenv.Start(t)
	for _, args := range [][]string{{"spawn", "metronome"}, {"evolve", "make me a metronome, show me three"}} {
		alone.JSON(&r, []int{1}, args...)
		if r.Status != act.Failed || !strings.Contains(r.Reason, "OPENAI_API_KEY") {
			t.Errorf("%q: %s: %s", args, r.Status, r.Reason)
		}
	}
}

func pngOf(t *testing.T, path string) image.Image {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// drawnAlike tells two pictures of a cell, which may stand elsewhere by a part of a pixel, from one of something else. Its corners,
// through which the wallpaper is seen, do not count.
func drawnAlike(a, b image.Image) bool {
	r := a.Bounds().Inset(24)
	off, differ := b.Bounds().Min.Sub(a.Bounds().Min), 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p, q := color.GrayModel.Convert(a.At(x, y)).(color.Gray), color.GrayModel.Convert(b.At(x+off.X, y+off.Y)).(color.Gray); max(p.Y, q.Y)-min(p.Y, q.Y) > 24 {
				differ++
			}
		}
	}
	return !r.Empty() && differ*10 < r.Dx()*r.Dy()
}
