package celltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"cellshell/membrane/ui"
)

// Tree is what the cell shows, identified and checked.
func (d *Driver) Tree() *ui.Node { return d.tree }

// Hello is what the cell said of itself.
func (d *Driver) Hello() ui.Hello { return d.hello }

// State is the newest state, JSON.
func (d *Driver) State() json.RawMessage { return d.state }

// Logs are the lines the cell logged.
func (d *Driver) Logs() []string { return d.logs }

// Timers are the timers that run, by ID.
func (d *Driver) Timers() map[int]time.Duration { return maps.Clone(d.timers) }

// Texts returns every text of the tree in reading order, those of canvases too.
func (d *Driver) Texts() []string {
	var texts []string
	ui.Walk(d.tree, func(n *ui.Node) bool {
		if n.Text != "" {
			texts = append(texts, n.Text)
		}
		for _, p := range n.Paint {
			if p.Text != "" {
				texts = append(texts, p.Text)
			}
		}
		return true
	})
	return texts
}

// Record returns everything the cell said after its hello, one message a line: equal scripts on two engines give equal
// records.
func (d *Driver) Record() []byte {
	d.t.Helper()
	var out bytes.Buffer
	for _, m := range d.record {
		line, err := ui.Marshal(m)
		if err != nil {
			d.t.Fatalf("celltest: %v", err)
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// Stop asks the cell to end and returns the reason it gave, "" for a wanted end.
func (d *Driver) Stop() string {
	d.t.Helper()
	d.send(ui.Stop{Deadline: 1000})
	for {
		m, err := d.conn.Receive()
		if err != nil {
			d.t.Fatalf("celltest: waiting for bye: %v", err)
		}
		if bye, ok := m.(ui.Bye); ok {
			return bye.Reason
		}
	}
}

// Sketch writes a tree as indented lines: name, text, value.
func Sketch(root *ui.Node) string {
	var b strings.Builder
	sketch(&b, root, 0)
	return b.String()
}

func sketch(b *strings.Builder, n *ui.Node, depth int) {
	if n == nil {
		return
	}
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), n.ID[strings.LastIndexByte(n.ID, '/')+1:])
	if n.Key != "" {
		fmt.Fprintf(b, " (%s)", n.Kind)
	}
	if n.Text != "" {
		fmt.Fprintf(b, " %q", n.Text)
	}
	if n.Value != 0 {
		fmt.Fprintf(b, " = %g", n.Value)
	}
	if n.Source != "" {
		fmt.Fprintf(b, " @%s", n.Source)
	}
	b.WriteByte('\n')
	for _, child := range n.Children {
		sketch(b, child, depth+1)
	}
}

// sorted goes through the timers by ID, also those that change while it does.
func sorted(timers map[int]time.Duration) iter.Seq2[int, time.Duration] {
	return func(yield func(int, time.Duration) bool) {
		for _, id := range slices.Sorted(maps.Keys(timers)) {
			if every, ok := timers[id]; ok && !yield(id, every) {
				return
			}
		}
	}
}
