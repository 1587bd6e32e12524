package screen

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

func center(r paint.Rect) (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

func click(s *Screen, r paint.Rect) {
	x, y := center(r)
	s.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: 1}, attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
}

// What else a sentence may have meant is had by a click on it, or in the bar by its number.
func TestAnotherMeaningIsOneClickAway(t *testing.T) {
	asked := make(chan string, 4)
	path := filepath.Join(t.TempDir(), "s")
	server, err := control.Listen(path, map[string]control.Handler{
		control.MethodAnswer: func(_ context.Context, raw json.RawMessage, _ func(any) error) (any, error) {
			var p control.AnswerParams
			if err := json.Unmarshal(raw, &p); err != nil {
				return nil, err
			}
			asked <- p.Choice
			return act.Receipt{Status: act.Done, Reason: "so be it"}, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for _, tt := range []struct {
		how  string
		do   func(s *Screen)
		want string
	}{
		{"a click", func(s *Screen) { click(s, s.spreadToast(time.Now()).chips[1]) }, "2"},
		{"a digit in the bar", func(s *Screen) { press(s, "super", "1") }, "1"},
		{"a click in the bar", func(s *Screen) { press(s, "super"); click(s, s.spread().chips[1]) }, "2"},
	} {
		s := living(t)
		s.o.Dial = func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, path) }
		s.mu.Lock()
		s.tell(guess)
		s.mu.Unlock()
		tt.do(s)
		select {
		case got := <-asked:
			if got != tt.want {
				t.Errorf("%s answers %q, want %q", tt.how, got, tt.want)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s does nothing", tt.how)
		}
		for s.busy() {
			time.Sleep(time.Millisecond)
		}
		if s.bar.open {
			t.Errorf("%s leaves the bar open", tt.how)
		}
	}
	s := living(t)
	s.tell(guess)
	s.toast.until = time.Now().Add(-time.Second)
	if press(s, "super"); s.bar.question != "" {
		t.Error("what was offered is asked after its time")
	}
}

// The pictures of the choices are asked for by their names, and what is no picture leaves the choice without one.
func TestChoicesGetTheirPictures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	var asked []string
	server, err := control.Listen(path, map[string]control.Handler{
		control.MethodSketch: func(_ context.Context, raw json.RawMessage, _ func(any) error) (any, error) {
			var p control.SketchParams
			if err := json.Unmarshal(raw, &p); err != nil {
				return nil, err
			}
			asked = append(asked, p.Name)
			if p.Name == "02.png" {
				return control.SketchResult{PNG: []byte("no picture")}, nil
			}
			b, err := pack(sketched(30, 20))
			return control.SketchResult{PNG: b}, err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	s := living(t)
	s.o.Dial = func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, path) }
	s.mu.Lock()
	s.outcome(act.Receipt{Status: act.Asked, Question: "Which one?", Choices: []string{"a", "b", "c", "None of them"}, Pictures: []string{"/x/01.png", "/x/02.png", ""}}, nil)
	s.mu.Unlock()
	s.Handle(attach.Event{Kind: attach.Move, X: 1, Y: 1})
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
		s.mu.Lock()
		there := s.bar.sketches[0] != nil
		s.mu.Unlock()
		if there {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("no picture came")
		}
	}
	s.cancel()
	s.goes.Wait()
	if s.bar.sketches[1] != nil || s.bar.sketches[2] != nil || len(s.bar.sketches) != 3 {
		t.Errorf("the pictures are %v", s.bar.sketches)
	}
	for _, name := range asked {
		if name != "01.png" && name != "02.png" {
			t.Errorf("%q was asked for", name)
		}
	}
	if sp := s.spread(); sp.chips[0].H <= chipH {
		t.Error("there is no room for the pictures")
	}
}

// The cell that has the press gets its end, wherever that is.
func TestADragGoesOnOverTheReceipt(t *testing.T) {
	s := living(t)
	s.tell(bigger)
	x, y := center(s.spreadToast(time.Now()).panel)
	sent := func() (out []attach.Kind) {
		for _, e := range s.out.kept {
			out = append(out, e.Kind)
		}
		s.out.kept = nil
		return out
	}
	s.Handle(attach.Event{Kind: attach.Down, X: 80, Y: 380, Button: attach.Left}, attach.Event{Kind: attach.Move, X: x, Y: y}, attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
	if got := sent(); len(got) != 3 || got[1] != attach.Move || got[2] != attach.Up {
		t.Errorf("the body gets %v", got)
	}
	if s.card != nil {
		t.Error("the end of a drag opens the details")
	}
	s.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left}, attach.Event{Kind: attach.Up, X: 80, Y: 380, Button: attach.Left})
	if got := sent(); len(got) != 0 {
		t.Errorf("of a press on the receipt the body gets %v", got)
	}
}

// While the pointer is on a receipt it is on nothing of the desktop, and where that was once the receipt gives way to the bar.
func TestOnAReceiptThePointerMeansNothing(t *testing.T) {
	s := living(t)
	s.tell(bigger)
	r := s.spreadToast(time.Now()).panel
	events := func() (out string) {
		for _, e := range s.out.kept {
			out += fmt.Sprintf("%s %g ", e.Kind, e.X)
		}
		s.out.kept = nil
		return out
	}
	move := func(x, y float64) { s.Handle(attach.Event{Kind: attach.Move, X: x, Y: y}) }
	move(20, 20)
	move(r.X+30, r.Y+10)
	move(r.X+40, r.Y+10)
	if got, want := events(), "move 20 leave 0 "; got != want {
		t.Errorf("the body hears %q, want %q", got, want)
	}
	press(s, "super")
	if got, want := events(), fmt.Sprintf("move %g ", r.X+40); got != want {
		t.Errorf("when the bar is there the body hears %q, want %q", got, want)
	}
}

// The pointer says what takes a click.
func TestThePointerOnTheSealedLayer(t *testing.T) {
	s := living(t)
	at := func(r paint.Rect) string {
		x, y := center(r)
		s.Handle(attach.Event{Kind: attach.Move, X: x, Y: y})
		return s.Cursor()
	}
	s.tell(guess)
	if got := at(s.spreadToast(time.Now()).chips[0]); got != "hand" {
		t.Errorf("on a chip it is %q", got)
	}
	press(s, "super")
	sp := s.spread()
	if field, chip, edge := at(sp.field), at(sp.chips[0]), at(paint.Rect{X: sp.panel.X, Y: sp.panel.Y, W: 20, H: 20}); field != "text" || chip != "hand" || edge != "" {
		t.Errorf("in the bar it is %q on the field, %q on a chip, %q beside them", field, chip, edge)
	}
}
