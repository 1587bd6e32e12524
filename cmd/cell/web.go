package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func webCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "web",
		Short: "Print an address that shows the desktop in a browser",
		Long: `Print an address that shows the desktop in a browser. It is good once, for ten minutes; the browser then stays let in until
the desktop ends. From another machine: ssh -L 8080:ADDRESS MACHINE, and open the address with localhost:8080 in it.`,
		Example: "  cell web\n  cell web --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.socket = control.DoorPath()
			return show(a, cmd, control.MethodWeb, nil, func(r control.WebResult) error {
				a.printf("%s\n", clean(r.URL))
				if a.live {
					fmt.Fprintf(a.err, "good once, for %s\n", strings.TrimSpace(humanize.RelTime(time.Now(), r.Expires, "", "")))
				}
				return nil
			})
		},
	}
}
