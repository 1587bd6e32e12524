// Package act is the language in which a sentence is understood: typed acts with their targets and arguments (frames with
// slots). Parsers and models produce acts, the evolve pipeline carries them out; nothing here knows how.
package act

import "reflect"

// Intent names what an act does.
type Intent string

// The intents. Those from Query on change nothing.
const (
	Resize    Intent = "resize"    // Args: Factor | Width | Height | LikeCell/LikeNode (times Factor), Axis | LikeCell with Part most, least: no larger, no smaller than that | Part fill: all of the desktop, along the Axis only where there is one, but for Value pixels on every side, or the Factor of it at the Anchor; rest: what the others leave; fit: as its content is
	Recolor   Intent = "recolor"   // Args: Color, Part | Lighten | Saturate | Contrast high: the text stands out from what it is on
	SetText   Intent = "text"      // Args: Text (new label or content), Part "prefix" to put it before
	TextStyle Intent = "textstyle" // Args: Size | Factor | Pixels, more or fewer | Weight | Italic | Font | Case | TextAlign | Underline | Strike
	Shape     Intent = "shape"     // Args: Radius, Than | Circle
	Spacing   Intent = "spacing"   // Args: Part (padding, gap), Factor | Pixels | Value, pixels more or fewer | On false: none | Part letters, lines: the room in a text: also Em, On false: as the theme has it, and of letters a Factor is a step
	Tooltip   Intent = "tooltip"   // what is shown of it while the pointer rests on it. Args: Text | On false: nothing
	Opacity   Intent = "opacity"   // Args: Value, 0 to 1
	Border    Intent = "border"    // Args: Color, Pixels | Factor | On false: none
	Shadow    Intent = "shadow"    // Args: Value, how high above the ground, 1 to 3 | Factor, deeper or flatter | On false: none
	Move      Intent = "move"      // Args: Anchor (of a node also first, last), straight there along the Axis where there is one | DX, DY | X, Y | Relation + LikeCell/LikeNode, Align: which edges meet | with Anchor or Relation: Pixels away, On false: touching
	Raise     Intent = "raise"     // Args: Part (front, back)
	Swap      Intent = "swap"      // Args: LikeCell/LikeNode: exchange places
	Rename    Intent = "rename"    // Args: Text: the cell's title
	Spawn     Intent = "spawn"     // Args: Gene, Style (several, parted by spaces), Anchor | X, Y | Relation + LikeCell, Text, Color, Factor, Width, Height | Part copy: what the target is now, title: the Text is what it is called | LikeCell may be what the acts before it add
	Remove    Intent = "remove"
	Hide      Intent = "hide"      // out of sight, as it is | Args: On false: in sight again
	Theme     Intent = "theme"     // Args: Mode (dark, light) | Color (accent) | Lighten, Saturate: the accent | Contrast
	Wallpaper Intent = "wallpaper" // Args: Color or Style | Lighten: one of one colour
	Style     Intent = "style"     // Args: Style: a named style of the cell's gene (analog, seconds, …)
	Arrange   Intent = "arrange"   // Args: Layout (grid, tidy, row, column, across, down: over all of that side; even: as they stand, the room between them the same; cascade: one in front of the other, each a step further down and right; block: all as one to the Anchor, along the Axis where there is one; az, za, reverse: into another order, of cells also smallest, largest first), of a row or column Anchor: the edge, of a grid Count: so many columns, Axis height: rows | without Layout: Factor, Pixels, On false: the room between, as they stand
	Lock      Intent = "lock"      // Args: On
	Undo      Intent = "undo"      // Args: Count | Number, Part TakeNow or TakeBack where a later change is in the way
	Redo      Intent = "redo"      // Args: Count
	Restore   Intent = "restore"   // Args: Number: all as it was after that change | Text: as it was when it got that name | of one cell or of all, Part: first, yesterday | Value: so many minutes ago
	Name      Intent = "name"      // Args: Text: a name for the whole desktop as it is
	Try       Intent = "try"       // what follows is an attempt: Args: Text its name, Part: with, Count minutes until it ends by itself
	Keep      Intent = "keep"      // the attempt
	Drop      Intent = "drop"      // throw the attempt away
	Repeat    Intent = "repeat"    // the last act again

	Behaviour Intent = "behaviour" // needs new code: Args: Text is the wish; for the model; Part new: in a new cell
	Query     Intent = "query"     // Args: Text: what is asked (changed, source, why, list) | Part: what of the target (colour, size, place, …), Gene: of what is not here, On false: of what nobody points at
	Help      Intent = "help"
	Chitchat  Intent = "chitchat"
)

