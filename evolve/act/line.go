package act

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Line is the receipt in one line, as it is shown on screen: "Made Save bigger: 120×36 → 180×54 · nothing else moved · 24 ms".
func (r Receipt) Line() string {
	switch r.Status {
	case Asked:
		return r.Question
	case Refused:
		return "Refused: " + r.Reason
	case RolledBack:
		return "Taken back: " + r.Reason
	case Failed:
		return "Nothing changed: " + r.Reason
	}
	if r.Reason != "" && r.Commit == "" { // an answer: what was asked was told, nothing was changed
		return r.Reason
	}
	parts := []string{r.head()}
	switch {
	case len(r.Checks) == 0:
	case r.MovedOthers > 0:
		parts = append(parts, fmt.Sprintf("moved %d other cells", r.MovedOthers))
	case len(r.Reflowed) == 1:
		parts = append(parts, "1 neighbour made room")
	case len(r.Reflowed) > 1:
		parts = append(parts, fmt.Sprintf("%d neighbours made room", len(r.Reflowed)))
	default:
		parts = append(parts, "nothing else moved")
	}
	if len(r.Overlaps) > 0 {
		parts = append(parts, "overlaps "+listed(r.Overlaps))
	}
	for _, c := range r.Checks {
		if c.What == LeftOut {
			parts = append(parts, c.After+" would look the same")
		}
	}
	if n := r.Cost.TokensIn + r.Cost.TokensOut; n > 0 {
		parts = append(parts, fmt.Sprintf("%d tokens", n)+price(r.Cost.Dollars))
	}
	if r.Timing.Total > 0 {
		parts = append(parts, took(r.Timing.Total))
	}
	if r.Undo != "" {
		parts = append(parts, "undo: "+r.Undo)
	}
	return strings.Join(parts, " · ")
}

// head is what was done, and the first figure that tells it.
func (r Receipt) head() string {
	if r.Reason != "" {
		return strings.TrimSuffix(r.Reason, ".")
	}
	acts := slices.Clone(r.Acts)
	for i, a := range acts {
		if a.Target == (Target{}) && (a.Intent == Spawn && a.Args.Gene == "" || a.Intent == Behaviour && a.Args.Part == "new") {
			acts[i].Target = r.Target // its name was found while it was added
		}
	}
	acts = slices.DeleteFunc(acts, func(a Act) bool { return a.Intent == Move && slices.Contains(r.Still, a.Target.Cell) })
	if len(acts) == 1 {
		if s := acts[0].beside(r.Checks, r.Names); s != "" {
			return s
		}
		acts[0] = acts[0].went(r.Checks)
	}
	head := strings.Join(told(acts, r.Names), ", ")
	switch c, ok := r.measured(); {
	case ok && saysAll(acts):
	case ok && head == "": // by hand: no act says what was done
		head = c
	case ok:
		head += ": " + c
	case head == "":
		head = "done"
	}
	return strings.ToUpper(head[:1]) + head[1:]
}

// saysAll reports whether acts need no figure: what is gone is gone, and a name is told once.
func saysAll(acts []Act) bool {
	for _, a := range acts {
		if a.Intent != Remove && a.Intent != Rename && a.Intent != Hide {
			return false
		}
	}
	return len(acts) > 0
}

// measured is the first check that tells something, before and after.
func (r Receipt) measured() (string, bool) {
	for _, c := range r.Checks {
		switch {
		case strings.HasPrefix(c.After, "generation "), c.What == "picture", c.What == "seen", c.What == LeftOut, strings.HasPrefix(c.What, "style "): // for the shell, not for people
		case c.Before == "nothing" && c.After != "":
			return c.After, true
		case c.Before != "" && c.After != "" && c.Before != c.After:
			return c.Before + " → " + c.After, true
		case c.Before == "" && c.After != "" && c.What != "":
			return c.What + " " + c.After, true
		}
	}
	return "", false
}

func took(ms float64) string {
	if ms < 1000 {
		return fmt.Sprintf("%.0f ms", math.Max(1, ms))
	}
	return fmt.Sprintf("%.1f s", ms/1000)
}

// price is a sum of money after the tokens it was for: " ($0.0042)"; "" for nothing.
func price(dollars float64) string {
	switch {
	case dollars <= 0:
		return ""
	case dollars < 0.01:
		return fmt.Sprintf(" ($%.4f)", dollars)
	}
	return fmt.Sprintf(" ($%.2f)", dollars)
}
