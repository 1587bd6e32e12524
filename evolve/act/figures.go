package act

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// seenActs are the acts that did something, named as they are told, each with the checks that measure it.
func (r Receipt) seenActs() (acts []Act, checks [][]Check) {
	of := map[int][]Check{}
	for _, c := range r.Checks {
		of[c.Act] = append(of[c.Act], c)
	}
	for i, a := range r.Acts {
		if a.Intent == Move && slices.Contains(r.Still, a.Target.Cell) {
			continue
		}
		if a.Target == (Target{}) && (a.Intent == Spawn && a.Args.Gene == "" || a.Intent == Behaviour && a.Args.Part == "new") {
			a.Target = r.Target // its name was found while it was added
		}
		own := of[i+1]
		if len(r.Acts) == 1 {
			own = r.Checks
		}
		acts, checks = append(acts, a.went(own)), append(checks, own)
	}
	return acts, checks
}

// figure tells what was measured of a deed: what is true of each thing it was done to, or of both of two. "" when there is
// nothing to tell: what is gone is gone, a name is told once, and of two that were exchanged only one was measured.
func figure(d deed, acts []Act, checks [][]Check) string {
	var all []string
	for _, i := range d.acts {
		switch acts[i].Intent {
		case Remove, Rename, Hide, Swap, Lock, Tooltip:
			return ""
		}
		c, ok := measured(checks[i])
		if !ok {
			return ""
		}
		all = append(all, c)
	}
	switch {
	case len(slices.Compact(slices.Clone(all))) == 1:
		return all[0]
	case len(all) == 2:
		return all[0] + " and " + all[1]
	}
	return ""
}

// noFigures are the checks that tell no figure: for the shell, or told in words of their own.
var noFigures = []string{"picture", "seen", LeftOut, Inside, Side, Afresh, Lessened, Aside}

// measured is the first check that tells something, before and after.
func measured(checks []Check) (string, bool) {
	for _, c := range checks {
		switch {
		case strings.HasPrefix(c.After, "generation "), slices.Contains(noFigures, c.What), strings.HasPrefix(c.What, "style "):
		case c.After == "true" || c.After == "false": // the words for it say which
			return "", false
		case (c.Before == "nothing" || c.Before == Unsaid) && c.After != "":
			return c.After, true
		case c.Before != "" && c.After != "" && c.Before != c.After:
			return c.Before + " → " + c.After, true
		case c.Before == "" && c.After != "" && c.What != "":
			return c.What + " " + c.After, true
		}
	}
	return "", false
}

// went is a move as it came out: what stands at the edge goes no further, and what has no room at one side of another stands
// at the other. A tooltip where there was one is changed.
func (a Act) went(checks []Check) Act {
	if a.Intent == Tooltip {
		for _, c := range checks {
			if c.What == "tooltip" && c.Before != "nothing" {
				a.Args.Part = "changed"
			}
		}
		return a
	}
	for _, c := range checks {
		if c.What == Side && a.Intent == Move {
			a.Args.Relation = c.After
		}
	}
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
		if c.What != "place among its neighbours" || !ok || !there || of != in || math.Abs(was-is) != 1 {
			continue // those that stand between are before one and behind the other
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
