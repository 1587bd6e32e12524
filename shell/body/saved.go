package body

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// linesOf are the lines of a reason as a log shows them.
func linesOf(text string) []string {
	return strings.Split(strings.ReplaceAll(text, "\t", "    "), "\n")
}

// firstLines are the first of them, in one.
func firstLines(text string, n int) string {
	lines := linesOf(text)
	return strings.Join(lines[:min(n, len(lines))], " ")
}

// missing is what stands for the content of a file that is not there.
const missing = "\x00missing"

// takeSource gives a cell the source that was saved; nil says that the file was deleted.
func (b *Body) takeSource(id tissue.CellID, source []byte) {
	saved := string(source)
	if source == nil {
		saved = missing
	}
	b.mu.Lock()
	c := b.cells[id]
	known := c != nil && (string(c.source) == saved || c.main.content == saved) || b.strangers[id]
	if c == nil {
		b.strangers[id] = true
	}
	b.mu.Unlock()
	if known {
		return
	}
	switch {
	case c == nil:
		b.log.Warn("a folder is no cell of the desktop", "file", genome.SourcePath(id), "hint", "cell spawn "+filepath.Join(b.paths.tissue(), "cells", string(id)))
		return
	case source == nil:
		b.mu.Lock()
		c.main = refused{"main.go was deleted; this runs on", missing}
		b.touch()
		b.mu.Unlock()
		b.log.Warn("a file was deleted; what ran runs on", "file", genome.SourcePath(id),
			"hint", fmt.Sprintf("git -C %s checkout %s brings it back, cell kill %s removes the cell", b.paths.tissue(), genome.SourcePath(id), id))
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, handTime)
	defer cancel()
	r := b.engine.Hand(ctx, id, source)
	lines := linesOf(r.Reason)
	b.taken(id, r, &c.main, genome.SourcePath(id), refused{lines[min(1, len(lines)-1)], saved}) // the first line says that it may not run, the second why
}

// takeManifest gives a cell the genome.toml that was saved.
func (b *Body) takeManifest(id tissue.CellID, saved []byte) {
	b.mu.Lock()
	c := b.cells[id]
	known := c == nil || bytes.Equal(c.rawMan, saved) || c.genome.content == string(saved)
	b.mu.Unlock()
	if known {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, handTime)
	defer cancel()
	r := b.engine.HandManifest(ctx, id, saved)
	r.Reason = "genome.toml: " + r.Reason
	b.taken(id, r, &c.genome, genome.ManifestPath(id), refused{firstLines(r.Reason, 1), string(saved)})
}

// taken notes what became of a saved file of a cell: it runs, or it is bad, and the cell's log says all of why.
func (b *Body) taken(id tissue.CellID, r act.Receipt, file *refused, path string, bad refused) {
	b.mu.Lock()
	defer b.mu.Unlock()
	*file = refused{}
	if r.Status != act.Done {
		*file = bad
		for _, line := range linesOf(r.Reason) {
			b.sup.Logf(string(id), "%s", line)
		}
		b.log.Warn("a saved file was refused; what ran runs on", "file", path, "reason", firstLines(r.Reason, 2), "hint", "cell logs "+string(id))
	}
	b.touch()
}

// handTime is how long a saved file may take through gate, trial and commit.
const handTime = time.Minute

// takeDocument makes a saved tissue.json the desktop's.
func (b *Body) takeDocument(data []byte) {
	if string(data) == b.badDocument {
		return
	}
	why := "it was removed"
	if data != nil {
		doc, err := tissue.Decode(data)
		if err == nil {
			ctx, cancel := context.WithTimeout(b.ctx, handTime)
			defer cancel()
			if r := b.engine.HandDocument(ctx, doc); r.Status == act.Done {
				b.badDocument = ""
				b.tidyDocument(data)
				return
			} else {
				err = errors.New(r.Reason)
			}
		}
		why = err.Error()
	}
	b.badDocument = string(data)
	b.log.Warn("a saved file was refused; the desktop stays as it is", "file", documentFile, "reason", strings.TrimSpace(why),
		"hint", fmt.Sprintf("mend it, or: git -C %s checkout %s", b.paths.tissue(), documentFile))
}

// tidyDocument writes a document that was taken as the history keeps it. Written otherwise it would count as still being
// edited: no later change would reach the file, and the next look at it would take them all back.
func (b *Body) tidyDocument(taken []byte) {
	isDocument := func(e genome.Edit) bool { return e.Path == documentFile }
	if edits, err := b.store.Dirty(); err != nil || !slices.ContainsFunc(edits, isDocument) {
		return // it is as kept, and the next save must not be written over
	}
	now, err := os.ReadFile(filepath.Join(b.paths.tissue(), documentFile))
	if err != nil || !bytes.Equal(now, taken) {
		return // saved once more meanwhile
	}
	if err := b.store.Restore(documentFile); err != nil {
		b.log.Warn("a saved file was taken, but not written as the history keeps it", "file", documentFile, "err", err)
	}
}
