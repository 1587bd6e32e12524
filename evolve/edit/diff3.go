package edit

import (
	"go/ast"
	"go/parser"
	"strings"
)

// hunk says that a[from:to] was replaced by with.
type hunk struct {
	from, to int
	with     []string
}

// mergeTokens merges two changes of base, cut into tokens. Changes that touch the same tokens, or insert different
// things at one place, do not merge, unless one side is to be taken; changes side by side do.
func mergeTokens(side Side, base, ours, theirs string) (string, bool) {
	a := lexemes(base)
	x, okX := diff(a, lexemes(ours))
	y, okY := diff(a, lexemes(theirs))
	if !okX || !okY {
		return "", false
	}
	var out strings.Builder
	at := 0
	emit := func(h hunk) {
		out.WriteString(strings.Join(a[at:h.from], ""))
		out.WriteString(strings.Join(h.with, ""))
		at = h.to
	}
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || (len(x) > 0 && before(x[0], y[0])):
			emit(x[0])
			x = x[1:]
		case len(x) == 0 || before(y[0], x[0]):
			emit(y[0])
			y = y[1:]
		case x[0].equal(y[0]):
			emit(x[0])
			x, y = x[1:], y[1:]
		default:
			if both, ok := chained(a, x[0], y[0]); ok && both.from >= at {
				emit(both)
				x, y = x[1:], y[1:]
				continue
			}
			if side == Neither {
				return "", false
			}
			i, j := tangled(x, y)
			for _, h := range map[Side][]hunk{Ours: x[:i], Theirs: y[:j]}[side] {
				emit(h)
			}
			x, y = x[i:], y[j:]
		}
	}
	out.WriteString(strings.Join(a[at:], ""))
	return out.String(), true
}

// tangled counts the first hunks of both sides that touch one another.
func tangled(x, y []hunk) (i, j int) {
	i, j = 1, 1
	for end := max(x[0].to, y[0].to); ; {
		switch {
		case i < len(x) && x[i].from < end:
			end = max(end, x[i].to)
			i++
		case j < len(y) && y[j].from < end:
			end = max(end, y[j].to)
			j++
		default:
			return i, j
		}
	}
}

// before reports whether p lies wholly before q. An insertion at the edge of the other's deletion does; two insertions at
// one place have no order.
func before(p, q hunk) bool {
	if p.to < q.from {
		return true
	}
	return p.to == q.from && (p.from < p.to || q.from < q.to)
}

func (h hunk) equal(o hunk) bool {
	return h.from == o.from && h.to == o.to && strings.Join(h.with, "\x00") == strings.Join(o.with, "\x00")
}

const maxDiff = 4000 * 4000 // cells of the table; declarations are small

// diff finds the hunks that turn a into b, comparing tokens without the white space before them. Each hunk is moved as
// far to the front as it goes, so that the same change has one form.
func diff(a, b []string) ([]hunk, bool) {
	head := 0
	for head < len(a) && head < len(b) && same(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && same(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	m, n := len(a)-head-tail, len(b)-head-tail
	if m*n > maxDiff {
		return nil, false
	}
	// longest[i][j]: length of the common subsequence of a[head+i:] and b[head+j:]
	longest := make([][]int32, m+1)
	for i := range longest {
		longest[i] = make([]int32, n+1)
	}
	for i := m - 1; i >= 0; i-- {
		for j := n - 1; j >= 0; j-- {
			if same(a[head+i], b[head+j]) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var hunks []hunk
	for i, j := 0, 0; i < m || j < n; {
		if i < m && j < n && same(a[head+i], b[head+j]) {
			i, j = i+1, j+1
			continue
		}
		h := hunk{from: head + i}
		start := j
		for (i < m || j < n) && !(i < m && j < n && same(a[head+i], b[head+j])) {
			if j >= n || (i < m && longest[i+1][j] >= longest[i][j+1]) {
				i++
			} else {
				j++
			}
		}
		h.to, h.with = head+i, b[head+start:head+j]
		hunks = append(hunks, h)
	}
	for k := range hunks {
		floor := 0
		if k > 0 {
			floor = hunks[k-1].to
		}
		hunks[k] = slide(a, hunks[k], floor)
	}
	return hunks, true
}

// slide moves a pure insertion or deletion to the front while the text stays the same.
func slide(a []string, h hunk, floor int) hunk {
	with := append([]string(nil), h.with...)
	for h.from > floor {
		prev := a[h.from-1]
		switch {
		case h.from == h.to && len(with) > 0 && same(with[len(with)-1], prev):
			with = append([]string{prev}, with[:len(with)-1]...)
		case h.from < h.to && len(with) == 0 && same(a[h.to-1], prev):
		default:
			h.with = with
			return h
		}
		h.from, h.to = h.from-1, h.to-1
	}
	h.with = with
	return h
}

func same(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// chained joins two insertions at one place when both chain other methods onto the same call: .Scale(2) and .Bold().
func chained(a []string, p, q hunk) (hunk, bool) {
	p, okP := atDot(a, p)
	q, okQ := atDot(a, q)
	if !okP || !okQ || p.from != q.from {
		return hunk{}, false
	}
	first, okP := methods(p.with)
	second, okQ := methods(q.with)
	if !okP || !okQ {
		return hunk{}, false
	}
	for name := range second {
		if first[name] {
			return hunk{}, false
		}
	}
	p.with = append(append([]string{}, p.with...), q.with...)
	return p, true
}

// atDot moves an insertion back until it begins with the dot of a method call.
func atDot(a []string, h hunk) (hunk, bool) {
	if h.from != h.to || len(h.with) == 0 {
		return h, false
	}
	with := append([]string(nil), h.with...)
	for strings.TrimSpace(with[0]) != "." {
		if h.from >= len(a) || !same(a[h.from], with[0]) || h.from > h.to+len(with) {
			return h, false
		}
		with = append(with[1:], a[h.from])
		h.from++
	}
	h.to, h.with = h.from, with
	return h, true
}

// methods names the methods that ".A(…).B(…)" calls.
func methods(with []string) (map[string]bool, bool) {
	e, err := parser.ParseExpr("x" + strings.Join(with, ""))
	if err != nil {
		return nil, false
	}
	names := map[string]bool{}
	for {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			break
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return nil, false
		}
		names[sel.Sel.Name], e = true, sel.X
	}
	id, ok := e.(*ast.Ident)
	return names, ok && id.Name == "x" && len(names) > 0
}
