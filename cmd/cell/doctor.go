package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func doctorCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Check what this machine gives: jail, compiler, model, storage",
		Long: `Check which layers of the jail hold on this kernel, whether there is a compiler and a language model, and where the desktop
is stored. What is missing is said, with what to do about it.`,
		Example: "  cell doctor",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return show(a, cmd, control.MethodDoctor, nil, func(findings []control.Finding) error {
				a.findings(findings)
				return nil
			})
		},
	}
}

func (a *app) findings(all []control.Finding) {
	width := 0
	for _, f := range all {
		width = max(width, len([]rune(f.Name)))
	}
	area := ""
	for _, f := range all {
		if f.Area != area {
			if area != "" {
				a.printf("\n")
			}
			area = f.Area
			a.printf("%s\n", a.paint(bold, clean(area)))
		}
		mark, style := "✓", green
		if !f.OK {
			mark, style = "✗", yellow
		}
		line := fmt.Sprintf("%-*s  %s", width, clean(f.Name), clean(f.Detail))
		a.printf("  %s %s\n", a.paint(style, mark), strings.TrimRight(line, " "))
		if f.Hint != "" {
			a.printf("    %-*s  %s\n", width, "", a.paint(dim, clean(f.Hint)))
		}
	}
}

func statusCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "status",
		Short:   "Tell whether the desktop runs, and with what",
		Example: "  cell status",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return show(a, cmd, control.MethodStatus, nil, func(s control.Status) error {
				model := s.Model
				if model == "" {
					model = "none (see: cell doctor)"
				}
				a.printf("running    since %s, process %d\n", humanize.RelTime(s.Started, time.Now(), "ago", "from now"), s.PID)
				a.printf("cells      %d\nmodel      %s\nstored in  %s\nversion    %s\n", s.Cells, clean(model), clean(s.Data), clean(s.Version))
				return nil
			})
		},
	}
}

// endTime is how long a desktop may take to end: it keeps what is not kept yet, and its cells finish.
const endTime = 15 * time.Second

func quitCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "quit",
		Short:   "End the desktop; it comes back as it is when started again",
		Example: "  cell quit",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := show(a, cmd, control.MethodQuit, nil, func(any) error { return nil }); err != nil {
				return err
			}
			return control.Gone(cmd.Context(), endTime)
		},
	}
}
