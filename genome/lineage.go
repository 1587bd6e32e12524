package genome

import (
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// record is one commit as the store remembers it; receipts stay in the commits.
type record struct {
	Entry
	commit, tree plumbing.Hash
}

// pageSize is how many changes are put aside together.
const pageSize = 256

// lineage lists the changes along first parents, oldest first. Only the newest are in memory: before them, whole pages of
// them are put aside in a file, and of those the one looked at last is kept. What grows with the history is a bit for each
// change, a few bytes for each page, and the names given to desktops. It belongs to one goroutine at a time; copies made by cut go their own way.
type lineage struct {
	aside  *aside
	pages  []page   // the older ones, pageSize each
	tail   []record // the newest, fewer than pageSize
	undone []uint64 // bit i: the change at index i is taken back now
	named  []naming // in their order: a sentence that is typed is read with the names, at each key
	at     int      // which page is in recent
	recent []record // nil: none
}

// page is pageSize changes: where they were put, or themselves where they could not be.
type page struct {
	from int64
	size int
	held []record
}

func (l *lineage) len() int { return len(l.pages)*pageSize + len(l.tail) }

// add appends a change and gives it its number.
func (l *lineage) add(r record) {
	r.N = l.len() + 1
	l.mark(r)
	if l.tail = append(l.tail, r); len(l.tail) == pageSize {
		l.pages = append(l.pages, l.aside.put(l.tail))
		l.tail = nil
	}
}

// mark notes what a change takes back or does again, and what it calls the desktop.
func (l *lineage) mark(r record) {
	if (r.N-1)%64 == 0 {
		l.undone = append(l.undone, 0)
	}
	if name, ok := strings.CutPrefix(r.Sentence, calls); ok && r.Kind == KindName {
		l.named = append(l.named, naming{name, r.N - 1})
	}
	if r.Of < 1 || r.Of >= r.N {
		return
	}
	switch i := r.Of - 1; r.Kind {
	case KindUndo:
		l.undone[i/64] |= 1 << (i % 64)
	case KindRedo:
		l.undone[i/64] &^= 1 << (i % 64)
	}
}

// get is the change at an index. Of one that the disk does not give back only the number is known: its commit is nobody's, so
// whoever follows it hears of that.
func (l *lineage) get(i int) record {
	n := i / pageSize
	if n == len(l.pages) {
		return l.tail[i%pageSize]
	}
	if held := l.pages[n].held; held != nil {
		return held[i%pageSize]
	}
	if l.recent == nil || l.at != n {
		l.at, l.recent = n, l.aside.get(l.pages[n])
		for k := range l.recent {
			l.recent[k].N = n*pageSize + k + 1
		}
	}
	return l.recent[i%pageSize]
}

// newest is the last change; the zero record when there is none.
func (l *lineage) newest() record {
	if l.len() == 0 {
		return record{}
	}
	return l.get(l.len() - 1)
}

// isUndone says whether the change at an index is taken back now.
func (l *lineage) isUndone(i int) bool { return l.undone[i/64]>>(i%64)&1 == 1 }

// find is the index of a commit, the newest first; -1 when it is not there.
func (l *lineage) find(commit plumbing.Hash) int {
	for i := l.len() - 1; i >= 0; i-- {
		if l.get(i).commit == commit {
			return i
		}
	}
	return -1
}

// cut is the lineage as it was when it had n changes.
func (l *lineage) cut(n int) *lineage {
	out := &lineage{aside: l.aside, pages: slices.Clone(l.pages[:n/pageSize])}
	whole := len(out.pages) * pageSize
	for i := range n {
		if r := l.get(i); i < whole {
			out.mark(r)
		} else {
			out.add(r)
		}
	}
	return out
}
