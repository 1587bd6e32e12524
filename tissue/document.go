// Package tissue is the shared document of a desktop: which cells there are, where they stand, how they and the whole
// look, and the operations that change it (an operation-based document). It is pure: it reads no clock and does no I/O.
package tissue

import "cellshell/membrane/ui"

// CellID names a cell on one desktop: a gene's name, then -2, -3 … for more of it. Lower-case letters, digits and '-'.
type CellID string

// Document is the whole desktop but for the cells' sources and state.
type Document struct {
	Version int              `json:"version"` // of this format: 1
	Cells   map[CellID]*Cell `json:"cells"`
	Theme   Theme            `json:"theme"`
	// Stamps are the newest operation of every field, for merging with other replicas, by "CELL FIELD". They are kept
	// beside the document, see [EncodeStamps].
	Stamps map[string]FieldStamp `json:"-"`
}

// Theme is the look of everything.
type Theme struct {
	Mode      string `json:"mode"`                // dark or light
	Accent    string `json:"accent"`              // hue or #rrggbb
	Contrast  string `json:"contrast,omitempty"`  // "" or high
	Wallpaper string `json:"wallpaper,omitempty"` // "" the theme's own, a colour, or the name of a pattern
}

// Kind says in which layer a cell lives and how it is framed.
type Kind string

// The kinds, from back to front.
const (
	KindWallpaper Kind = "wallpaper"
	KindWidget    Kind = "widget" // grows with its content
	KindWindow    Kind = "window" // has a title bar, keeps its size and scrolls
	KindPanel     Kind = "panel"  // a bar along an edge, over the full length
	KindOverlay   Kind = "overlay"
	KindService   Kind = "service" // no picture
)

// Cell is one cell's place and look.
type Cell struct {
	Gene      string    `json:"gene,omitempty"` // built-in it came from
	Title     string    `json:"title"`
	Kind      Kind      `json:"kind"`
	Placement Placement `json:"placement"`
	Accent    string    `json:"accent,omitempty"`  // what the role accent means inside it
	Opacity   float64   `json:"opacity,omitempty"` // 0: 1
	Hidden    bool      `json:"hidden,omitempty"`
	Locked    bool      `json:"locked,omitempty"` // refuses every act but unlocking
	// Overrides change the look of single nodes without touching source, by node id ("" is the root).
	Overrides map[string]ui.Style `json:"overrides,omitempty"`
	// TextOverrides replace labels the same way.
	TextOverrides map[string]string `json:"text_overrides,omitempty"`
	// TooltipOverrides replace what is shown while the pointer rests on a node; "" is nothing.
	TooltipOverrides map[string]string `json:"tooltip_overrides,omitempty"`
	Props            map[string]string `json:"props,omitempty"` // handed to the cell at start
	Generation       int               `json:"generation"`      // of its source, from 1
	Order            int               `json:"order"`           // of creation, from 1; ties in reading order
}

// Placement is where a cell stands. Anchor names the corner, edge or centre of the desktop area that X and Y are measured
// from, inwards; so a clock at the top right stays there when the screen grows.
type Placement struct {
	Anchor string  `json:"anchor"` // top-left (default), top, top-right, left, center, right, bottom-left, bottom, bottom-right
	X      float64 `json:"x"`      // logical pixels from the anchor, inwards (to the right and down for centre lines)
	Y      float64 `json:"y"`
	W      float64 `json:"w,omitempty"` // 0: as wide as the content
	H      float64 `json:"h,omitempty"`
	Scale  float64 `json:"scale,omitempty"` // magnifies the content; 0: 1
	Z      int     `json:"z,omitempty"`     // higher is nearer, within its layer
}
