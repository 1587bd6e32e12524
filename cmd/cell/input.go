package main

import (
	"strings"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func tapCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "tap CELL/NODE",
		Short: "Click a node",
		Long: `Click a node: a button, a toggle, a field to type into. A node is named by its path (see inspect), its key, its label or its
kind and number.`,
		Example: `  cell tap counter/plus
  cell tap "counter/+1"`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: a.completeTarget,
		RunE: func(cmd *cobra.Command, args []string) error {
			return show(a, cmd, control.MethodTap, control.NodeParams{Target: args[0]}, a.went)
		},
	}
}

func typeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "type TEXT",
		Short:   "Type text into the focused field",
		Example: "  cell tap notes/text-1\n  cell type \"buy milk\"",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return show(a, cmd, control.MethodType, control.TypeParams{Text: strings.Join(args, " ")}, a.went)
		},
	}
}

func keyCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "key CHORD…",
		Short:   "Press keys",
		Long:    "Press a key, or several one after the other: enter, tab, escape, backspace, delete, left, home, f5, a, ctrl+a, shift+left …",
		Example: "  cell key enter\n  cell key ctrl+a delete",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for i, chord := range args {
				print := a.went
				if i < len(args)-1 {
					print = func(control.InputResult) error { return nil }
				}
				if err := show(a, cmd, control.MethodKey, control.KeyParams{Chord: chord}, print); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func pointCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "point CELL[/NODE]",
		Short:             `Point at something: it is what "this" means in the next sentence`,
		Example:           "  cell point counter/plus\n  cell evolve \"make this bigger\"",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: a.completeTarget,
		RunE: func(cmd *cobra.Command, args []string) error {
			return show(a, cmd, control.MethodPoint, control.NodeParams{Target: args[0]}, func(p control.PointResult) error {
				parts := []string{}
				for _, s := range []string{place(p.Cell, p.Node), p.Kind, firstLine(p.Text), p.Source} {
					if s != "" {
						parts = append(parts, clean(s))
					}
				}
				a.printf("%s\n", strings.Join(parts, "  "))
				return nil
			})
		},
	}
}

// went tells where an input went.
func (a *app) went(r control.InputResult) error {
	if at := place(r.Cell, r.Node); at != "" {
		a.printf("%s\n", clean(at))
	}
	return nil
}

func place(cell, node string) string {
	if node != "" {
		return node
	}
	return cell
}
