package reflex

import (
	"maps"
	"slices"
)

// ColorWord is what a colour is called in English, the colour itself where no word means just that.
func ColorWord(color string) string {
	if w := loadLexicon().tint[color]; w != "" {
		return w
	}
	if len(color) == 0 || color[0] != '#' {
		return color
	}
	for _, hue := range slices.Sorted(maps.Keys(hues)) {
		switch color {
		case mix(hue, "white"):
			return "light " + hue
		case mix(hue, "black"):
			return "dark " + hue
		}
	}
	return color
}
