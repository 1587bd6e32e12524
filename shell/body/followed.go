package body

import (
	"bytes"
	"context"
	"fmt"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// followHistory makes the desktop what its history says, when another program has changed that. What cannot run is said once.
func (b *Body) followHistory() {
	moved, err := b.store.Moved()
	if err != nil {
		b.log.Warn("the history cannot be read", "err", err)
		return
	}
	if !moved && b.follows() {
		b.unfollowed = ""
		b.branched() // a sentence may have followed it first
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, handTime)
	defer cancel()
	r := b.engine.Follow(ctx)
	b.branched()
	newest, err := b.store.Commits(0, 1)
	if r.Status == act.Done || err != nil || len(newest) == 0 || newest[0] == b.unfollowed {
		return
	}
	b.unfollowed = newest[0]
	b.log.Warn("what git did to the history cannot run; the desktop stays as it is", "commit", b.unfollowed[:8], "reason", firstLines(r.Reason, 2),
		"hint", fmt.Sprintf("undo it with git -C %s, or say: undo", b.paths.tissue()))
}

// follows reports whether the desktop is what its history says. Generations are counters of the shell's.
func (b *Body) follows() bool {
	doc, files := b.store.Head()
	b.mu.Lock()
	defer b.mu.Unlock()
	for id, dc := range doc.Cells {
		c, is := b.cells[id], b.doc.Cells[id]
		if c == nil || is == nil || !bytes.Equal(c.source, files[id].Source) || !bytes.Equal(c.rawMan, files[id].Manifest) {
			return false
		}
		dc.Generation = is.Generation
	}
	return tissue.Equal(b.doc, doc)
}
