package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/compositor/theme"
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// theme changes how everything looks.
func (d *draft) theme(a act.Act) error {
	t := &d.doc.Theme
	args := a.Args
	if args.Saturate != 0 {
		color, ok := saturate(d.before.hex("", "", "", "accent"), args.Saturate)
		if !ok {
			return refuse("The accent has no colour in it that could be made more or less vivid.")
		}
		args.Color = color
	}
	if args.Lighten != 0 {
		color, err := d.before.deskShade(a)
		if err != nil {
			return err
		}
		args.Color = color
	}
	if args.Mode == "" && args.Color == "" && args.Contrast == "" {
		return &unsure{text: "Which theme?", choices: []string{"dark mode", "light mode"}}
	}
	if args.Mode != "" {
		if args.Mode != "dark" && args.Mode != "light" {
			return fmt.Errorf("there is no theme %q: it is dark or light", args.Mode)
		}
		t.Mode = args.Mode
		d.expect("theme", func(before, after *Scene) (string, string, bool) {
			surface := after.hex("", "", "background", "surface")
			return modeText(before), modeText(after), after.Doc.Theme.Mode == args.Mode && brightness(surface, args.Mode)
		})
	}
	if args.Color != "" {
		if !ui.ValidColor(args.Color) {
			return fmt.Errorf("%q is not a colour", args.Color)
		}
		t.Accent = args.Color
		d.expect("accent", func(before, after *Scene) (string, string, bool) {
			is := after.hex("", "", "", "accent")
			return before.hex("", "", "", "accent"), is, after.Doc.Theme.Accent == args.Color && strings.EqualFold(is, after.hex("", "", "", args.Color))
		})
	}
	if args.Contrast != "" {
		t.Contrast = args.Contrast
		if args.Contrast == "normal" {
			t.Contrast = ""
		}
		want := t.Contrast
		d.expect("contrast", func(before, after *Scene) (string, string, bool) {
			return first(before.Doc.Theme.Contrast, "normal"), first(after.Doc.Theme.Contrast, "normal"), after.Doc.Theme.Contrast == want
		})
	}
	return nil
}

func modeText(s *Scene) string {
	return first(s.Doc.Theme.Mode, "dark") + " " + s.hex("", "", "background", "surface")
}

// brightness reports whether a surface is as dark or light as the mode says; colours nobody resolved pass.
func brightness(hex, mode string) bool {
	c, ok := rgb(hex[:min(len(hex), len("#rrggbb"))])
	return !ok || light(c) > 128 == (mode == "light")
}

// wallpaper changes the background of the desktop: to a colour, or to one of the theme's.
func (d *draft) wallpaper(a act.Act) error {
	if a.Args.Lighten != 0 {
		color, err := d.before.deskShade(a)
		if err != nil {
			return err
		}
		a.Args.Color = color
	}
	is := first(a.Args.Color, a.Args.Style)
	if a.Args.Color != "" && !ui.ValidColor(is) {
		return fmt.Errorf("%q is not a colour", is)
	}
	if a.Args.Color == "" && is != "" && !slices.Contains(theme.Wallpapers, is) {
		return fmt.Errorf("there is no wallpaper %q: it is %s, or a colour", is, strings.Join(theme.Wallpapers, ", "))
	}
	if is == "" && a.Args.Text != "" {
		return fmt.Errorf("a wallpaper is no picture yet: it is %s, or a colour", strings.Join(theme.Wallpapers, ", "))
	}
	d.doc.Theme.Wallpaper = is
	d.expect("wallpaper", func(before, after *Scene) (string, string, bool) {
		name := func(s *Scene) string {
			w := s.Doc.Theme.Wallpaper
			return first(s.hex("", "", "background", w), w, theme.Wallpapers[0])
		}
		return name(before), name(after), after.Doc.Theme.Wallpaper == is
	})
	return nil
}

// lock makes a cell refuse changes, or lets it change again.
func (d *draft) lock(a act.Act) error {
	id := tissue.CellID(a.Target.Cell)
	dc := d.doc.Cells[id]
	if dc == nil {
		return &unsure{text: "Which cell should be locked? Point at it, or say its name."}
	}
	on := !a.Args.Off()
	dc.Locked = on
	d.named[id] = true
	name := map[bool]string{true: "locked", false: "unlocked"}
	d.expect("lock", func(before, after *Scene) (string, string, bool) {
		is := after.Doc.Cells[id]
		return name[before.Doc.Cells[id].Locked], name[is != nil && is.Locked], is == nil || is.Locked == on // what is removed after it has no lock
	})
	return nil
}
