package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"maps"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// seen is all that can be seen of a desktop from outside.
type seen struct {
	cells   map[string]control.CellDetail
	history []control.HistoryEntry
	shot    *image.RGBA
	doc     map[string]any    // tissue.json
	source  map[string]string // of each cell, as the history has it
}

func look(t *testing.T, d *testenv.Desk) *seen {
	t.Helper()
	s := &seen{cells: map[string]control.CellDetail{}, source: map[string]string{}}
	var list []control.CellInfo
	d.Call(control.MethodLs, nil, &list)
	for _, c := range list {
		var detail control.CellDetail
		d.Call(control.MethodInspect, control.CellParams{Cell: c.ID}, &detail)
		s.cells[c.ID] = detail
		var text control.SourceResult
		d.Call(control.MethodCat, control.CellParams{Cell: c.ID}, &text)
		s.source[c.ID] = text.Source
	}
	d.Call(control.MethodHistory, control.HistoryParams{Limit: 20}, &s.history)
	raw, err := os.ReadFile(d.Dir() + "/data/cellshell/tissue/tissue.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &s.doc); err != nil {
		t.Fatal(err)
	}
	var shot control.ScreenshotResult
	d.Call(control.MethodScreenshot, control.ScreenshotParams{}, &shot)
	img, err := png.Decode(bytes.NewReader(shot.PNG))
	if err != nil {
		t.Fatal(err)
	}
	s.shot = image.NewRGBA(img.Bounds())
	draw.Draw(s.shot, s.shot.Bounds(), img, image.Point{}, draw.Src)
	return s
}

// nodes lists a tree by id.
func nodes(c control.CellDetail) map[string]*control.NodeDetail {
	out := map[string]*control.NodeDetail{}
	var walk func(*control.NodeDetail)
	walk = func(n *control.NodeDetail) {
		out[n.ID] = n
		for _, child := range n.Children {
			walk(child)
		}
	}
	if c.Tree != nil {
		walk(c.Tree)
	}
	return out
}

// ticks reports a cell whose picture changes by itself.
func ticks(c control.CellDetail) bool {
	return c.Gene == "clock" || c.Gene == "panel" || c.Gene == "monitor"
}

func moved(a, b control.Bounds) bool {
	return math.Abs(a.X-b.X) > 0.5 || math.Abs(a.Y-b.Y) > 0.5 || math.Abs(a.W-b.W) > 0.5 || math.Abs(a.H-b.H) > 0.5
}

// same says what differs between two looks, "" when nothing does but time.
func same(a, b *seen) string { return others(a, b, nil, nil) }

// documents says where what the document says of theme and cells differs, generations apart: they only grow.
func documents(a, b *seen) string {
	cells := func(s *seen) map[string]any {
		out, _ := s.doc["cells"].(map[string]any)
		for _, c := range out {
			if fields, ok := c.(map[string]any); ok {
				delete(fields, "generation")
			}
		}
		return out
	}
	if !reflect.DeepEqual(a.doc["theme"], b.doc["theme"]) {
		return "the theme is another"
	}
	was, is := cells(a), cells(b)
	for id := range was {
		if !reflect.DeepEqual(was[id], is[id]) {
			return fmt.Sprintf("the document says %v of %s and said %v", is[id], id, was[id])
		}
	}
	return ""
}

// others says what differs apart from the cells and nodes named; with a nil map nothing is named.
func others(a, b *seen, cells map[string]bool, named map[string]bool) string {
	ids := maps.Clone(a.cells)
	maps.Copy(ids, b.cells)
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		was, is := a.cells[id], b.cells[id]
		if cells[id] {
			if why := otherNodes(was, is, named); why != "" {
				return why
			}
			continue
		}
		switch {
		case was.ID == "":
			return id + " is new"
		case is.ID == "":
			return id + " is gone"
		case moved(was.Bounds, is.Bounds) && !ticks(is):
			return fmt.Sprintf("%s moved from %v to %v", id, was.Bounds, is.Bounds)
		case was.Placement != is.Placement:
			return fmt.Sprintf("%s was placed %+v and is %+v", id, was.Placement, is.Placement)
		case was.Title != is.Title:
			return fmt.Sprintf("%s was called %q and is %q", id, was.Title, is.Title)
		case a.source[id] != b.source[id]: // a clock that is red goes on like one that is not
			return id + " has another program"
		case is.Failure != "":
			return id + ": " + is.Failure
		case string(was.State) != string(is.State) && !ticks(is):
			return fmt.Sprintf("the state of %s was %s and is %s", id, was.State, is.State)
		}
		if why := otherNodes(was, is, map[string]bool{}); why != "" {
			return why
		}
	}
	return ""
}

// otherNodes compares the nodes of a cell that are not named, in what they say and how they look. With nothing named in the
// cell, the cell is what is meant, and any of its nodes may differ.
func otherNodes(was, is control.CellDetail, named map[string]bool) string {
	if named == nil || was.ID == "" || is.ID == "" {
		return ""
	}
	touched := func(id string) bool {
		for n := range named {
			if id == n || strings.HasPrefix(id, n+"/") || strings.HasPrefix(n, id+"/") {
				return true
			}
		}
		return false
	}
	before, after := nodes(was), nodes(is)
	for id, b := range before {
		a := after[id]
		switch {
		case touched(id):
		case a == nil:
			if !ticks(is) {
				return id + " is gone"
			}
		case a.Text != b.Text && !ticks(is):
			return fmt.Sprintf("%s said %q and says %q", id, b.Text, a.Text)
		case !a.Style.Equal(b.Style) && !ticks(is):
			return id + " looks different"
		}
	}
	return ""
}

