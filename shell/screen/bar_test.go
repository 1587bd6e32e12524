package screen

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func TestSpread(t *testing.T) {
	block := lay("Which of them?", messageStyle, 500, 2)
	for _, w := range []float64{320, 480, 760, 1280, 3840} {
		for _, low := range []bool{false, true} {
			c := content{line: true, message: block, hint: block, chips: []paint.Rect{{W: 90, H: chipH}, {W: 300, H: chipH}, {W: 120, H: chipH}, {W: 900, H: chipH}}, rows: 5, next: true}
			s := spreadOf(w, 900, 60, low, c)
			if s.panel.X < barEdge-1 || s.panel.X+s.panel.W > w-barEdge+1 {
				t.Errorf("%g: the bar stands at %v", w, s.panel)
			}
			if !low && s.panel.Y != 60 || low && s.panel.Y+s.panel.H != 840 {
				t.Errorf("%g: the bar stands at %v", w, s.panel)
			}
			y := s.panel.Y
			for _, r := range slices.Concat([]paint.Rect{s.field, s.line}, s.chips, s.rows, []paint.Rect{s.next}) {
				if r.X < s.panel.X || r.X+r.W > s.panel.X+s.panel.W+0.01 || r.Y < y-chipH || r.Y+r.H > s.panel.Y+s.panel.H+0.01 {
					t.Errorf("%g: %v sticks out of %v", w, r, s.panel)
				}
			}
		}
	}
}

func TestFlow(t *testing.T) {
	got, high := flow([]paint.Rect{{W: 50, H: 70}, {W: 60, H: 30}, {W: 500, H: 30}, {W: 20, H: 30}}, 10, 5, 120, 8)
	want := []paint.Rect{{X: 10, Y: 5, W: 50, H: 70}, {X: 68, Y: 45, W: 60, H: 30}, {X: 10, Y: 83, W: 120, H: 30}, {X: 10, Y: 121, W: 20, H: 30}}
	if !reflect.DeepEqual(got, want) || high != 146 {
		t.Errorf("got %v, %g high", got, high)
	}
}

func TestScrolled(t *testing.T) {
	tests := []struct{ was, caret, whole, room, want float64 }{
		{50, 10, 90, 100, 0},      // all fits
		{0, 300, 300, 100, 200},   // at the end
		{200, 250, 300, 100, 200}, // still in sight: nothing moves
		{200, 210, 300, 100, 186}, // out on the left
		{200, 0, 300, 100, 0},
	}
	for _, tt := range tests {
		if got := scrolled(tt.was, tt.caret, tt.whole, tt.room); got != tt.want {
			t.Errorf("%v: got %g", tt, got)
		}
	}
}

func TestMiddle(t *testing.T) {
	runes := func(s string) float64 { return float64(len([]rune(s))) }
	line := "Made Save bigger: 120×36 → 180×54 · nothing else moved · 24 ms"
	if got := middle(line, 100, runes); got != line {
		t.Errorf("got %q", got)
	}
	for room := 1.0; room < 60; room++ {
		got := middle(line, room, runes)
		if runes(got) > room || room > 1 && runes(got) < room || room > 12 && (!strings.HasPrefix(got, "Made") || !strings.HasSuffix(got, "ms")) {
			t.Errorf("in %g: %q", room, got)
		}
	}
}

func TestFittingLeavesWholePartsOut(t *testing.T) {
	runes := func(s string) float64 { return float64(len([]rune(s))) }
	line := "Made +1 bigger: 64×40 → 96×60 · 4 neighbours made room · 900 tokens · 24 ms"
	for room, want := range map[float64]string{
		100: line, 60: "Made +1 bigger: 64×40 → 96×60 · 24 ms",
		70: "Made +1 bigger: 64×40 → 96×60 · 4 neighbours made room · 24 ms", 20: "Made +1 big… · 24 ms",
	} {
		if got := fitting(line, room, runes); got != want {
			t.Errorf("in %g: %q, want %q", room, got, want)
		}
	}
}

func TestGhost(t *testing.T) {
	for _, tt := range [][3]string{
		{"make the c", "make the clock red", "lock red"},
		{"Make THE c", "make the clock", "lock"},
		{"x", "make", ""},
		{"make", "make", ""},
		{"call", "call it …", " it "},
		{"call it ", "call it …", ""},
		{"ü", "ünter", "nter"},
	} {
		if got := ghost(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%q of %q: got %q", tt[0], tt[1], got)
		}
	}
}