// TryWith is the Part of a Try whose name is only what is tried: where there is one of that name, it gets a number.
const TryWith = "with"

// Exchanged is the Part of a Recolor that gives letters the colour behind them, and that the colour of the letters.
const Exchanged = "exchanged"

// What an Undo makes of what a later change touched too.
const (
	TakeNow  = "now"  // it stays as it is
	TakeBack = "back" // it becomes what it was, and what the later change made of it is gone
)

// Target is what an act is about. An empty Node means the whole cell; an empty Cell the desktop.
type Target struct {
	Cell string `json:"cell,omitempty"`
	Node string `json:"node,omitempty"` // id within the cell: column0/button1
}

// Args are the filled slots. Zero means "not said"; On is a pointer because false is an answer.
type Args struct {
	Factor   float64  `json:"factor,omitempty"` // multiplies, 0.1 to 10
	Width    float64  `json:"width,omitempty"`  // logical pixels
	Height   float64  `json:"height,omitempty"`
	Axis     string   `json:"axis,omitempty"` // "", width, height
	Pixels   float64  `json:"pixels,omitempty"`
	Value    float64  `json:"value,omitempty"`
	Em       float64  `json:"em,omitempty"`       // times the size of the letters
	Color    string   `json:"color,omitempty"`    // role, hue or #rrggbb
	Lighten  float64  `json:"lighten,omitempty"`  // −1 to 1, added to the lightness
	Saturate float64  `json:"saturate,omitempty"` // −1 to 1, of the saturation there is
	Part     string   `json:"part,omitempty"`     // background, text, border, padding, gap, letters, lines, prefix, front, back
	Text     string   `json:"text,omitempty"`
	Size     float64  `json:"size,omitempty"` // font size
	Weight   float64  `json:"weight,omitempty"`
	Italic   *bool    `json:"italic,omitempty"`
	Under    *bool    `json:"underline,omitempty"`
	Strike   *bool    `json:"strike,omitempty"`
	Font     string   `json:"font,omitempty"`
	Case     string   `json:"case,omitempty"`
	Align    string   `json:"align,omitempty"`
	Radius   *float64 `json:"radius,omitempty"`
	Than     string   `json:"than,omitempty"` // rounder, sharper: than it is now, whatever Radius says
	Circle   bool     `json:"circle,omitempty"`
	Anchor   string   `json:"anchor,omitempty"` // top-left, top, top-right, left, center, right, bottom-left, bottom, bottom-right
	DX       float64  `json:"dx,omitempty"`
	DY       float64  `json:"dy,omitempty"`
	X        *float64 `json:"x,omitempty"`
	Y        *float64 `json:"y,omitempty"`
	Relation string   `json:"relation,omitempty"` // left-of, right-of, above, below, at, onto, align-left, …
	LikeCell string   `json:"like_cell,omitempty"`
	LikeNode string   `json:"like_node,omitempty"`
	Gene     string   `json:"gene,omitempty"`
	Style    string   `json:"style,omitempty"`
	Mode     string   `json:"mode,omitempty"`
	Contrast string   `json:"contrast,omitempty"`
	Layout   string   `json:"layout,omitempty"`
	Count    int      `json:"count,omitempty"`
	Number   int      `json:"number,omitempty"`
	On       *bool    `json:"on,omitempty"`
}

// Off reports whether an act takes away, ends or allows again what it would give without that word.
func (g Args) Off() bool { return g.On != nil && !*g.On }

// Same compares what is behind the pointers too.
func (g Args) Same(o Args) bool { return reflect.DeepEqual(g, o) }

// Act is one thing to do to one target.
type Act struct {
	Intent Intent `json:"intent"`
	Target Target `json:"target"`
	Args   Args   `json:"args"`
}
