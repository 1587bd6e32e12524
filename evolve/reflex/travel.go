package reflex

import (
	_ "embed"
	"regexp"
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

var (
	travelMarks  = strings.NewReplacer("’", "", "'", "", ",", " ", "...", " ", "…", " ", "!", " ")
	travelPolite = regexp.MustCompile(`^(?:please|ok|okay|yes|yeah|yep|no|nah|nope|right|well|so|now|then|and|but|oh|hm|hmm|um|uh|alright|actually|great|perfect|fine|lets|let us|i think|you know what|not sure|im not sure|i am not sure|well|just|first|bitte|here we go|here goes)\s+|\s+(?:please|now|then|first|quickly|today|thanks|thank you|after all|bitte)$`)
	travelNumber = regexp.MustCompile(`^(?:(?:the )?(?:state|version|change|number|step|point|nummer|version) )?(?:#|no\.? ?|number )?([0-9]{1,6})$`)
	travelTime   = regexp.MustCompile(`\s*\bfor (an?|one|two|three|half an|[0-9]{1,4}) (minutes?|mins?|hours?|h|days?)$`)
	travelSafely = regexp.MustCompile(`\s*\b(?:without|before) (?:wrecking|breaking|ruining|messing|spoiling|losing|destroying|changing|committing|i commit|touching)\b.*$`)
	travelOn     = regexp.MustCompile(`^(?:(?:out )?(?:on|with|to) (?:the|my|this|that) [\pL]+)?(?: ?(?:but |and )?(?:do not|dont|without|not) (?:commit|committing|save|saving|keep|keeping)(?: to)? (?:it|that|anything|this)(?: yet| for now| for good)?)?$`)
	travelName   = regexp.MustCompile(`^(?:called|named|with the name|namens) (.{1,60})$`)
)

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
			if m := travelNumber.FindStringSubmatch(rest); m != nil {
				return found(act.Act{Intent: act.Restore, Args: act.Args{Number: atoi(m[1])}}, "a state of the history")
			}
		}
	}
	if name, ok := recalls(s, text, words); ok {
		return found(act.Act{Intent: act.Restore, Args: act.Args{Text: name}}, "a state that has a name")
	}
	minutes := 0
	if m := travelTime.FindStringSubmatch(text); m != nil {
		minutes = duration(m[1], m[2])
		text = strings.TrimSpace(strings.TrimSuffix(text, m[0]))
	}
	text = travelSafely.ReplaceAllString(text, "")
	for _, p := range words["try"] {
		rest, ok := strings.CutPrefix(text, p)
		if !ok {
			continue
		}
		if rest = strings.TrimSpace(rest); rest == "" && (p != "branch" || minutes == 0) {
			return found(act.Act{Intent: act.Try, Args: act.Args{Count: minutes}}, "an attempt begins")
		}
		if travelOn.MatchString(rest) {
			return found(act.Act{Intent: act.Try, Args: act.Args{Count: minutes}}, "an attempt begins")
		}
		if m := travelName.FindStringSubmatch(rest); m != nil {
			return found(act.Act{Intent: act.Try, Args: act.Args{Text: m[1], Count: minutes}}, "an attempt begins")
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

// duration is a time in words, in minutes.
func duration(count, unit string) int {
	n := map[string]float64{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half an": 0.5}[count]
	if v, err := strconv.Atoi(count); err == nil {
		n = float64(v)
	}
	switch unit[0] {
	case 'h':
		n *= 60
	case 'd':
		n *= 24 * 60
	}
	return max(1, int(n))
}