func TestHeaded(t *testing.T) {
	for _, tt := range [][3]string{
		{"It takes a model, and none is set up. Set OPENAI_API_KEY (or start Ollama).", "It takes a model, and none is set up.", "Set OPENAI_API_KEY (or start Ollama)."},
		{"may not run:\nmain.go:3. No", "may not run:", "main.go:3. No"},
		{"One sentence.", "One sentence.", ""},
		{"main.go:14. 3 is odd", "main.go:14. 3 is odd", ""},
		{"", "", ""},
		{". ", ". ", ""},
	} {
		if head, rest := headed(tt[0]); head != tt[1] || rest != tt[2] {
			t.Errorf("%q: got %q and %q", tt[0], head, rest)
		}
	}
}

func TestSearch(t *testing.T) {
	said := []string{"make the clock red", "add a clock", "undo", "make it red"}
	if got := search(said, "RED make"); !slices.Equal(got, []string{"make the clock red", "make it red"}) {
		t.Errorf("got %q", got)
	}
	if got := search(said, ""); len(got) != 4 {
		t.Errorf("got %q", got)
	}
}

func TestFinished(t *testing.T) {
	spans := []control.Span{{From: 0, To: 4}, {From: 5, To: 8}, {From: 6, To: 90}, {From: -1, To: 2}, {From: 3, To: 3}}
	if got := finished(spans, "flib cl!", 8, true); !slices.Equal(got, spans[:1]) {
		t.Errorf("while typing %v", got)
	}
	if got := finished(spans, "flib cl!", 8, false); !slices.Equal(got, spans[:2]) {
		t.Errorf("after %v", got)
	}
}

func TestEase(t *testing.T) {
	now := time.Now()
	var e ease
	if e.seen(now) {
		t.Error("it is there before it came")
	}
	e.come(now)
	last := -1.0
	for d := time.Duration(0); d <= comeTime; d += 10 * time.Millisecond {
		alpha, off := e.stand(now.Add(d))
		if alpha < last || off > 4 || off < -rise {
			t.Errorf("after %v: %g visible, %g off", d, alpha, off)
		}
		last = alpha
	}
	if alpha, off := e.stand(now.Add(comeTime)); alpha != 1 || off != 0 || e.moves(now.Add(comeTime)) {
		t.Errorf("it comes to %g, %g", alpha, off)
	}
	e.leave(now.Add(time.Second))
	if !e.seen(now.Add(time.Second)) || e.seen(now.Add(time.Second+goTime)) {
		t.Error("it does not go")
	}
	if comeTime > 150*time.Millisecond || goTime >= comeTime {
		t.Error("it comes too slowly, or goes more slowly than it comes")
	}
}

func press(s *Screen, chords ...string) {
	for _, c := range chords {
		e := attach.Event{Kind: attach.Key, Chord: c}
		if len([]rune(c)) == 1 {
			e.Text = c
		}
		s.Handle(e)
	}
}

// living is a still screen on which requests may begin: nobody answers them.
func living(t *testing.T) *Screen {
	t.Helper()
	s := still(t, tissue.Theme{Mode: "dark", Accent: "blue"}, 760, 460, 1)
	s.ctx, s.cancel = context.WithCancel(t.Context())
	s.o.Dial = func(ctx context.Context) (*control.Client, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return s
}

func TestSuperOpensAndCloses(t *testing.T) {
	s := living(t)
	for _, chord := range []string{"super", "ctrl+space"} {
		press(s, chord)
		if !s.bar.open {
			t.Errorf("%s does not open the bar", chord)
		}
		press(s, chord)
		if s.bar.open {
			t.Errorf("%s does not close the bar", chord)
		}
	}
}

func TestTheNextSentenceWaits(t *testing.T) {
	s := living(t)
	press(s, "super", "o", "n", "e", "enter")
	if s.bar.work == nil || !s.bar.sent || s.bar.work.sentence != "one" {
		t.Fatalf("nothing is under way: %+v", s.bar)
	}
	press(s, "t", "w", "o", "enter")
	if s.bar.next != "two" || s.bar.field.Text != "" {
		t.Fatalf("the next is %q, the field holds %q", s.bar.next, s.bar.field.Text)
	}
	press(s, "x", "enter")
	if s.bar.next != "two" || s.bar.fault == "" || s.bar.field.Text != "x" {
		t.Errorf("a third is not refused: next %q, field %q, %q", s.bar.next, s.bar.field.Text, s.bar.fault)
	}
	s.mu.Lock()
	s.emptyField()
	first := s.bar.work
	s.finish(act.Receipt{Status: act.Done, Acts: []act.Act{}, Sentence: "one"}, nil)
	second := s.bar.work
	s.mu.Unlock()
	if second == nil || second == first || second.sentence != "two" || s.bar.next != "" {
		t.Fatalf("what waited has not begun: %+v", second)
	}
	press(s, "escape")
	testEventually(t, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.bar.work == nil && strings.HasPrefix(s.bar.fault, "Stopped")
	})
}

