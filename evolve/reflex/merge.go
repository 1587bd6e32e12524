package reflex

import (
	"reflect"
	"slices"

	"cellshell/evolve/act"
)

// merge joins "width 300" and "height 200" of one target into one act.
func (p *parser) merge() {
	var out []act.Act
	for _, a := range p.acts {
		if (a.Intent == act.Shape || a.Intent == act.Recolor && a.Args.Color != "") && slices.ContainsFunc(out, func(b act.Act) bool { return reflect.DeepEqual(a, b) }) {
			continue // "rounded corners" says one thing twice
		}
		if p.has("complaint") && p.saidAgain(out, a) {
			continue
		}
		if n := len(out); n > 0 {
			b := &out[n-1]
			if a.Intent == act.Undo && b.Intent == act.Undo && p.sighs() {
				*b = a // "oops, take that back" is one
				continue
			}
			if slices.Contains(onceForAll, a.Intent) && reflect.DeepEqual(a, *b) {
				continue // "I am done with it, close it"
			}
			if f, g := a.Args.Factor, b.Args.Factor; p.has("mult") && !p.has("repeat") && !some(p.toks, "conj") && !some(p.toks, "pron") && plainly(a) && plainly(*b) && a.Target == b.Target && a.Args.Axis == b.Args.Axis && (f > 1) == (g > 1) && (g == 1.5 || g == round(1/1.5)) {
				b.Args.Factor = f // "bigger, twice the size" says by how much
				continue
			}
			if shift(a) && shift(*b) && a.Target == b.Target {
				b.Args.DX, b.Args.DY = b.Args.DX+a.Args.DX, b.Args.DY+a.Args.DY // "40px left and 16px down"
				continue
			}
			if f := a.Args.Factor; a.Intent == act.Resize && f != 0 && reflect.DeepEqual(a, *b) && reflect.DeepEqual(a.Args, act.Args{Factor: f, Axis: a.Args.Axis}) {
				b.Args.Factor = within(f * f) // "bigger and bigger"
				continue
			}
			if a.Intent == act.Resize && b.Intent == act.Resize && a.Target == b.Target &&
				a.Args == (act.Args{Height: a.Args.Height}) && b.Args == (act.Args{Width: b.Args.Width}) {
				b.Args.Height = a.Args.Height
				continue
			}
		}
		out = append(out, a)
	}
	p.acts = out
	p.grounded()
}

// saidAgain lets a wish say how much is meant by a complaint that the sentence began with, of each thing that both are about: "I can
// hardly see the keys, they need to be way bigger". It reports whether the act was done so.
func (p *parser) saidAgain(out []act.Act, a act.Act) bool {
	for i := range out {
		b := &out[i]
		if a.Intent != b.Intent || a.Target != b.Target || a.Args.Part != b.Args.Part || a.Args.Axis != b.Args.Axis {
			continue
		}
		f, g := a.Args.Factor, b.Args.Factor
		switch {
		case a.Intent == act.Recolor && a.Args.Lighten*b.Args.Lighten > 0:
			b.Args.Lighten = a.Args.Lighten
		case a.Intent == act.Resize && f > 1 && g > 1:
			b.Args.Factor = max(f, g) // "it's too small, I want it massive" is one wish
		case a.Intent == act.Resize && f > 0 && g > 0 && f < 1 && g < 1:
			b.Args.Factor = min(f, g)
		case a.Intent != act.Resize || !reflect.DeepEqual(a, *b): // "I can't read it, it is too small" says one thing twice
			continue
		}
		return true
	}
	return false
}

// onceForAll are what is done once and for all: twice is the same.
var onceForAll = []act.Intent{act.Remove, act.Hide, act.Lock, act.Style}

// grounded lets a colour that is said with another one for the letters be what lies behind them: "the panel blue with white
// letters". Alone it would be the accent of a cell, and letters have none.
func (p *parser) grounded() {
	for i := range p.acts {
		a := &p.acts[i]
		if a.Intent != act.Recolor || a.Args.Color == "" || a.Args.Part != "" {
			continue
		}
		for _, b := range p.acts {
			if b.Intent == act.Recolor && b.Args.Part == "background" && b.Args.Color == "transparent" && b.Target == a.Target {
				a.Args.Part = "text" // "blue, no background"
			}
		}
	}
	said := false
	for i, t := range p.toks {
		next := t0(p.toks, i+1)
		said = said || t.is("color") && next != nil && next.is("part", "text", "font") // not "and the text yellow"
	}
	if !said {
		return
	}
	for i := range p.acts {
		a := &p.acts[i]
		if a.Intent != act.Recolor || a.Args.Color == "" || a.Args.Part != "" || a.Target.Node != "" {
			continue
		}
		for _, b := range p.acts {
			if b.Intent == act.Recolor && b.Args.Part == "text" && b.Args.Color != "" && b.Target.Cell == a.Target.Cell {
				a.Args.Part = "background"
			}
		}
	}
}

// shift reports whether an act moves something by so much and does nothing else.
func shift(a act.Act) bool {
	return a.Intent == act.Move && (a.Args.DX != 0 || a.Args.DY != 0) && reflect.DeepEqual(a.Args, act.Args{DX: a.Args.DX, DY: a.Args.DY})
}

// sighs reports whether a sentence begins with a word that alone would undo, and goes on to say so.
func (p *parser) sighs() bool {
	return len(p.toks) > 1 && p.toks[0].text == "oops" && p.toks[0].is("undo", "one")
}

// conflicting reports whether one act takes back another: red and blue, bigger and smaller.
func (p *parser) conflicting() bool {
	for i, a := range p.acts {
		for _, b := range p.acts[:i] {
			if a.Intent != b.Intent || a.Target != b.Target || a.Intent == act.Spawn {
				continue
			}
			x, y := a.Args, b.Args
			if x.Color != "" && y.Color != "" && x.Color != y.Color && x.Part == y.Part || x.Anchor != "" && y.Anchor != "" && !(x.Pixels > 0 && y.Pixels > 0 && x.Axis != y.Axis) || x.Mode != "" && y.Mode != "" ||
				x.Axis == y.Axis && (x.Factor-1)*(y.Factor-1) < 0 && x.Factor > 0 && y.Factor > 0 || x.Size != 0 && y.Size != 0 ||
				x.Layout != "" && y.Layout != "" || x.Style != "" && x.Style == opposite[y.Style] {
				return true
			}
		}
	}
	return false
}

// plainly reports whether an act only makes something so many times as large.
func plainly(a act.Act) bool {
	return a.Intent == act.Resize && a.Args.Factor > 0 && reflect.DeepEqual(a.Args, act.Args{Factor: a.Args.Factor, Axis: a.Args.Axis})
}