// reflow computes what a receipt's reflowed should say: nodes that moved within their cell, but those around or in the target.
func reflow(before, after *seen, target act.Target) []string {
	was, is := before.cells[target.Cell], after.cells[target.Cell]
	at := target.Cell + "/" + target.Node
	now := nodes(is)
	out := []string{}
	for id, b := range nodes(was) {
		a := now[id]
		if a == nil || id == at || strings.HasPrefix(id, at+"/") || strings.HasPrefix(at, id+"/") {
			continue
		}
		p, q := b.Bounds, a.Bounds
		p.X, p.Y, q.X, q.Y = p.X-was.Bounds.X, p.Y-was.Bounds.Y, q.X-is.Bounds.X, q.Y-is.Bounds.Y
		if moved(p, q) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// pixels says where two pictures differ outside the old and new bounds of the cells named, with room for their shadows, and
// of what changes by itself. The faint end of a shadow reaches further.
func pixels(a, b *seen, cells map[string]bool) string {
	var may, faint []image.Rectangle
	for _, s := range []*seen{a, b} {
		for id, c := range s.cells {
			switch {
			case cells[id]:
				grown := max(1, int(c.Placement.Scale+0.5)) // a shadow grows with its cell
				may = append(may, rect(c.Bounds).Inset(-40*grown))
				faint = append(faint, rect(c.Bounds).Inset(-110*grown))
			case ticks(c):
				may = append(may, rect(c.Bounds).Inset(-1))
			}
		}
	}
	for y := range a.shot.Rect.Dy() {
		row := y * a.shot.Stride
		if bytes.Equal(a.shot.Pix[row:row+a.shot.Stride], b.shot.Pix[row:row+a.shot.Stride]) {
			continue
		}
	pixel:
		for x := range a.shot.Rect.Dx() {
			p := a.shot.PixOffset(x, y)
			if bytes.Equal(a.shot.Pix[p:p+4], b.shot.Pix[p:p+4]) {
				continue
			}
			for _, r := range may {
				if (image.Point{X: x, Y: y}).In(r) {
					continue pixel
				}
			}
			for _, r := range faint {
				if (image.Point{X: x, Y: y}).In(r) && alike(a.shot.Pix[p:p+4], b.shot.Pix[p:p+4]) {
					continue pixel
				}
			}
			return fmt.Sprintf("pixel %d,%d changed from %v to %v", x, y, a.shot.At(x, y), b.shot.At(x, y))
		}
	}
	return ""
}

// alike reports colours that no eye tells apart.
func alike(a, b []byte) bool {
	for i := range a {
		if d := int(a[i]) - int(b[i]); d > 4 || d < -4 {
			return false
		}
	}
	return true
}

// hues are the ranges, in degrees, that a person calls by a colour's name.
var hues = map[string][2]float64{
	"red": {345, 375}, "orange": {16, 42}, "yellow": {40, 66}, "green": {90, 170}, "teal": {165, 195}, "blue": {195, 245},
	"purple": {245, 295}, "pink": {300, 350},
}

// hue is the share of strong colours in a box of a cell that are of that hue, and how many pixels have a strong colour.
// Where other cells are is left out. What is disabled is pale; where nothing is strong, the pale colours count.
func (s *seen) hue(id string, b control.Bounds, name string) (part float64, strong int) {
	if part, strong = s.hueAbove(0.26, id, b, name); strong == 0 {
		part, strong = s.hueAbove(0.12, id, b, name)
	}
	return part, strong
}

func (s *seen) hueAbove(least float64, id string, b control.Bounds, name string) (part float64, strong int) {
	r := hues[name]
	hit := 0
	box := rect(b).Intersect(s.shot.Rect)
	covered := func(x, y int) bool {
		for other, c := range s.cells {
			if other != id && (image.Point{X: x, Y: y}).In(rect(c.Bounds)) {
				return true
			}
		}
		return false
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if covered(x, y) {
				continue
			}
			p := s.shot.PixOffset(x, y)
			h, sat := hueOf(float64(s.shot.Pix[p]), float64(s.shot.Pix[p+1]), float64(s.shot.Pix[p+2]))
			if sat < least {
				continue
			}
			strong++
			if h >= r[0] && h <= r[1] || h+360 >= r[0] && h+360 <= r[1] {
				hit++
			}
		}
	}
	if strong == 0 {
		return 0, 0
	}
	return float64(hit) / float64(strong), strong
}

func hueOf(r, g, b float64) (hue, saturation float64) {
	hi, lo := max(r, g, b), min(r, g, b)
	d := hi - lo
	if d < 25 {
		return 0, 0
	}
	switch hi {
	case r:
		hue = math.Mod((g-b)/d+6, 6)
	case g:
		hue = (b-r)/d + 2
	default:
		hue = (r-g)/d + 4
	}
	return hue * 60, d / hi
}
