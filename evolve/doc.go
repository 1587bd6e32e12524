// Package evolve changes the running desktop by one sentence (a transactional live-update pipeline).
//
// # Model
//
// [Engine.Evolve] takes a sentence through eight stages, and every way to change the desktop goes through the same ones,
// whoever asks: the offline parser, a language model, a person with an editor, undo.
//
//	hear → understand → write → gate → trial → measure → swap → record
//
// Understanding makes typed acts (package act). Writing turns them into a [Proposal]: a new document, new sources. The
// gate checks sources (package interp/build). The trial runs the proposal beside the living desktop, unseen. Measuring
// compares the trial's layout with expectations that were compiled from the acts before anything ran: sizes, colours,
// texts, places, and that no other cell moved. Only then is the trial committed: recorded in the history and swapped in.
//
// # Failure
//
// Everything before the commit can fail, and then nothing has changed but the log: the trial is aborted and the receipt
// names the reason. "Done" is said only of what was measured.
//
// # Concurrency
//
// An [Engine] evolves one sentence at a time; callers queue on it. While a sentence waits for a model it lets others have
// their turn, and what they changed is merged into the answer; [Engine.Cancel] or its context ends the wait.
package evolve
