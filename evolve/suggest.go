package evolve

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Offer bounds the completions and suggestions of one sentence.
const Offer = 5

// Open ends a suggestion that wants something more from whoever takes it: `call it …`.
const Open = "…"

// Complete offers whole sentences that begin with what is typed, at most [Offer]: those said before (newest first), then
// those that fit what is pointed at, then others that are understood here without a model. For an empty sentence they are
// what fits best. at is what "this" means, empty for wherever the pointer rests.
func (e *Engine) Complete(typed string, at act.Target, said []string) []string {
	scene := e.o.Desk.Glance()
	if at == (act.Target{}) && scene.Point != nil {
		at = scene.Point.Target
	}
	fitting := suggestions(scene, at)
	if strings.TrimSpace(typed) == "" {
		return fitting[:min(len(fitting), Offer)]
	}
	var out []string
	want := squeeze(typed)
	for _, list := range [][]string{said, fitting, phrases(scene)} {
		for _, s := range list {
			low := squeeze(s)
			if len(out) < Offer && len(low) > len(want) && strings.HasPrefix(low, want) && !slices.ContainsFunc(out, func(o string) bool { return squeeze(o) == low }) {
				out = append(out, s)
			}
		}
	}
	return out
}

// squeeze makes sentences comparable: lower case, single spaces, none before the first word.
func squeeze(s string) string {
	low := strings.Join(strings.Fields(strings.ToLower(s)), " ")
	if low != "" && strings.TrimRight(s, " ") != s {
		low += " "
	}
	return low
}

// suggestions fit what is pointed at, the best first.
func suggestions(s *Scene, at act.Target) []string {
	id := tissue.CellID(at.Cell)
	c, dc := s.Cells[id], s.Doc.Cells[id]
	if c == nil || dc == nil {
		return deskSuggestions(s)
	}
	var out []string
	n := s.Node(id, at.Node)
	if at.Node != "" && n != nil {
		switch n.Kind {
		case ui.KindButton:
			out = append(out, "make this button bigger", "make this button red", "call it "+Open)
		case ui.KindText:
			out = append(out, "make this text bigger", "make this text bold", "make this text red")
		case ui.KindImage, ui.KindIcon, ui.KindChart, ui.KindSlider, ui.KindToggle, ui.KindProgress:
			out = append(out, "make this "+string(n.Kind)+" bigger")
		}
	}
	name := "the " + strings.ToLower(title(dc, id))
	if dc.Kind == tissue.KindPanel {
		return append(out, deskSuggestions(s)...)
	}
	styles := unworn(c)
	for _, st := range styles[:min(len(styles), 2)] {
		out = append(out, "make "+name+" "+st)
	}
	out = append(out, "make "+name+" bigger", "make "+name+" blue", "move "+name+" to the top right", "remove "+name)
	return out
}

// said is what to say for a style: "make the counter count by five".
func (st Style) said() string {
	return first(append(slices.Clone(st.Words), strings.ReplaceAll(st.Name, "-", " "))...)
}

// unworn lists the looks that a cell can have and has not, by the word people say.
func unworn(c *Cell) []string {
	var out []string
	for _, st := range c.Manifest.Styles {
		if !worn(c.Source, st) {
			out = append(out, st.said())
		}
	}
	return out
}

// deskSuggestions fit the bare desktop: what is not there yet first.
func deskSuggestions(s *Scene) []string {
	have := map[string]bool{}
	for _, dc := range s.Doc.Cells {
		have[dc.Gene] = true
	}
	var fresh, more []string
	for _, g := range s.Genes {
		if g.Kind == tissue.KindPanel || g.Kind == tissue.KindWallpaper {
			continue
		}
		say := "add " + article(strings.ToLower(first(g.Title, g.Name)))
		if have[g.Name] {
			more = append(more, say)
		} else {
			fresh = append(fresh, say)
		}
	}
	out := fresh[:min(len(fresh), 2)]
	out = append(out[:len(out):len(out)], otherMode(s), "tidy up")
	return append(append(out, fresh[min(len(fresh), 2):]...), more...)
}

func otherMode(s *Scene) string {
	if s.Doc.Theme.Mode == "light" {
		return "dark mode"
	}
	return "light mode"
}

// phrases are sentences that are understood on this desktop, to complete what is typed.
func phrases(s *Scene) []string {
	out := []string{
		"make this bigger", "make this smaller", "make it blue", "make it green", "undo", "redo", otherMode(s), "tidy up",
		"use an orange accent", "use a green accent", "help", "what changed today",
	}
	out = append(out, deskSuggestions(s)...)
	for _, id := range s.IDs() {
		c, dc := s.Cells[id], s.Doc.Cells[id]
		if dc == nil || dc.Hidden || dc.Kind == tissue.KindPanel {
			continue
		}
		name := "the " + strings.ToLower(title(dc, id))
		for _, end := range append([]string{"bigger", "smaller", "blue", "red", "green"}, unworn(c)...) {
			out = append(out, "make "+name+" "+end)
		}
		for _, to := range []string{"top right", "top left", "bottom right", "bottom left", "center"} {
			out = append(out, "move "+name+" to the "+to)
		}
		out = append(out, "remove "+name, "rename "+name+" to "+Open)
	}
	return out
}
