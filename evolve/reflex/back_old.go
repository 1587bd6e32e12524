package reflex

import "strings"

// backToOld reads "put the clock back to its old size": what changed its size last is taken back, whatever else was done
// since.
func backToOld(said string, w *world) (Result, bool) {
	if w.s.Deeds == nil {
		return Result{}, false
	}
	for _, f := range phrases()["backtoold"] {
		name, ok := strings.CutSuffix(" "+said+" ", f.text)
		if !ok {
			continue
		}
		words := strings.Fields(name)
		for len(words) > 0 && listed("backlead", words[0]) != "" {
			words = words[1:]
		}
		if name = strings.Join(words, " "); name == "" {
			name = "it"
		}
		text := "undo the " + f.value + " of " + name
		r := w.saying(text).parse(text)
		if route := r.Route(); route != Do && (route != Ask || r.Lost) {
			return Result{}, false
		}
		r.Why = append([]string{"read as: " + text}, r.Why...)
		return r, true
	}
	return Result{}, false
}
