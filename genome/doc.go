// Package genome keeps the lineage of a desktop (a version store): an ordinary git repository with one commit for every
// change, which git itself can log, diff and check.
//
//	tissue.json             the document: cells, places, theme
//	stamps.json             which replica set which field when, for merging
//	cells/ID/main.go        a cell's source
//	cells/ID/genome.toml    its manifest, see [ParseManifest]
//
// A commit's subject is the sentence, its body the receipt, its trailers what kind of change it was.
//
// # Crash safety
//
// A change is written as intent, act, result. First all objects, which nothing refers to yet; then the intent, a file
// naming the old and the new commit; then the branch moves, by one rename: that is the instant it happens; then the work
// tree and git's index follow, and the intent goes. [Open] finishes what it finds, so a kill at any point leaves exactly
// the state before or the state after. Should a power cut have lost objects that the branch names, Open goes back along
// the reflog to the newest commit that is whole, and says so (see [Store.Recovered]).
//
// # Hand edits
//
// The work tree is for people and their editors. A file that somebody changed there is never overwritten: it is reported
// by [Store.Dirty] until it is committed or restored.
//
// # Packing
//
// A change makes about four loose objects, each a file. When there are a thousand they are packed in the background, and ten
// packs of one size become one: what is new is written and read back first, and only then does the old go, so a kill at any
// point loses nothing. Git may pack, prune and commit meanwhile.
//
// # Undo
//
// Undo and redo are commits too. [Store.PlanUndo] takes back any single earlier change by a three-way merge: the document
// field by field, sources by a [Merger] that the caller may supply, for this package does not understand Go.
//
// A Store is safe for concurrent use; one process at a time holds a repository.
package genome
