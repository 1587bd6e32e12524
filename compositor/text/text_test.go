package text_test

import (
	"math"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cellshell/compositor/text"
	"cellshell/internal/fonts"
)

var body = text.Style{Size: 14, Weight: 400}

func lines(p text.Params) []string {
	var out []string
	for _, l := range text.Layout(p).Lines {
		out = append(out, p.Text[l.Start:l.End])
	}
	return out
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in string
		width    float64
		want     string
	}{
		{"fits", "one two", 200, "one two"},
		{"at spaces", "one two three", 60, "one two |three"},
		{"line feeds", "one\n\ntwo", 0, "one||two"},
		{"a long word", "incomprehensibilities", 60, "incompr|ehensibil|ities"},
		{"after a hyphen", "north-western", 60, "north-|western"},
		{"nothing", "", 60, ""},
		{"trailing feed", "a\n", 60, "a|"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			if got := strings.Join(lines(text.Params{Text: tc.in, Style: body, Width: tc.width}), "|"); got != tc.want {
				t.Errorf("%q in %v: %q, want %q", tc.in, tc.width, got, tc.want)
			}
		})
	}
}

func TestEllipsis(t *testing.T) {
	b := text.Layout(text.Params{Text: "a rather long title for a note", Style: body, Width: 100, Lines: 1})
	if !b.Truncated || len(b.Lines) != 1 || b.W > 100 || b.W < 80 {
		t.Errorf("one line of 100: %+v", b)
	}
	b = text.Layout(text.Params{Text: "first\nsecond", Style: body, Width: 300, Lines: 1})
	if !b.Truncated || b.W > 80 {
		t.Errorf("a second line is hidden: truncated %v, %v wide", b.Truncated, b.W)
	}
	if b = text.Layout(text.Params{Text: "short", Style: body, Width: 100, Lines: 1}); b.Truncated {
		t.Error("a text that fits is truncated")
	}
}

