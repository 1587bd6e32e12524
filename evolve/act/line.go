package act

import (
	"fmt"
	"math"
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
	var did []string
	for _, a := range r.Acts {
		if a.Target == (Target{}) && (a.Intent == Spawn && a.Args.Gene == "" || a.Intent == Behaviour && a.Args.Part == "new") {
			a.Target = r.Target // its name was found while it was added
		}
		if s := a.did(r.Names); s != "" {
			did = append(did, s)
		}
	}
	head := strings.Join(did, ", ")
	if head == "" {
		head = "done"
	}
	if c, ok := r.measured(); ok {
		head += ": " + c
	}
	return strings.ToUpper(head[:1]) + head[1:]
}

// measured is the first check that tells something, before and after.
func (r Receipt) measured() (string, bool) {
	for _, c := range r.Checks {
		switch {
		case strings.HasPrefix(c.After, "generation "): // a counter of the shell
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

// did tells an act in the past tense, "" for one that changes nothing.
func (a Act) did(names Names) string {
	g, n := a.Args, names.of(a.Target)
	switch a.Intent {
	case Resize:
		switch {
		case g.Factor > 1:
			return "made " + n + " bigger"
		case g.Factor > 0 && g.Factor < 1:
			return "made " + n + " smaller"
		}
		return "resized " + n
	case Recolor:
		switch {
		case g.Color != "":
			return "made " + n + " " + g.Color
		case g.Lighten > 0:
			return "made " + n + " lighter"
		case g.Lighten < 0:
			return "made " + n + " darker"
		}
		return "coloured " + n
	case SetText:
		return "changed the text of " + n
	case TextStyle:
		return "changed the letters of " + n
	case Shape:
		return "changed the corners of " + n
	case Spacing:
		return "changed the spacing of " + n
	case Opacity:
		return "changed the opacity of " + n
	case Border:
		return "changed the border of " + n
	case Move:
		if g.Anchor != "" {
			return "moved " + n + " to the " + strings.ReplaceAll(g.Anchor, "-", " ")
		}
		return "moved " + n
	case Name:
		return "called this desktop " + g.Text
	case Restore:
		if g.Number > 0 {
			return fmt.Sprintf("made the desktop what it was after #%d", g.Number)
		}
		if g.Text != "" {
			return "made the desktop what it was as " + g.Text
		}
		return "made " + n + " what it was"
	case Raise:
		if g.Part == "back" {
			return "put " + n + " behind the others"
		}
		return "put " + n + " in front"
	case Swap:
		return "exchanged " + n + " and " + names.like(g)
	case Rename:
		return "renamed " + n + " to " + g.Text
	case Spawn:
		if g.Gene != "" {
			return "added " + names.gene(g.Gene)
		}
		return "added " + n
	case Remove:
		return "removed " + n
	case Theme:
		switch {
		case g.Mode != "":
			return "switched to " + g.Mode + " mode"
		case g.Color != "":
			return "made the accent " + g.Color
		}
		return "changed the theme"
	case Wallpaper:
		return "changed the wallpaper"
	case Style:
		return "made " + n + " " + g.Style
	case Arrange:
		return "arranged the cells"
	case Lock:
		if g.On != nil && !*g.On {
			return "unlocked " + n
		}
		return "locked " + n
	case Undo:
		if g.Number > 0 {
			return fmt.Sprintf("took back #%d", g.Number)
		}
		return "took back the last change"
	case Redo:
		return "did it again"
	case Repeat:
		return "did the same again"
	case Behaviour:
		if g.Part == "new" {
			return "added " + n
		}
		return "changed what " + n + " does"
	default:
		return ""
	}
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
