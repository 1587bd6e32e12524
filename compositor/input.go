package compositor

import (
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Input is everything a picture depends on. Trees must have their ids (ui.Identify) and have passed ui.Check.
type Input struct {
	Doc   *tissue.Document
	Cells map[tissue.CellID]CellInput
	W, H  float64 // of the desktop, logical pixels
	Scale float64 // device pixels per logical pixel; 0: 1
	Edit  *Edits  // nil: nothing typed, scrolled or focused
	Phase float64 // of the wallpaper, radians
	Touch []Touch // what the pointer is on
	// Pointed says that the keyboard went where it is by the pointer: then only fields show it.
	Pointed bool
}

// CellInput is what a cell shows now.
type CellInput struct {
	Tree *ui.Node // its last complete tree; nil before the first
	Dead string   // why it no longer runs, in a few words; "" while it does
	Note string   // something its owner should know, shown on it: a saved file that was refused
}

// Edits is what the user did that no cell owns: typed text, cursors, scroll positions, focus. Maps are keyed by [Key].
type Edits struct {
	Focus  Target                 `json:"focus"`
	Fields map[string]*edit.Field `json:"fields,omitempty"`
	Scroll map[string]paint.Point `json:"scroll,omitempty"`

	// Loose is the Key of a text area that was scrolled since its caret moved: it need not be seen.
	Loose string `json:"loose,omitempty"`

	// Preedit is what an input method is composing at the caret; nil: nothing. It is no text yet, and only the screen at
	// which it is composed knows it.
	Preedit *Preedit `json:"-"`
}

// Preedit is a text that is being composed. What lies between the byte offsets From and To is being chosen; they are equal
// when nothing is, and the caret stands at To.
type Preedit struct {
	Text     string
	From, To int
}

// shown is a field's text with what is composed in it, and which bytes of it are: none when they are equal.
func (e *Edits) shown(cell tissue.CellID, node string) (s edit.State, from, to int, ok bool) {
	f := e.Field(cell, node)
	if f == nil {
		return edit.State{}, 0, 0, false
	}
	p := e.Preedit
	if p == nil || p.Text == "" || !e.focused(cell, node) {
		return f.State, 0, 0, true
	}
	s = f.Insert(p.Text)
	to = s.Cursor
	from = to - len(p.Text)
	if from < 0 || s.Text[from:to] != p.Text { // no room for it
		return f.State, 0, 0, true
	}
	at := from + min(max(p.To, 0), len(p.Text))
	return s.Move(at, false), from, to, true
}

// Target names a node of a cell, and for pointing the part of a cell's frame. A Node of "" is the cell itself.
type Target struct {
	Cell tissue.CellID `json:"cell,omitempty"`
	Node string        `json:"node,omitempty"`
	Part Part          `json:"-"`
	Edge Edge          `json:"-"` // of PartResize: which edges are under the point
	X    float64       `json:"-"` // of the point, from the node's top left (the cell's without a node), logical pixels
	Y    float64       `json:"-"`
}

// Part is a part of a cell's frame.
type Part string

// The parts.
const (
	PartBody   Part = "body"
	PartTitle  Part = "title"  // of a window: dragging it moves the cell
	PartClose  Part = "close"  // the button in it
	PartResize Part = "resize" // an edge or a corner of a window: dragging it makes it larger and smaller
	PartBarX   Part = "bar-x"  // a scrollbar that goes across
	PartBarY   Part = "bar-y"  // and one that goes down
)

// Edge is a set of edges of a window.
type Edge int

// The edges.
const (
	EdgeLeft Edge = 1 << iota
	EdgeRight
	EdgeTop
	EdgeBottom
)

// Key names a node in the maps of Edits. Node "" is the whole cell, as a scrolled window is.
func Key(cell tissue.CellID, node string) string { return string(cell) + "/" + node }

// Field is what was typed into a node; nil when nothing was.
func (e *Edits) Field(cell tissue.CellID, node string) *edit.Field {
	if e == nil {
		return nil
	}
	return e.Fields[Key(cell, node)]
}

func (e *Edits) focused(cell tissue.CellID, node string) bool {
	return e != nil && e.Focus.Cell == cell && e.Focus.Node == node && node != ""
}
