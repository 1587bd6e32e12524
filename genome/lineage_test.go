package genome

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// plain is a lineage as anybody would write it.
type plain []record

func (p plain) undone() []bool {
	out := make([]bool, len(p))
	for i, r := range p {
		if r.Of > 0 && r.Of <= i && (r.Kind == KindUndo || r.Kind == KindRedo) {
			out[r.Of-1] = r.Kind == KindUndo
		}
	}
	return out
}

func (p plain) named() (out []naming) {
	for i, r := range p {
		if r.Kind == KindName && r.Sentence == NameSentence("work") {
			out = append(out, naming{"work", i})
		}
	}
	return out
}

func made(i int, rnd *rand.Rand) record {
	var r record
	binary.BigEndian.PutUint64(r.commit[:], uint64(i+1))
	binary.BigEndian.PutUint64(r.tree[:], rnd.Uint64())
	r.N, r.Hash, r.Status = i+1, r.commit.String(), "done"
	r.Kind = []string{KindEvolve, KindUndo, KindRedo, KindHand, KindName, "of another program"}[rnd.IntN(6)]
	r.Of = rnd.IntN(i + 2)
	r.Sentence = []string{"", "make it red", fmt.Sprint("größer ", i), NameSentence("work")}[rnd.IntN(4)]
	r.Time = time.Unix(rnd.Int64N(4e9)-1e9, 0).In(time.FixedZone("", (rnd.IntN(27)-13)*3600+rnd.IntN(2)*1800))
	return r
}

func same(t *testing.T, l *lineage, p plain) {
	t.Helper()
	if l.len() != len(p) {
		t.Fatalf("it has %d changes, want %d", l.len(), len(p))
	}
	if !slices.Equal(l.named, p.named()) {
		t.Fatalf("it is named at %v, want %v", l.named, p.named())
	}
	undone := p.undone()
	for _, i := range rand.Perm(len(p)) {
		got, want := l.get(i), p[i]
		if !got.Time.Equal(want.Time) || got.Time.String() != want.Time.String() {
			t.Fatalf("change %d is of %v, want %v", i+1, got.Time, want.Time)
		}
		got.Time, want.Time = time.Time{}, time.Time{}
		if got.N != want.N || got.Hash != want.Hash || got.Kind != want.Kind || got.Of != want.Of || got.Sentence != want.Sentence ||
			got.Status != want.Status || got.commit != want.commit || got.tree != want.tree {
			t.Fatalf("change %d is %+v, want %+v", i+1, got, want)
		}
		if l.isUndone(i) != undone[i] {
			t.Fatalf("change %d: undone %v, want %v", i+1, l.isUndone(i), undone[i])
		}
	}
}

// TestLineageIsAPlainList adds changes and cuts them off, with a file for the older ones and without.
func TestLineageIsAPlainList(t *testing.T) {
	for name, a := range map[string]*aside{"in a file": {dir: t.TempDir()}, "in memory": nil, "where no file can be": {dir: "/proc/none"}} {
		t.Run(name, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(1, 2))
			l, p := &lineage{aside: a}, plain{}
			for range 12 {
				for range rnd.IntN(3 * pageSize) {
					p = append(p, made(len(p), rnd))
					l.add(p[len(p)-1])
				}
				same(t, l, p)
				n := rnd.IntN(len(p) + 1)
				cut := l.cut(n)
				same(t, cut, p[:n])
				if rnd.IntN(2) == 0 {
					other := made(n, rnd)
					cut.add(other)
					same(t, cut, append(slices.Clone(p[:n]), other))
					same(t, l, p) // it is not changed by what was cut off it
					continue
				}
				l, p = cut, p[:n:n]
			}
			if i := rnd.IntN(len(p)); l.find(p[i].commit) != i || l.find(plumbing.Hash{19: 1}) != -1 {
				t.Errorf("change %d is found at %d", i, l.find(p[i].commit))
			}
			if a != nil && a.dir != "/proc/none" {
				for _, pg := range l.pages {
					if pg.held != nil {
						t.Error("a page stayed in memory")
					}
				}
				if left, _ := filepath.Glob(filepath.Join(a.dir, "*")); len(left) > 0 {
					t.Errorf("the file has a name: %v", left)
				}
				if err := a.close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// TestLineageWithoutItsFile looks at changes that the disk does not give back: they are nobody's, and no others.
func TestLineageWithoutItsFile(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	l := &lineage{aside: &aside{dir: t.TempDir()}}
	for i := range pageSize + 1 {
		l.add(made(i, rnd))
	}
	if err := os.Truncate(fmt.Sprintf("/proc/self/fd/%d", l.aside.file.Fd()), 100); err != nil {
		t.Fatal(err)
	}
	if r := l.get(7); r.N != 8 || !r.commit.IsZero() || r.Kind != "" {
		t.Errorf("%+v", r)
	}
	if r := l.newest(); r.N != pageSize+1 || r.commit.IsZero() {
		t.Errorf("%+v", r)
	}
	if err := l.aside.close(); err != nil {
		t.Error(err)
	}
}

func FuzzReadRecord(f *testing.F) {
	f.Add(appendRecord(nil, made(3, rand.New(rand.NewPCG(5, 6)))))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		r, rest, err := readRecord(data)
		if err != nil {
			return
		}
		again, none, err := readRecord(appendRecord(nil, r))
		if err != nil || len(none) > 0 || again.commit != r.commit || again.Sentence != r.Sentence || again.Of != r.Of || !again.Time.Equal(r.Time) {
			t.Errorf("%+v is read back as %+v, %v", r, again, err)
		}
		if len(rest) >= len(data) {
			t.Error("nothing was read")
		}
	})
}
