package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// backBefore reads "go back to how it was before I hid the clock" and "undo everything since I made it red": all becomes what
// it was before, or after, the change that is told. It is a question where no such change is known.
func backBefore(said string, w *world) (Result, bool) {
	begun := head("before", said)
	what := strings.TrimSpace(said[len(begun.text):])
	if begun.value == "" || w.s.Deeds == nil {
		return Result{}, false
	}
	who, rest, _ := strings.Cut(what, " ")
	if listed("doer", who) == "" || rest == "" {
		return Result{}, false
	}
	d, ok := w.deedTold(rest)
	if !ok {
		return Result{Conf: 0.5, Ask: &Question{
			Text:    "I find no change that still holds in which “" + what + "”. The history shows them all.",
			Choices: orUndo("No"),
		}}, true
	}
	number := d.Number
	if begun.value == "until" {
		number--
	}
	return Result{Acts: []act.Act{{Intent: act.Restore, Args: act.Args{Number: number}}}, Conf: 0.9, Why: []string{"back past “" + d.Sentence + "”"}}, true
}

// mannerly is a sentence folded, without marks and without the polite words around it.
func mannerly(sentence string) string {
	text := strings.Join(strings.Fields(strings.Trim(travelMarks.Replace(fold(sentence)), " .!?")), " ")
	return stripped(text, "polite", "travel")
}

// stripped is a folded text without what people say ahead of a wish and behind it, of some values of those lists.
func stripped(text string, values ...string) string {
	for {
		plain := withoutBehind(text[aheadOf(text, values...):], values...)
		if plain == text {
			return text
		}
		text = plain
	}
}

// aheadOf is how long what is said ahead of a wish is in a folded text.
func aheadOf(text string, values ...string) int {
	for _, f := range heads("ahead", text) {
		if slices.Contains(values, f.value) && len(f.text) < len(text) {
			return len(f.text) + 1
		}
	}
	return 0
}

func withoutBehind(text string, values ...string) string {
	for _, f := range tails("behind", text) {
		if rest := strings.TrimSuffix(text, f.text); slices.Contains(values, f.value) && rest != "" {
			return strings.TrimSuffix(rest, " ")
		}
	}
	return text
}

// deedTold is the newest change that is told as one tells what was done, "hid the clock": one that did the same, or else
// one whose sentence has most of the words.
func (w *world) deedTold(told string) (Deed, bool) {
	words := strings.Fields(told)
	past := slices.Clone(words)
	for i, o := range words {
		if now := listed("past", o); now != "" {
			words[i] = now
		}
	}
	again := strings.Join(words, " ")
	wanted := read(again, w.saying(again), nil).result.Acts
	deeds := w.s.Deeds()
	for _, d := range deeds {
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool {
			return slices.ContainsFunc(wanted, func(o act.Act) bool { return likeDeed(o, a) })
		}) {
			return d, true
		}
	}
	for _, d := range deeds {
		shared, of := 0, 0
		said := strings.Fields(mannerly(d.Sentence))
		for i, o := range words {
			if len(o) < 3 || o == "the" {
				continue
			}
			of++
			if slices.Contains(said, o) || slices.Contains(said, past[i]) {
				shared++
			}
		}
		if of > 1 && 3*shared >= 2*of {
			return d, true
		}
	}
	return Deed{}, false
}

// likeDeed reports whether a change did what is told of it.
func likeDeed(told, did act.Act) bool {
	t, d := told.Args, did.Args
	if told.Intent != did.Intent || told.Intent != act.Spawn && told.Target != did.Target {
		return false
	}
	same := func(a, b string) bool { return a == "" || a == b }
	grows := func(f float64) bool { return f > 1 }
	return same(t.Color, d.Color) && same(t.Gene, d.Gene) && same(t.Style, d.Style) && same(t.Mode, d.Mode) && same(t.Text, d.Text) &&
		(t.Factor == 0 || d.Factor == 0 || grows(t.Factor) == grows(d.Factor)) && (t.On == nil || d.On != nil && *t.On == *d.On)
}
