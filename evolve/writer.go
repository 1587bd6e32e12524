package evolve

import (
	"context"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Writer writes code that no rule covers: a language model behind a prompt. Its answer is only ever the source of the one
// cell asked for; it goes through the same gate, trial and measuring as all code.
type Writer interface {
	// Write answers one request with text that holds code, in any form that edit.Apply takes. Progress hears how
	// many tokens came so far. An error ends the sentence, unless it is an *Unusable: then the answer counts as a
	// failed try.
	Write(ctx context.Context, r WriteRequest, progress func(Progress)) (Written, error)
}

// WriteRequest is what a writer is asked.
type WriteRequest struct {
	Sentence string
	New      bool // a new cell, answered by a whole program; else a change of Source
	Try      int  // 0, then 1 and 2 for repairs
	Spent    int  // tokens of the sentence so far
	Variant  int  // of several new cells to choose from: 1, 2 …; 0 when there is one

	Cell   tissue.CellID // "" for a new one
	Title  string
	Source []byte
	Node   *ui.Node // pointed at, with its position in the source; nil for the whole cell
	// Picture is a PNG of the cell for a model that can see: only when the sentence says so and it is allowed; else nil.
	Picture []byte
	Dark    bool
	Accent  string

	// Of a repair: the answer before, what was wrong with it (at most three errors, each with its line and a caret), and
	// the declaration where it was.
	Answer      string
	Problem     string
	Declaration string
	Hints       []string // nearest signatures of the SDK

	// Watch is handed the answer so far, again and again, while it comes in; its error ends the call at once and stands in
	// the Unusable that Write then returns. May be nil.
	Watch func(text string) error
}

// Written is a writer's answer.
type Written struct {
	Text    string
	In, Out int     // tokens
	Cost    float64 // US dollars; 0 where the price is not known
	Model   string
}

// Unusable is an answer that came but cannot be used: cut off, empty, refused.
type Unusable struct {
	Text string // as far as it came
	Why  string
	In   int // tokens
	Out  int
	Cost float64 // US dollars
	// Final says that another try would end the same way; Halted that we ended the answer, not the model.
	Final, Halted bool
	// Stopped is the error of Watch that ended the call; nil when it ended otherwise.
	Stopped error
}

// NotAsked is why a model was not asked at all: nothing was sent, nothing was paid.
type NotAsked struct{ Why string }

// Error implements error.
func (n *NotAsked) Error() string { return n.Why }

// Error implements error.
func (u *Unusable) Error() string {
	if u.Halted {
		return "the model was stopped: " + u.Why
	}
	return "the model's answer cannot be used: " + u.Why
}
