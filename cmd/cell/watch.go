package main

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func logsCommand(a *app) *cobra.Command {
	var p control.LogsParams
	var last int
	cmd := &cobra.Command{
		Use:   "logs [CELL] [-f] [-n N]",
		Short: "Show what a cell, or the desktop itself, has said",
		Long: `Show the newest lines a cell has written, and what the desktop noted about it: why it was stopped, started again or rolled
back. Without a cell, the log of the desktop itself. With --json every line is one JSON object.`,
		Example:           "  cell logs clock\n  cell logs -f\n  cell logs -n 20 counter",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: a.completeCell,
		RunE: func(cmd *cobra.Command, args []string) error {
			if last < 0 {
				return wrongly("", "logs: -n must not be negative: %d", last)
			}
			if len(args) > 0 {
				p.Cell = args[0]
			}
			var lines []control.LogLine
			err := a.call(cmd.Context(), control.MethodLogs, p, &lines, func(raw json.RawMessage) {
				var l control.LogLine
				if json.Unmarshal(raw, &l) == nil {
					a.logLine(l)
				}
			})
			if p.Follow && errors.Is(cmd.Context().Err(), context.Canceled) {
				return nil // the only way it ends
			}
			if err != nil {
				return err
			}
			if last > 0 && len(lines) > last {
				lines = lines[len(lines)-last:]
			}
			for _, l := range lines {
				a.logLine(l)
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&p.Follow, "follow", "f", false, "go on with what comes, until Ctrl+C")
	cmd.Flags().IntVarP(&last, "lines", "n", 0, "the last `N` lines only")
	return cmd
}

func (a *app) logLine(l control.LogLine) {
	if a.json {
		if b, err := json.Marshal(l); err == nil {
			a.printf("%s\n", b)
		}
		return
	}
	a.printf("%s  %s\n", a.paint(dim, l.Time.Local().Format("15:04:05.000")), clean(l.Text))
}

func topCommand(a *app) *cobra.Command {
	var follow bool
	cmd := &cobra.Command{
		Use:     "top [-f]",
		Short:   "Show what each cell uses, over one second",
		Example: "  cell top\n  cell top -f",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for {
				err := show(a, cmd, control.MethodTop, nil, func(cells []control.Usage) error {
					if follow && a.color {
						a.printf("\x1b[H\x1b[2J")
					}
					a.usage(cells)
					return nil
				})
				if follow && errors.Is(cmd.Context().Err(), context.Canceled) {
					return nil
				}
				if err != nil || !follow {
					return err
				}
				select {
				case <-time.After(time.Second):
				case <-cmd.Context().Done():
					return nil
				}
			}
		},
	}
	cmd.Flags().BoolVarP(&follow, "follow", "f", false, "again and again, until Ctrl+C")
	return cmd
}

func (a *app) usage(cells []control.Usage) {
	t := newTable("CELL", "PID", "ENGINE", "CPU", "TIME", "MEMORY", "VIEWS").alignRight(1, 3, 4, 5, 6)
	for _, c := range cells {
		t.add("", c.ID, strconv.Itoa(c.PID), c.Engine, percent(c.CPU), trimFloat(c.CPUTime, 2)+" s", memory(c.Memory), strconv.FormatUint(c.Views, 10))
	}
	t.print(a)
}
