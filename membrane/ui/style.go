package ui

// Style says how a node looks. Every field is optional: nil or "" means "as the theme has it". Numbers are logical
// pixels unless said otherwise. Colours are a role of the theme or #rrggbb or #rrggbbaa (see [ValidColor]).
type Style struct {
	// Size of the node.
	Width     *float64 `json:"width,omitempty"`
	Height    *float64 `json:"height,omitempty"`
	MinWidth  *float64 `json:"min_width,omitempty"`
	MinHeight *float64 `json:"min_height,omitempty"`
	MaxWidth  *float64 `json:"max_width,omitempty"`
	MaxHeight *float64 `json:"max_height,omitempty"`
	Grow      *float64 `json:"grow,omitempty"`  // share of the room left over on the main axis
	Scale     *float64 `json:"scale,omitempty"` // multiplies the node's size and its text, 0.1 to 10

	// Where it is drawn from its place; nothing else moves for it, and it never leaves the cell.
	OffsetX *float64 `json:"offset_x,omitempty"` // to the right, negative: to the left
	OffsetY *float64 `json:"offset_y,omitempty"` // down, negative: up

	// Room inside and between.
	Padding *float64 `json:"padding,omitempty"`
	PadX    *float64 `json:"pad_x,omitempty"` // left and right, instead of Padding
	PadY    *float64 `json:"pad_y,omitempty"` // top and bottom, instead of Padding
	Gap     *float64 `json:"gap,omitempty"`
	Align   string   `json:"align,omitempty"`   // children across the main axis: start, center, end, stretch, baseline
	Justify string   `json:"justify,omitempty"` // children along it: start, center, end, between, around

	// Text.
	Size      *float64 `json:"size,omitempty"`   // font size
	Weight    *float64 `json:"weight,omitempty"` // 400 regular, 500 medium, 600 semibold, 700 bold
	Italic    *bool    `json:"italic,omitempty"`
	Font      string   `json:"font,omitempty"` // sans or mono
	TextAlign string   `json:"text_align,omitempty"`
	Lines     *int     `json:"lines,omitempty"` // at most so many lines, then an ellipsis; 1: never wrap
	Case      string   `json:"case,omitempty"`  // upper, lower
	Underline *bool    `json:"underline,omitempty"`
	Strike    *bool    `json:"strike,omitempty"`
	Tabular   *bool    `json:"tabular,omitempty"` // digits of equal width

	// Room in text, as multiples of the font size, so that it grows with it.
	LetterSpacing *float64 `json:"letter_spacing,omitempty"` // added between letters, −0.1 to 1; 0: as the theme has it
	LineHeight    *float64 `json:"line_height,omitempty"`    // from line to line, 0.8 to 4

	// Paint.
	Color       string   `json:"color,omitempty"` // text and icons
	Background  string   `json:"background,omitempty"`
	Accent      string   `json:"accent,omitempty"` // what the role accent means in this node and below
	Border      string   `json:"border,omitempty"`
	BorderWidth *float64 `json:"border_width,omitempty"`
	Radius      *float64 `json:"radius,omitempty"`
	Opacity     *float64 `json:"opacity,omitempty"` // 0 to 1
	Shadow      *float64 `json:"shadow,omitempty"`  // height above what lies below: 0 none, 1 card, 2 raised, 3 floating
	Variant     string   `json:"variant,omitempty"` // button: primary, plain, danger · chart: line, area, bar, ring · progress: bar, ring
}
