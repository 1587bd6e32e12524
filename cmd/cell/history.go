package main

import (
	"strconv"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

func undoCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "undo [N]",
		Short: "Take back the newest change, or only number N",
		Long: `Take back the newest change. With a number from history, take back only that one and keep what came after it.
Nothing is lost: what was taken back can be done again with redo. Typed text and counted clicks stay.`,
		Example: "  cell undo\n  cell history\n  cell undo 4",
		Args:    cobra.MaximumNArgs(1),

		ValidArgsFunction: a.completeChange,
		RunE: ordinal(func(cmd *cobra.Command, n int) error {
			return a.change(cmd, control.MethodUndo, control.UndoParams{N: n})
		}),
	}
}

func redoCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "redo",
		Short:   "Do again what was taken back",
		Example: "  cell undo\n  cell redo",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.change(cmd, control.MethodRedo, nil)
		},
	}
}

func historyCommand(a *app) *cobra.Command {
	var p control.HistoryParams
	cmd := &cobra.Command{
		Use:     "history [-n N]",
		Short:   "List what was changed, newest first",
		Example: "  cell history\n  cell history -n 5\n  cell diff 3",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if p.Limit < 0 {
				return wrongly("", "history: -n must not be negative: %d", p.Limit)
			}
			return show(a, cmd, control.MethodHistory, p, func(entries []control.HistoryEntry) error {
				t := newTable("N", "WHEN", "COMMIT", "SENTENCE", "").alignRight(0)
				for _, e := range entries {
					note, style := "", ""
					switch {
					case e.Undone:
						note, style = "taken back", dim
					case e.Status != act.Done && e.Status != "":
						note, style = strings.ReplaceAll(string(e.Status), "_", " "), yellow
					}
					t.add(style, strconv.Itoa(e.N), humanize.Time(e.Time), e.Commit[:min(8, len(e.Commit))], firstLine(e.Sentence), note)
				}
				t.print(a)
				return nil
			})
		},
	}
	cmd.Flags().IntVarP(&p.Limit, "limit", "n", 0, "at most `N` of them (50)")
	return cmd
}

func diffCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "diff [N]",
		Short:   "Show what the newest change, or number N, changed in the files",
		Example: "  cell diff\n  cell diff 3 | git apply --stat",
		Args:    cobra.MaximumNArgs(1),

		ValidArgsFunction: a.completeChange,
		RunE: ordinal(func(cmd *cobra.Command, n int) error {
			return show(a, cmd, control.MethodDiff, control.DiffParams{N: n}, func(d control.DiffResult) error {
				return a.text(d.Diff, diffStyle)
			})
		}),
	}
}

func diffStyle(line string) string {
	switch {
	case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "---"), strings.HasPrefix(line, "diff "), strings.HasPrefix(line, "index "):
		return bold
	case strings.HasPrefix(line, "@@"):
		return cyan
	case strings.HasPrefix(line, "+"):
		return green
	case strings.HasPrefix(line, "-"):
		return red
	}
	return ""
}

// ordinal is a verb that takes the number of a change; without one it is given 0, which means the newest.
func ordinal(run func(cmd *cobra.Command, n int) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return run(cmd, 0)
		}
		n, err := strconv.Atoi(strings.TrimPrefix(args[0], "#"))
		if err != nil || n < 1 {
			return wrongly("the numbers are listed by: cell history", "%s: %q is not the number of a change", cmd.Name(), args[0])
		}
		return run(cmd, n)
	}
}
