package control

import (
	"time"
)

// The methods of the control socket, one for each verb of the command line, with the types of their parameters and
// results. A method without parameters ignores what it is given; one without a result answers null.
const (
	MethodLs         = "ls"         // → []CellInfo
	MethodSpawn      = "spawn"      // SpawnParams → act.Receipt
	MethodKill       = "kill"       // CellParams → act.Receipt: removes the cell from the desktop (undo brings it back)
	MethodEvolve     = "evolve"     // EvolveParams → act.Receipt, with EvolveProgress
	MethodAnswer     = "answer"     // AnswerParams → act.Receipt
	MethodUndo       = "undo"       // UndoParams → act.Receipt
	MethodRedo       = "redo"       // → act.Receipt
	MethodRestore    = "restore"    // RestoreParams → act.Receipt
	MethodBranch     = "branch"     // BranchParams → act.Receipt
	MethodTrying     = "trying"     // → *Branch, null when nothing is being tried
	MethodHistory    = "history"    // HistoryParams → []HistoryEntry
	MethodDiff       = "diff"       // DiffParams → DiffResult
	MethodInspect    = "inspect"    // CellParams → CellDetail
	MethodCat        = "cat"        // CellParams → SourceResult
	MethodEdit       = "edit"       // EditParams → act.Receipt
	MethodScreenshot = "screenshot" // ScreenshotParams → ScreenshotResult
	MethodTap        = "tap"        // NodeParams → InputResult
	MethodType       = "type"       // TypeParams → InputResult
	MethodKey        = "key"        // KeyParams → InputResult
	MethodPoint      = "point"      // NodeParams → PointResult
	MethodLogs       = "logs"       // LogsParams → []LogLine; with Follow, each further LogLine is a progress message
	MethodTop        = "top"        // → []Usage
	MethodGenes      = "genes"      // → []GeneInfo
	MethodDoctor     = "doctor"     // → []Finding
	MethodQuit       = "quit"       // → null; cells and body end
	MethodStatus     = "status"     // → Status
	MethodHear       = "hear"       // HearParams → HearResult: what would become of a sentence; nothing is done
	MethodSaid       = "said"       // → []string: the sentences said here, newest first
	MethodSketch     = "sketch"     // SketchParams → SketchResult: a picture of a choice
)

// MethodWeb asks the launcher, not the body, for an address that lets one browser in: → WebResult. See DoorPath.
const MethodWeb = "web"

// WebResult is an address that is good once.
type WebResult struct {
	URL     string    `json:"url"`
	Expires time.Time `json:"expires"`
}

// CellParams names one cell, by id or title.
type CellParams struct {
	Cell string `json:"cell"`
}

// NodeParams names a cell and perhaps a node in it: "counter", "counter/column0/row0/plus", or a shorter form that fits
// one node only: its key, its label, or its kind and number ("counter/plus").
type NodeParams struct {
	Target string `json:"target"`
}

// ScreenshotParams says of what: an empty Cell means the desktop; Scale 0 means 1. With Window it is what a window shows, of
// its own size: that of Screen, 0 for the first.
type ScreenshotParams struct {
	Cell   string  `json:"cell,omitempty"`
	Scale  float64 `json:"scale,omitempty"`
	Window bool    `json:"window,omitempty"`
	Screen uint64  `json:"screen,omitempty"`
}

// ScreenshotResult is a PNG.
type ScreenshotResult struct {
	PNG    []byte `json:"png"`
	Width  int    `json:"width"` // device pixels
	Height int    `json:"height"`
}

// TypeParams types text into the focused node.
type TypeParams struct {
	Text string `json:"text"`
}

// KeyParams presses a chord: "enter", "tab", "ctrl+z", "shift+left".
type KeyParams struct {
	Chord string `json:"chord"`
}

// InputResult says where the input went.
type InputResult struct {
	Cell string `json:"cell,omitempty"`
	Node string `json:"node,omitempty"` // full id
}

// PointResult says what the pointer is on.
type PointResult struct {
	Cell   string `json:"cell,omitempty"`
	Node   string `json:"node,omitempty"` // full id
	Kind   string `json:"kind,omitempty"`
	Text   string `json:"text,omitempty"`
	Source string `json:"source,omitempty"`
}

// LogsParams says which log: Cell "" means the body's own log.
type LogsParams struct {
	Cell   string `json:"cell"`
	Follow bool   `json:"follow,omitempty"`
}

// LogLine is a line of a cell's log.
type LogLine struct {
	Time time.Time `json:"time"`
	Text string    `json:"text"`
}

// Finding is a line of doctor.
type Finding struct {
	Area   string `json:"area"` // jail, toolchain, model, display, storage
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
}

// Status is the state of the body.
type Status struct {
	PID     int       `json:"pid"`
	Started time.Time `json:"started"`
	Cells   int       `json:"cells"`
	Model   string    `json:"model,omitempty"`
	Data    string    `json:"data"` // folder of the tissue's repository
	Version string    `json:"version"`
}
