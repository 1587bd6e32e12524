package act

// Status says how a sentence ended.
type Status string

// The statuses of a receipt.
const (
	Done       Status = "done"        // measured, committed and shown
	Asked      Status = "asked"       // nothing changed; Question and Choices say what is needed
	Refused    Status = "refused"     // nothing changed; Reason says why it never will
	Failed     Status = "failed"      // nothing changed; Reason says what went wrong
	RolledBack Status = "rolled_back" // it was shown, then taken back; Reason says why
)

// Route says who wrote the change.
type Route string

// The routes.
const (
	RouteReflex Route = "reflex" // the offline parser
	RouteGene   Route = "gene"   // the gene bank
	RouteModel  Route = "model"  // a language model
	RouteHand   Route = "hand"   // a person, by editor, mouse or command
)

// Unsaid is what a Check has where nobody said how something shall be.
const Unsaid = "as the theme has it"

// Check is one measured expectation. Before and After are in words a person reads: "120×36".
type Check struct {
	What   string `json:"what"`
	Before string `json:"before"`
	After  string `json:"after"`
	OK     bool   `json:"ok"`
	Act    int    `json:"act,omitempty"` // the number of the act it measures, from 1; 0: what all of them did
}

// Aside is the What of a check where another cell came to stand that had to make room: its id, and "Notes moved to 24,60".
const Aside = "moved aside"

// LeftOut is the What of a check that names the things at which nothing would have been seen, so they stay as they are.
const LeftOut = "left out"

// Inside is the What of a check whether parts of a changed cell stick out of what they are in, and did not before.
const Inside = "all of it inside"

// Side is the What of a check that says at which side of another a cell came to stand, and which was said.
const Side = "side"

// Afresh is the What of a check that says, after a copy, that it holds something else than what it was copied from.
const Afresh = "afresh"

// Lessened is the What of a check that says how something was done otherwise than was asked, and why: by less, or in other places.
const Lessened = "lessened"

// Timing is how long each stage took, milliseconds.
type Timing struct {
	Understand float64 `json:"understand"`
	Write      float64 `json:"write"`
	Gate       float64 `json:"gate"`
	Build      float64 `json:"build"`
	Trial      float64 `json:"trial"`
	Swap       float64 `json:"swap"`
	Total      float64 `json:"total"`
}

// Cost is what the model calls of one sentence used.
type Cost struct {
	TokensIn  int `json:"tokens_in"`
	TokensOut int `json:"tokens_out"`
	// Dollars is what they cost; 0 for a model on this machine and where the price is not known.
	Dollars float64 `json:"dollars,omitempty"`
	Model   string  `json:"model,omitempty"`
}

// Version is one thing that a change to be taken back and a later one both changed.
type Version struct {
	What string `json:"what"` // func Counter.View of counter
	Rows []Row  `json:"rows"`
}

// Row is a line of a Version as it was before the change, and as it is now; a line that is only in one of them is "" in the
// other, and "…" stands for lines left out.
type Row struct {
	Back string `json:"back"`
	Now  string `json:"now"`
	Same bool   `json:"same,omitempty"`
}

// Receipt is the proof of one evolution: what was asked, what was done, what was measured. See docs/receipt.md.
type Receipt struct {
	Sentence string   `json:"sentence"`
	Status   Status   `json:"status"`
	Route    Route    `json:"route"`
	Question string   `json:"question,omitempty"`
	Choices  []string `json:"choices,omitempty"`
	// Versions are what a question is about, side by side: the first choice is all of them as they were, the second as they are.
	Versions []Version `json:"versions,omitempty"`
	Pictures []string  `json:"pictures,omitempty"` // paths of PNGs, of the choices in their order; "" of one that has none
	// Reason is why, or what was told. Of a way through the history it is what was taken back, done again or thrown away.
	Reason string `json:"reason,omitempty"`
	// Alternatives are what else the sentence may have meant, where that was a guess. Answering with one of them takes
	// back what was done and does that.
	Alternatives []string `json:"alternatives,omitempty"`
	Acts         []Act    `json:"acts"`
	Target       Target   `json:"target"`
	Names        Names    `json:"names,omitempty"`
	Checks       []Check  `json:"checks"`
	MovedOthers  int      `json:"moved_others"`       // other cells that moved by more than half a pixel: 0
	Reflowed     []string `json:"reflowed"`           // other nodes of the same cell that moved
	Overlaps     []string `json:"overlaps,omitempty"` // cells that one of those now shares room with, and did not before
	Still        []string `json:"still,omitempty"`    // cells that the acts move and that stood there already, as one that others are lined up with
	Engine       string   `json:"engine,omitempty"`
	Timing       Timing   `json:"timing_ms"`
	Cost         Cost     `json:"cost"`
	Generation   int      `json:"generation"`
	Commit       string   `json:"commit,omitempty"` // left out of the stored copy: it cannot hold its own hash
	Undo         string   `json:"undo,omitempty"`   // the command that takes it back
}
