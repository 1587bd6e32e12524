package theme

import (
	"slices"

	"cellshell/gpu/paint"
)

// Wallpapers are the names of the wallpapers that are no plain colour, the theme's own first.
var Wallpapers = []string{"aurora", "dunes", "silk", "plain"}

// Wallpaper is what lies behind everything, without its rectangle: one of Wallpapers, "" the theme's own. It takes the hue of the
// accent. False for a plain one, which is the gradient of Ground.
func (t Theme) Wallpaper(name string) (paint.Wallpaper, bool) {
	if name == "" {
		name = Wallpapers[0]
	}
	style := slices.Index(Wallpapers, name)
	if style < 0 || name == "plain" || t.High {
		return paint.Wallpaper{}, false
	}
	_, chroma, hue := ToLCH(t.Accent)
	chroma = min(chroma/0.15, 1) // a gray accent has a gray wallpaper
	w := paint.Wallpaper{Style: paint.WallStyle(style)}
	tint := func(l, c, turn float64, a uint8) paint.Color {
		out := LCH(l, c*chroma, hue+turn)
		out.A = a
		return out
	}
	if t.Dark {
		w.Base = [2]paint.Color{tint(0.175, 0.03, 0, 255), tint(0.225, 0.042, -12, 255)}
		w.Tints = [3]paint.Color{tint(0.36, 0.10, 6, 205), tint(0.34, 0.10, 36, 195), tint(0.33, 0.085, -52, 205)}
		return w, true
	}
	w.Base = [2]paint.Color{tint(0.965, 0.014, 0, 255), tint(0.925, 0.026, -10, 255)}
	w.Tints = [3]paint.Color{tint(0.87, 0.062, 4, 235), tint(0.885, 0.056, 38, 225), tint(0.87, 0.056, -54, 225)}
	return w, true
}

// Ground is the gradient of a plain wallpaper, from top to bottom.
func (t Theme) Ground() (from, to paint.Color) {
	if t.High {
		return t.p.wall[0], t.p.wall[1]
	}
	w, _ := t.Wallpaper("")
	return w.Base[0], w.Base[1]
}
