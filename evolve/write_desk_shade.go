package evolve

import (
	"slices"

	"cellshell/compositor/theme"
	"cellshell/evolve/act"
)

// deskShade is the colour that the accent, or a wallpaper of one colour, has when it is made lighter or darker. One of the
// theme's wallpapers has many colours, so it is asked for which it shall give way.
func (s *Scene) deskShade(a act.Act) (string, error) {
	now, part := first(a.Args.Color, "accent"), ""
	if a.Intent == act.Wallpaper {
		now, part = first(a.Args.Color, s.Doc.Theme.Wallpaper, theme.Wallpapers[0]), "background"
	}
	if part != "" && slices.Contains(theme.Wallpapers, now) {
		how, papers := "lighter", []string{"#e5ecf6", "#f1e9d2"}
		if a.Args.Lighten < 0 {
			how, papers = "darker", []string{"#1c2230", "#12100e"}
		}
		u := &unsure{text: "The wallpaper is " + now + ", which has many colours and cannot be made " + how + ". One of one colour instead?"}
		for i, label := range []string{"A cool one", "A warm one"} {
			u.choices = append(u.choices, label)
			u.acts = append(u.acts, []act.Act{{Intent: act.Wallpaper, Args: act.Args{Color: papers[i]}}})
		}
		u.choices, u.acts = append(u.choices, "Leave it"), append(u.acts, nil)
		return "", u
	}
	out, ok := lighten(s.hex("", "", part, now), a.Args.Lighten)
	if !ok {
		return "", refuse("What colour that has is not known, so it cannot be made lighter or darker.")
	}
	return out[:len("#rrggbb")], nil
}
