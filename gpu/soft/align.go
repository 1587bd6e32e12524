package soft

import "cellshell/gpu/paint"

// maxAligned bounds the work of finding what two scenes have in common: pairs of units.
const maxAligned = 1 << 14

// unit is a stretch of operations that leaves clips and layers as it found them: one operation, or all from a push to its
// pop. What is equal in two scenes, unit by unit and in the same order, is drawn equally in both, whatever stands between.
type unit struct{ a, b int }

// units splits operations; it is false when they do not leave clips and layers as they found them.
func units(out []unit, ops []paint.Op) ([]unit, bool) {
	var open []bool // of each push: it was a layer
	at := 0
	for i := range ops {
		switch ops[i].(type) {
		case paint.PushClip:
			open = append(open, false)
		case paint.PushLayer:
			open = append(open, true)
		case paint.PopClip, paint.PopLayer:
			_, layer := ops[i].(paint.PopLayer)
			if n := len(open); n == 0 || open[n-1] != layer {
				return out, false
			}
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			out = append(out, unit{at, i + 1})
			at = i + 1
		}
	}
	return out, len(open) == 0
}

// align marks the operations of two scenes that are in units which both have, in the same order (a longest common
// subsequence), and between those the ones that units of the same clips and layers have in the same place. It is false when
// that cannot be told.
func (d *Differ) align(old, ops []paint.Op) bool {
	var ok1, ok2 bool
	d.units1, ok1 = units(d.units1[:0], old)
	d.units2, ok2 = units(d.units2[:0], ops)
	n, m := len(d.units1), len(d.units2)
	if !ok1 || !ok2 || (n+1)*(m+1) > maxAligned {
		return false
	}
	size := (n + 1) * (m + 1)
	if cap(d.common) < size {
		d.common = make([]uint16, size)
	}
	c := d.common[:size]
	clear(c)
	equal := func(i, j int) bool {
		u, v := d.units1[i], d.units2[j]
		if u.b-u.a != v.b-v.a {
			return false
		}
		for k := range u.b - u.a {
			if !d.same(old[u.a+k], ops[v.a+k]) {
				return false
			}
		}
		return true
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if equal(i, j) {
				c[i*(m+1)+j] = c[(i+1)*(m+1)+j+1] + 1
			} else {
				c[i*(m+1)+j] = max(c[(i+1)*(m+1)+j], c[i*(m+1)+j+1])
			}
		}
	}
	d.kept1, d.kept2 = flags(d.kept1, len(old)), flags(d.kept2, len(ops))
	i, j, i0, j0 := 0, 0, 0, 0 // from i0 and j0 on nothing is marked
	for i < n && j < m {
		switch here := c[i*(m+1)+j]; {
		case here == c[(i+1)*(m+1)+j]:
			i++
		case here == c[i*(m+1)+j+1]:
			j++
		default:
			for k := d.units1[i].a; k < d.units1[i].b; k++ {
				d.kept1[k] = true
			}
			for k := d.units2[j].a; k < d.units2[j].b; k++ {
				d.kept2[k] = true
			}
			d.pair(old, ops, d.units1[i0:i], d.units2[j0:j])
			i, j = i+1, j+1
			i0, j0 = i, j
		}
	}
	d.pair(old, ops, d.units1[i0:], d.units2[j0:])
	return true
}

// pair marks what units that differ have in common: a cell in which one thing has another colour is clipped as before, and
// all else in it is drawn as before.
func (d *Differ) pair(old, ops []paint.Op, us, vs []unit) {
	for _, u := range us {
		for k, v := range vs {
			if u.b-u.a < 2 || u.b-u.a != v.b-v.a || !d.sameScopes(old[u.a:u.b], ops[v.a:v.b]) {
				continue
			}
			for i := range u.b - u.a {
				same := d.same(old[u.a+i], ops[v.a+i])
				d.kept1[u.a+i], d.kept2[v.a+i] = same, same
			}
			vs = vs[k+1:]
			break
		}
	}
}

// sameScopes reports whether two stretches of operations open and close the same clips and layers at the same places.
func (d *Differ) sameScopes(a, b []paint.Op) bool {
	for i := range a {
		if (scoped(a[i]) || scoped(b[i])) && !d.same(a[i], b[i]) {
			return false
		}
	}
	return true
}

// flags makes n flags that are not set.
func flags(f []bool, n int) []bool {
	if cap(f) < n {
		f = make([]bool, n)
	}
	f = f[:n]
	clear(f)
	return f
}
