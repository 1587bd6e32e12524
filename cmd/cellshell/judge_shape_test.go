package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

func number(s string) float64 { v, _ := strconv.ParseFloat(strings.TrimPrefix(s, "x"), 64); return v }

// desktop checks what is true of the whole desktop.
func (j *judge) desktop(verb string, rest []string, everything *bool) (why string, known bool) {
	switch verb {
	case "steps":
		if added := j.after.history[0].N - j.before.history[0].N; fmt.Sprint(added) != rest[0] {
			return fmt.Sprintf("%d steps in the history", added), true
		}
		return "", true
	case "doc":
		*everything = *everything || strings.HasPrefix(rest[0], "theme.")
		if is := fmt.Sprint(j.after.at(rest[0])); is != rest[1] {
			return "it is " + is, true
		}
		return "", true
	case "accented":
		*everything = true
		id, key, _ := strings.Cut(rest[1], "/")
		n := find(j.after.cells[id], key)
		if part, _ := j.after.hue(id, n.Bounds, rest[0]); part < 0.5 {
			return fmt.Sprintf("%.0f%% of %s is", part*100, rest[1]), true
		}
		return "", true
	case "rows":
		*everything = true
		tops := map[int]bool{}
		for _, c := range j.after.cells {
			tops[int(c.Bounds.Y/8)] = true
		}
		if len(tops) >= len(j.after.cells) {
			return "no two stand in a row", true
		}
		return "", true
	case "sums":
		j.tried = true
		for _, key := range []string{"7", "×", "8", "="} {
			j.desk.Call(control.MethodTap, control.NodeParams{Target: "calculator/" + key}, nil)
		}
		if c := look(j.t, j.desk).cells["calculator"]; !says(c, "56") {
			return "7 × 8 is not 56", true
		}
		return "", true
	case "opens", "level", "restored", "stopped":
		return "that is not there", true
	}
	return "", false
}

// shapes checks places and sizes of one thing, or of one with others.
func (j *judge) shapes(verb string, rest []string, t thing, cells, named map[string]bool) (why string, known bool) {
	is := func(ok bool) (string, bool) {
		if ok {
			return "", true
		}
		return fmt.Sprintf("%v → %v", t.was, t.is), true
	}
	middle := func(b control.Bounds) (float64, float64) { return b.X + b.W/2, b.Y + b.H/2 }
	switch verb {
	case "fills":
		return is(t.is.W >= 1280*0.95 && t.is.H >= 760*0.9 && t.is.X >= -1 && t.is.X+t.is.W <= 1281 && t.is.Y+t.is.H <= 801)
	case "within":
		return is(t.is.W <= number(rest[1]) && t.is.H <= number(rest[2]))
	case "middle":
		x, _ := middle(t.is)
		of, _ := middle(t.newest.Bounds)
		return is(math.Abs(x-of) <= 2)
	case "over":
		x, y := middle(t.is)
		return is(math.Hypot(x-number(rest[1]), y-number(rest[2])) <= 60)
	case "there":
		return is(t.is.W > 0)
	case "circle":
		r := t.now.Style.Radius
		return is(math.Abs(t.is.W-t.is.H) <= 1 && r != nil && *r >= t.is.W/2-1)
	case "padded":
		return is(t.is.W > t.was.W+2 && t.is.H > t.was.H+2 && effective(t.oldCell, t.old) == effective(t.newest, t.now))
	case "bigtext":
		was, now := effective(t.oldCell, t.old), effective(t.newest, t.now)
		if f := number(rest[1]); math.Abs(now-was*f) > was*f*0.03 {
			return fmt.Sprintf("its text %g → %g", was, now), true
		}
		return "", true
	case "front":
		for id, c := range j.after.cells {
			if id != rest[0] && c.Placement.Z >= t.newest.Placement.Z && c.Gene != "panel" {
				return fmt.Sprintf("%s is at %d, it at %d", id, c.Placement.Z, t.newest.Placement.Z), true
			}
		}
		return "", true
	case "locked":
		var r act.Receipt
		j.tried = true
		j.desk.Call(control.MethodEvolve, control.EvolveParams{Sentence: "make this twice as big", At: rest[0]}, &r)
		return is(r.Status != act.Done && j.after.at("cells."+t.newest.ID+".locked") == true)
	}
	if len(rest) < 2 || verb == "style" || strings.HasPrefix(rest[1], "#") {
		return "", false
	}
	var others []thing
	for _, name := range rest[1:] {
		if id, _, _ := strings.Cut(name, "/"); j.after.cells[id].ID == "" {
			return "", false
		}
		if verb == "like" || verb == "under" || verb == "larger" { // the other one stays as it is
			id, key, isNode := strings.Cut(name, "/")
			o := thing{is: j.after.cells[id].Bounds, was: j.before.cells[id].Bounds}
			if isNode {
				o.is, o.was = find(j.after.cells[id], key).Bounds, find(j.before.cells[id], key).Bounds
			}
			others = append(others, o)
			continue
		}
		if verb != "spread" || !strings.HasPrefix(name, "x") {
			others = append(others, j.thing(name, cells, named))
		}
	}
	o := others[0]
	switch verb {
	case "like":
		return is(math.Abs(t.is.W-o.is.W) <= 2 && math.Abs(t.is.H-o.is.H) <= 2)
	case "under":
		return is(t.is.Y >= o.is.Y+o.is.H-1 && t.is.X < o.is.X+o.is.W && o.is.X < t.is.X+t.is.W)
	case "larger":
		return is(t.is.W*t.is.H > o.is.W*o.is.H && t.is.W*t.is.H > t.was.W*t.was.H)
	case "lined":
		return is(math.Abs(t.is.X-o.is.X) <= 1)
	case "place":
		return is(math.Abs(t.is.X-o.was.X) <= 2 && math.Abs(t.is.Y-o.was.Y) <= 2)
	case "apart":
		return is(!rect(t.is).Inset(1).Overlaps(rect(o.is).Inset(1)))
	case "stacked":
		for i, next := range others {
			above := t
			if i > 0 {
				above = others[i-1]
			}
			if next.is.Y < above.is.Y+above.is.H-1 {
				return fmt.Sprintf("%s is at %v, what is above it at %v", rest[i+1], next.is, above.is), true
			}
		}
		return "", true
	}
	return "", false
}

// effective is the size of a node's text as it is drawn.
func effective(c control.CellDetail, n *control.NodeDetail) float64 {
	size, scale := 14.0, c.Placement.Scale
	if scale == 0 {
		scale = 1
	}
	if n.Style.Size != nil {
		size = *n.Style.Size
	}
	if n.Style.Scale != nil {
		scale *= *n.Style.Scale
	}
	return size * scale
}

// distance between two boxes that do not overlap.
func distance(a, b control.Bounds) float64 {
	return max(b.X-a.X-a.W, a.X-b.X-b.W, b.Y-a.Y-a.H, a.Y-b.Y-b.H)
}
