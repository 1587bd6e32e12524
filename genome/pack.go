package genome

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/idxfile"
	"github.com/go-git/go-git/v5/plumbing/format/objfile"
	"github.com/go-git/go-git/v5/plumbing/format/packfile"
	"github.com/go-git/go-git/v5/storage/memory"
)

const (
	packBytes  = 1 << 20 // of content in one pack: about a hundred changes, and what packing holds in memory
	packWindow = 10      // objects that each is compared with, as git does
)

// pack is a part of the history in one file, for which a change alone needs about four.
type pack struct {
	name      plumbing.Hash
	data, idx []byte
	holds     []plumbing.Hash
}

// gather puts loose objects into a pack in memory, until it is full, and returns those that it did not come to. What
// cannot be read stays loose: another program took it, or it is damaged and git fsck shall say so.
func gather(o *objects, loose []plumbing.Hash) (p *pack, rest []plumbing.Hash, err error) {
	p = &pack{}
	all := memory.NewStorage()
	size, through := 0, make([]byte, 32<<10)
	for rest = loose; len(rest) > 0 && size < packBytes; rest = rest[1:] {
		obj, err := readLoose(o.loose(rest[0]), rest[0], through)
		if err != nil {
			continue
		}
		if _, err := all.SetEncodedObject(obj); err != nil {
			return nil, rest, fmt.Errorf("genome: object %s: %w", rest[0], err)
		}
		p.holds = append(p.holds, rest[0])
		size += int(obj.Size())
	}
	if len(p.holds) == 0 {
		return nil, rest, nil
	}
	var b bytes.Buffer
	if p.name, err = packfile.NewEncoder(&b, all, false).Encode(p.holds, packWindow); err != nil {
		return nil, rest, fmt.Errorf("genome: pack: %w", err)
	}
	p.data = b.Bytes()
	return p, rest, p.index()
}

// index reads the pack as a stranger would, which is also the proof that it holds what it should.
func (p *pack) index() error {
	var w idxfile.Writer
	parser, err := packfile.NewParser(packfile.NewScanner(bytes.NewReader(p.data)), &w)
	if err != nil {
		return fmt.Errorf("genome: pack %s: %w", p.name, err)
	}
	if sum, err := parser.Parse(); err != nil || sum != p.name {
		return fmt.Errorf("genome: pack %s: read back as %s: %w", p.name, sum, err)
	}
	idx, err := w.Index()
	if err != nil {
		return fmt.Errorf("genome: pack %s: %w", p.name, err)
	}
	for _, h := range p.holds {
		if ok, err := idx.Contains(h); !ok || err != nil {
			return errors.Join(fmt.Errorf("genome: pack %s: %s is not in it", p.name, h), err)
		}
	}
	return p.encode(idx)
}

func (p *pack) encode(idx *idxfile.MemoryIndex) error {
	var b bytes.Buffer
	if _, err := idxfile.NewEncoder(&b).Encode(idx); err != nil {
		return fmt.Errorf("genome: pack %s: %w", p.name, err)
	}
	p.idx = b.Bytes()
	return nil
}

// install writes the pack through to the device and gives it its place; git knows it from the moment the index has its. What
// it holds may be in a file already.
func (p *pack) install(git, data string) error {
	dir, name := filepath.Join(git, "objects", "pack"), "pack-"+p.name.String()
	idx := filepath.Join(git, "tmp", name+".idx")
	var w wave
	os.Remove(idx)
	w.add(idx, p.idx, 0o444)
	if data == "" {
		data = filepath.Join(git, "tmp", name+".pack")
		os.Remove(data)
		w.add(data, p.data, 0o444)
	}
	if err := w.flush(); err != nil {
		return err
	}
	err := rename(data, filepath.Join(dir, name+".pack"))
	if err == nil {
		err = rename(idx, filepath.Join(dir, name+".idx"))
	}
	if err == nil {
		err = syncDir(dir) // before what it replaces goes
	}
	if err != nil {
		os.Remove(data)
		os.Remove(idx)
	}
	return err
}

// readLoose reads a loose object through a buffer and checks that it is the one its name says.
func readLoose(path string, h plumbing.Hash, through []byte) (plumbing.EncodedObject, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := objfile.NewReader(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	kind, size, err := r.Header()
	if err != nil {
		return nil, err
	}
	if size > packBytes {
		return nil, fmt.Errorf("%s has %d bytes, at most %d", h, size, packBytes) // somebody's own: git gc packs it
	}
	obj := &plumbing.MemoryObject{}
	obj.SetType(kind)
	if _, err := io.CopyBuffer(obj, r, through); err != nil {
		return nil, err
	}
	if obj.Hash() != h {
		return nil, fmt.Errorf("%s holds %s", h, obj.Hash())
	}
	return obj, nil
}
