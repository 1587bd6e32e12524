package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func inspectCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "inspect CELL",
		Short: "Show a cell's state and its tree: text, place, style and source line of every node",
		Long: `Show everything about a cell: its engine and generation, its state, and its tree with the place on the desktop, the text,
the style and the line of source of every node. The names of the nodes are those that --at, tap and point take.`,
		Example:           "  cell inspect counter\n  cell inspect counter --json",
		Args:              oneCell,
		ValidArgsFunction: a.completeCell,
		RunE: func(cmd *cobra.Command, args []string) error {
			return show(a, cmd, control.MethodInspect, control.CellParams{Cell: args[0]}, func(c control.CellDetail) error {
				a.detail(c)
				return nil
			})
		},
	}
}

func (a *app) detail(c control.CellDetail) {
	a.printf("%s  %s\n", a.paint(bold, clean(c.ID)), clean(c.Title))
	field := func(name, value string) {
		if value != "" {
			a.printf("  %s %s\n", a.paint(dim, fmt.Sprintf("%-11s", name)), clean(value))
		}
	}
	field("gene", c.Gene)
	field("generation", fmt.Sprint(c.Generation))
	field("engine", c.Engine)
	if c.PID != 0 {
		field("process", fmt.Sprint(c.PID))
	}
	field("bounds", bounds(c.Bounds))
	if len(c.State) > 0 && string(c.State) != "null" {
		field("state", shorten(string(c.State), 200))
	}
	field("focus", c.Focus)
	for _, trouble := range []string{c.Failure, c.Note} {
		if trouble != "" {
			a.printf("  %s\n", a.paint(yellow, clean(trouble)))
		}
	}
	if c.Tree == nil {
		return
	}
	a.printf("\n")
	t := newTable("NODE", "TEXT", "BOUNDS", "STYLE", "SOURCE")
	addNode(t, c.Tree, 0)
	t.print(a)
}

func addNode(t *table, n *control.NodeDetail, depth int) {
	text := shorten(firstLine(n.Text), 28)
	if n.Value != nil {
		text = strings.TrimSpace(text + " " + trimFloat(*n.Value, 3))
	}
	name := string(n.Kind)
	if depth > 0 {
		name = n.ID[strings.LastIndexByte(n.ID, '/')+1:]
		if !strings.HasPrefix(name, string(n.Kind)) {
			name += " (" + string(n.Kind) + ")"
		}
	}
	t.add("", strings.Repeat("  ", depth)+name, text, bounds(n.Bounds), styleLine(n.Style), n.Source)
	for _, c := range n.Children {
		addNode(t, c, depth+1)
	}
}

// styleLine is what is set of a style, as name=value.
func styleLine(style any) string {
	b, err := json.Marshal(style)
	if err != nil || reflect.ValueOf(style).IsZero() {
		return ""
	}
	dec := json.NewDecoder(strings.NewReader(string(b)))
	var parts []string
	if _, err := dec.Token(); err != nil {
		return ""
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return ""
		}
		var v json.RawMessage
		if dec.Decode(&v) != nil {
			return ""
		}
		parts = append(parts, fmt.Sprintf("%v=%s", key, strings.Trim(string(v), `"`)))
	}
	return shorten(strings.Join(parts, " "), 60)
}
