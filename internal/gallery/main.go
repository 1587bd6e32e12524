// Gallery draws contact sheets to be looked at: every kind of node in every state, texts of many scripts, frames of cells, and the
// built-in cells in all their styles, in every theme. The last need a desktop that runs; see docs/gallery.sh.
package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"cellshell/tissue"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gallery FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// look is a theme and how many device pixels a logical one has.
type look struct {
	name  string
	theme tissue.Theme
	scale float64
}

// looks are the themes that every sheet is drawn in.
func looks() (out []look) {
	for _, mode := range []string{"light", "dark"} {
		out = append(out,
			look{mode, tissue.Theme{Mode: mode, Accent: "purple"}, 1},
			look{mode + "-high", tissue.Theme{Mode: mode, Accent: "blue", Contrast: "high"}, 1},
			look{mode + "-2x", tissue.Theme{Mode: mode, Accent: "teal"}, 2},
		)
	}
	return out
}

func run(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, l := range looks() {
		for name, all := range map[string][]specimen{"controls": controls(), "texts": texts(), "frames": frames()} {
			if err := save(dir, name+"-"+l.name, sheet(all, l)); err != nil {
				return err
			}
		}
	}
	for _, mode := range []string{"light", "dark"} {
		if err := save(dir, "accents-"+mode, accents(mode)); err != nil {
			return err
		}
	}
	all, err := genes()
	if err != nil || len(all) == 0 {
		return err
	}
	for _, l := range looks() {
		if err := save(dir, "genes-"+l.name, sheet(all, l)); err != nil {
			return err
		}
	}
	return nil
}

func save(dir, name string, img image.Image) error {
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		return err
	}
	if err := png.Encode(f, img); err != nil {
		return err
	}
	return f.Close()
}