func TestCtrlZWaitsForWhatItTakesBack(t *testing.T) {
	s := living(t)
	press(s, "super", "a", "enter", "ctrl+z")
	if s.bar.next != "undo" {
		t.Fatalf("next is %q", s.bar.next)
	}
	s.mu.Lock()
	s.finish(act.Receipt{Status: act.Done, Acts: []act.Act{}}, nil)
	w := s.bar.work
	s.mu.Unlock()
	if w == nil || w.sentence != "undo" {
		t.Errorf("under way is %+v", w)
	}
	s.cancel()
}

func testEventually(t *testing.T, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); !ok(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it does not happen")
		}
	}
}

func TestAFaultGivesTheSentenceBack(t *testing.T) {
	s := living(t)
	press(s, "super", "a", "b", "enter")
	s.mu.Lock()
	s.bar.next = "later"
	s.bar.next = ""
	s.finish(act.Receipt{}, &control.Error{Text: "it broke", Hint: "mend it"})
	s.mu.Unlock()
	if b := s.bar; b.sent || b.field.Text != "ab" || b.field.Cursor != b.field.Anchor || b.fault != "It broke" || b.hint != "mend it" || !b.open {
		t.Errorf("got %+v, field %+v", b, b.field)
	}
	press(s, "c")
	if s.bar.fault != "" || s.bar.field.Text != "abc" {
		t.Errorf("typing on leaves %q with %q", s.bar.fault, s.bar.field.Text)
	}
}

func TestChoicesByKeys(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want int
	}{{[]string{"2"}, 1}, {[]string{"right", "right", "left", "enter"}, 0}, {[]string{"down", "down", "enter"}, 1}, {[]string{"tab", "tab", "tab", "tab", "tab", "enter"}, 2}, {[]string{"enter"}, -1}, {[]string{"4"}, -1}} {
		s := living(t)
		press(s, "super")
		s.bar.question, s.bar.choices = "Which?", []string{"a", "b", "c"}
		press(s, tt.keys...)
		got := -1
		if s.bar.work != nil {
			got = max(s.bar.picked, 0)
			if len(tt.keys) == 1 {
				got = tt.want
			}
		}
		if got != tt.want {
			t.Errorf("%q chose %d, want %d", tt.keys, got, tt.want)
		}
		s.cancel()
	}
}

func TestHistoryAndCompletionByKeys(t *testing.T) {
	s := living(t)
	press(s, "super")
	s.bar.said = []string{"make the clock red", "undo", "make it red"}
	field := func(want string) {
		t.Helper()
		if got := s.bar.field.Text; got != want {
			t.Errorf("the field holds %q, want %q", got, want)
		}
	}
	press(s, "d", "up", "up")
	field("undo")
	press(s, "down", "down")
	field("d")
	press(s, "ctrl+r", "backspace", "r", "e", "d", "ctrl+r", "tab")
	field("make it red")
	press(s, "ctrl+r", "escape")
	field("make it red")
	press(s, "ctrl+a", "c", "a")
	s.bar.heard = heard{sentence: "ca", known: true, HearResult: control.HearResult{Complete: []string{"call it …", "calm"}}}
	press(s, "right")
	field("call it ")
	press(s, "ctrl+a", "c", "a")
	s.bar.heard = heard{sentence: "ca", known: true, HearResult: control.HearResult{Complete: []string{"call it …", "calm"}}}
	press(s, "down", "down", "enter")
	if s.bar.work == nil || s.bar.work.sentence != "calm" {
		t.Errorf("Enter on a row began %+v", s.bar.work)
	}
	s.cancel()
}

