package screen

import (
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func TestAReceiptEndsInNoDot(t *testing.T) {
	dot, ok := fonts.Glyph(string(toastStyle.Font()), '·')
	if !ok {
		t.Fatal("the font has no middle dot")
	}
	for w := 320.0; w <= 1000; w += 4 {
		s := still(t, tissue.Theme{Mode: "dark"}, w, 300, 1)
		s.tell(bigger)
		s.toast.moving.at = time.Time{}
		b := &brush{th: compositor.Theme(s.doc), scale: 1}
		s.paintToast(b, time.Now())
		var runs []paint.Glyphs
		for _, op := range b.ops {
			if g, ok := op.(paint.Glyphs); ok {
				runs = append(runs, g)
			}
		}
		if len(runs) < 2 {
			t.Fatalf("%g: the line and its key are %d runs", w, len(runs))
		}
		line, key := runs[len(runs)-2].Glyphs, runs[len(runs)-1].Glyphs
		last := line[len(line)-1]
		if last.ID == dot {
			t.Errorf("%g: the line ends in a dot", w)
		}
		if gap := key[0].X - last.X; gap < 16 {
			t.Errorf("%g: the key begins %g after the last letter", w, gap)
		}
		if r := s.spreadToast(time.Now()).panel; r.X < 0 || r.X+r.W > w || key[0].X > r.X+r.W {
			t.Errorf("%g: the line stands at %v", w, r)
		}
	}
}

func TestAHalfWordIsNotJudged(t *testing.T) {
	s := still(t, tissue.Theme{Mode: "dark"}, 760, 460, 1)
	s.opened("")
	unknown := func(from, to int) control.HearResult {
		return control.HearResult{Line: "not understood", Route: control.RouteUnknown, Unknown: []control.Span{{From: from, To: to}}}
	}
	completed := func(r control.HearResult, with ...string) control.HearResult {
		r.Complete = with
		return r
	}
	done := control.HearResult{Line: "resize · +1 · ×1.5", Route: control.RouteReflex, Targets: about(plus)}
	steps := []struct {
		what, text string
		answer     control.HearResult
		typing     bool
		want       string // route of what is told
	}{
		{"the first letters", "b", unknown(0, 1), true, ""},
		{"a pause after them", "b", unknown(0, 1), false, control.RouteUnknown},
		{"a sentence", "make this bigger", done, true, control.RouteReflex},
		{"more letters", "make this bigger an", unknown(17, 19), true, control.RouteReflex},
		{"a pause in the middle of a word", "make this bigger an", completed(unknown(17, 19), "make this bigger and blue"), false, control.RouteReflex},
		{"a pause after one", "make this bigger anx", completed(unknown(17, 20)), false, control.RouteUnknown},
		{"the sentence", "make this bigger", done, true, control.RouteReflex},
		{"half a sentence", "make this bigger and ", control.HearResult{Route: control.RouteUnknown}, true, control.RouteReflex},
		{"an unknown word that is over", "make this flib and", unknown(10, 14), true, control.RouteUnknown},
		{"nothing", "", control.HearResult{}, true, ""},
		{"a word that only the rest gives a meaning", "add a ", completed(unknown(0, 3), "add a clock"), true, ""},
		{"a pause in that rest", "add a cl", completed(unknown(0, 3), "add a clock"), false, ""},
		{"nothing again", "", control.HearResult{}, true, ""},
		{"letters after nothing", "x", unknown(0, 1), true, ""},
	}
	for _, tt := range steps {
		s.bar.field = edit.NewField(tt.text)
		s.bar.field.Anchor, s.bar.field.Cursor = len(tt.text), len(tt.text)
		s.typed()
		if got := s.understanding(time.Now()).Route; tt.text != "" && tt.typing && got != s.bar.grasped.Route {
			t.Errorf("%s: before the answer %q is told", tt.what, got)
		}
		if !tt.typing {
			s.bar.keyed = time.Now().Add(-time.Hour)
		}
		s.understood(tt.answer)
		if got := s.understanding(time.Now()).Route; got != tt.want {
			t.Errorf("%s: %q is told, want %q", tt.what, got, tt.want)
		}
	}
}

// With reduced motion every picture is the last of its change.
func TestReducedMotionShowsChangesAtOnce(t *testing.T) {
	for who, calm := range map[string]bool{"nobody": false, "the desktop": true, "the browser": true} {
		s := living(t)
		s.Calm(who == "the browser")
		s.drift.on = true
		s.jump = false
		move := func(number uint64, x float64) {
			doc := *s.doc
			doc.Cells = map[tissue.CellID]*tissue.Cell{}
			for id, c := range s.doc.Cells {
				is := *c
				is.Placement.X += x
				doc.Cells[id] = &is
			}
			f := attach.Frame{Number: number, Doc: &doc}
			if number == 1 {
				f.Screen, f.Calm, f.Cells = 1, who == "the desktop", map[tissue.CellID]attach.Cell{}
				for id, c := range s.cells {
					f.Cells[id] = attach.Cell{Tree: c.Tree}
				}
			}
			if err := s.put(&f); err != nil {
				t.Fatal(err)
			}
		}
		for _, tt := range []struct {
			what   string
			change func()
		}{
			{"a frame", func() { move(1, 0) }},
			{"cells that move", func() { move(2, 60) }},
			{"the bar that comes", func() { press(s, "super") }},
			{"the bar that goes", func() { press(s, "super") }},
			{"a receipt", func() { s.mu.Lock(); s.tell(bigger); s.stale = true; s.mu.Unlock() }},
			{"hands on the desktop", func() { s.mu.Lock(); s.stir(); s.stale = true; s.mu.Unlock() }},
		} {
			for end := time.Now().Add(5 * time.Second); !calm; time.Sleep(5 * time.Millisecond) { // what was before is over
				if _, moves := s.Picture(); !moves || time.Now().After(end) {
					break
				}
			}
			tt.change()
			_, moves := s.Picture()
			if !s.drift.still() {
				moves = true
			}
			if tt.what != "a frame" && moves == calm {
				t.Errorf("reduced by %s: after the picture of %s more comes: %v", who, tt.what, moves)
			}
		}
	}
}
