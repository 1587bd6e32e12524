package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// judged decides what a receipt and the desktop after it are worth against what is wanted: alternatives, parted by " // ".
// One is a route (ask, model, refuse, answer, nothing, fail, same), perhaps with what the answer has to hold (answer "…")
// or the question has to offer (ask[Save|Cancel]), or what is said with no edit (says "…"), or the checks of a [judge], parted by ", ".
func judged(j *judge, r act.Receipt, wanted string) (v verdict) {
	kind := outcome(r)
	if kind != "done" {
		if why := same(j.before, j.after); why != "" {
			return verdict{kind: "wrong", note: fmt.Sprintf("%s, and yet %s", r.Status, why)}
		}
	}
	lies := receipt(j.before, j.after, r)
	wrong := slices.Clone(lies)
	for _, want := range strings.Split(wanted, " // ") {
		ok, missing := j.meets(kind, r, strings.TrimSpace(want))
		if ok {
			v.kind = "right"
			break
		}
		wrong = append(wrong, missing...)
	}
	switch {
	case v.kind == "right" && len(lies) > 0:
		v.kind, v.note = "wrong", "the receipt: "+strings.Join(lies, "; ")
	case v.kind == "right":
	case kind == "done":
		v.kind, v.note = "wrong", fmt.Sprintf("%s · %s", r.Line(), strings.Join(wrong, "; "))
	default:
		v.kind = map[string]string{"ask": "asked", "model": "model", "refuse": "refused", "answer": "answered", "fail": "failed"}[kind]
		v.note = fmt.Sprintf("%s: %s%s %q %s", kind, r.Question, r.Reason, r.Choices, strings.Join(wrong, "; "))
	}
	return v
}

// meets reports whether one alternative came true, and what is missing of its checks.
func (j *judge) meets(kind string, r act.Receipt, want string) (ok bool, missing []string) {
	switch want {
	case "ask": // a failure that says why asks nothing
		return r.Status == act.Asked && r.Question != "", nil
	case "model", "refuse", "answer", "fail":
		return kind == want, nil
	case "nothing":
		return kind == "answer" && r.Reason == "", nil
	case "same":
		return same(j.before, j.after) == "", nil
	}
	if text, is := strings.CutPrefix(want, "answer "); is {
		return kind == "answer" && strings.Contains(strings.ToLower(r.Reason), strings.ToLower(strings.Trim(text, `"`))), nil
	}
	if text, is := strings.CutPrefix(want, "says "); is {
		return kind != "done" && strings.Contains(strings.ToLower(r.Question+" "+r.Reason), strings.ToLower(strings.Trim(text, `"`))), nil
	}
	if rest, is := strings.CutPrefix(want, "ask["); is {
		labels, then, _ := strings.Cut(rest, "]")
		if r.Status != act.Asked {
			return false, nil
		}
		offered := strings.Split(labels, "|")
		for _, l := range offered {
			if !slices.ContainsFunc(r.Choices, func(c string) bool { return strings.Contains(strings.ToLower(c), strings.ToLower(l)) }) {
				return false, []string{"not offered: " + l}
			}
		}
		checks, more := strings.CutPrefix(then, "> ")
		if !more {
			return true, nil
		}
		missing = j.answered(offered[0], checks)
		return len(missing) == 0, missing
	}
	if kind != "done" {
		return false, nil
	}
	missing = j.all(want)
	return len(missing) == 0, missing
}

// answered chooses an answer and checks what comes of it.
func (j *judge) answered(choice, checks string) []string {
	var r act.Receipt
	j.desk.Call(control.MethodAnswer, control.AnswerParams{Choice: choice}, &r)
	if r.Status != act.Done {
		return []string{fmt.Sprintf("answered %q: %s %s%s", choice, r.Status, r.Question, r.Reason)}
	}
	j.after = look(j.t, j.desk)
	return append(j.all(checks), receipt(j.before, j.after, r)...)
}

// forget answers a question with nothing, so that the next sentence is no answer to it.
func forget(t *testing.T, d *testenv.Desk, r act.Receipt) {
	t.Helper()
	if r.Status == act.Asked {
		d.Call(control.MethodEvolve, control.EvolveParams{Sentence: "never mind"}, &act.Receipt{})
	}
}
