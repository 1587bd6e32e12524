package reflex

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"cellshell/evolve/act"
)

//go:embed travel.txt
var travelText string

// travelWords are the sentences of travel.txt by what they do, folded.
var travelWords = sync.OnceValue(func() map[string][]string { return phraseBook(travelText) })

var travelMarks = strings.NewReplacer("’", "", "'", "", ",", " ", "...", " ", "…", " ", "!", " ")

// longestAttempt is how long the name of an attempt may be, in bytes.
const longestAttempt = 60

// travel reads a whole sentence that begins an attempt, ends the one under way, or goes to a state of the history; false for
// every other sentence. It is given without the polite words around it.
func travel(text string, s *Scene) (Result, bool) {
	found := func(a act.Act, why string) (Result, bool) {
		return Result{Acts: []act.Act{a}, Conf: 0.95, Why: []string{why}}, true
	}
	words := travelWords()
	if s.Trying != "" { // without an attempt these mean what they mean otherwise
		for _, p := range words["keep"] {
			if text == p {
				return found(act.Act{Intent: act.Keep}, "the attempt is kept")
			}
		}
		for _, p := range words["drop"] {
			if text == p {
				return found(act.Act{Intent: act.Drop}, "the attempt is thrown away")
			}
		}
	}
	for _, p := range words["back"] {
		if rest, ok := strings.CutPrefix(text, p+" "); ok {
			if name, ok := calledSo(s.Names, rest); ok {
				return found(act.Act{Intent: act.Restore, Args: act.Args{Text: name}}, "a state that has a name")
			}
			if n, ok := changeNumber(rest); ok {
				return found(act.Act{Intent: act.Restore, Args: act.Args{Number: n}}, "a state of the history")
			}
		}
	}
	if name, ok := recalls(s, text, words); ok {
		return found(act.Act{Intent: act.Restore, Args: act.Args{Text: name}}, "a state that has a name")
	}
	text, minutes := lasting(text)
	if plain, _, ok := Cut("safely", text); ok {
		text = plain
	}
	for _, p := range words["try"] {
		rest, ok := strings.CutPrefix(text, p)
		if !ok {
			continue
		}
		if rest = strings.TrimSpace(rest); rest == "" && (p != "branch" || minutes == 0) {
			return found(act.Act{Intent: act.Try, Args: act.Args{Count: minutes}}, "an attempt begins")
		}
		if Fits("tryon", rest) {
			return found(act.Act{Intent: act.Try, Args: act.Args{Count: minutes}}, "an attempt begins")
		}
		if name, _, ok := Cut("trycalled", rest); ok && len(name) <= longestAttempt {
			return found(act.Act{Intent: act.Try, Args: act.Args{Text: name, Count: minutes}}, "an attempt begins")
		}
	}
	return Result{}, false
}

// calledSo finds the state that is called as a text says, with or without an article before and "state" behind.
func calledSo(names []string, text string) (string, bool) {
	for _, name := range names {
		for _, said := range []string{text, strings.TrimPrefix(text, "the "), strings.TrimPrefix(text, "my ")} {
			if said == fold(name) || strings.TrimSuffix(said, " state") == fold(name) || strings.TrimSuffix(said, " version") == fold(name) {
				return name, true
			}
		}
	}
	return "", false
}

// recalls finds the state that a sentence wants back, "can I have monday back": it says nothing but its name and that.
func recalls(s *Scene, text string, words map[string][]string) (string, bool) {
	for _, name := range s.Names {
		if slices.ContainsFunc(s.Cells, func(c Cell) bool { return fold(c.Title) == fold(name) }) {
			continue
		}
		before, after, ok := strings.Cut(" "+text+" ", " "+fold(name)+" ")
		if !ok {
			continue
		}
		back, rest := false, strings.Fields(before+" "+after)
		for _, w := range rest {
			ok = ok && slices.Contains(words["around"], w)
			back = back || slices.Contains(words["recall"], w)
		}
		if ok && back {
			return name, true
		}
	}
	return "", false
}

// changeNumber is the number of a change: "12", "#12", "version 12".
func changeNumber(text string) (int, bool) {
	if n, _, ok := Cut("numbered", text); ok {
		text = n
	}
	text = strings.TrimPrefix(text, "#")
	n, err := strconv.Atoi(text)
	return n, err == nil && len(text) <= 6
}

// lasting takes from a text how long something shall last, in minutes; 0 where it does not say.
func lasting(text string) (rest string, minutes int) {
	rest, each, ok := Cut("lasts", text)
	if !ok {
		return text, 0
	}
	rest, count, _ := strings.Cut(rest, "»")
	n := 1.0
	for _, w := range split(count) {
		if w.kind == number {
			n = w.num
		} else if senses, k := loadLexicon().longest([]word{w}); k > 0 {
			n = atof(counted(senses))
		}
	}
	return strings.TrimSpace(rest), max(1, int(n*float64(atoi(each))))
}

// counted is the number among the senses of a word.
func counted(senses []sense) string {
	for _, s := range senses {
		if s.class == "num" {
			return s.value
		}
	}
	return "1"
}
