package ui

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of one tree.
const (
	MaxNodes  = 10_000
	MaxDepth  = 64
	MaxText   = 64 << 10  // bytes of each text
	MaxValues = 100_000   // numbers in all series of the tree
	MaxPaints = 20_000    // paint commands in the tree
	MaxPoints = 200_000   // numbers in all paint commands of the tree
	MaxData   = 8 << 20   // bytes of all images of the tree
	MaxKage   = 16 << 10  // bytes of a shader's source
	MaxShader = 16        // shaders in the tree
	MaxGiven  = 32        // uniforms of a shader
	MaxKey    = 64        // bytes of a key
	MaxNumber = 1_000_000 // largest absolute value of a style's number
)

// Limits of the room in text, as multiples of the font size: beyond them letters or lines lie on each other, or fall apart.
const (
	MinLetterSpacing = -0.1
	MaxLetterSpacing = 1
	MinLineHeight    = 0.8
	MaxLineHeight    = 4
)

// NodeError says what is wrong with which node.
type NodeError struct {
	ID      string
	Problem string
}

// Error implements error.
func (e *NodeError) Error() string { return fmt.Sprintf("ui: node %s: %s", e.ID, e.Problem) }

// Check judges a tree from the other side: limits, known kinds, events, icons and words, finite numbers, valid colours
// and keys, no two siblings with one ID. The tree must have been identified. The error is a *TooLargeError or a *NodeError.
func Check(root *Node) error {
	if root == nil {
		return &NodeError{ID: "(root)", Problem: "is missing"}
	}
	return (&checker{}).node(root, 1)
}

// checker counts what is limited over the whole tree.
type checker struct{ nodes, values, paints, points, data, shaders int }

func (c *checker) node(n *Node, depth int) error {
	c.nodes++
	if c.nodes > MaxNodes {
		return &TooLargeError{What: "nodes or more", Size: c.nodes, Limit: MaxNodes}
	}
	if depth > MaxDepth {
		return &TooLargeError{What: "levels of nodes or more", Size: depth, Limit: MaxDepth}
	}
	problem := n.problem()
	if problem == "" {
		problem = n.Style.problem()
	}
	if problem != "" {
		return &NodeError{ID: n.ID, Problem: problem}
	}
	if err := c.bulk(n); err != nil {
		return err
	}
	if id, twice := duplicate(n.Children); twice {
		return &NodeError{ID: id, Problem: "is there twice; give siblings different keys"}
	}
	for _, child := range n.Children {
		if err := c.node(child, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func duplicate(siblings []*Node) (string, bool) {
	if len(siblings) < 2 {
		return "", false
	}
	seen := make(map[string]bool, len(siblings))
	for _, s := range siblings {
		if seen[s.ID] {
			return s.ID, true
		}
		seen[s.ID] = true
	}
	return "", false
}

// problem judges the fields of one node, but for style and bulk.
func (n *Node) problem() string {
	switch {
	case !slices.Contains(Kinds, n.Kind):
		return fmt.Sprintf("kind %q is unknown", string(n.Kind))
	case len(n.Children) > 0 && !slices.Contains(Containers, n.Kind):
		return fmt.Sprintf("kind %s cannot have children", n.Kind)
	case (n.Kind == KindScroll || n.Kind == KindShader) && len(n.Children) > 1:
		return fmt.Sprintf("%s has %d children, at most 1", n.Kind, len(n.Children))
	case (n.Kind == KindShader) != (n.Shader != nil):
		return fmt.Sprintf("kind %s and the field shader do not belong together", n.Kind)
	case n.Key != "" && !ValidKey(n.Key):
		return fmt.Sprintf("key %q is not 1 to %d letters, digits, '-', '_' or '.'", n.Key, MaxKey)
	case n.Icon != "" && !slices.Contains(Icons, n.Icon):
		return fmt.Sprintf("icon %q is unknown", n.Icon)
	case n.Kind == KindIcon && n.Icon == "":
		return "has no icon name"
	case n.Columns < 0 || n.Columns > 1000:
		return fmt.Sprintf("columns %d is not 0 to 1000", n.Columns)
	case !finite(n.Value, n.Min, n.Max, n.Step, n.Box[0], n.Box[1]):
		return "has a number that is not finite"
	case n.Box[0] < 0 || n.Box[1] < 0 || n.Box[0] > MaxNumber || n.Box[1] > MaxNumber:
		return fmt.Sprintf("box %g×%g is not within 0 to %d", n.Box[0], n.Box[1], MaxNumber)
	case len(n.Via) > MaxDepth:
		return fmt.Sprintf("via has %d positions, at most %d", len(n.Via), MaxDepth)
	}
	for _, e := range n.Events {
		if !slices.Contains(Events, e) {
			return fmt.Sprintf("event %q is unknown", string(e))
		}
	}
	return textProblem(append([]string{n.Text, n.Placeholder, n.Tooltip, n.Source}, n.Via...)...)
}

func textProblem(texts ...string) string {
	for _, s := range texts {
		if len(s) > MaxText {
			return fmt.Sprintf("text has %d bytes, at most %d", len(s), MaxText)
		}
		if !utf8.ValidString(s) {
			return "text is not UTF-8"
		}
	}
	return ""
}

// ValidKey reports whether s may be a node's key: 1 to 64 letters, digits, '-', '_' and '.', all ASCII.
func ValidKey(s string) bool {
	if s == "" || len(s) > MaxKey {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_' || r == '.')
	}) < 0
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
