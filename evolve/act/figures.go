package act

import (
	"fmt"
	"strconv"
	"strings"
)

// went is a move by so many pixels as it came out: what stands at the edge goes no further.
func (a Act) went(checks []Check) Act {
	if a.Intent != Move || a.Target.Node != "" || a.Args.DX == 0 && a.Args.DY == 0 {
		return a
	}
	for _, c := range checks {
		if c.What != "place" {
			continue
		}
		x, y, ok := pair(c.Before, ",")
		if nx, ny, there := pair(c.After, ","); ok && there && (nx != x || ny != y) {
			a.Args.DX, a.Args.DY = nx-x, ny-y
		}
		break
	}
	return a
}

// beside tells an exchange within a row by who now stands before whom, "" of any other.
func (a Act) beside(checks []Check, names Names) string {
	if a.Intent != Swap || names.like(a.Args) == "" {
		return ""
	}
	for _, c := range checks {
		was, of, ok := pair(c.Before, " of ")
		is, in, there := pair(c.After, " of ")
		if c.What != "place among its neighbours" || !ok || !there || of != in || was == is {
			continue
		}
		return fmt.Sprintf("%s is now %s %s", names.of(a.Target), map[bool]string{true: "before", false: "after"}[is < was], names.like(a.Args))
	}
	return ""
}

// pair reads two numbers with a word between them.
func pair(s, between string) (a, b float64, ok bool) {
	l, r, _ := strings.Cut(s, between)
	a, errA := strconv.ParseFloat(l, 64)
	b, errB := strconv.ParseFloat(r, 64)
	return a, b, errA == nil && errB == nil
}
