package body

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"cellshell/genome"
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
	dirty := map[string]bool{} // paths
	for _, e := range edits {
		dirty[e.Path] = true
		id, name, ok := genome.CellOf(e.Path)
		switch {
		case e.Path == documentFile:
			b.takeDocument(e.Content)
		case ok && name == "main.go":
			b.takeSource(id, e.Content)
		case ok && name == "genome.toml" && e.Content != nil:
			b.takeManifest(id, e.Content)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for id, c := range b.cells {
		for path, bad := range map[string]*refused{genome.SourcePath(id): &c.main, genome.ManifestPath(id): &c.genome} {
			if *bad != (refused{}) && !dirty[path] { // somebody has mended it, or given it up
				*bad = refused{}
				b.touch()
			}
		}
	}
}
