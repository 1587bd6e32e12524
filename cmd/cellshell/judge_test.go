package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// judge decides whether what a sentence wants is so. Base is the desktop before anything was said.
type judge struct {
	base, before, after *seen
	tried               bool          // a check has tried something, so that the desktop is another than after
	desk                *testenv.Desk // that is judged, for checks that try something
	t                   *testing.T
}

// all checks everything that is wanted, and that nothing else is different. It returns what is missing.
func (j *judge) all(want string) (missing []string) {
	cells := map[string]bool{}
	nodes := map[string]bool{}
	everything := false
	for _, check := range strings.Split(want, ", ") {
		f := fields(check)
		if why := j.one(f, cells, nodes, &everything); why != "" {
			missing = append(missing, check+": "+why)
		}
	}
	if everything {
		return missing
	}
	for id := range cells { // a wish about a whole cell may change every node of it
		if nodes[id] {
			for n := range nodes {
				if strings.HasPrefix(n, id+"/") {
					delete(nodes, n)
				}
			}
		}
	}
	if why := others(j.before, j.after, cells, nodes); why != "" {
		missing = append(missing, why)
	}
	if why := pixels(j.before, j.after, cells); why != "" {
		missing = append(missing, why)
	}
	return missing
}

// fields splits a check at spaces, but not in quotes.
func fields(s string) []string {
	var out []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// thing is a cell or a node in it, as it was and as it is.
type thing struct {
	was, is         control.Bounds
	node            bool
	old, now        *control.NodeDetail // nil for what is not there
	oldCell, newest control.CellDetail
}

func (j *judge) thing(name string, cells, named map[string]bool) thing {
	id, key, isNode := strings.Cut(name, "/")
	cells[id] = true
	t := thing{oldCell: j.before.cells[id], newest: j.after.cells[id], node: isNode}
	if !isNode {
		named[id] = true
		t.was, t.is, t.old, t.now = t.oldCell.Bounds, t.newest.Bounds, t.oldCell.Tree, t.newest.Tree
		return t
	}
	if t.old = find(t.oldCell, key); t.old != nil {
		named[t.old.ID] = true
		t.was = t.old.Bounds
	}
	if t.now = find(t.newest, key); t.now != nil {
		t.is = t.now.Bounds
	}
	return t
}

func find(c control.CellDetail, key string) *control.NodeDetail {
	for id, n := range nodes(c) {
		if strings.HasSuffix(id, "/"+key) {
			return n
		}
	}
	return nil
}

func (j *judge) one(f []string, cells, named map[string]bool, everything *bool) string {
	verb, rest := f[0], f[1:]
	switch verb {
	case "dark", "light", "accent":
		*everything = true
		return j.theme(verb, rest)
	case "neat":
		*everything = true
		return j.neat()
	case "undone":
		*everything = true
		return same(j.base, j.after)
	case "unchanged":
		return same(j.before, j.after)
	case "new":
		return j.added(rest, cells)
	case "news": // more than one, whatever they are
		for id := range j.after.cells {
			cells[id] = cells[id] || j.before.cells[id].ID == ""
		}
		if len(j.after.cells) < len(j.before.cells)+2 {
			return "fewer are new"
		}
		return ""
	case "gone":
		cells[rest[0]] = true
		if _, there := j.after.cells[rest[0]]; there {
			return "still there"
		}
		return ""
	}
	if why, ok := j.desktop(verb, rest, everything); ok {
		return why
	}
	t := j.thing(rest[0], cells, named)
	switch {
	case verb == "hidden":
		if _, there := j.after.cells[rest[0]]; there && t.is.W > 0 {
			return "it can be seen"
		}
		return ""
	case verb == "gonenode":
		if t.old == nil || t.now != nil {
			return "still there"
		}
		return ""
	case t.now == nil || t.old == nil && t.node:
		return "not there"
	}
	if why, ok := j.geometry(verb, rest, t, cells, named); ok {
		return why
	}
	return j.looks(verb, rest, t)
}

func (j *judge) geometry(verb string, rest []string, t thing, cells, named map[string]bool) (why string, known bool) {
	is := func(ok bool) (string, bool) {
		if ok {
			return "", true
		}
		return fmt.Sprintf("%v → %v", t.was, t.is), true
	}
	switch verb {
	case "bigger":
		return is(t.is.W >= t.was.W-0.5 && t.is.H >= t.was.H-0.5 && t.is.W+t.is.H > (t.was.W+t.was.H)*1.04)
	case "smaller":
		return is(t.is.W <= t.was.W+0.5 && t.is.H <= t.was.H+0.5 && t.is.W+t.is.H < (t.was.W+t.was.H)*0.96)
	case "narrower":
		return is(t.is.W < t.was.W*0.96 && math.Abs(t.is.H-t.was.H) < 1)
	case "w":
		return is(measures(rest[1], t.was.W, t.is.W))
	case "h":
		return is(measures(rest[1], t.was.H, t.is.H))
	case "dx", "dy":
		by, _ := strconv.ParseFloat(rest[1], 64)
		x, y := t.is.X-t.was.X, t.is.Y-t.was.Y
		if verb == "dx" {
			return is(math.Abs(x-by) < 1 && math.Abs(y) < 1)
		}
		return is(math.Abs(y-by) < 1 && math.Abs(x) < 1)
	case "dxy":
		x, _ := strconv.ParseFloat(rest[1], 64)
		y, _ := strconv.ParseFloat(rest[2], 64)
		return is(math.Abs(t.is.X-t.was.X-x) < 1 && math.Abs(t.is.Y-t.was.Y-y) < 1)
	case "wider":
		return is(t.is.W > t.was.W*1.04 && math.Abs(t.is.H-t.was.H) < 1)
	case "down":
		return is(t.is.Y > t.was.Y+2 && math.Abs(t.is.X-t.was.X) < 1)
	case "left":
		return is(t.is.X < t.was.X-2 || t.was.X < 50 && t.is.X < t.was.X)
	case "at":
		return is(stands(t.is, rest[1]))
	}
	if why, ok := j.shapes(verb, rest, t, cells, named); ok {
		return why, true
	}
	if len(rest) < 2 {
		return "", false
	}
	o := j.after.cells[rest[1]].Bounds
	apart := t.is.X+t.is.W <= o.X+0.5 || o.X+o.W <= t.is.X+0.5 || t.is.Y+t.is.H <= o.Y+0.5 || o.Y+o.H <= t.is.Y+0.5
	level := t.is.Y < o.Y+o.H && o.Y < t.is.Y+t.is.H
	above := t.is.X < o.X+o.W && o.X < t.is.X+t.is.W
	near := math.Abs(t.is.X+t.is.W/2-o.X-o.W/2) < (t.is.W+o.W)/2+60
	switch verb {
	case "beside":
		return is(apart && level && near)
	case "rightof":
		return is(level && t.is.X >= o.X+o.W-1)
	case "leftof":
		return is(level && t.is.X+t.is.W <= o.X+1)
	case "below":
		return is(above && t.is.Y >= o.Y+o.H-1)
	case "above":
		return is(above && t.is.Y+t.is.H <= o.Y+1)
	case "swapped":
		other := j.thing(rest[1], cells, named)
		return is(j.swapped(t, other))
	}
	return "", false
}

// swapped: each stands where the other stood, by its corner or its middle.
func (j *judge) swapped(a, b thing) bool {
	on := func(is, was control.Bounds) bool {
		x, y := is.X+is.W/2, is.Y+is.H/2
		return x > was.X-1 && x < was.X+was.W+1 && y > was.Y-1 && y < was.Y+was.H+1 || math.Hypot(is.X-was.X, is.Y-was.Y) <= 2
	}
	return on(a.is, b.was) && on(b.is, a.was)
}

// measures checks "x1.5" (times), "=600" (pixels), "+50" (pixels more).
func measures(want string, was, is float64) bool {
	v, err := strconv.ParseFloat(want[1:], 64)
	if err != nil {
		return false
	}
	switch want[0] {
	case 'x':
		return math.Abs(is-was*v) <= max(1.5, was*v*0.02)
	case '+':
		return math.Abs(is-was-v) <= 1.5
	}
	return math.Abs(is-v) <= 1.5
}

// stands reports whether a cell is at an edge, in a corner or in the middle of the desktop below the panel.
func stands(b control.Bounds, place string) bool {
	const w, h, edge = 1280, 800, 72
	ok := true
	if strings.Contains(place, "left") {
		ok = ok && b.X >= 0 && b.X < edge
	}
	if strings.Contains(place, "right") {
		ok = ok && b.X+b.W <= w && b.X+b.W > w-edge
	}
	if strings.Contains(place, "top") {
		ok = ok && b.Y >= 0 && b.Y < edge+40
	}
	if strings.Contains(place, "bottom") {
		ok = ok && b.Y+b.H <= h && b.Y+b.H > h-edge
	}
	if place == "center" {
		ok = math.Abs(b.X+b.W/2-w/2) < 30 && math.Abs(b.Y+b.H/2-h/2) < 40
	}
	return ok
}

// looks checks what the tree and the pixels say of one thing.
func (j *judge) looks(verb string, rest []string, t thing) string {
	s, old := t.now.Style, t.old.Style
	fail := func(ok bool, format string, args ...any) string {
		if ok {
			return ""
		}
		return fmt.Sprintf(format, args...)
	}
	switch verb {
	case "hue":
		part, strong := j.after.hue(t.newest.ID, t.is, rest[1])
		return fail(strong >= 12 && part > 0.5, "%.0f%% of %d strong pixels are", part*100, strong)
	case "text":
		return fail(t.now.Text == rest[1], "says %q", t.now.Text)
	case "called":
		return fail(t.newest.Title == rest[1] || says(t.newest, rest[1]), "its title is %q", t.newest.Title)
	case "has":
		return fail(says(t.newest, rest[1]), "it does not say so")
	case "weight":
		return fail(s.Weight != nil && strconv.FormatFloat(*s.Weight, 'f', -1, 64) == rest[1], "weight %v", s.Weight)
	case "lighter":
		return fail(s.Weight != nil && old.Weight != nil && *s.Weight < *old.Weight, "weight %v → %v", old.Weight, s.Weight)
	case "italic":
		return fail(s.Italic != nil && *s.Italic, "not")
	case "underline":
		return fail(s.Underline != nil && *s.Underline, "not")
	case "mono":
		return fail(s.Font == "mono", "font %q", s.Font)
	case "upper":
		return fail(s.Case == "upper" || t.now.Text == strings.ToUpper(t.old.Text), "case %q", s.Case)
	case "size":
		was, is := 14.0, 0.0
		if old.Size != nil {
			was = *old.Size
		}
		if s.Size != nil {
			is = *s.Size
		}
		if rest[1] == "up" {
			return fail(is > was, "%g → %g", was, is)
		}
		return fail(fmt.Sprint(is) == rest[1], "%g → %g", was, is)
	case "sizes": // every text of the cell, as it is drawn
		before, texts := nodes(t.oldCell), 0
		for id, n := range nodes(t.newest) {
			b := before[id]
			if b == nil || n.Kind != "text" && n.Kind != "area" || b.Style.Size == nil {
				continue
			}
			texts++
			up := n.Style.Size != nil && *n.Style.Size > *b.Style.Size
			down := n.Style.Size != nil && *n.Style.Size < *b.Style.Size
			if rest[1] == "up" && !up || rest[1] == "down" && !down {
				return id + " did not change so"
			}
		}
		return fail(texts > 0 && !moved(t.was, t.is), "of %d texts, the window changed from %v to %v", texts, t.was, t.is)
	case "canvas", "nocanvas":
		has := false
		for _, n := range nodes(t.newest) {
			has = has || n.Kind == "canvas"
		}
		return fail(has == (verb == "canvas"), "canvas: %t", has)
	case "noseconds":
		return fail(find(t.newest, "seconds") == nil, "seconds are there")
	case "half":
		return fail(find(t.newest, "half") != nil, "there is no am or pm")
	}
	return j.painted(verb, rest, t)
}
