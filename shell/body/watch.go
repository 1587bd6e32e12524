package body

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// saved is how long after the last write to a file it is taken for saved: editors write in several steps.
const saved = 60 * time.Millisecond

// watch makes a change of every file that somebody saves in the tissue's folder: a cell's main.go goes through the same gate,
// trial and commit as a sentence, tissue.json too. What is refused stays as it was written, with the reason on the cell. What
// somebody does to the history with git is followed.
func (b *Body) watch() {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		b.log.Warn("saved files will not be noticed", "err", err)
		return
	}
	b.watcher = w
	b.closers = append(b.closers, w)
	cells := filepath.Join(b.paths.tissue(), "cells")
	git := filepath.Join(b.paths.tissue(), ".git")
	for _, dir := range append(folders(cells), cells, b.paths.tissue(), git, filepath.Join(git, "refs", "heads")) {
		b.follow(dir)
	}
	b.background(func() { b.watching(w) }) // ends when the body closes, or the watcher
}

func folders(dir string) []string {
	var out []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

func (b *Body) follow(dir string) {
	if err := b.watcher.Add(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		b.log.Warn("saved files will not be noticed", "dir", dir, "err", err)
	}
}

// watching waits until the folder has been quiet for a moment, then looks which files differ from what runs. The history
// itself writes there too; what it writes differs from nothing.
func (b *Body) watching(w *fsnotify.Watcher) {
	quiet := time.NewTimer(saved) // what was saved while no body ran counts too
	defer quiet.Stop()
	for {
		select {
		case <-b.done:
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if e.Has(fsnotify.Create) {
				if st, err := os.Lstat(e.Name); err == nil && st.IsDir() && filepath.Base(filepath.Dir(e.Name)) == "cells" {
					b.follow(e.Name)
				}
			}
			quiet.Reset(saved)
		case err, ok := <-w.Errors: // a queue of the kernel's that ran over: look at everything
			if !ok {
				return
			}
			b.log.Debug("watching the tissue's folder", "err", err)
			quiet.Reset(saved)
		case <-quiet.C:
			b.takeSaved()
		}
	}
}

// takeSaved carries out what was saved by hand since it last looked.
func (b *Body) takeSaved() {
	b.followHistory()
	edits, err := b.store.Dirty()
	if err != nil {
		b.log.Warn("the tissue's files cannot be compared with its history", "err", err)
		return
	}
	dirty := map[tissue.CellID]bool{}
	for _, e := range edits {
		id, name, ok := genome.CellOf(e.Path)
		switch {
		case e.Path == documentFile:
			b.takeDocument(e.Content)
		case ok && name == "main.go":
			dirty[id] = true
			b.takeSource(id, e.Content)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for id, c := range b.cells {
		if c.note != "" && !dirty[id] { // somebody has mended it, or given it up
			c.note, c.unfit = "", ""
			b.touch()
		}
	}
}

// followHistory makes the desktop what its history says, when another program has changed that. What cannot run is said once.
func (b *Body) followHistory() {
	if err := b.store.Refresh(); err != nil {
		b.log.Warn("the history cannot be read", "err", err)
		return
	}
	newest, err := b.store.Commits(0, 1)
	if err != nil || len(newest) == 0 || b.follows() {
		return
	}
	head := newest[0]
	if head == b.unfollowed {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, handTime)
	defer cancel()
	b.unfollowed = head
	r := b.engine.Follow(ctx)
	b.branched()
	if r.Status != act.Done {
		b.log.Warn("what git did to the history cannot run; the desktop stays as it is", "commit", head[:8], "reason", firstLines(r.Reason, 2),
			"hint", fmt.Sprintf("undo it with git -C %s, or say: undo", b.paths.tissue()))
	}
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

// firstLines are the first lines of a text, in one.
func firstLines(text string, n int) string {
	lines := strings.Split(strings.ReplaceAll(text, "\t", "    "), "\n")
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
	known := c != nil && (string(c.source) == saved || c.unfit == saved) || b.strangers[id]
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
		c.note, c.unfit = "main.go was deleted; this runs on", missing
		b.touch()
		b.mu.Unlock()
		b.log.Warn("a file was deleted; what ran runs on", "file", genome.SourcePath(id),
			"hint", fmt.Sprintf("git -C %s checkout %s brings it back, cell kill %s removes the cell", b.paths.tissue(), genome.SourcePath(id), id))
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, handTime)
	defer cancel()
	r := b.engine.Hand(ctx, id, source)
	b.mu.Lock()
	defer b.mu.Unlock()
	c.note, c.unfit = "", ""
	if r.Status != act.Done {
		lines := strings.Split(strings.ReplaceAll(r.Reason, "\t", "    "), "\n")
		c.note, c.unfit = lines[min(1, len(lines)-1)], saved // the first line says that it may not run, the second why
		for _, line := range lines {
			b.sup.Logf(string(id), "%s", line)
		}
		b.log.Warn("a saved file was refused; what ran runs on", "file", genome.SourcePath(id), "reason", firstLines(r.Reason, 2), "hint", "cell logs "+string(id))
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
