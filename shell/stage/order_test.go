//go:build !js

package stage

import (
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"

	"cellshell/shell/attach"
	"cellshell/shell/stage/seat"
)

const (
	left, backspace, dead, super = seat.Sym(0xff51), seat.Sym(0xff08), seat.Sym(0xfe51), seat.Sym(0xffeb)
)

func key(s seat.Sym, mods uint16) seat.Event {
	return seat.Event{Kind: seat.KeyDown, Sym: s, Latin: s, Mods: mods}
}

func up(s seat.Sym) seat.Event { return seat.Event{Kind: seat.KeyUp, Sym: s} }

// line writes events in one line.
func line(events []attach.Event) string {
	var out []string
	for _, e := range events {
		switch {
		case e.Kind != attach.Key:
			out = append(out, string(e.Kind))
		case e.Text != "":
			out = append(out, "'"+e.Text+"'")
		default:
			out = append(out, e.Chord)
		}
	}
	return strings.Join(out, " ")
}

func TestKeysAndTextsAreJoinedInOrder(t *testing.T) {
	for _, x := range []struct {
		name      string
		news      []seat.Event
		texts     []string
		composing bool
		left      []attach.Event // what an input method left over
		want      string
	}{
		{"a correction", []seat.Event{key('a', 0), key(backspace, 0), key(backspace, 0), key('b', 0), key(left, 0), key('c', 0)}, []string{"a", "b", "c"}, false, nil, "'a' backspace backspace 'b' left 'c'"},
		{"a click between letters", []seat.Event{key('a', 0), {Kind: seat.Press, Button: 1}, {Kind: seat.Release, Button: 1}, key('b', 0)}, []string{"a", "b"}, false, nil, "'a' down up 'b'"},
		{"commands", []seat.Event{key('c', xproto.ModMaskControl), key('z', xproto.ModMaskControl|xproto.ModMaskShift), key(' ', xproto.ModMaskControl), key(left, xproto.ModMaskShift|xproto.ModMaskControl)}, nil, false, nil, "ctrl+c ctrl+shift+z ctrl+space ctrl+shift+left"},
		{"a dead key", []seat.Event{key(dead, 0), key('e', 0), key(left, 0)}, []string{"é"}, false, nil, "'é' left"},
		{"Super alone", []seat.Event{key(super, 0), up(super)}, nil, false, nil, "super"},
		{"Super with another", []seat.Event{key(super, 0), key(left, xproto.ModMask4), up(left), up(super)}, nil, false, nil, "super+left"},
		{"an input method composes", []seat.Event{key('n', 0), key(backspace, 0), {Kind: seat.Move}}, []string{"你好"}, true, []attach.Event{{Kind: attach.Key, Chord: "right"}}, "move '你好' right"},
		{"the wheel", []seat.Event{{Kind: seat.Press, Button: 5}}, nil, false, nil, "wheel"},
	} {
		var o order
		if got := line(o.merge(x.news, x.texts, x.composing, x.left, 1, time.Now())); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
		if o.waits() {
			t.Errorf("%s: something waits", x.name)
		}
	}
}

func TestAPressWaitsForItsText(t *testing.T) {
	var o order
	now := time.Now()
	if got := o.merge([]seat.Event{key('a', 0), key(backspace, 0)}, nil, false, nil, 1, now); len(got) != 0 || !o.waits() {
		t.Errorf("a press whose text is not known yet gives %s", line(got))
	}
	if got := line(o.merge([]seat.Event{key('b', 0)}, []string{"a", "b"}, false, nil, 1, now.Add(time.Millisecond))); got != "'a' backspace 'b'" {
		t.Errorf("when the text has come: %s", got)
	}
	o.merge([]seat.Event{key('a', 0), key(left, 0)}, nil, false, nil, 1, now)
	if got := line(o.merge(nil, nil, false, nil, 1, now.Add(2*patience))); got != "left" || o.waits() {
		t.Errorf("after a press that typed nothing: %s", got)
	}
}

// TestATextWaitsForItsPress: a text that comes before the seat has heard of its press does not overtake what was pressed
// before, nor leave its press to the next text.
func TestATextWaitsForItsPress(t *testing.T) {
	var o order
	now := time.Now()
	if got := o.merge(nil, []string{"a"}, false, nil, 1, now); len(got) != 0 || !o.waits() {
		t.Errorf("a text whose press is not known yet gives %s", line(got))
	}
	news := []seat.Event{key(backspace, 0), key('a', 0), key('b', 0), key(left, 0), key('c', 0)}
	if got := line(o.merge(news, []string{"b", "c"}, false, nil, 1, now.Add(time.Millisecond))); got != "backspace 'a' 'b' left 'c'" || o.waits() {
		t.Errorf("when the presses are known: %s", got)
	}
	if got := o.merge(nil, []string{"no key"}, false, nil, 1, now); len(got) != 0 {
		t.Errorf("a text that no key made is there at once: %s", line(got))
	}
	if got := line(o.merge(nil, nil, false, nil, 1, now.Add(2*patience))); got != "'no key'" || o.waits() {
		t.Errorf("a text that no key made: %s", got)
	}
}

func TestClicksInARow(t *testing.T) {
	var o order
	press := func(x float64, button int, at uint32) int {
		e := o.merge([]seat.Event{{Kind: seat.Press, X: x, Button: button, Time: at}}, nil, false, nil, 2, time.Now())
		return e[0].Clicks
	}
	for i, want := range []int{1, 2, 3, 1} {
		if got := press(10, 1, uint32(100*i)); got != want {
			t.Errorf("click %d counts %d", i+1, got)
		}
	}
	if press(10, 1, 2000) != 1 || press(40, 1, 2100) != 1 || press(40, 3, 2200) != 1 {
		t.Error("clicks that are late, elsewhere or of another button are counted together")
	}
}
