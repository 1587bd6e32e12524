package control

import (
	"encoding/json"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// SpawnParams asks for a new cell: exactly one of Gene, Source and Program.
type SpawnParams struct {
	Gene     string   `json:"gene,omitempty"`     // name or synonym of a built-in
	Name     string   `json:"name,omitempty"`     // wanted id, "" = from the gene or file
	Source   string   `json:"source,omitempty"`   // text of main.go
	Manifest string   `json:"manifest,omitempty"` // text of genome.toml, with Source
	Program  []string `json:"program,omitempty"`  // a program that speaks the membrane on fd 3: absolute path and arguments
	At       string   `json:"at,omitempty"`       // anchor: top-right, center, …
}

// Bounds is a rectangle in logical pixels of the desktop.
type Bounds struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// CellInfo is a line of ls.
type CellInfo struct {
	ID         string  `json:"id"`
	Gene       string  `json:"gene"`
	Title      string  `json:"title"`
	Engine     string  `json:"engine"` // yaegi, native, program; "" while it is down
	Generation int     `json:"generation"`
	Bounds     Bounds  `json:"bounds"`
	CPU        float64 `json:"cpu"`             // of one core, since the last look
	Memory     int64   `json:"memory"`          // resident bytes
	State      string  `json:"state,omitempty"` // "" running; starting, failed
}

// CellDetail is everything about one cell.
type CellDetail struct {
	ID         string           `json:"id"`
	Gene       string           `json:"gene"`
	Title      string           `json:"title"`
	Generation int              `json:"generation"`
	Engine     string           `json:"engine"`
	PID        int              `json:"pid"`
	Bounds     Bounds           `json:"bounds"`
	Placement  tissue.Placement `json:"placement"`
	State      json.RawMessage  `json:"state"`
	Tree       *NodeDetail      `json:"tree"`
	Focus      string           `json:"focus,omitempty"` // full id of the focused node, when it is in this cell
	Failure    string           `json:"failure,omitempty"`
	Note       string           `json:"note,omitempty"` // why the file that was saved last does not run
}

// NodeDetail is one node with its place on the desktop. ID is the full one, "counter/column0/row0/plus", as every command
// takes it.
type NodeDetail struct {
	ID       string        `json:"id"`
	Kind     ui.Kind       `json:"kind"`
	Text     string        `json:"text"`
	Value    *float64      `json:"value,omitempty"`  // toggle, slider, progress
	Cursor   *int          `json:"cursor,omitempty"` // field and area: where the caret stands, in bytes
	Anchor   *int          `json:"anchor,omitempty"` // the other end of the selection
	ScrollY  float64       `json:"scroll_y,omitempty"`
	Source   string        `json:"source"`
	Via      []string      `json:"via,omitempty"`
	Bounds   Bounds        `json:"bounds"`
	Style    ui.Style      `json:"style"`
	Children []*NodeDetail `json:"children,omitempty"`
}

// SourceResult is a cell's source.
type SourceResult struct {
	Cell       string `json:"cell"`
	Source     string `json:"source"`
	Manifest   string `json:"manifest"`
	Path       string `json:"path"` // of the file in the tissue's repository
	Generation int    `json:"generation"`
}

// EditParams replaces a cell's source by hand. Was is the source that was edited: what others changed of it meanwhile stays,
// and where both changed the same the edit is refused, so nobody's change is lost. "" replaces whatever there is.
type EditParams struct {
	Cell   string `json:"cell"`
	Source string `json:"source"`
	Was    string `json:"was,omitempty"`
}

// Usage is a line of top.
type Usage struct {
	ID      string  `json:"id"`
	PID     int     `json:"pid"`
	Engine  string  `json:"engine"`
	CPU     float64 `json:"cpu"` // of one core, over the last second
	CPUTime float64 `json:"cpu_time"`
	Memory  int64   `json:"memory"`
	Views   uint64  `json:"views"` // sent since it started
}

// GeneInfo is a built-in cell.
type GeneInfo struct {
	Name        string   `json:"name"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Kind        string   `json:"kind"`
	Synonyms    []string `json:"synonyms"`
	Styles      []string `json:"styles"`
	Powers      []string `json:"powers"`
}
