package evolve

import (
	"errors"
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// The parts of a Spacing act that are about the room in texts.
const (
	lettersPart = "letters"
	linesPart   = "lines"
)

// textRoom changes the room between the letters of texts, or between their lines.
func (d *draft) textRoom(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.doc.Kind == tissue.KindPanel {
		defer d.makesRoom(s.id)
	}
	has := func(*ui.Node) bool { return true }
	if a.Args.Part == linesPart {
		has = s.hasLines()
	}
	var idle error
	done := false
	err = s.textsOf(func(n *ui.Node) error {
		if !has(n) {
			return nil
		}
		err := s.roomIn(n, a.Args)
		if _, so := errors.AsType[*already](err); so {
			idle = err
			return nil
		}
		done = done || err == nil
		return err
	})
	switch {
	case err != nil || done:
		return err
	case idle != nil:
		return idle
	}
	return refuse("%s stands on one line: there is no room between lines to change.", s.label())
}

// hasLines tells which of the texts in question have lines that can stand further apart: those of several lines and those
// that are written in; where there are none, each text.
func (s *subject) hasLines() func(*ui.Node) bool {
	several := func(n *ui.Node) bool {
		return n.Kind == ui.KindArea || n.Kind == ui.KindText && s.cell.Texts[n.ID].Lines > 1
	}
	some := false
	root := s.cell.Tree
	if s.node != nil {
		root = s.node
	}
	walkNodes(root, func(n *ui.Node) { some = some || several(n) })
	return func(n *ui.Node) bool {
		if some {
			return several(n)
		}
		return n.Kind == ui.KindText || n == s.node && n.Kind == ui.KindField
	}
}

// room is one of the two kinds of room in a text: how it is said, and what it may be, as multiples of the font size.
type room struct {
	method, what string
	least, most  float64
	usual        float64 // what suits ordinary letters
	style        func(v float64) ui.Style
	said         func(look ui.Style) *float64
	now          func(t Text) float64 // logical pixels
}

var rooms = map[string]room{
	lettersPart: {
		method: "LetterSpacing", what: "letter spacing", least: ui.MinLetterSpacing, most: ui.MaxLetterSpacing,
		style: func(v float64) ui.Style { return ui.Style{LetterSpacing: num(v)} },
		said:  func(look ui.Style) *float64 { return look.LetterSpacing },
		now:   func(t Text) float64 { return t.Letters },
	},
	linesPart: {
		method: "LineHeight", what: "line height", least: ui.MinLineHeight, most: ui.MaxLineHeight, usual: 1.45,
		style: func(v float64) ui.Style { return ui.Style{LineHeight: num(v)} },
		said:  func(look ui.Style) *float64 { return look.LineHeight },
		now:   func(t Text) float64 { return t.Line },
	},
}

// roomIn changes the room in one text.
func (s *subject) roomIn(n *ui.Node, g act.Args) error {
	r := rooms[g.Part]
	t := s.cell.Texts[n.ID]
	if t.Size == 0 {
		t.Size = defaultSize(n, s.before.look(s.id, n))
	}
	if g.Off() {
		return s.usualRoom(n, r)
	}
	now := r.now(t) / t.Size
	want := r.wanted(g, now, t.Size)
	if g.Em != 0 || g.Pixels != 0 {
		if want < r.least-1e-9 || want > r.most+1e-9 {
			return refuse("The %s of %s can be from %s to %s px.", r.what, quoteName(s.nodeLabel(n)), trim(r.least*t.Size), trim(r.most*t.Size))
		}
	}
	want = math.Round(clamp(want, r.least, r.most)*1000) / 1000
	if math.Abs(want-now) < 0.0015 {
		return &already{fmt.Sprintf("The %s of %s is %s px already.", r.what, quoteName(s.nodeLabel(n)), tenth(r.now(t)))}
	}
	if err := s.apply(n, px(r.method, want, r.style(want))); err != nil {
		return err
	}
	s.expectRoom(n, r, func(t Text, _ ui.Style) bool { return math.Abs(r.now(t)-want*t.Size) < 0.05+0.002*t.Size })
	return nil
}

// wanted is what an act asks for, as a multiple of the font size.
func (r room) wanted(g act.Args, now, size float64) float64 {
	switch {
	case g.Em != 0:
		return g.Em
	case g.Pixels != 0:
		return g.Pixels / size
	case g.Value != 0:
		return now + g.Value/size
	case r.method == "LetterSpacing":
		return stepped(now, g.Factor)
	}
	return now * g.Factor
}

// letterStep is how much further apart letters are that shall be half as far again, as a multiple of their size.
const letterStep = 0.1

// stepped is a letter spacing a step wider or narrower. There is often none yet, so it cannot be multiplied; and letters that
// move together lie on each other long before they are as far from where they were as letters that move apart, so below
// nothing a step is less than half as long.
func stepped(now, factor float64) float64 {
	const below = 0.4
	if now < 0 {
		now /= below
	}
	switch {
	case factor >= 1:
		now += (factor - 1) * 2 * letterStep
	case factor > 0:
		now -= (1/factor - 1) * 2 * letterStep
	}
	if now < 0 {
		now *= below
	}
	return now
}

// usualRoom takes back what is said of the room in a text, so that it is as the theme has it.
func (s *subject) usualRoom(n *ui.Node, r room) error {
	field := ""
	for f := range styleFields(r.style(1)) {
		field = f
	}
	look := s.before.look(s.id, n)
	if r.said(look) == nil {
		return &already{fmt.Sprintf("The %s of %s is as usual already.", r.what, quoteName(s.nodeLabel(n)))}
	}
	s.unlay(n, r.style(0))
	if r.said(n.Style) != nil {
		dropped, err := s.unmake(n, r.method)
		if err != nil {
			return err
		}
		if !dropped {
			s.override(n, []tweak{{style: r.style(r.usual)}})
		}
	}
	s.expectRoom(n, r, func(_ Text, look ui.Style) bool {
		is := styleFields(look)[field]
		return is == "" || is == quoted(r.usual)
	})
	return nil
}

// expectRoom measures the room in a text as it is laid out.
func (s *subject) expectRoom(n *ui.Node, r room, ok func(Text, ui.Style) bool) {
	id, node := s.id, n.ID
	s.expect(r.what+" of "+quoteName(s.nodeLabel(n)), func(before, after *Scene) (string, string, bool) {
		was := tenth(r.now(before.Cells[id].Texts[node])) + " px"
		c, n := after.Cells[id], after.Node(id, node)
		if c == nil || n == nil {
			return was, "gone", false
		}
		t, laid := c.Texts[node]
		return was, tenth(r.now(t)) + " px", laid && ok(t, after.look(id, n))
	})
}

// tenth is a length to a tenth of a pixel.
func tenth(v float64) string { return trim(math.Round(v*10) / 10) }
