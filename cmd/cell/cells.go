package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func lsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "ls",
		Short:   "List the cells",
		Example: "  cell ls\n  cell ls --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return show(a, cmd, control.MethodLs, nil, func(cells []control.CellInfo) error {
				if len(cells) == 0 {
					fmt.Fprintln(a.err, `The desktop is empty. Try: cell evolve "add a clock"`)
				}
				t := newTable("CELL", "GENE", "TITLE", "ENGINE", "GEN", "BOUNDS", "CPU", "MEMORY").alignRight(4, 6, 7)
				for _, c := range cells {
					state, style := c.Engine, ""
					if c.State != "" {
						state, style = c.State, yellow
					}
					t.add(style, c.ID, c.Gene, c.Title, state, strconv.Itoa(c.Generation), bounds(c.Bounds), percent(c.CPU), memory(c.Memory))
				}
				t.print(a)
				return nil
			})
		},
	}
}

func killCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "kill CELL",
		Aliases:           []string{"rm"},
		Short:             "Remove a cell (undo brings it back)",
		Example:           "  cell kill clock\n  cell undo",
		Args:              oneCell,
		ValidArgsFunction: a.completeCell,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.change(cmd, control.MethodKill, control.CellParams{Cell: args[0]})
		},
	}
}

func genesCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "genes",
		Short:   "List the built-in cells",
		Example: "  cell genes\n  cell spawn monitor",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return show(a, cmd, control.MethodGenes, nil, func(genes []control.GeneInfo) error {
				t := newTable("GENE", "KIND", "DESCRIPTION", "STYLES")
				for _, g := range genes {
					t.add("", g.Name, g.Kind, g.Description, strings.Join(g.Styles, ", "))
				}
				t.print(a)
				return nil
			})
		},
	}
}

func bounds(b control.Bounds) string {
	return number(b.W) + "×" + number(b.H) + " at " + number(b.X) + "," + number(b.Y)
}

func percent(part float64) string { return trimFloat(part*100, 1) + "%" }

func memory(n int64) string { return humanize.IBytes(uint64(max(n, 0))) }
