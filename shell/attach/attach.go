// Package attach is what a screen and the body say to each other (the display protocol): the body streams what is to be
// seen, the screen sends what the hands do. It travels over the control socket as two methods.
//
// A screen calls [MethodAttach] on one connection and keeps it open: each progress message is a [Frame]. The first is
// whole; each later one holds only what has changed since the one before. On a second connection the screen calls
// [MethodInput] again and again, one batch of events each, and tells there which frame it has shown.
//
// # Queue
//
// At most [MaxAhead] frames are under way that the screen has not shown; until then changes gather at the body, and the
// next frame holds their sum: the newest state wins, nothing waits for a slow screen, and no state is ever skipped for good.
//
// # Events that are lost by nobody
//
// A screen numbers its events and keeps each until an [Answer] says that it is sure: that a kill of the body does not undo
// it. At its next attachment, under the same name of its hands, it sends again what it still keeps; the body leaves out what
// it has taken already. While the body is away a screen keeps what the hands do, [MaxKept] events at most: what comes after
// those is forgotten.
package attach

import (
	"time"

	"cellshell/tissue"
)

// The methods of the control socket that screens use.
const (
	MethodAttach  = "attach"  // Params → null at the end, with Frame as progress
	MethodInput   = "input"   // Input → Answer
	MethodScreens = "screens" // → []Screen
	MethodShaders = "shaders" // Shaders → null
	MethodPicture = "picture" // Picture → null
)

// MaxAhead is how many frames may be under way to a screen that it has not shown yet.
const MaxAhead = 2

// MaxKept is how many events a screen keeps of which it is not sure. Moves of the pointer in a row count once.
const MaxKept = 4096

// Params is what a screen says of itself.
type Params struct {
	W     float64 `json:"w"` // of the desktop it shows, logical pixels
	H     float64 `json:"h"`
	Scale float64 `json:"scale"` // device pixels per logical pixel, 0.5 to 4
	PID   int     `json:"pid,omitempty"`
	Hands string  `json:"hands,omitempty"` // a name for its hands that no other screen has, at most 64 bytes; the same at each attachment
}

// Frame is what has changed since the frame before.
type Frame struct {
	Number  uint64                 `json:"number"`            // from 1; a screen tells it in Input.Shown
	Screen  uint64                 `json:"screen,omitempty"`  // in the first: the number under which this screen sends its input
	Primary bool                   `json:"primary,omitempty"` // in the first: the body lays out for this screen
	Clip    string                 `json:"clip,omitempty"`    // in the first: what was copied last on this desktop
	Calm    bool                   `json:"calm,omitempty"`    // in the first: nothing is to move by itself
	Doc     *tissue.Document       `json:"doc,omitempty"`
	Cells   map[tissue.CellID]Cell `json:"cells,omitempty"` // that are new or show something else
	Gone    []tissue.CellID        `json:"gone,omitempty"`
	Edits   *Edits                 `json:"edits,omitempty"`
	Picture uint64                 `json:"picture,omitempty"` // not 0: the screen is to send what is on its glass, under this number
	Held    *Held                  `json:"held,omitempty"`    // a window in somebody's hand; the zero Held when it was let go
	Working *Working               `json:"working,omitempty"` // a language model is being called; the zero Working when it no longer is
	Trying  *Trying                `json:"trying,omitempty"`  // an attempt is under way; the zero Trying when it no longer is
}

// Trying is an attempt: changes that are kept or thrown away together.
type Trying struct {
	Name    string    `json:"name,omitempty"`
	Changes int       `json:"changes,omitempty"` // made so far
	Until   time.Time `json:"until,omitzero"`    // thrown away then
}

// Held is a cell that is being dragged or resized: where it is meanwhile. It is not in the document before it is let go.
type Held struct {
	Cell      tissue.CellID    `json:"cell,omitempty"`
	Placement tissue.Placement `json:"placement"`
}

// Working is a call of a language model while it goes on, whoever asked for it.
type Working struct {
	Number   uint64  `json:"number,omitempty"` // of the call, from 1; 0: none goes on
	Screen   uint64  `json:"screen,omitempty"` // that asked; 0: the command line
	Sentence string  `json:"sentence,omitempty"`
	Model    string  `json:"model,omitempty"`
	Stage    string  `json:"stage,omitempty"` // write or repair
	Tokens   int     `json:"tokens,omitempty"`
	Cost     float64 `json:"cost,omitempty"`    // so far, US dollars; 0 where the price is not known
	Elapsed  int64   `json:"elapsed,omitempty"` // since the call began, milliseconds
	Others   int     `json:"others,omitempty"`  // calls beside this one, which is the newest
}

// Screen is a line of the list of attached screens.
type Screen struct {
	Number  uint64  `json:"number"`
	PID     int     `json:"pid,omitempty"`
	W       float64 `json:"w"`
	H       float64 `json:"h"`
	Scale   float64 `json:"scale"`
	Primary bool    `json:"primary"`
	Sent    uint64  `json:"sent"`  // number of the newest frame sent
	Shown   uint64  `json:"shown"` // and of the newest that it has shown
	Drawn   uint64  `json:"drawn"` // pictures it has drawn since it started
}
