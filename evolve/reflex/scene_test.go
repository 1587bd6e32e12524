package reflex_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

var clockStyles = []reflex.Style{
	{Name: "analog", Words: []string{"analog", "analogue", "with hands"}},
	{Name: "digital", Words: []string{"digital", "with digits"}},
	{Name: "seconds", Words: []string{"seconds", "with seconds"}},
	{Name: "no-seconds", Words: []string{"no seconds", "without seconds"}},
	{Name: "24-hour", Words: []string{"24 hour", "24h", "military time"}},
	{Name: "12-hour", Words: []string{"12 hour", "am pm"}},
}

var bank = []reflex.Gene{
	{Name: "calculator", Title: "Calculator", Synonyms: []string{"calc"}},
	{Name: "clock", Title: "Clock", Synonyms: []string{"watch", "time"}, Styles: clockStyles},
	{Name: "counter", Title: "Counter", Synonyms: []string{"tally"}},
	{Name: "monitor", Title: "System monitor", Synonyms: []string{"cpu", "load"}},
	{Name: "notes", Title: "Notes", Synonyms: []string{"note", "sticky note"}},
	{Name: "panel", Title: "Panel"},
}

// known are the things that contexts name. A button lives in a cell "form".
func cellOf(name string) reflex.Cell {
	boxes := map[string][4]float64{"clock": {40, 60, 200, 100}, "notes": {300, 60, 300, 240}, "terminal": {640, 60, 400, 300}, "todo": {40, 300, 200, 300}, "calculator": {700, 400, 240, 320}, "counter": {300, 400, 200, 200}}
	b, ok := boxes[name]
	if !ok {
		b = [4]float64{900, 600, 100, 100}
	}
	c := reflex.Cell{ID: name, Gene: name, Title: strings.ToUpper(name[:1]) + name[1:], Kind: "widget", X: b[0], Y: b[1], W: b[2], H: b[3]}
	switch name {
	case "clock":
		c.Styles = clockStyles
		c.Nodes = []reflex.Node{{ID: "column0", Kind: "column", X: b[0], Y: b[1], W: b[2], H: b[3]}, {ID: "column0/text0", Kind: "text", Text: "12:34", X: b[0] + 10, Y: b[1] + 10, W: 150, H: 60}}
	case "notes", "terminal":
		c.Kind = "window"
		c.Nodes = []reflex.Node{{ID: "area0", Kind: "area", X: b[0], Y: b[1], W: b[2], H: b[3]}}
	}
	return c
}

// sceneOf builds the scene of a context in the words of acceptance/README.md.
func sceneOf(tb testing.TB, context string) *reflex.Scene {
	tb.Helper()
	s := &reflex.Scene{Genes: bank, W: 1280, H: 800, Mode: "light"}
	have := map[string]bool{}
	form := reflex.Cell{ID: "form", Title: "Form", Kind: "widget", X: 500, Y: 500, W: 240, H: 60, Nodes: []reflex.Node{{ID: "row0", Kind: "row", X: 500, Y: 500, W: 240, H: 60}}}
	formUsed := false
	thing := func(name string) act.Target {
		kind, label, ok := strings.Cut(name, ":")
		if kind == "desktop" {
			return act.Target{}
		}
		if !ok {
			label = kind
			kind = "cell"
		}
		if kind == "cell" || kind == "window" || kind == "widget" {
			if !have[label] {
				have[label] = true
				s.Cells = append(s.Cells, cellOf(label))
			}
			return act.Target{Cell: label}
		}
		id := "row0/" + strings.ToLower(label)
		if !have[name] {
			have[name], formUsed = true, true
			n := float64(len(form.Nodes) - 1)
			form.Nodes = append(form.Nodes, reflex.Node{ID: id, Kind: kind, Text: label, Key: strings.ToLower(label), X: 510 + 110*n, Y: 510, W: 100, H: 40})
		}
		return act.Target{Cell: "form", Node: id}
	}
	list := func(v string) []act.Target {
		var out []act.Target
		for _, name := range strings.Split(strings.Trim(v, "[]"), ",") {
			out = append(out, thing(strings.TrimSpace(name)))
		}
		return out
	}
	closed, op := false, ""
	items := map[string]string{}
	for _, item := range split(context) {
		k, v, _ := strings.Cut(item, "=")
		items[k] = v
		switch k {
		case "desk":
			list(v)
			closed = true
		case "ptr":
			if xy, ok := strings.CutPrefix(v, "desktop("); ok {
				x, y, _ := strings.Cut(strings.TrimSuffix(xy, ")"), ",")
				s.Point = &reflex.Place{X: num(x), Y: num(y)}
			} else {
				t := thing(v)
				s.Point = &reflex.Place{X: 550, Y: 520, Target: t}
			}
		case "ptr2":
			x, y, _ := strings.Cut(strings.Trim(v, "()"), ",")
			s.Point2 = &reflex.Place{X: num(x), Y: num(y)}
		case "last":
			t := thing(v)
			s.Last = &t
		case "sel":
			s.Selection = list(v)
		case "op":
			op = v
		case "op<10s":
			s.Fresh = true
			op = "resize×1.5"
		}
	}
	if !closed {
		for _, name := range []string{"clock", "notes", "terminal", "todo"} {
			thing(name)
		}
		if !formUsed {
			thing("button:Save")
		}
		if strings.Contains(context, "with=") {
			list(items["with"])
		}
	}
	if q, ok := items["clarify"]; ok {
		text, options, _ := strings.Cut(q, "[")
		s.Pending = &reflex.Question{Text: text}
		for _, o := range strings.Split(strings.TrimSuffix(options, "]"), ",") {
			if o != "" {
				thing("button:" + o)
				s.Pending.Choices = append(s.Pending.Choices, reflex.Choice{Label: o, Acts: []act.Act{{Intent: act.Resize, Target: act.Target{Cell: "form", Node: "row0/" + strings.ToLower(o)}, Args: act.Args{Factor: 1.5}}}})
			}
		}
		if strings.HasPrefix(q, "confirm") {
			s.Pending.Choices = []reflex.Choice{{Label: "Yes", Acts: []act.Act{{Intent: act.Remove, Target: act.Target{Cell: "clock"}}}}, {Label: "No"}}
		}
	}
	if formUsed {
		s.Cells = append(s.Cells, form)
	}
	if op != "" {
		name, arg, _ := strings.Cut(op, " ")
		name, f, _ := strings.Cut(name, "×")
		a := act.Act{Intent: act.Intent(name)}
		if s.Last != nil {
			a.Target = *s.Last
		}
		a.Args.Factor = num(f)
		a.Args.Color = arg
		if name == "spawn" {
			a = act.Act{Intent: act.Spawn, Args: act.Args{Gene: "clock"}}
		}
		s.LastActs = []act.Act{a}
	} else if s.Last != nil {
		s.LastActs = []act.Act{{Intent: act.Resize, Target: *s.Last, Args: act.Args{Factor: 1.5}}}
	}
	return s
}

