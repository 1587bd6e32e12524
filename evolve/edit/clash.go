package edit

import "strings"

// Clash is a declaration that both sides of a merge changed, each otherwise: as it is in ours, and as it is when theirs is
// taken of what conflicts; "" for none.
type Clash struct{ Name, Ours, Theirs string }

// Clashes names what [MergeSources] cannot merge, in the order of ours; nil when that is not a matter of declarations: a
// side does not parse.
func Clashes(base, ours, theirs []byte) (out []Clash) {
	var err error
	defer guard(&err)
	var sides [3]*file
	var pieces [3]map[string]piece
	for i, src := range [][]byte{base, ours, theirs} {
		if sides[i], err = open(src); err != nil {
			return nil
		}
		if pieces[i], err = sides[i].pieces(); err != nil {
			return nil
		}
	}
	seen := map[string]bool{}
	for _, f := range []*file{sides[1], sides[2]} {
		for _, d := range f.tree.Decls {
			key := declKey(d)
			if _, _, err := mergePiece(Neither, pieces[0], pieces[1], pieces[2], key); seen[key] || err == nil {
				continue
			}
			seen[key] = true
			c := Clash{Name: key, Ours: pieces[1][key].text}
			if back, keep, err := mergePiece(Theirs, pieces[0], pieces[1], pieces[2], key); err == nil && keep {
				if c.Theirs, err = printDecl(back); err != nil {
					return nil
				}
			}
			out = append(out, c)
		}
	}
	return out
}

// Row is a line of two texts side by side; a line that one of them lacks is "".
type Row struct {
	Left, Right string
	Same        bool
}

// Beside sets two texts side by side: what differs, with a line before and after it. Where lines that are the same were left
// out in between, both sides are "…".
func Beside(left, right string) []Row {
	a, b := strings.Split(strings.TrimRight(left, "\n"), "\n"), strings.Split(strings.TrimRight(right, "\n"), "\n")
	hunks, ok := diff(a, b)
	if !ok { // too long to compare
		hunks = []hunk{{0, len(a), b}}
	}
	var out []Row
	same := func(lines ...string) {
		for _, l := range lines {
			out = append(out, Row{l, l, true})
		}
	}
	at := 0 // in a, not shown yet
	for i, h := range hunks {
		between := a[at:h.from]
		switch n := len(between); {
		case i == 0:
			same(between[max(0, n-1):]...)
		case n <= 3:
			same(between...)
		default:
			same(between[0], "…", between[n-1])
		}
		for k := range max(h.to-h.from, len(h.with)) {
			var r Row
			if h.from+k < h.to {
				r.Left = a[h.from+k]
			}
			if k < len(h.with) {
				r.Right = h.with[k]
			}
			out = append(out, r)
		}
		at = h.to
	}
	if at < len(a) {
		same(a[at])
	}
	return out
}
