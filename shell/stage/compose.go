//go:build !js

package stage

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/textinput"

	"cellshell/gpu/paint"
)

// composer takes text from the window system's input method while something on the screen takes text, and from the keyboard
// alone otherwise: a game cell shall not open a list of Chinese words.
type composer struct {
	ime    textinput.Composer
	show   func(text string, from, to int)
	caret  paint.Rect // device pixels
	placed paint.Rect // where the input method believes it is
	texts  []string
	now    string // what is being composed
	after  int    // polls for which keys are still the input method's, after it composed
	open   bool
	runes  []rune
}

func newComposer(show func(text string, from, to int)) *composer {
	c := &composer{show: show}
	c.ime.OnNewSession = func() *textinput.SessionOptions {
		c.placed = c.caret
		r := c.caret
		return &textinput.SessionOptions{CaretBounds: image.Rect(
			int(r.X), int(r.Y), int(math.Ceil(r.X+r.W)), int(math.Ceil(r.Y+r.H)),
		)}
	}
	c.ime.OnComposition = func(p *textinput.Composition) {
		if from, to := p.SelectionRangeInBytes(); p.Text() != c.now || c.now != "" {
			c.now = p.Text()
			c.show(c.now, from, to)
		}
	}
	c.ime.OnCommit = func(p *textinput.Commit) {
		if t := p.Text(); t != "" {
			c.texts = append(c.texts, t)
		}
	}
	return c
}

// stray is how far the caret may be from where the input method believes it is before that is told, device pixels.
const stray = 24.0

// poll lists what was typed, one text for each press, and tells whether keys are the input method's. caret is where text
// goes to, when there is such a place; idle, that no key was pressed lately; scale is device pixels per logical pixel.
func (c *composer) poll(caret paint.Rect, takes, idle bool, scale float64) (texts []string, composing bool) {
	c.texts = nil
	if !takes {
		if c.open {
			c.ime.Cancel()
			c.open = false
		}
		c.texts = c.plain()
		return c.texts, false
	}
	opening := !c.open
	c.caret = paint.Rect{X: caret.X * scale, Y: caret.Y * scale, W: caret.W * scale, H: caret.H * scale}
	before := c.now
	_, err := c.ime.Update()
	if c.open = err == nil; c.open && idle && c.now == "" && math.Hypot(c.caret.X-c.placed.X, c.caret.Y-c.placed.Y) > stray {
		c.ime.Cancel()
		_, err = c.ime.Update() // it begins anew where the caret is now; at once, as text that comes between is lost
		c.open = err == nil
	}
	if opening && len(c.texts) == 0 { // an input method that begins anew throws away what was typed just before
		c.texts = c.plain()
	}
	if before != "" || c.now != "" {
		c.after = 2
	} else if c.after > 0 {
		c.after--
	}
	return c.texts, c.after > 0
}

// plain lists what the keyboard alone has typed since the last poll.
func (c *composer) plain() (texts []string) {
	c.runes = ebiten.AppendInputChars(c.runes[:0])
	for _, r := range c.runes {
		texts = append(texts, string(r))
	}
	return texts
}
