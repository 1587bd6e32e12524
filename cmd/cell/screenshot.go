package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/internal/atomicfile"
	"cellshell/shell/control"
)

func screenshotCommand(a *app) *cobra.Command {
	var p control.ScreenshotParams
	cmd := &cobra.Command{
		Use:   "screenshot FILE.png [CELL] [--scale N]",
		Short: "Take a picture of the desktop, or of one cell",
		Long:  "Draw the desktop, or one cell, into a PNG file; - writes it to standard output. Movements are drawn finished.",
		Example: `  cell screenshot desk.png
  cell screenshot --scale 2 clock.png clock
  cell screenshot - | display`,
		Args:              cobra.RangeArgs(1, 2),
		ValidArgsFunction: a.completePicture,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 {
				p.Cell = args[1]
			}
			if file := args[0]; file != "-" && !strings.EqualFold(filepath.Ext(file), ".png") {
				return wrongly("like this: cell screenshot "+file+".png, or for one cell: cell screenshot FILE.png "+file,
					"screenshot: the file's name must end in .png: %q", file)
			}
			if !(p.Scale >= 0.25 && p.Scale <= 4) {
				return wrongly("", "screenshot: the scale is between 0.25 and 4, not %g", p.Scale)
			}
			var s control.ScreenshotResult
			if err := a.call(cmd.Context(), control.MethodScreenshot, p, &s, nil); err != nil {
				return err
			}
			return a.picture(args[0], s)
		},
	}
	cmd.Flags().Float64Var(&p.Scale, "scale", 1, "`N` device pixels for each logical one, 0.25 to 4")
	return cmd
}

func (a *app) picture(file string, s control.ScreenshotResult) error {
	if file == "-" {
		_, err := a.out.Write(s.PNG)
		return err
	}
	if err := atomicfile.Write(file, s.PNG, 0o644); err != nil {
		return fmt.Errorf("screenshot: %w", err)
	}
	if a.json {
		raw, err := json.Marshal(struct {
			File   string `json:"file"`
			Width  int    `json:"width"`
			Height int    `json:"height"`
		}{file, s.Width, s.Height})
		if err != nil {
			return err
		}
		return a.printJSON(raw)
	}
	a.printf("%s: %d×%d pixels\n", file, s.Width, s.Height)
	return nil
}
