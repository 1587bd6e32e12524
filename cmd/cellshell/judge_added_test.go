package main

import (
	"fmt"
	"image"
	"math"
	"strconv"
	"strings"

	"cellshell/shell/control"
)

func says(c control.CellDetail, text string) bool {
	for _, n := range nodes(c) {
		if strings.Contains(n.Text, text) {
			return true
		}
	}
	return strings.Contains(string(c.State), strconv.Quote(text))
}

// added looks for exactly one new cell of a gene, and for its style and place.
func (j *judge) added(rest []string, cells map[string]bool) string {
	var c control.CellDetail
	want := 1
	if len(rest) > 1 && rest[1] == "twice" {
		want, rest = 2, rest[:1]
	}
	for id, is := range j.after.cells {
		if _, old := j.before.cells[id]; old {
			continue
		}
		if want--; want < 0 {
			return "more are new"
		}
		c = is
		cells[id] = true
	}
	if want > 0 || c.Gene != rest[0] {
		return fmt.Sprintf("new is %q", c.ID)
	}
	if c.Bounds.X < 0 || c.Bounds.Y < 0 || c.Bounds.X+c.Bounds.W > 1280 || c.Bounds.Y+c.Bounds.H > 800 {
		return fmt.Sprintf("it sticks out: %v", c.Bounds)
	}
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case "over":
			x, y := number(rest[i+1]), number(rest[i+2])
			if i += 2; math.Hypot(c.Bounds.X+c.Bounds.W/2-x, c.Bounds.Y+c.Bounds.H/2-y) > 150 && !rect(c.Bounds).Inset(-8).Overlaps(image.Rect(int(x), int(y), int(x)+1, int(y)+1)) {
				return fmt.Sprintf("it is at %v", c.Bounds)
			}
		case "says":
			i++
			if !says(c, rest[i]) {
				return "it does not say so"
			}
		case "analog":
			if j.looks("canvas", []string{c.ID}, thing{old: c.Tree, now: c.Tree, newest: c}) != "" {
				return "it has no hands"
			}
		case "below":
			i++
			if o := j.after.cells[rest[i]].Bounds; c.Bounds.Y < o.Y+o.H-1 || c.Bounds.X > o.X+o.W || o.X > c.Bounds.X+c.Bounds.W {
				return fmt.Sprintf("it is at %v, %s at %v", c.Bounds, rest[i], o)
			}
		default:
			if !stands(c.Bounds, rest[i]) {
				return fmt.Sprintf("it is at %v", c.Bounds)
			}
		}
	}
	return ""
}

func (j *judge) theme(verb string, rest []string) string {
	for id, was := range j.before.cells {
		is, there := j.after.cells[id]
		if !there {
			return id + " is gone"
		}
		if moved(was.Bounds, is.Bounds) && !ticks(is) {
			return id + " moved"
		}
	}
	bright := mean(j.after.shot)
	switch {
	case verb == "dark" && bright > 90, verb == "light" && bright < 150:
		return fmt.Sprintf("brightness %.0f", bright)
	case verb == "accent":
		n := find(j.after.cells["counter"], "plus")
		if part, _ := j.after.hue("counter", n.Bounds, rest[0]); part < 0.5 {
			return fmt.Sprintf("%.0f%% of the plus button is", part*100)
		}
	}
	return ""
}

// neat: every cell is on the desktop and none covers another.
func (j *judge) neat() string {
	for a, ca := range j.after.cells {
		if _, old := j.before.cells[a]; !old {
			return a + " is new"
		}
		for b, cb := range j.after.cells {
			if a < b && rect(ca.Bounds).Inset(2).Overlaps(rect(cb.Bounds)) {
				return a + " and " + b + " overlap"
			}
		}
		if ca.Bounds.X < 0 || ca.Bounds.Y < 0 || ca.Bounds.X+ca.Bounds.W > 1280 || ca.Bounds.Y+ca.Bounds.H > 800 {
			return a + " sticks out"
		}
	}
	if len(j.after.cells) != len(j.before.cells) {
		return "cells are missing"
	}
	return ""
}
