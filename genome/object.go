package genome

import (
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/filesystem"

	"github.com/go-git/go-billy/v5"
	"github.com/go-git/go-billy/v5/osfs"
)

// objects reads git objects with go-git, loose or packed, and writes loose ones itself: durable, and each in one step.
type objects struct {
	*filesystem.Storage
	git   string // the .git folder
	fresh int    // written since they were last packed; at first, as if many were
}

func openObjects(git string) *objects {
	few := filesystem.Options{MaxOpenDescriptors: 2} // a pack is not opened for each object
	return &objects{filesystem.NewStorageWithOptions(wholePacks{osfs.New(git)}, cache.NewObjectLRU(16*cache.MiByte), few), git, tidyAt}
}

// wholePacks is a .git folder without those packs that have no index: another program is about to name it, or was killed
// before it could. Git looks away from them too.
type wholePacks struct{ billy.Filesystem }

func (f wholePacks) ReadDir(path string) ([]os.FileInfo, error) {
	all, err := f.Filesystem.ReadDir(path)
	names := map[string]bool{}
	for _, e := range all {
		names[e.Name()] = true
	}
	return slices.DeleteFunc(all, func(e os.FileInfo) bool {
		name, is := strings.CutSuffix(e.Name(), ".pack")
		return is && !names[name+".idx"]
	}), err
}

// EncodedObject reads an object. When it is not where it was, another program has packed it (git gc), perhaps again while
// its new place is looked up.
func (o *objects) EncodedObject(kind plumbing.ObjectType, h plumbing.Hash) (plumbing.EncodedObject, error) {
	obj, err := o.Storage.EncodedObject(kind, h)
	for try := 0; try < 4 && err != nil; try++ {
		o.Reindex()
		obj, err = o.Storage.EncodedObject(kind, h)
	}
	return obj, err
}

// batch collects the objects of one commit.
type batch struct {
	o     *objects
	order []plumbing.Hash
	data  map[plumbing.Hash][]byte // header and content
}

func (o *objects) batch() *batch { return &batch{o: o, data: map[plumbing.Hash][]byte{}} }

// add names an object; the same content twice is one object.
func (b *batch) add(kind plumbing.ObjectType, content []byte) plumbing.Hash {
	full := append(fmt.Appendf(nil, "%s %d\x00", kind, len(content)), content...)
	h := plumbing.Hash(sha1.Sum(full))
	if _, ok := b.data[h]; !ok {
		b.order = append(b.order, h)
		b.data[h] = full
	}
	return h
}

// writers keeps a compressor from one change to the next: its tables are 800 kB, a third of what a change needs in all. When
// none comes for a while, the collector has it.
var writers = sync.Pool{New: func() any { return zlib.NewWriter(io.Discard) }}

// stage adds the objects that are not there yet to a wave. The returned function names them, once the wave is flushed. One
// that is in a pack only is written again: to know it there takes the indexes of all packs in memory, which grow with the
// history, and a change has few such objects, once after each packing.
func (b *batch) stage(w *wave) (name func() error, err error) {
	type file struct{ temp, path string }
	var files []file
	var todo [][]byte
	for _, h := range b.order {
		path := b.o.loose(h)
		if st, err := os.Stat(path); err == nil && st.Size() > 0 {
			continue
		}
		files = append(files, file{filepath.Join(b.o.git, "tmp", "obj-"+h.String()), path})
		todo = append(todo, b.data[h])
	}
	zw := writers.Get().(*zlib.Writer)
	defer writers.Put(zw)
	for i, f := range files {
		var z bytes.Buffer
		zw.Reset(&z)
		_, err := zw.Write(todo[i])
		if err = errors.Join(err, zw.Close()); err != nil {
			return nil, err
		}
		os.Remove(f.temp)
		w.add(f.temp, z.Bytes(), 0o444)
	}
	return func() error {
		for _, f := range files {
			if err := rename(f.temp, f.path); err != nil {
				return err
			}
			b.o.fresh++
		}
		return nil
	}, nil
}

func (o *objects) loose(h plumbing.Hash) string {
	s := h.String()
	return filepath.Join(o.git, "objects", s[:2], s[2:])
}

// blob reads a file's content.
func (o *objects) blob(h plumbing.Hash) ([]byte, error) {
	obj, err := o.EncodedObject(plumbing.BlobObject, h)
	if err != nil {
		return nil, fmt.Errorf("genome: file %s: %w", h, err)
	}
	r, err := obj.Reader()
	if err != nil {
		return nil, fmt.Errorf("genome: file %s: %w", h, err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("genome: file %s: %w", h, err)
	}
	return data, nil
}

func (o *objects) commit(h plumbing.Hash) (*object.Commit, error) {
	c, err := object.GetCommit(o, h)
	if err != nil {
		return nil, fmt.Errorf("genome: commit %s: %w", h, err)
	}
	return c, nil
}

// allLoose lists the loose objects.
func (o *objects) allLoose() (out []plumbing.Hash) {
	paths, _ := filepath.Glob(filepath.Join(o.git, "objects", "??", "*"))
	for _, p := range paths {
		if s := filepath.Base(filepath.Dir(p)) + filepath.Base(p); plumbing.IsHash(s) {
			out = append(out, plumbing.NewHash(s))
		}
	}
	return out
}

// dropEmpty removes loose objects without content, which a power cut can leave, so that they can be written anew.
func (o *objects) dropEmpty() {
	for _, h := range o.allLoose() {
		if st, err := os.Stat(o.loose(h)); err == nil && st.Size() == 0 {
			os.Remove(o.loose(h))
		}
	}
}
