package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// backNamed reads "bring the form back" and "I want Diary back" where a thing of that name was removed and none is here: what
// took it away is taken back. Its name need not be one that is known otherwise.
func backNamed(said string, w *world) (Result, bool) {
	begun := head("bringsback", said)
	value, name := begun.value, strings.TrimSpace(said[len(begun.text):])
	if value == "" || w.s.Gone == nil {
		return Result{}, false
	}
	for trimmed := true; trimmed; {
		first, rest, _ := strings.Cut(name, " ")
		if trimmed = listed("whosename", first) != "" && rest != ""; trimmed {
			name = rest
		}
	}
	if value == "apart" { // "bring … back"
		at := strings.Index(name+" ", " back ")
		if at <= 0 {
			return Result{}, false
		}
		if after := strings.TrimSpace((name + " ")[at+len(" back "):]); after != "" && listed("backtail", after) == "" {
			return Result{}, false
		}
		name = name[:at]
	}
	if _, n := w.names.longest(split(name)); n > 0 || name == "" {
		return Result{}, false // it is here, or is called like something that is
	}
	for _, sort := range []string{"", " list", " window", " widget", " cell", " app"} {
		if n := w.s.Gone(strings.TrimSuffix(name, sort)); n > 0 {
			return Result{Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Number: n}}}, Conf: 0.9, Why: []string{"was removed"}}, true
		}
	}
	return Result{}, false
}
