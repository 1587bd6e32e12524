//go:build !js

package stage

import (
	"errors"
	"strings"
	"testing"

	"cellshell/compositor/edit"
	"cellshell/shell/attach"
	"cellshell/shell/stage/clipboard"
)

// desk notes what a gate lets through, and answers reads when it is told to.
type desk struct {
	got   []attach.Event
	said  string
	reads []func(string, error)
}

func (d *desk) Handle(events ...attach.Event)                        { d.got = append(d.got, events...) }
func (d *desk) Complain(text string)                                 { d.said = text }
func (d *desk) Read(_ clipboard.Selection, done func(string, error)) { d.reads = append(d.reads, done) }

func chord(c string) attach.Event { return attach.Event{Kind: attach.Key, Chord: c} }

func TestKeysWaitForAPaste(t *testing.T) {
	d := &desk{}
	g := gate{to: d, board: d}
	g.pass(chord("a"), chord("ctrl+v"), chord("b"), attach.Event{Kind: attach.Move})
	if got := line(d.got); got != "a move" {
		t.Errorf("while the text is awaited: %s", got)
	}
	g.pass(chord("shift+insert"), chord("c"))
	d.reads[0]("one", nil)
	d.reads[1]("two", nil)
	if got := line(d.got); got != "a move paste b paste c" || d.got[2].Text != "one" || d.got[4].Text != "two" {
		t.Errorf("when the texts have come: %s", got)
	}
}

func TestPastesThatFail(t *testing.T) {
	for _, x := range []struct {
		text string
		err  error
		want string
		said string
	}{
		{"", clipboard.ErrEmpty, "ctrl+v", ""}, // the body's own clipboard may have something
		{"", errors.New("nobody answers"), "", "nobody answers"},
		{strings.Repeat("é", edit.MaxText), nil, "paste", "64 KB"},
	} {
		d := &desk{}
		g := gate{to: d, board: d}
		g.pass(chord("ctrl+v"))
		d.reads[0](x.text, x.err)
		if got := line(d.got); got != x.want || !strings.Contains(d.said, x.said) || x.said == "" && d.said != "" {
			t.Errorf("%v: %s, and it says %q", x.err, got, d.said)
		}
		if len(d.got) > 0 && len(d.got[0].Text) > edit.MaxText {
			t.Errorf("%d bytes are pasted", len(d.got[0].Text))
		}
	}
}