func TestTheHaloFollowsTheSentence(t *testing.T) {
	s := living(t)
	s.Handle(attach.Event{Kind: attach.Move, X: 60, Y: 400})
	press(s, "super", "x")
	clock := compositor.Target{Cell: "clock"}
	s.bar.heard = heard{sentence: "x", known: true, HearResult: control.HearResult{Route: control.RouteReflex, Targets: about(clock)}}
	want, _ := s.rectOf(clock)
	if h := s.halos(); len(h) != 1 || h[0].rect != want || h[0].name != "Clock" {
		t.Errorf("the rings are %+v", h)
	}
	press(s, "backspace")
	if h := s.halos(); len(h) == 1 && h[0].name == "Clock" {
		t.Error("the ring stays when the sentence is gone")
	}
}

func TestTheBarDoesNotHideWhatIsMeant(t *testing.T) {
	s := living(t)
	s.doc.Cells["clock"].Placement = tissue.Placement{Anchor: "top", Y: 90}
	s.Redraw()
	s.Picture()
	press(s, "super", "x")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bar.heard = heard{sentence: "x", known: true, HearResult: control.HearResult{Targets: about(compositor.Target{Cell: "clock"})}}
	s.dodge()
	if !s.bar.low {
		t.Error("the bar stays over the clock")
	}
	s.bar.heard.Targets = about(plus)
	s.dodge()
	if p := s.spread().panel; !s.bar.low && p.Y+p.H > 400 {
		t.Error("the bar is over the button")
	}
}

func TestTheSignStaysLongEnoughToBeSeen(t *testing.T) {
	s := living(t)
	s.mu.Lock()
	s.working(attach.Working{Number: 3, Model: "coder", Tokens: 1})
	s.working(attach.Working{})
	now := time.Now()
	shown := s.sign.shown
	if !s.sign.seen(now) || !s.sign.seen(shown.Add(signTime-time.Millisecond)) {
		t.Error("a short call shows no sign")
	}
	if s.sign.seen(shown.Add(signTime)); s.sign.in() {
		t.Error("the sign stays after the call")
	}
	s.mu.Unlock()
	if ok := s.sign.seen(shown.Add(signTime + goTime + time.Second)); ok {
		t.Error("the sign does not go")
	}
}

func TestDetailsOfAReceipt(t *testing.T) {
	s := living(t)
	s.mu.Lock()
	s.tell(bigger)
	r := s.spreadToast(time.Now()).panel
	s.mu.Unlock()
	s.Handle(attach.Event{Kind: attach.Down, X: r.X + 60, Y: r.Y + 12, Button: attach.Left}, attach.Event{Kind: attach.Up, X: r.X + 60, Y: r.Y + 12, Button: attach.Left})
	if s.card == nil {
		t.Fatal("a click on the receipt shows nothing")
	}
	labels := ""
	for _, row := range cardRows(*s.card) {
		labels += row.label + "=" + row.value + ";"
	}
	for _, want := range []string{"size=64×40 → 96×60", "commit=0971052fe01b", "route=reflex · runs on yaegi · generation 4", "in all=24 ms", "cell undo 5"} {
		if !strings.Contains(labels, want) {
			t.Errorf("%q is not among %s", want, labels)
		}
	}
	press(s, "escape")
	if s.card != nil {
		t.Error("Escape leaves the details")
	}
}

func TestNothingMovesAtRest(t *testing.T) {
	s := living(t)
	press(s, "super", "super")
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if scene, moves := s.Picture(); scene == nil && !moves {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the bar has gone and pictures go on")
		}
	}
}

func TestStoppedIsNoError(t *testing.T) {
	s := living(t)
	press(s, "super", "a", "enter")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.finish(act.Receipt{}, errors.Join(context.Canceled))
	if s.bar.fault != "Stopped. What was done by then stays." {
		t.Errorf("got %q", s.bar.fault)
	}
}
