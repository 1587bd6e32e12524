package control

import (
	"encoding/json"
	"time"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
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

// SpawnParams asks for a new cell: exactly one of Gene, Source and Program.
type SpawnParams struct {
	Gene     string   `json:"gene,omitempty"`     // name or synonym of a built-in
	Name     string   `json:"name,omitempty"`     // wanted id, "" = from the gene or file
	Source   string   `json:"source,omitempty"`   // text of main.go
	Manifest string   `json:"manifest,omitempty"` // text of genome.toml, with Source
	Program  []string `json:"program,omitempty"`  // a program that speaks the membrane on fd 3: absolute path and arguments
	At       string   `json:"at,omitempty"`       // anchor: top-right, center, …
}

// EvolveParams is one sentence.
type EvolveParams struct {
	Sentence string `json:"sentence"`
	At       string `json:"at,omitempty"` // what "this" means, as in NodeParams, or where "here" is: "640,400"
	Source   string `json:"source,omitempty"`
	Screen   uint64 `json:"screen,omitempty"` // that asks, as in attach.Frame; its sign shows the request as its own
	// Record is a folder that gets each call of the language model with its answer, Replay one whose recorded answers stand
	// for the model's. Absolute; "" for none, at most one of the two.
	Record string `json:"record,omitempty"`
	Replay string `json:"replay,omitempty"`
	// With is what "these" means, each as in NodeParams; There is where "there" is: "900,120", logical pixels.
	With  []string `json:"with,omitempty"`
	There string   `json:"there,omitempty"`
}

// HearParams is a sentence that somebody is typing.
type HearParams struct {
	Sentence string `json:"sentence"`
	At       string `json:"at,omitempty"` // as in EvolveParams
}

// HearResult is what a sentence would be understood as, were it said now.
type HearResult struct {
	Line       string       `json:"line,omitempty"` // in words: "resize · +1 · ×1.5"
	Route      string       `json:"route,omitempty"`
	Confidence float64      `json:"confidence"`
	Targets    []HearTarget `json:"targets,omitempty"` // what it is about; with choices: one for each, in their order
	Choices    []string     `json:"choices,omitempty"`
	Unknown    []Span       `json:"unknown,omitempty"`  // words that are not understood
	Complete   []string     `json:"complete,omitempty"` // whole sentences that begin so, or fit when nothing is typed; at most 5
}

// The values of HearResult.Route.
const (
	RouteReflex  = "reflex"  // done at once
	RouteAsk     = "ask"     // a question
	RouteModel   = "model"   // a language model writes code
	RouteNoModel = "nomodel" // it would, and there is none
	RouteAnswer  = "answer"  // something is told, nothing changes
	RouteRefuse  = "refuse"  // it will be refused
	RouteUnknown = "unknown" // words are not understood
	RouteStop    = "stop"    // a model at work is stopped
)

// SketchParams ask for one of a receipt's pictures by the last part of its path.
type SketchParams struct {
	Name string `json:"name"`
}

// SketchResult is a picture that belongs to a choice.
type SketchResult struct {
	PNG []byte `json:"png"`
}

// HearTarget is one thing that a sentence is about. The zero target is the desktop.
type HearTarget struct {
	Cell   string `json:"cell,omitempty"`
	Node   string `json:"node,omitempty"` // id within the cell
	Bounds Bounds `json:"bounds"`         // on the primary screen
}

// Span is a part of a text, in bytes.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// EvolveProgress is sent while a sentence is worked on.
type EvolveProgress struct {
	Stage  string `json:"stage"` // understand, write, gate, build, trial, swap
	Text   string `json:"text,omitempty"`
	Tokens int    `json:"tokens,omitempty"`
	// Of a call of the language model.
	Model   string  `json:"model,omitempty"`
	Cost    float64 `json:"cost,omitempty"`    // so far, US dollars; 0 where the price is not known
	Elapsed int64   `json:"elapsed,omitempty"` // since the call began, milliseconds
}

// AnswerParams answers the pending question: the number of a choice, from 1, or its words.
type AnswerParams struct {
	Choice string `json:"choice"`
	Screen uint64 `json:"screen,omitempty"` // as in EvolveParams
}

// UndoParams says which change: N 0 takes back the newest change, N > 0 only that one.
type UndoParams struct {
	N int `json:"n,omitempty"`
}

// RestoreParams says to which state: as it was after change N.
type RestoreParams struct {
	N int `json:"n"`
}

// BranchParams begins an attempt, or ends the one under way.
type BranchParams struct {
	Do      string `json:"do"`                // BranchStart, BranchKeep or BranchDrop
	Name    string `json:"name,omitempty"`    // of an attempt that begins; "" makes one
	Minutes int    `json:"minutes,omitempty"` // it is thrown away then unless it is kept before; 0: never
}

// What BranchParams.Do may be.
const (
	BranchStart = "start"
	BranchKeep  = "keep"
	BranchDrop  = "drop"
)

// Branch is an attempt under way.
type Branch struct {
	Name    string    `json:"name"`
	Changes int       `json:"changes"`        // made so far
	From    int       `json:"from"`           // number of the change it began after
	Until   time.Time `json:"until,omitzero"` // thrown away then
}

// HistoryParams limits the answer; 0 means 50.
type HistoryParams struct {
	Limit int `json:"limit,omitempty"`
}

// HistoryEntry is one evolution, newest first.
type HistoryEntry struct {
	N        int        `json:"n"`
	Commit   string     `json:"commit"`
	Sentence string     `json:"sentence"`
	Status   act.Status `json:"status"`
	Time     time.Time  `json:"time"`
	Undone   bool       `json:"undone"`
}

// DiffParams says which change: N 0 means the newest change.
type DiffParams struct {
	N int `json:"n,omitempty"`
}

// DiffResult is a unified diff.
type DiffResult struct {
	N    int    `json:"n"`
	Diff string `json:"diff"`
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

// EditParams replaces a cell's source by hand. Base is the generation that was edited; when it is no longer the newest
// the edit is refused, so nobody's change is lost.
type EditParams struct {
	Cell   string `json:"cell"`
	Source string `json:"source"`
	Base   int    `json:"base,omitempty"`
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
