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
	case !slices.ContainsFunc(r.Checks, func(c Check) bool { return c.What == Aside }):
		parts = append(parts, "nothing else moved")
	}
	if len(r.Overlaps) > 0 {
		parts = append(parts, "overlaps "+listed(r.Overlaps))
	}
	for _, c := range r.Checks {
		switch {
		case c.What == LeftOut:
			parts = append(parts, c.After+" would look the same")
		case c.What == Inside && c.After == "no":
			parts = append(parts, "some of it is cut off at the edge")
		case c.What == Lessened, c.What == Aside:
			parts = append(parts, c.After)
		case c.What == Afresh && c.After != "":
			parts = append(parts, c.After)
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

// head is what was done, each with the figure that tells it.
func (r Receipt) head() string {
	if r.Reason != "" {
		return strings.TrimSuffix(r.Reason, ".")
	}
	acts, checks := r.seenActs()
	done := deeds(acts, r.Names)
	parts, between := make([]string, len(done)), ", "
	for i, d := range done {
		parts[i] = d.text
		if len(done) == 1 && len(acts) == 1 {
			if s := acts[0].beside(checks[0], r.Names); s != "" {
				return s
			}
		}
		if c := figure(d, acts, checks); c != "" && len(done) <= mostFigures {
			parts[i], between = d.text+": "+c, "; "
		}
	}
	head := strings.Join(parts, between)
	if c, ok := measured(r.Checks); head == "" && ok { // by hand: no act says what was done
		head = c
	}
	if head == "" {
		head = "done"
	}
	return strings.ToUpper(head[:1]) + head[1:]
}

// mostFigures is how many deeds are told with their figures: a line of more is no longer read.
const mostFigures = 3

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
