package layout

import (
	"math"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// Box is a node with its place.
type Box struct {
	ID    string
	Node  *ui.Node
	Style ui.Style // with the overrides merged in
	Text  string   // as shown: overridden, edited, in its case
	// Tooltip is what is shown while the pointer rests on it, overridden or its own.
	Tooltip string
	Parent  *Box
	Kids    []*Box

	Rect   paint.Rect // absolute
	Clip   paint.Rect // what of the desktop the node may paint on
	Inner  paint.Rect // Rect less the padding
	Scale  float64    // all scales from the desktop down to here multiplied
	Accent string     // what the role accent means here; "" as outside
	Color  string     // of the text; "" as the theme has it
	Dim    bool       // disabled, by itself or by a container

	Font  text.Style
	Block *text.Block // laid-out text; nil for kinds without
	Zoom  float64     // of the block while the box changes its size; 0: 1
	At    paint.Point // top left of the block, absolute

	Content paint.Rect  // of what scrolls, absolute, already shifted
	Scroll  paint.Point // how far it is shifted
	Extent  paint.Rect  // of a root in a cell of fixed size: all it covers, absolute, already shifted

	own       float64 // the node's own scale
	level     int     // scaled nodes nested below it
	active    bool    // own counts in this pass
	base      [2]float64
	pinned    bool // to pinW × pinH, its size without scale times it
	pinW      float64
	pinH      float64
	inherit   ui.Style
	pad       insets
	gap       float64
	widthOK   bool
	minW      float64
	prefW     float64
	heightOK  bool
	forWidth  float64
	minH      float64
	prefH     float64
	greedKnow [2]bool
	greed     [2]bool
}

type insets struct{ l, t, r, b float64 }

func (i insets) x() float64 { return i.l + i.r }
func (i insets) y() float64 { return i.t + i.b }

// Options say how a tree is laid out.
type Options struct {
	X, Y          float64
	W, H          float64 // wanted size; 0: as the content has it
	MaxW          float64 // of a content-sized root
	Scale         float64 // of everything
	Fixed         bool    // keep W and H: what is larger scrolls (windows) instead of growing (widgets)
	Clip          paint.Rect
	Panel         bool // a bar: narrow paddings
	Overrides     map[string]ui.Style
	TextOverrides map[string]string
	// TooltipOverrides are laid over nodes as texts are.
	TooltipOverrides map[string]string
	Edited           func(id string) (value string, ok bool) // what was typed into a field
	Scrolled         func(id string) paint.Point             // how far a container is scrolled; "" is the whole cell
	Cursor           func(id string) (offset int, ok bool)   // of the focused field

	spent int // of maxText
}

func val(p *float64, otherwise float64) float64 {
	if p == nil || math.IsNaN(*p) || math.IsInf(*p, 0) {
		return otherwise
	}
	return *p
}

func on(p *bool) bool { return p != nil && *p }

func clamp(v, lo, hi float64) float64 { return max(lo, min(v, hi)) }
