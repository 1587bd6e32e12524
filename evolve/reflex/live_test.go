package reflex_test

import (
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// lively is the desktop of live.tsv: the built-in genes with what they show, in the words of its contexts. at is a cell and
// node pointed at with the sentence, last what was changed last, desk the only cells there, gone a removed cell with the
// number of its removal, hidden a cell that was hidden last, copy a cell that stands there twice, spoken what was spoken of
// since the last change, after what was said and done before, back that the last change took another back.
func lively(t *testing.T, context string) *reflex.Scene {
	t.Helper()
	s := builtIn(t)
	s.Mode = "light"
	show := map[string][]reflex.Node{
		"clock": {
			{ID: "column0", Kind: "column"},
			{ID: "column0/row0/time", Kind: "text", Text: "15:04", Key: "time"},
			{ID: "column0/row0/seconds", Kind: "text", Text: "05", Key: "seconds", X: 60},
			{ID: "column0/date", Kind: "text", Text: "Sunday, 22 November", Key: "date", Y: 60},
		},
		"panel": {
			{ID: "row0", Kind: "row"},
			{ID: "row0/middle/date", Kind: "text", Text: "Sun 22 Nov", Key: "date"},
			{ID: "row0/middle/time", Kind: "text", Text: "15:04", Key: "time", X: 60},
			{ID: "row0/right/icon0", Kind: "icon", Key: "cpu", X: 180},
			{ID: "row0/right/cpu", Kind: "text", Text: "12 %", Key: "cpu", X: 200},
			{ID: "row0/right/icon1", Kind: "icon", Key: "memory", X: 240},
			{ID: "row0/right/memory", Kind: "text", Text: "40 %", Key: "memory", X: 260},
		},
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if show[c.Gene] != nil {
			c.Nodes = show[c.Gene]
		}
		for k := range c.Styles {
			switch c.Styles[k].Name {
			case "digital", "seconds", "24-hour", "by-one", "lines":
				c.Styles[k].On = true
			}
		}
	}
	thing := func(v string) act.Target {
		cell, node, _ := strings.Cut(v, "/")
		return act.Target{Cell: cell, Node: node}
	}
	for _, item := range strings.Fields(context) {
		k, v, _ := strings.Cut(item, "=")
		switch k {
		case "at":
			s.Point = &reflex.Place{Target: thing(v), Given: true}
		case "last":
			last := thing(v)
			s.Last, s.LastActs = &last, []act.Act{{Intent: act.Resize, Target: last, Args: act.Args{Factor: 1.5}}}
		case "mode":
			s.Mode = v
		case "hidden":
			for i, c := range s.Cells {
				if c.ID == v {
					s.Hidden = append(s.Hidden, c)
					s.Cells = append(s.Cells[:i:i], s.Cells[i+1:]...)
					s.LastActs = []act.Act{{Intent: act.Hide, Target: act.Target{Cell: v}}}
					break
				}
			}
		case "back":
			s.Back = func() bool { return true }
		case "spoken":
			of := thing(v)
			s.Last, s.Spoken = &of, true
		case "after":
			after(s, strings.ReplaceAll(v, "_", " "))
		case "copy": // a second one of a gene
			for _, c := range s.Cells {
				if c.ID == v {
					c.ID, c.Y = v+"-2", c.Y+200
					s.Cells = append(s.Cells, c)
				}
			}
		case "gone", "desk":
			name, number, _ := strings.Cut(v, ":")
			var kept []reflex.Cell
			for _, c := range s.Cells {
				if k == "gone" && c.ID != name || k == "desk" && strings.Contains(","+v+",", ","+c.ID+",") {
					kept = append(kept, c)
				}
			}
			s.Cells = kept
			if k == "gone" {
				s.Gone = func(gene string) int {
					if gene == name {
						return int(num(number))
					}
					return 0
				}
			}
		}
	}
	return s
}

// after lets a sentence have been said and done.
func after(s *reflex.Scene, sentence string) {
	s.LastActs, s.Fresh, s.Last = reflex.Parse(sentence, s).Acts, true, nil
	if len(s.LastActs) > 0 && s.LastActs[0].Target.Cell != "" {
		last := s.LastActs[0].Target
		s.Last = &last
	}
	for _, a := range s.LastActs {
		if a.Intent == act.Remove && a.Target.Node == "" {
			s.Cells = slices.DeleteFunc(s.Cells, func(c reflex.Cell) bool { return c.ID == a.Target.Cell })
			if s.Last != nil && s.Last.Cell == a.Target.Cell {
				s.Last = nil
			}
		}
	}
}

// TestLive holds what somebody who had never seen the desktop said to it, with sentences of the same kinds.
func TestLive(t *testing.T) {
	var s score
	list := rows(t, "live.tsv")
	for _, r := range list {
		s.add(t, r, reflex.Parse(r.sentence, lively(t, r.context)))
	}
	s.tell(t, "live", len(list))
	if s.right != len(list) {
		t.Errorf("%d of %d sentences are not read as wanted", len(list)-s.right, len(list))
	}
}
