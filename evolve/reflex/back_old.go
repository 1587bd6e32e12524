package reflex

import "strings"

// backToOld reads "put the clock back to its old size": what changed its size last is taken back, whatever else was done
// since.
func backToOld(said string, w *world) (Result, bool) {
	if w.s.Deeds == nil {
		return Result{}, false
	}
	old := tails("backtoold", said)
	if len(old) == 0 {
		return Result{}, false
	}
	words := strings.Fields(strings.TrimSuffix(said, old[0].text))
	for len(words) > 0 && listed("backlead", words[0]) != "" {
		words = words[1:]
	}
	name := strings.Join(words, " ")
	if name == "" {
		name = "it"
	}
	text := "undo the " + old[0].value + " of " + name
	r := w.saying(text).parse(text)
	if route := r.Route(); route != Do && (route != Ask || r.Lost) {
		return Result{}, false
	}
	r.Why = append([]string{"read as: " + text}, r.Why...)
	return r, true
}
