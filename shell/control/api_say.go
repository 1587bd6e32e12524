package control

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
