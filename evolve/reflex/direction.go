package reflex

// sideTo is the side that lies in a direction.
var sideTo = map[string]string{"left": "left", "right": "right", "up": "top", "down": "bottom"}

// besideTo is the place beside a thing that lies in a direction.
var besideTo = map[string]string{"left": "left-of", "right": "right-of", "up": "above", "down": "below"}

// axisAcross is which of its two measures decides how far something is from a side.
var axisAcross = map[string]string{"left": "width", "right": "width", "top": "height", "bottom": "height"}

// axisAlong is the measure along which a row or a column runs.
var axisAlong = map[string]string{"row": "width", "column": "height"}

// toward is a way so far in a direction.
func toward(dir string, far float64) (dx, dy float64) {
	switch dir {
	case "left":
		return -far, 0
	case "right":
		return far, 0
	case "up":
		return 0, -far
	case "down":
		return 0, far
	}
	return 0, 0
}
