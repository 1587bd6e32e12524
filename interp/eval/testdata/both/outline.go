package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"cellshell/membrane/cell"
)

type node struct {
	title  string
	kids   []*node
	parent *node
	open   bool
}

func (n *node) add(title string) *node {
	k := &node{title: title, parent: n, open: true}
	n.kids = append(n.kids, k)
	return k
}

func (n *node) path() string {
	if n.parent == nil {
		return n.title
	}
	return n.parent.path() + "/" + n.title
}

func (n *node) count() (total int) {
	for _, k := range n.kids {
		total += 1 + k.count()
	}
	return total
}

var errEmpty = errors.New("nothing written")

type stack []float64

func (s *stack) push(v float64) { *s = append(*s, v) }

func (s *stack) pop() float64 {
	if len(*s) == 0 {
		return 0
	}
	v := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v
}

// Outline is a tree, a stack machine and their texts.
type Outline struct {
	Sum   string
	Notes []string
	root  *node
	ops   map[string]func(a, b float64) float64
}

func (o *Outline) compute(text string) (float64, error) {
	var s stack
	words := strings.Fields(text)
	if len(words) == 0 {
		return 0, errEmpty
	}
	for i, w := range words {
		if op, ok := o.ops[w]; ok {
			b, a := s.pop(), s.pop()
			s.push(op(a, b))
			continue
		}
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return 0, fmt.Errorf("word %d: %w", i+1, err)
		}
		s.push(v)
	}
	return s.pop(), nil
}

// View shows the tree.
func (o *Outline) View(x *cell.Context) cell.Node {
	if o.root == nil {
		o.root = &node{title: "root", open: true}
		a := o.root.add("a")
		a.add("b").add("c")
		o.root.add("d")
		o.ops = map[string]func(a, b float64) float64{
			"+": func(a, b float64) float64 { return a + b },
			"*": func(a, b float64) float64 { return a * b },
		}
	}
	result := "?"
	if v, err := o.compute(o.Sum); err == nil {
		result = strconv.FormatFloat(v, 'g', 6, 64)
	} else if errors.Is(err, errEmpty) {
		result = "empty"
	} else {
		result = err.Error()
	}
	var walk func(n *node, depth int) []cell.Node
	walk = func(n *node, depth int) []cell.Node {
		rows := []cell.Node{cell.Row(
			cell.Spacer().Width(float64(depth)*16),
			cell.Button(n.title).Disabled(len(n.kids) == 0).OnTap(func() { n.open = !n.open }),
			cell.Button("+").OnTap(func() {
				n.add(fmt.Sprint(n.title, len(n.kids)))
				o.Notes = append(o.Notes, n.path())
			}),
		)}
		if n.open {
			for _, k := range n.kids {
				rows = append(rows, walk(k, depth+1)...)
			}
		}
		return rows
	}
	rows := walk(o.root, 0)
	return cell.Column(
		cell.Column(rows...),
		cell.Text(fmt.Sprint(o.root.count(), " below, ", len(rows), " shown")),
		cell.Field(o.Sum).OnChange(func(s string) { o.Sum = "3 4 + 2 * " + s }).OnSubmit(func(s string) { o.Sum = "" }),
		cell.Text(result),
		cell.Text(strings.Join(o.Notes, " · ")),
	)
}

func main() { cell.Run(&Outline{}) }
