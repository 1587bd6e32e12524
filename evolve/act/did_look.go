package act

import (
	"math"
	"strings"
)

// px is a length for people: nobody sees the fraction of a long one.
func px(v float64) string {
	if v >= 10 {
		v = math.Round(v)
	}
	return number(v) + " px"
}

// resized tells a change of size in the word of its axis: what got only wider did not get bigger.
func (a Act) resized(n string, names Names) string {
	g := a.Args
	more := map[string][2]string{"width": {"wider", "narrower"}, "height": {"taller", "shorter"}}[g.Axis]
	if more[0] == "" {
		more = [2]string{"bigger", "smaller"}
	}
	as := " as " + map[string]string{"width": "wide", "height": "high", "": "big"}[g.Axis] + " as "
	switch like := names.like(g); {
	case g.Part == "fill" && g.Anchor != "":
		return "made " + n + " fill " + partName(g)
	case g.Part == "edge":
		return "extended " + n + " to the " + g.Anchor + " edge"
	case g.Part == "rest":
		return "made " + n + " fill the room that is left"
	case g.Part == "fit":
		return "made " + n + " as large as what is in it"
	case like != "" && (g.Part == "most" || g.Part == "least"):
		way := map[string]int{"most": 0, "least": 1}[g.Part]
		return "made " + n + " no " + more[way] + " than " + like
	case like != "" && (g.Factor == 0 || g.Factor == 1):
		return "made " + n + as + like
	case like != "" && g.Part == "" && (g.Factor == 2 || g.Factor == 0.5):
		return "made " + n + map[bool]string{true: " twice", false: " half"}[g.Factor == 2] + as + like
	case g.Factor > 1, g.Factor == 0 && g.Pixels > 0:
		return "made " + n + " " + more[0]
	case g.Factor > 0 && g.Factor < 1, g.Pixels < 0:
		return "made " + n + " " + more[1]
	case g.Width > 0 && g.Height == 0:
		return "made " + n + " " + px(g.Width) + " wide"
	case g.Height > 0 && g.Width == 0:
		return "made " + n + " " + px(g.Height) + " high"
	}
	return "resized " + n
}

// partName is the part of the desktop that slots name: "the right half", "the bottom left quarter".
func partName(g Args) string {
	share := number(math.Round(100*g.Factor)) + " % of the desktop"
	for _, s := range []struct {
		of   float64
		name string
	}{{0.5, "half"}, {0.333, "third"}, {0.667, "two thirds"}, {0.25, "quarter"}, {0.75, "three quarters"}} {
		if math.Abs(g.Factor-s.of) < 0.01 {
			share = s.name
		}
	}
	side := strings.ReplaceAll(g.Anchor, "-", " ")
	if strings.Contains(g.Anchor, "-") && share == "half" {
		share = "quarter"
	}
	return "the " + strings.ReplaceAll(side, "center", "middle") + " " + share
}

// lettered tells what became of letters.
func (a Act) lettered(n string) string {
	g := a.Args
	of := "the letters of " + n
	switch {
	case g.Size > 0:
		return "set " + of + " to " + px(g.Size)
	case g.Factor > 1, g.Pixels > 0:
		return "made " + of + " bigger"
	case g.Factor > 0 && g.Factor < 1, g.Pixels < 0:
		return "made " + of + " smaller"
	case g.Weight >= 600:
		return "made " + of + " bold"
	case g.Weight > 0:
		return "set the weight of " + of + " to " + number(g.Weight)
	case g.Italic != nil:
		return "made " + of + " " + map[bool]string{true: "italic", false: "upright"}[*g.Italic]
	case g.Under != nil:
		return map[bool]string{true: "underlined ", false: "took the line from under "}[*g.Under] + n
	case g.Strike != nil:
		return map[bool]string{true: "struck through ", false: "took the line through "}[*g.Strike] + n + map[bool]string{false: " away"}[*g.Strike]
	case g.Case != "":
		return "made " + of + " " + g.Case + " case"
	case g.Font == "mono":
		return "made " + of + " equally wide"
	case g.Align != "":
		side := map[string]string{"start": "on the left", "left": "on the left", "end": "on the right", "right": "on the right", "center": "in the middle"}[g.Align]
		return strings.TrimSpace("put the text of " + n + " " + side)
	}
	return "changed " + of
}

// spaced tells a change of the room inside a thing or between what is in it.
func (a Act) spaced(n string) string {
	g, of := a.Args, "the room inside "
	switch g.Part {
	case "gap":
		of = "the gaps in "
	case "letters", "lines":
		return g.textRoom(n)
	}
	switch {
	case g.Off():
		return "closed " + of + n
	case g.Factor > 1:
		return "made " + of + n + " bigger"
	case g.Factor > 0 && g.Factor < 1:
		return "made " + of + n + " smaller"
	case g.Pixels > 0:
		return "set " + of + n + " to " + px(g.Pixels)
	}
	return "changed " + of + n
}

func (a Act) bordered(n string) string {
	g := a.Args
	if g.Off() {
		return "took the border from " + n
	}
	what := "a"
	if g.Pixels > 0 {
		what += " " + px(g.Pixels)
	}
	if g.Color != "" {
		what += " " + g.Color
	}
	return "gave " + n + " " + what + " border"
}

// sides are the relations of places as people say them.
var sides = map[string]string{
	"left-of": "to the left of ", "right-of": "to the right of ", "below": "below ", "above": "above ", "near": "nearer to ",
	"at": "to the place of ", "onto": "onto ", "clear-of": "clear of ",
}

// moved tells which way something went, or where it stands now.
func (a Act) moved(n string, names Names) string {
	g := a.Args
	var ways []string
	way := func(d float64, plus, minus string) {
		switch {
		case d > 0:
			ways = append(ways, px(d)+" "+plus)
		case d < 0:
			ways = append(ways, px(-d)+" "+minus)
		}
	}
	way(g.DX, "right", "left")
	way(g.DY, "down", "up")
	switch like := names.like(g); {
	case len(ways) > 0:
		return "moved " + n + " " + strings.Join(ways, " and ")
	case like != "" && sides[g.Relation] != "":
		if g.Pixels > 0 {
			return "moved " + n + " " + px(g.Pixels) + " " + sides[g.Relation] + like
		}
		return "moved " + n + " " + sides[g.Relation] + like
	case like != "" && strings.HasPrefix(g.Relation, "align"):
		return "lined " + n + " up with " + like
	}
	return "moved " + n
}
