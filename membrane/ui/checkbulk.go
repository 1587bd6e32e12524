package ui

import (
	"fmt"
	"slices"
)

// bulk judges what is limited over the whole tree: series, paint commands, images and shaders.
func (c *checker) bulk(n *Node) error {
	for _, s := range n.Series {
		c.values += len(s.Values)
		if p := s.problem(); p != "" {
			return &NodeError{ID: n.ID, Problem: p}
		}
	}
	c.paints += len(n.Paint)
	for i := range n.Paint {
		c.points += len(n.Paint[i].At)
		if p := n.Paint[i].problem(); p != "" {
			return &NodeError{ID: n.ID, Problem: fmt.Sprintf("paint command %d: %s", i, p)}
		}
	}
	c.data += len(n.Data)
	if n.Shader != nil {
		c.shaders++
		if p := n.Shader.problem(); p != "" {
			return &NodeError{ID: n.ID, Problem: p}
		}
	}
	for _, f := range []struct {
		what        string
		size, limit int
	}{
		{"values in charts", c.values, MaxValues},
		{"paint commands", c.paints, MaxPaints},
		{"numbers in paint commands", c.points, MaxPoints},
		{"bytes of images", c.data, MaxData},
		{"shaders", c.shaders, MaxShader},
	} {
		if f.size > f.limit {
			return &TooLargeError{What: f.what, Size: f.size, Limit: f.limit}
		}
	}
	return nil
}

func (s *Series) problem() string {
	if p := colorProblem("series color", s.Color); p != "" {
		return p
	}
	if !finite(s.Values...) {
		return "series has a value that is not finite"
	}
	return textProblem(s.Name)
}

// paintNumbers says how many numbers At needs; polyline and polygon take any even number from 4.
var paintNumbers = map[string]int{"line": 4, "rect": 4, "circle": 3, "arc": 5, "text": 2}

func (p *Paint) problem() string {
	if !slices.Contains(PaintOps, p.Op) {
		return fmt.Sprintf("op %q is none of %v", short(p.Op), PaintOps)
	}
	if want, fixed := paintNumbers[p.Op]; fixed && len(p.At) != want {
		return fmt.Sprintf("%s has %d numbers, needs %d", p.Op, len(p.At), want)
	} else if !fixed && (len(p.At) < 4 || len(p.At)%2 != 0) {
		return fmt.Sprintf("%s has %d numbers, needs an even number from 4", p.Op, len(p.At))
	}
	if !finite(p.At...) || !finite(p.Width, p.Radius, p.Size) {
		return "has a number that is not finite"
	}
	if p.Width < 0 || p.Radius < 0 || p.Size < 0 {
		return "has a negative width, radius or size"
	}
	for _, problem := range []string{
		colorProblem("fill", p.Fill),
		colorProblem("stroke", p.Stroke),
		wordProblem("align", p.Align, TextAligns),
		wordProblem("cap", p.Cap, Caps),
		textProblem(p.Text),
	} {
		if problem != "" {
			return problem
		}
	}
	return ""
}
