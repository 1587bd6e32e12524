package act

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// planned are the most acts that a plan tells one by one.
const planned = 3

const then = ", then "

// Plan tells what acts would do, before they are done: "resize · +1 · ×1.5".
func Plan(acts []Act, names Names) string {
	var parts []string
	for i := 0; i < len(acts); {
		a, n := acts[i], 1
		for i+n < len(acts) && acts[i+n].Intent == a.Intent && acts[i+n].Args.Same(a.Args) {
			n++
		}
		if len(parts) == planned {
			return strings.Join(parts, then) + fmt.Sprintf(" and %d more", len(acts)-i)
		}
		parts = append(parts, a.plan(who(acts[i:i+n], names), names))
		i += n
	}
	return strings.Join(parts, then)
}

// who is what acts are about.
func who(acts []Act, names Names) string {
	first := names.of(acts[0].Target)
	switch len(acts) {
	case 1:
		return first
	case 2:
		return first + " and " + names.of(acts[1].Target)
	}
	return first + " and " + strconv.Itoa(len(acts)-1) + " others"
}

// verbs are the intents as people say them, where they say it otherwise.
var verbs = map[Intent]string{
	Recolor: "colour", TextStyle: "letters", Shape: "corners", Spawn: "add", Lock: "lock", Repeat: "again",
	Behaviour: "new code", Query: "answer", Help: "answer", Chitchat: "answer",
}

func (a Act) plan(who string, names Names) string {
	verb := verbs[a.Intent]
	if verb == "" {
		verb = string(a.Intent)
	}
	if a.Intent == Lock && a.Args.Off() {
		verb = "unlock"
	}
	parts := []string{verb}
	switch a.Intent {
	case Spawn, Undo, Redo, Repeat, Theme, Wallpaper, Arrange, Query, Help, Chitchat:
	default:
		if who != "" {
			parts = append(parts, who)
		}
	}
	if what := a.detail(names); what != "" {
		parts = append(parts, what)
	}
	return strings.Join(parts, " · ")
}

// detail tells the arguments of an act, "" when it has none worth telling.
func (a Act) detail(names Names) string {
	g := a.Args
	switch a.Intent {
	case Resize:
		return g.size(names)
	case Recolor, Wallpaper:
		return g.colour()
	case SetText, Rename:
		return quoted(g.Text)
	case Tooltip:
		if g.Off() {
			return "none"
		}
		return quoted(g.Text)
	case Move:
		return g.place(names)
	case Spawn:
		out := names.gene(g.Gene)
		for _, s := range []string{strings.ReplaceAll(g.Style, " ", ", "), g.Color, g.place(names)} {
			if s != "" {
				out += " · " + s
			}
		}
		return strings.TrimPrefix(out, " · ")
	case Theme:
		return join(g.Mode, g.colour(), g.Contrast)
	case Style:
		return strings.ReplaceAll(g.Style, " ", ", ")
	case Arrange:
		return g.Layout
	case Raise:
		return map[string]string{"front": "to the front", "back": "to the back"}[g.Part]
	case Undo:
		if g.Number > 0 {
			return "#" + strconv.Itoa(g.Number)
		}
		if g.Count > 1 {
			return "the last " + strconv.Itoa(g.Count)
		}
		return "the last change"
	case Opacity:
		return strconv.Itoa(int(g.Value*100+0.5)) + " %"
	case Swap:
		return "with " + names.like(g)
	case TextStyle, Spacing, Border, Shape, Shadow:
		return g.look()
	}
	return ""
}

func (g Args) size(names Names) string {
	switch {
	case g.Part == "fill" && g.Anchor != "":
		return "fills " + partName(g)
	case g.Part == "rest":
		return "fills what is left"
	case g.Part == "fit":
		return "as large as its content"
	case g.Part == "fill" && g.Axis == "width":
		return "as wide as the desktop"
	case g.Part == "fill" && g.Axis == "height":
		return "as tall as the desktop"
	case g.Part == "fill":
		return "fills the desktop"
	case g.Width > 0 && g.Height > 0:
		return number(g.Width) + " × " + number(g.Height)
	case g.Width > 0:
		return "width " + number(g.Width)
	case g.Height > 0:
		return "height " + number(g.Height)
	case g.LikeCell != "":
		return join("as large as "+names.like(g), times(g.Factor))
	case g.Factor > 0:
		return strings.TrimSpace(g.Axis + " " + times(g.Factor))
	}
	return ""
}

func (g Args) colour() string {
	c := g.Color
	switch {
	case c == "" && g.Lighten > 0:
		c = "lighter"
	case c == "" && g.Lighten < 0:
		c = "darker"
	case c == "" && g.Saturate > 0:
		c = "more vivid"
	case c == "" && g.Saturate < 0:
		c = "less vivid"
	}
	return join(g.Part, c)
}

func (g Args) place(names Names) string {
	switch {
	case g.Anchor != "":
		return strings.ReplaceAll(g.Anchor, "-", " ")
	case g.Relation != "":
		return join(strings.ReplaceAll(g.Relation, "-", " "), names.like(g))
	case g.X != nil && g.Y != nil:
		return "to " + number(*g.X) + ", " + number(*g.Y)
	case g.DX != 0 || g.DY != 0:
		return join(signed(g.DX, "right", "left"), signed(g.DY, "down", "up"))
	}
	return ""
}

func (g Args) look() string {
	var parts []string
	add := func(ok bool, s string) {
		if ok {
			parts = append(parts, s)
		}
	}
	add(g.Off(), "none")
	add(g.Part != "", g.Part)
	add(g.Circle, "circle")
	add(g.Radius != nil, "radius")
	if g.Radius != nil {
		parts[len(parts)-1] += " " + number(*g.Radius)
	}
	add(g.Size > 0, "size "+number(g.Size))
	add(g.Weight > 0, "weight "+number(g.Weight))
	add(g.Italic != nil && *g.Italic, "italic")
	add(g.Italic != nil && !*g.Italic, "upright")
	add(g.Under != nil && *g.Under, "underlined")
	add(g.Strike != nil && *g.Strike, "struck through")
	add(g.Font != "", g.Font)
	add(g.Case != "", g.Case+" case")
	add(g.Align != "", g.Align)
	add(g.Color != "", g.Color)
	add(g.Value > 0 && g.Part == "", "height "+number(g.Value))
	add(g.Value != 0 && g.Part != "", signed(g.Value, "px more", "px less"))
	add(g.Em != 0, number(g.Em)+" em")
	add(g.Pixels > 0, number(g.Pixels)+" px")
	add(g.Factor > 0, times(g.Factor))
	return strings.Join(parts, " ")
}

func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	if r := []rune(s); len(r) > 32 {
		s = string(r[:31]) + "…"
	}
	return "“" + s + "”"
}

func number(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

func times(factor float64) string {
	if factor <= 0 || factor == 1 {
		return ""
	}
	return "×" + number(factor)
}

func signed(v float64, more, less string) string {
	switch {
	case v > 0:
		return number(v) + " px " + more
	case v < 0:
		return number(-v) + " px " + less
	}
	return ""
}
