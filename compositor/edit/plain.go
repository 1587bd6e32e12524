package edit

// plain is the geometry of a text in letters of equal width, broken only at line feeds.
type plain string

func (p plain) Caret(at int) (x, top, height float64) {
	from, _ := line(string(p), at)
	return float64(at - from), 0, 1
}

func (p plain) Up(at int, x float64) int {
	from, _ := line(string(p), at)
	if from == 0 {
		return 0
	}
	start, end := line(string(p), from-1)
	return fit(string(p), min(start+int(x), end))
}

func (p plain) Down(at int, x float64) int {
	_, to := line(string(p), at)
	if to == len(p) {
		return to
	}
	start, end := line(string(p), to+1)
	return fit(string(p), min(start+int(x), end))
}

func (p plain) LineBounds(at int) (start, end int) { return line(string(p), at) }
