package main

import (
	"fmt"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func restoreCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore N",
		Short: "Make the desktop what it was after change N",
		Long: `Make the desktop what it was after change N of the history. What came later stays in the history, and undo goes forth again.
To take back one change and keep what came after it, see undo.`,
		Example: "  cell history\n  cell restore 4",
		Args:    cobra.ExactArgs(1),

		ValidArgsFunction: a.completeChange,
		RunE: ordinal(func(cmd *cobra.Command, n int) error {
			return a.change(cmd, control.MethodRestore, control.RestoreParams{N: n})
		}),
	}
}

func branchCommand(a *app) *cobra.Command {
	var limit time.Duration
	cmd := &cobra.Command{
		Use:   "branch [NAME | keep | drop]",
		Short: "Try something: keep it or throw it away together",
		Long: `Begin an attempt: the changes from now on are kept together or thrown away together. With --for it is thrown away by itself
when the time is over. Without an argument, tell what is being tried. In git it is a branch of that name.`,
		Example:   "  cell branch bold --for 1h\n  cell evolve \"dark mode\"\n  cell branch drop",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: []string{"keep\tmake it part of the desktop's history", "drop\tthrow it away"},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return show(a, cmd, control.MethodTrying, nil, a.tellBranch)
			case args[0] == control.BranchKeep || args[0] == control.BranchDrop:
				if limit != 0 {
					return wrongly("", "branch: --for is for an attempt that begins")
				}
				return a.change(cmd, control.MethodBranch, control.BranchParams{Do: args[0]})
			case limit < 0 || limit != 0 && limit < time.Minute:
				return wrongly("write it as 1h or 30m", "branch: --for %v is too short", limit)
			}
			return a.change(cmd, control.MethodBranch, control.BranchParams{
				Do: control.BranchStart, Name: args[0], Minutes: int(limit.Round(time.Minute) / time.Minute),
			})
		},
	}
	cmd.Flags().DurationVar(&limit, "for", 0, "throw it away after that `TIME`, unless it is kept before: 1h, 30m")
	return cmd
}

func (a *app) tellBranch(b *control.Branch) error {
	if b == nil {
		fmt.Fprintln(a.out, "Nothing is being tried.")
		return nil
	}
	fmt.Fprintf(a.out, "Trying %q since #%d, changes so far: %d.\n", b.Name, b.From, b.Changes)
	if !b.Until.IsZero() {
		fmt.Fprintf(a.out, "It is thrown away %s, unless it is kept before.\n", humanize.Time(b.Until))
	}
	return nil
}
