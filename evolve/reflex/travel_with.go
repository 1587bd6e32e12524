package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// tryWith reads "try bold" and "try it in red": an attempt that begins with what is tried. It is asked where nothing else was
// understood, so a wish that says of itself what shall happen stays one.
func tryWith(sentence string, w *world) (Result, bool) {
	text := strings.TrimSpace(strings.TrimRight(strings.TrimSpace(sentence), ".!"))
	low := fold(text)
	for n := aheadOf(low, "polite", "travel"); n > 0 && len(low) == len(text); n = aheadOf(low, "polite", "travel") {
		low, text = low[n:], text[n:]
	}
	words := travelWords()
	for _, p := range words["with"] {
		if len(low) != len(text) || !strings.HasPrefix(low, p) || len(low) <= len(p) || low[len(p)] != ' ' && !wideScript(low[len(p):]) {
			continue
		}
		what := strings.TrimSpace(text[len(p):])
		if slices.ContainsFunc(words["vague"], func(v string) bool { return strings.HasPrefix(fold(what)+" ", v+" ") }) {
			return Result{}, false
		}
		for _, as := range slices.Concat(words["as"], []string{""}) {
			wish := strings.TrimSpace(as + " " + what)
			r := read(wish, w.saying(wish), nil)
			if r.open != nil || r.result.Route() != Do || r.result.Conf < Doubt || !looksOnly(r.result.Acts) {
				continue
			}
			acts := r.result.Acts
			if w.s.Trying == "" {
				acts = append([]act.Act{{Intent: act.Try, Args: act.Args{Text: what, Part: act.TryWith}}}, acts...)
			}
			return Result{Acts: acts, Conf: 0.9, Why: []string{"an attempt begins with it"}}, true
		}
	}
	return Result{}, false
}

// looksOnly reports whether acts change nothing but how something looks or where it stands.
func looksOnly(acts []act.Act) bool {
	for _, a := range acts {
		switch a.Intent {
		case act.Resize, act.Recolor, act.TextStyle, act.Shape, act.Spacing, act.Tooltip, act.Opacity, act.Border, act.Move, act.Swap, act.Theme, act.Wallpaper, act.Style, act.Arrange:
		default:
			return false
		}
	}
	return true
}
