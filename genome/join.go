package genome

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/idxfile"
)

// joinAt is how many packs of one size, by the digits of how many objects they hold, become one.
var joinAt = 10

// joinMax is how many objects a pack that is joined may hold: the indexes of all are held in memory.
const joinMax = 20_000

// Of a packfile's layout: what stands before and after its objects.
const (
	packHead = 12
	packFoot = sha1.Size
)

// headOf is the head of a pack of so many objects.
func headOf(count uint32) []byte {
	return binary.BigEndian.AppendUint32([]byte("PACK\x00\x00\x00\x02"), count)
}

// indexed is a pack on the disk.
type indexed struct {
	name  plumbing.Hash
	idx   *idxfile.MemoryIndex
	count int64
}

func (p indexed) path(git, ext string) string {
	return filepath.Join(git, "objects", "pack", "pack-"+p.name.String()+ext)
}

// joinPacks joins packs where there are many.
func (o *objects) joinPacks() error {
	packs, err := o.packs()
	if err != nil {
		return err
	}
	some := joinable(o.git, packs)
	if some == nil {
		return nil
	}
	if ok, err := join(o.git, some); !ok || err != nil {
		return err
	}
	return drop(o.git, some)
}

// joinable picks packs that are worth joining; none when there are too few. Packs that git has more files of, such as
// those of git gc and those to keep, are left to it.
func joinable(git string, packs []indexed) []indexed {
	sizes := map[int][]indexed{}
	for _, p := range packs {
		all, err := filepath.Glob(p.path(git, ".*"))
		if digits := len(strconv.FormatInt(p.count, 10)); err == nil && len(all) == 2 && p.count <= joinMax {
			sizes[digits] = append(sizes[digits], p)
		}
	}
	for _, of := range sizes {
		if len(of) >= joinAt {
			return of[:joinAt]
		}
	}
	return nil
}

// join writes packs as one: their objects one after the other as they stand, for within a pack deltas say how far back their
// base is. It returns false without an error when that cannot be, for two hold the same object.
func join(git string, packs []indexed) (ok bool, err error) {
	var w idxfile.Writer
	count := uint32(0)
	for _, p := range packs {
		count += uint32(p.count)
	}
	if err := w.OnHeader(count); err != nil {
		return false, err
	}
	temp := filepath.Join(git, "tmp", "join")
	os.Remove(temp)
	step("create " + temp)
	f, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o444)
	if err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	defer os.Remove(temp)
	defer f.Close()
	sum := sha1.New()
	out := io.MultiWriter(f, sum)
	if _, err := out.Write(headOf(count)); err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	seen, at := map[plumbing.Hash]bool{}, int64(packHead)
	for _, p := range packs {
		entries, err := p.idx.Entries()
		if err != nil {
			return false, fmt.Errorf("genome: pack %s: %w", p.name, err)
		}
		for e, err := entries.Next(); !errors.Is(err, io.EOF); e, err = entries.Next() {
			if err != nil || seen[e.Hash] {
				return false, err
			}
			seen[e.Hash] = true
			w.Add(e.Hash, uint64(at-packHead)+e.Offset, e.CRC32)
		}
		step("write to " + temp)
		n, err := copyObjects(out, p.path(git, ".pack"), p)
		if err != nil {
			return false, fmt.Errorf("genome: pack %s: %w", p.name, err)
		}
		at += n
	}
	name := plumbing.Hash(sum.Sum(nil))
	if _, err := f.Write(name[:]); err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	step("sync " + temp)
	if err := f.Sync(); err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	if err := w.OnFooter(name); err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	idx, err := w.Index()
	if err != nil {
		return false, fmt.Errorf("genome: %w", err)
	}
	whole := &pack{name: name}
	if err := whole.encode(idx); err != nil {
		return false, err
	}
	return true, whole.install(git, temp)
}

// copyObjects copies what a pack holds, without its head and foot, and checks it against both.
func copyObjects(to io.Writer, path string, p indexed) (n int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return 0, err
	}
	head, sum := make([]byte, packHead), sha1.New()
	if _, err := io.ReadFull(io.TeeReader(f, sum), head); err != nil {
		return 0, err
	}
	if want := headOf(uint32(p.count)); !bytes.Equal(head, want) {
		return 0, fmt.Errorf("begins with %x, want %x", head, want)
	}
	n = st.Size() - packHead - packFoot
	if _, err := io.CopyN(io.MultiWriter(to, sum), f, n); err != nil {
		return 0, err
	}
	foot, err := io.ReadAll(f)
	if is := sum.Sum(nil); err == nil && (!bytes.Equal(foot, is) || !bytes.Equal(foot, p.name[:])) {
		err = fmt.Errorf("holds %x, ends with %x", is, foot)
	}
	return n, err
}

// drop removes packs whose objects are elsewhere too: the index first, so that nobody looks for what has gone.
func drop(git string, packs []indexed) error {
	var errs []error
	for _, p := range packs {
		errs = append(errs, remove(p.path(git, ".idx")), remove(p.path(git, ".pack")))
	}
	return errors.Join(errs...)
}

// packs reads the indexes of all packs.
func (o *objects) packs() (out []indexed, err error) {
	names, err := o.ObjectPacks()
	for _, h := range names {
		p := indexed{name: h, idx: idxfile.NewMemoryIndex()}
		data, err := os.ReadFile(p.path(o.git, ".idx"))
		if err == nil {
			err = idxfile.NewDecoder(bytes.NewReader(data)).Decode(p.idx)
		}
		if err == nil {
			p.count, err = p.idx.Count()
		}
		if err != nil {
			return nil, fmt.Errorf("genome: pack %s: %w", h, err)
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b indexed) int { return bytes.Compare(a.name[:], b.name[:]) })
	return out, err
}