// split cuts a context at spaces outside of brackets and quotes; words without "=" belong to the item before.
func split(context string) []string {
	var out []string
	for _, f := range strings.Fields(context) {
		if n := len(out); n > 0 && !strings.Contains(f, "=") && !strings.HasPrefix(f, "op<") {
			out[n-1] += " " + f
			continue
		}
		out = append(out, f)
	}
	return out
}

func num(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// show writes a result on one line: "resize form/row0/save factor=1.5; …", or the route and what belongs to it.
func show(r reflex.Result) string {
	switch r.Route() {
	case reflex.Refuse:
		return "refuse"
	case reflex.Answer:
		return "answer " + r.Answer
	case reflex.Model:
		return strings.TrimSpace("model " + target(r.Acts[0].Target))
	case reflex.Ask:
		return "ask"
	case reflex.Nothing:
		return "nothing"
	}
	var acts []string
	for _, a := range r.Acts {
		acts = append(acts, showAct(a))
	}
	return strings.Join(acts, "; ")
}

func target(t act.Target) string {
	if t.Node != "" {
		t.Node = strings.TrimPrefix(t.Node, "row0/")
		return t.Cell + "/" + t.Node
	}
	return t.Cell
}

func showAct(a act.Act) string {
	out := string(a.Intent)
	if t := target(a.Target); t != "" {
		out += " " + t
	}
	add := func(k string, v any, said bool) {
		if said {
			out += fmt.Sprintf(" %s=%v", k, v)
		}
	}
	g := a.Args
	add("factor", g.Factor, g.Factor != 0)
	add("width", g.Width, g.Width != 0)
	add("height", g.Height, g.Height != 0)
	add("axis", g.Axis, g.Axis != "")
	add("px", g.Pixels, g.Pixels != 0)
	add("value", g.Value, g.Value != 0)
	add("em", g.Em, g.Em != 0)
	add("color", g.Color, g.Color != "")
	add("lighten", g.Lighten, g.Lighten != 0)
	add("saturate", g.Saturate, g.Saturate != 0)
	add("part", g.Part, g.Part != "")
	add("text", strconv.Quote(g.Text), g.Text != "")
	add("size", g.Size, g.Size != 0)
	add("weight", g.Weight, g.Weight != 0)
	if g.Italic != nil {
		add("italic", *g.Italic, true)
	}
	if g.Under != nil {
		add("underline", *g.Under, true)
	}
	if g.Strike != nil {
		add("strike", *g.Strike, true)
	}
	add("font", g.Font, g.Font != "")
	add("case", g.Case, g.Case != "")
	add("align", g.Align, g.Align != "")
	if g.Radius != nil {
		add("radius", *g.Radius, true)
	}
	add("circle", g.Circle, g.Circle)
	add("anchor", g.Anchor, g.Anchor != "")
	add("dx", g.DX, g.DX != 0)
	add("dy", g.DY, g.DY != 0)
	if g.X != nil {
		add("x", *g.X, true)
	}
	if g.Y != nil {
		add("y", *g.Y, true)
	}
	add("relation", g.Relation, g.Relation != "")
	like := target(act.Target{Cell: g.LikeCell, Node: g.LikeNode})
	add("like", like, like != "")
	add("gene", g.Gene, g.Gene != "")
	add("style", g.Style, g.Style != "")
	add("mode", g.Mode, g.Mode != "")
	add("contrast", g.Contrast, g.Contrast != "")
	add("layout", g.Layout, g.Layout != "")
	add("count", g.Count, g.Count != 0)
	add("number", g.Number, g.Number != 0)
	if g.On != nil {
		add("on", *g.On, true)
	}
	return out
}
