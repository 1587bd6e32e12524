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
	scaled := func(cmd *cobra.Command) bool { return cmd.Flags().Changed("scale") }
	cmd := &cobra.Command{
		Use:   "screenshot FILE.png [CELL] [--scale N | --window]",
		Short: "Take a picture of the desktop, or of one cell",
		Long: `Draw the desktop, or one cell, into a PNG file; - writes it to standard output. Movements are drawn finished.

With --window it is the picture that an open window shows, pixel for pixel, with the bar and all else that
lies above the cells.`,
		Example: `  cell screenshot desk.png
  cell screenshot --scale 2 clock.png clock
  cell screenshot --window window.png
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
			p.Window = p.Window || p.Screen != 0
			if p.Window && (scaled(cmd) || p.Cell != "") {
				return wrongly("leave out --window to have the processor draw it", "screenshot: a window's picture is as large as the window, and of all in it")
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
	cmd.Flags().BoolVar(&p.Window, "window", false, "what the window shows, instead of drawing it again")
	cmd.Flags().Uint64Var(&p.Screen, "screen", 0, "of the window `N`, when there are several (see: cell doctor)")
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
