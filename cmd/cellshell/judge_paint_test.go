package main

import (
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"cellshell/shell/control"
)

// painted checks what the pixels say of one thing, and its style by name.
func (j *judge) painted(verb string, rest []string, t thing) string {
	fail := func(ok bool, format string, args ...any) string {
		if ok {
			return ""
		}
		return fmt.Sprintf(format, args...)
	}
	was, is := j.before.main(t.was), j.after.main(t.is)
	switch verb {
	case "style":
		raw, _ := json.Marshal(t.now.Style)
		fields := map[string]any{}
		_ = json.Unmarshal(raw, &fields)
		return fail(fmt.Sprint(fields[rest[1]]) == rest[2], "%s is %v", rest[1], fields[rest[1]])
	case "spread":
		o := j.after.cells[rest[1]].Bounds
		before, after := distance(t.was, j.before.cells[rest[1]].Bounds), distance(t.is, o)
		return fail(math.Abs(after-before*number(rest[2])) <= 2, "the gap went from %.0f to %.0f", before, after)
	case "fill":
		return fail(nearHex(is, rest[1], 8), "it is %v", is)
	case "ink":
		n := j.after.share(t.is, func(c color.RGBA) bool { return nearHex(c, rest[1], 12) })
		return fail(n > 0.01, "%.1f%% of it is", n*100)
	case "gray":
		return fail(is != was && saturation(is) < 0.3, "%v → %v", was, is)
	case "paler":
		return fail(luminance(is) > luminance(was)*1.05, "%v → %v", was, is)
	case "keepfill":
		return fail(is == was, "%v → %v", was, is)
	case "calm":
		return fail(is == was, "%v → %v", was, is)
	case "sameas":
		o := j.after.main(j.after.cells[rest[1]].Bounds)
		return fail(is != was && closeBy(is, o, 8), "it is %v, %s is %v", is, rest[1], o)
	case "contrast":
		best := 0.0
		j.after.share(t.is, func(c color.RGBA) bool { best = max(best, ratio(c, is)); return false })
		return fail(best >= number(rest[1])-0.05, "the contrast is %.1f", best)
	case "edge":
		b := t.is
		n, all := 0, 0
		for x := int(b.X) + 8; x < int(b.X+b.W)-8; x++ {
			for _, y := range []int{int(b.Y) + 1, int(b.Y+b.H) - 2} {
				p := j.after.shot.RGBAAt(x, y)
				h, sat := hueOf(float64(p.R), float64(p.G), float64(p.B))
				if r := hues[rest[1]]; sat > 0.25 && (h >= r[0] && h <= r[1] || h+360 >= r[0] && h+360 <= r[1]) {
					n++
				}
				all++
			}
		}
		return fail(n*2 > all, "%d of %d pixels of its edge are", n, all)
	case "nohalf":
		return fail(find(t.newest, "half") == nil, "there is am or pm")
	case "seconds":
		return fail(find(t.newest, "seconds") != nil, "there are none")
	}
	return "there is no check " + verb
}

// main is the most frequent colour of a box: what it is filled with.
func (s *seen) main(b control.Bounds) color.RGBA {
	count := map[color.RGBA]int{}
	var best color.RGBA
	s.share(b, func(c color.RGBA) bool {
		if count[c]++; count[c] > count[best] {
			best = c
		}
		return false
	})
	return best
}

// share is how much of a box satisfies something.
func (s *seen) share(b control.Bounds, is func(color.RGBA) bool) float64 {
	box := rect(b).Intersect(s.shot.Rect)
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if is(s.shot.RGBAAt(x, y)) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, box.Dx()*box.Dy()))
}

func nearHex(c color.RGBA, hex string, within int) bool {
	v, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	return closeBy(c, color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, within)
}

func closeBy(a, b color.RGBA, within int) bool {
	for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
		if d > within || d < -within {
			return false
		}
	}
	return true
}

func saturation(c color.RGBA) float64 {
	_, sat := hueOf(float64(c.R), float64(c.G), float64(c.B))
	return sat
}

func luminance(c color.RGBA) float64 {
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// ratio is the contrast of two colours, as WCAG defines it: 1 to 21.
func ratio(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// at reads a value of the document by its path: "cells.clock.locked".
func (s *seen) at(path string) any {
	var v any = s.doc
	for _, key := range strings.Split(path, ".") {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[key]
	}
	return v
}
