package evolve

import (
	"context"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/gpu/paint"
	"cellshell/interp/build"
	"cellshell/tissue"
)

// Desk is the running desktop as the pipeline needs it. The body implements it; evolvetest has one in memory.
type Desk interface {
	// Scene returns a consistent snapshot of the present. The caller owns it: later changes do not show in it.
	Scene() *Scene
	// Glance is a Scene that nothing will be proposed from: only to be read.
	Glance() *Scene
	// Prepare starts what the proposal needs beside the living desktop: new processes with the state copied, their
	// first view laid out. Nothing of it is visible yet. An error is a sentence for the user and leaves no trace.
	Prepare(ctx context.Context, p Proposal) (Trial, error)
}

// Proposal is the whole desktop as it should become.
type Proposal struct {
	// Base is the document the proposal was made from, Doc the wanted one. A desk whose document went on meanwhile
	// (somebody dragged a window) applies tissue.Diff(Base, Doc) to the newer one.
	Base, Doc *tissue.Document
	// Sources holds each program that is new or changed, gated and with positions marked.
	Sources map[tissue.CellID]*build.Checked
	// Manifests holds the genome.toml of each cell that is new or whose manifest changed.
	Manifests map[tissue.CellID][]byte
	// Files are sources that the gate does not know (cells in other languages), by cell and file name; nil deletes.
	Files map[tissue.CellID]map[string][]byte
	// Restore says that cells which are not on the desktop now come back from the history, with the state they were left
	// in; otherwise a new cell begins without any.
	Restore bool
	// Of is the number of the change that an undo or redo is about, 0 otherwise.
	Of int
}

// Trial is a proposal that runs, unseen. Exactly one of Commit and Abort ends it.
type Trial interface {
	// After is the desktop as it would be. It is measured against the expectations of the sentence.
	After() *Scene
	// Built says which engine runs the changed cells ("" when no program changed) and how long building took, as a
	// part of the time that Prepare needed.
	Built() (engine string, took time.Duration)
	// Commit records the change and swaps the trial in. The entry is written before the swap is shown. An error means
	// that nothing was swapped and nothing recorded.
	Commit(ctx context.Context, c genome.Change) (Committed, error)
	// Abort ends the trial's processes and forgets it.
	Abort()
}

// Committed is what became of a trial that was swapped in.
type Committed struct {
	Entry      genome.Entry
	Swap       time.Duration // until the first screen presented it, or until it was laid out where there is no screen
	Engine     string        // yaegi, native, program; "" when no program changed
	Generation int           // of the first changed cell
	Flag       string        // what went less well: "no screen acknowledged within 300 ms"
}

// Rect is a rectangle in logical pixels of the desktop, origin top left.
type Rect struct{ X, Y, W, H float64 }

// Scene is a snapshot of the desktop: what is there, where it stands, what the user points at.
type Scene struct {
	Doc   *tissue.Document
	Cells map[tissue.CellID]*Cell // one for each of Doc.Cells

	Viewport Rect // of the primary screen, origin 0,0
	Area     Rect // the part of it that windows and widgets may use: without the panels

	Point     *Point       // the pointer, nil when it is nowhere
	Point2    *Point       // a second place pointed at while speaking ("put that there")
	Selection []act.Target // in the order selected

	Genes []Gene // what can be spawned, sorted by name

	// Resolve turns a role, hue or #rrggbb as used inside a node ("" for the cell's frame; cell "" for the desktop) into
	// the colour that letters have and the one of grounds and borders, #rrggbb or #rrggbbaa. "" when it is none. May be nil:
	// then roles are compared by name.
	Resolve func(cell tissue.CellID, node, color string) (ink, fill string)
	// Paint gives what a cell looks like with nothing behind and nothing in front of it ("": the wallpaper alone), one
	// device pixel for a logical one, in the coordinates of the desktop; nil for what is not there. May be nil: then what a
	// trial would show is judged by its layout alone. It may be called at any time, by one goroutine at once.
	Paint func(cell tissue.CellID) *paint.Scene
	// Place finds a free place for a new cell of about that size (0: unknown) among those of doc. May be nil: then the
	// pipeline looks for one itself.
	Place func(doc *tissue.Document, kind tissue.Kind, w, h float64) tissue.Placement
}

// Point is a place on the desktop and what is under it.
type Point struct {
	X, Y   float64
	Target act.Target // empty over the bare desktop
	Given  bool       // named with the sentence (cell evolve --at), not just where the pointer rests
}
