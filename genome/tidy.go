package genome

import (
	"errors"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/go-git/go-git/v5/plumbing"
)

// tidyAt is how many loose objects there may be before they are packed. Git itself waits for 6700.
var tidyAt = 1000

// tidier packs in the background.
type tidier struct {
	busy  bool // guarded by the store's mutex
	ended atomic.Bool
	group sync.WaitGroup
}

// tidy has what is loose packed when it has become much. mu is held.
func (s *Store) tidy() {
	if s.objects.fresh < tidyAt || s.tidier.busy || s.tidier.ended.Load() {
		return
	}
	s.tidier.busy, s.objects.fresh = true, 0
	s.tidier.group.Go(func() { // ends with the loose objects that there are, or with the store
		few := s.packLoose()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.tidier.busy = false
		s.objects.fresh += few
		s.tidy() // what came meanwhile
	})
}

// packLoose moves all loose objects into packs, which takes three steps: the packs, which are joined when they are many, then a
// reader that knows them, then the loose ones go. A kill at any point leaves each object in at least one of the two places.
// What fails is tried again when as many objects have come as let this begin; nothing depends on it. It returns how many
// loose objects there are if they are too few to begin.
func (s *Store) packLoose() (few int) {
	o := openObjects(s.git) // of its own, so that nobody waits for what it reads
	loose := o.allLoose()
	if len(loose) < tidyAt {
		return len(loose)
	}
	known, err := o.packs()
	if err != nil {
		return 0
	}
	var packed []plumbing.Hash // some may be already: the last time was interrupted
	loose = slices.DeleteFunc(loose, func(h plumbing.Hash) bool {
		is := slices.ContainsFunc(known, func(p indexed) bool { ok, err := p.idx.Contains(h); return ok && err == nil })
		if is {
			packed = append(packed, h)
		}
		return is
	})
	for len(loose) > 0 && !s.tidier.ended.Load() {
		var p *pack
		if p, loose, err = gather(o, loose); err == nil && p != nil {
			err = p.install(s.git, "")
		}
		if err != nil {
			break
		}
		if p != nil {
			packed = append(packed, p.holds...)
		}
	}
	_ = o.joinPacks() // what cannot be joined stays in several
	if err := o.HasEncodedObject(plumbing.ZeroHash); !errors.Is(err, plumbing.ErrObjectNotFound) {
		return 0 // it could not learn the packs, which it does at the first question
	}
	o.Reindex() // it can, when it is asked for something
	s.mu.Lock()
	old := s.objects.Storage
	s.objects.Storage = o.Storage
	s.mu.Unlock()
	_ = old.Close() // it was only read
	for _, h := range packed {
		if s.tidier.ended.Load() || remove(o.loose(h)) != nil {
			break
		}
	}
	return 0
}

// syncDir writes the names in a folder through to the device.
func syncDir(dir string) error {
	step("sync " + dir)
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
