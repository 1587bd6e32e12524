package ui

// Kind names what a node is. The list is closed: see [Kinds].
type Kind string

// The node kinds. Containers hold children; leaves do not.
const (
	KindText     Kind = "text"     // a run of text; wraps at its width
	KindButton   Kind = "button"   // a labelled push button; event tap
	KindToggle   Kind = "toggle"   // an on/off switch with a label; value 0 or 1; event change
	KindSlider   Kind = "slider"   // a draggable value between min and max; event change
	KindField    Kind = "field"    // one line of editable text; events change, submit
	KindArea     Kind = "area"     // many lines of editable text; event change
	KindRow      Kind = "row"      // children side by side
	KindColumn   Kind = "column"   // children one below the other
	KindStack    Kind = "stack"    // children on top of each other
	KindGrid     Kind = "grid"     // children in equal columns
	KindScroll   Kind = "scroll"   // one child, larger than its window
	KindList     Kind = "list"     // rows, scrolled, with separators
	KindProgress Kind = "progress" // how much of something is done, 0 to 1; below 0: unknown
	KindChart    Kind = "chart"    // series of numbers as lines, areas, bars or rings
	KindImage    Kind = "image"    // PNG or JPEG bytes
	KindIcon     Kind = "icon"     // one of the built-in symbols, see Icons
	KindCanvas   Kind = "canvas"   // paint commands in a box of the cell's own units
	KindShader   Kind = "shader"   // a picture that the GPU computes; its one child is shown where that cannot be
	KindSpacer   Kind = "spacer"   // empty room that grows
	KindDivider  Kind = "divider"  // a hairline between neighbours
)

// Node is one element of a cell's interface tree. Zero fields mean "not said": the theme or the layout decides.
type Node struct {
	// ID is the parent's id + "/" + (Key, else kind + index among siblings of that kind). The receiver assigns it
	// with [Identify]; what a cell sends here is ignored.
	ID   string `json:"id,omitempty"`
	Kind Kind   `json:"kind"`
	// Key is the author's own stable name for the node among its siblings: letters, digits, '-', '_' and '.'.
	Key  string `json:"key,omitempty"`
	Text string `json:"text,omitempty"` // label, or the text of a field or area

	Style    Style   `json:"style,omitzero"`
	Children []*Node `json:"children,omitempty"`

	// Source is where the constructor call stands, "main.go:14:9"; Via are the calls through the cell's own functions
	// that led to it, innermost first. The loader writes them; authors do not.
	Source string   `json:"source,omitempty"`
	Via    []string `json:"via,omitempty"`

	Events      []EventKind `json:"events,omitempty"`      // what the cell wants to hear about
	Value       float64     `json:"value,omitempty"`       // toggle 0|1, slider, progress
	Min         float64     `json:"min,omitempty"`         // slider; charts: lower end of the axis
	Max         float64     `json:"max,omitempty"`         // slider and charts; 0 with Min 0: 1 for a slider, automatic for a chart
	Step        float64     `json:"step,omitempty"`        // slider; 0: continuous
	Placeholder string      `json:"placeholder,omitempty"` // field and area, shown while empty
	Disabled    bool        `json:"disabled,omitempty"`
	Tooltip     string      `json:"tooltip,omitempty"`
	// Seq is the newest edit (Event.Seq) that Text of a field or area is based on; older text never overwrites newer.
	Seq     uint64     `json:"seq,omitempty"`
	Columns int        `json:"columns,omitempty"` // grid; 0: 2
	Series  []Series   `json:"series,omitempty"`  // chart
	Icon    string     `json:"icon,omitempty"`    // icon; a button's leading symbol
	Data    []byte     `json:"data,omitempty"`    // image: PNG or JPEG (base64 in JSON)
	Paint   []Paint    `json:"paint,omitempty"`   // canvas
	Box     [2]float64 `json:"box,omitzero"`      // canvas: width and height of its own unit system; image, shader: wanted size
	Shader  *Shader    `json:"shader,omitempty"`  // shader
}

// Shader is a program that computes each pixel of a node on the GPU, in Kage. What it must keep to is in gpu/kage.
type Shader struct {
	Kage     string    `json:"kage"`
	Uniforms []Uniform `json:"uniforms,omitempty"`
	Animate  bool      `json:"animate,omitempty"` // the uniform Time runs, and so the picture is drawn again and again
}

// Uniform is a number, or a few, that a shader is given: a variable of its source. A colour is given as four, premultiplied.
type Uniform struct {
	Name   string    `json:"name"`
	Values []float64 `json:"values,omitempty"`
	Color  string    `json:"color,omitempty"` // instead of Values
}

// Series is one line, area or row of bars of a chart, oldest value first.
type Series struct {
	Name   string    `json:"name,omitempty"`
	Color  string    `json:"color,omitempty"`
	Values []float64 `json:"values"`
}

// Paint is one command of a canvas, in the units of the node's Box (origin top left, y down, angles in degrees
// clockwise from three o'clock). Op is line, rect, circle, arc, polyline, polygon or text.
type Paint struct {
	Op     string    `json:"op"`
	At     []float64 `json:"at"`               // line x0 y0 x1 y1 · rect x y w h · circle x y r · arc x y r from to · poly x y … · text x y
	Fill   string    `json:"fill,omitempty"`   // colour; empty: not filled
	Stroke string    `json:"stroke,omitempty"` // colour; empty: not stroked
	Width  float64   `json:"width,omitempty"`  // of the stroke; 0: 1
	Radius float64   `json:"radius,omitempty"` // corners of a rect
	Text   string    `json:"text,omitempty"`
	Size   float64   `json:"size,omitempty"`  // of the text
	Align  string    `json:"align,omitempty"` // of the text: start, center, end
	Bold   bool      `json:"bold,omitempty"`
	Cap    string    `json:"cap,omitempty"` // of the stroke: round (default) or butt
}
