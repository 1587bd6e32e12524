package reflex

import (
	"math"
	"strconv"
	"strings"

	"cellshell/evolve/hsl"
)

// cssColor reads the colour "rgb(20, 30, 40)" or "hsl(200, 50%, 40%)" at the head of s, as #rrggbb, and how long it is; "" when
// there is none.
func cssColor(s string) (string, int) {
	open := strings.IndexByte(s, '(')
	if open < 3 || open > 5 {
		return "", 0
	}
	end := strings.IndexByte(s, ')')
	if end < open || end > 40 {
		return "", 0
	}
	var v []float64
	for _, f := range strings.FieldsFunc(s[open+1:end], func(r rune) bool { return strings.ContainsRune(" ,/%°deg", r) }) {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil || math.IsNaN(n) || n < 0 || n > 360 {
			return "", 0
		}
		v = append(v, n)
	}
	if len(v) != 3 && len(v) != 4 {
		return "", 0
	}
	switch strings.TrimSpace(strings.ToLower(s[:open])) {
	case "rgb", "rgba":
		if max(v[0], v[1], v[2]) > 255 {
			return "", 0
		}
		return hexOf([3]uint8{uint8(v[0]), uint8(v[1]), uint8(v[2])}), end + 1
	case "hsl", "hsla":
		if max(v[1], v[2]) > 100 {
			return "", 0
		}
		return hexOf(hsl.RGB(v[0], v[1]/100, v[2]/100)), end + 1
	}
	return "", 0
}