func TestSizeIsExactlyProportional(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-Za-z0-9 .,;]{1,60}`).Draw(t, "text")
		k := rapid.Float64Range(0.2, 8).Draw(t, "scale")
		one := text.Params{Text: s, Style: body, Width: rapid.Float64Range(20, 300).Draw(t, "width")}
		one.Style.Leading = 1.4
		big := one
		big.Style.Size, big.Width = one.Style.Size*k, one.Width*k
		a, b := text.Layout(one), text.Layout(big)
		if math.Abs(a.W*k-b.W) > 1e-6*k*100 || math.Abs(a.H*k-b.H) > 1e-6*k*100 || len(a.Lines) != len(b.Lines) {
			t.Fatalf("%v×%v in %d lines, times %v: %v×%v in %d", a.W, a.H, len(a.Lines), k, b.W, b.H, len(b.Lines))
		}
	})
}

func TestEveryByteIsOnALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("ab é\u0301👩‍👧אבع1,.-\n\t一"))).Draw(t, "text")
		p := text.Params{Text: s, Style: body, Width: rapid.Float64Range(0, 120).Draw(t, "width"), Edit: true}
		b := text.Layout(p)
		at := 0
		for i, l := range b.Lines {
			if l.Start != at || l.End < l.Start {
				t.Fatalf("line %d is %d to %d, want from %d", i, l.Start, l.End, at)
			}
			at = l.End
			if l.Break {
				at++
			}
		}
		if at != len(s)+1 {
			t.Fatalf("lines end at %d of %d", at, len(s))
		}
	})
}

func TestCaretsFindTheirPlaceAgain(t *testing.T) {
	p := text.Params{Text: "The office\nat noon, and a longer line that wraps", Style: body, Width: 120, Edit: true}
	b := text.Layout(p)
	lastX, lastTop := -1.0, 0.0
	for i := range len(p.Text) + 1 {
		x, top, h := b.Caret(i)
		if top == lastTop && x < lastX {
			t.Errorf("caret %d stands left of the one before", i)
		}
		lastX, lastTop = x, top
		if got := b.Index(x, top+h/2); got != i {
			t.Errorf("caret %d at %v,%v is found as %d", i, x, top, got)
		}
	}
	if got := b.Down(0, 0); got != 11 {
		t.Errorf("below the start: %d, want 11", got)
	}
	if from, to := b.LineBounds(5); from != 0 || to != 10 {
		t.Errorf("the first line is %d to %d", from, to)
	}
}

func TestSelectionCoversTheText(t *testing.T) {
	b := text.Layout(text.Params{Text: "one two\nthree", Style: body, Edit: true})
	r := b.Select(4, 10)
	if len(r) != 2 || r[0].X < 20 || r[0].W < 20 || r[1].X != 0 || r[1].Y <= r[0].Y {
		t.Errorf("selected %+v", r)
	}
	if r := b.Select(3, 3); r != nil {
		t.Errorf("nothing selected gives %+v", r)
	}
}

func TestRightToLeft(t *testing.T) {
	if fonts.Fallback('ש', "sans") == "" {
		t.Skip("this system has no Hebrew font")
	}
	p := text.Params{Text: "שלום ab", Style: body, Width: 200, Edit: true}
	b := text.Layout(p)
	x0, _, _ := b.Caret(0)
	x1, _, _ := b.Caret(2)
	if x0 <= x1 || b.Lines[0].X < 100 {
		t.Errorf("begins at %v, goes on at %v in a line from %v", x0, x1, b.Lines[0].X)
	}
	xa, _, _ := b.Caret(9)
	xb, _, _ := b.Caret(10)
	if xa >= xb || xb > x1 {
		t.Errorf("the Latin word stands at %v, %v, left of %v", xa, xb, x1)
	}
}

func TestTabularFiguresAreOfOneWidth(t *testing.T) {
	st := body
	st.Tabular = true
	if a, b := text.Layout(text.Params{Text: "11:11", Style: st}).W, text.Layout(text.Params{Text: "88:88", Style: st}).W; math.Abs(a-b) > 1e-9 {
		t.Errorf("11:11 is %v wide, 88:88 %v", a, b)
	}
}

func TestMinWidth(t *testing.T) {
	long := text.Layout(text.Params{Text: "comprehensive", Style: body}).W
	if got := text.MinWidth("a comprehensive view", body); math.Abs(got-long) > 1e-6 {
		t.Errorf("narrowest %v, the longest word is %v", got, long)
	}
}

func BenchmarkLayoutCold(b *testing.B) {
	s := strings.Repeat("The quick brown fox jumps over the lazy dog. ", 10)
	for i := 0; b.Loop(); i++ {
		text.Layout(text.Params{Text: s + strings.Repeat("x", i%9973), Style: body, Width: 300})
	}
}

// TestTypingIsLaidOutAsAnew: what is kept of the text before changes nothing.
func TestTypingIsLaidOutAsAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.StringOf(rapid.RuneFrom([]rune("ab é\u0301👩‍👧אבע1,.-\n\n\t\r一")))
		s := piece.Draw(t, "text")
		p := text.Params{
			Style: body, Width: rapid.Float64Range(0, 120).Draw(t, "width"), Edit: rapid.Bool().Draw(t, "edit"),
			Lines: rapid.IntRange(0, 4).Draw(t, "lines"), Align: text.Align(rapid.IntRange(0, 2).Draw(t, "align")),
		}
		if p.Edit {
			p.Lines = 0
		}
		for range 4 {
			at := rapid.IntRange(0, len(s)).Draw(t, "at")
			s = s[:at] + piece.Draw(t, "typed") + s[rapid.IntRange(at, len(s)).Draw(t, "to"):]
			s = strings.ToValidUTF8(s, "")
			p.Text = s
			got := text.Layout(p)
			text.Forget()
			if want := text.Layout(p); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q is\n%+v, laid out anew\n%+v", s, got, want)
			}
			p.Text = s[:len(s)/2] // something of it is known, as when one types
			text.Layout(p)
		}
	})
}

// TestWhatIsNotSeenIsNotMissed: the end of a text that has no room on its lines does not change what is seen.
func TestWhatIsNotSeenIsNotMissed(t *testing.T) {
	long := strings.Repeat("A note has a few words in each line, ", 500)
	for _, n := range []int{1, 2, 3} {
		p := text.Params{Text: long, Style: body, Width: 160, Lines: n}
		got := text.Layout(p)
		p.Text = long[:1000]
		want := text.Layout(p)
		if !got.Truncated || len(got.Lines) != n || !reflect.DeepEqual(got.Lines, want.Lines) {
			t.Errorf("%d lines: %+v, of less %+v", n, got.Lines, want.Lines)
		}
	}
	if b := text.Layout(text.Params{Text: strings.Repeat("\u200b", 9000), Style: body, Width: 20, Lines: 1}); !b.Truncated {
		t.Error("a text without width is cut without an ellipsis")
	}
}

// TestAParagraphDoesNotKeepItsText: what is remembered of one paragraph keeps no copy of the text around it.
func TestAParagraphDoesNotKeepItsText(t *testing.T) {
	heap := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	text.Forget()
	rest := strings.Repeat("x\n", 40<<10)
	was := heap()
	for i := range 1000 {
		text.Layout(text.Params{Text: strconv.Itoa(i) + "\n" + rest, Style: body, Width: 300, Lines: 1})
		text.MinWidth(strconv.Itoa(-i)+"\n"+rest[:80], body)
	}
	if grown := heap() - was; grown > 20<<20 {
		t.Errorf("%d MB are kept for a thousand short paragraphs", grown>>20)
	}
}
