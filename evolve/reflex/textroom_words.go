package reflex

import (
	"strings"
	"sync"
)

// roomWords are the words of textroom.txt.
var roomWords = sync.OnceValue(func() *lexicon {
	lex := newLexicon()
	data, err := files.ReadFile("lexicon/textroom.txt")
	for _, section := range strings.Split(string(data), "\n@")[1:] {
		lang, lines, _ := strings.Cut(section, "\n")
		if err == nil {
			err = lex.read(lang, lines)
		}
	}
	if err != nil {
		panic(err) // embedded: a broken build
	}
	return lex
})

// spaced is a run of words that textroom.txt has, and where it begins and ends.
type spaced struct {
	senses   []sense
	from, to int
}

// value is what the run says in a class, "" for nothing.
func (f spaced) value(class string) string { return (&token{senses: f.senses}).value(class) }

// word is what the run is read as by what it says in a class, a word of the language that the run is of.
func (f spaced) word(class string) string {
	for _, s := range f.senses {
		if as := readAs[class+"."+s.value]; s.class == class && as != "" {
			return as + strings.TrimPrefix(s.lang, "en")
		}
	}
	return ""
}

// readAs is what those words are read as, in the words of en.textroom.txt.
var readAs = map[string]string{
	"room.letters": "letterroom", "room.lines": "lineroom", "has.letters": "letterroom", "has.lines": "lineroom",
	"way.more": "roomwider", "way.less": "roomtighter", "way.toolittle": "roomtoolittle", "way.toomuch": "roomtoomuch", "way.usual": "roomusual",
	"lead.more": "roomwider", "lines.1.2": "linespacedsingle", "lines.1.5": "linespacedhalf", "lines.2": "linespaceddouble", "lines.3": "linespacedtriple",
}

// textRoom reads what is said of the room between letters or between lines, "spread the letters out", "line height 1.5", as
// words of its own: "apart", "spread" and "lines" mean places and things everywhere else.
func textRoom(words []word) []word {
	found := roomFound(words)
	has := func(class string) int {
		for i, f := range found {
			if f.value(class) != "" {
				return i
			}
		}
		return -1
	}
	room, subject := has("room"), has("has")
	if room < 0 && subject < 0 && has("lines") < 0 {
		return halfSpaced(words)
	}
	as := map[int]string{} // of found, by its place
	switch {
	case room >= 0 || has("lines") >= 0:
		for i, f := range found {
			for _, class := range []string{"room", "lines", "way"} {
				if as[i] == "" {
					as[i] = f.word(class)
				}
			}
		}
	case subject >= 0 && roomyBeside(words, found, subject, as):
		as[subject] = found[subject].word("has")
	default:
		return halfSpaced(words)
	}
	out := make([]word, 0, len(words))
	led := false
	for i := 0; i < len(words); {
		w := words[i]
		run := -1
		for k, f := range found {
			if f.from == i && as[k] != "" {
				run = k
			}
		}
		switch {
		case run >= 0:
			to := found[run].to
			out = append(out, word{text: as[run], start: w.start, end: words[to-1].end})
			led = led || room < 0 && run < subject
			i = to
			continue
		case led && listed("roomout", w.text) != "": // "spread the letters of the title out", "tighten the lines up"
		case w.text == "em" && i > 0 && words[i-1].kind == number:
			w.text = "emunit"
			out = append(out, w)
		default:
			out = append(out, w)
		}
		i++
	}
	return out
}

// roomFound are the runs of words that textroom.txt has, the longest at each place.
func roomFound(words []word) []spaced {
	lex := roomWords()
	var out []spaced
	for i := 0; i < len(words); {
		senses, n := lex.longest(words[i:])
		if n == 0 {
			i++
			continue
		}
		out = append(out, spaced{senses, i, i + n})
		i += n
	}
	return out
}

// roomyBeside finds the word that says which way letters or lines shall go: behind them, as far as nothing else is said in
// between, or right before them.
func roomyBeside(words []word, found []spaced, subject int, as map[int]string) bool {
	s := found[subject]
	if s.from > 0 && listed("roomthese", words[s.from-1].text) != "" {
		return false // "these lines" are things that somebody points at
	}
	for i, f := range found {
		way, lead := f.value("way"), f.value("lead")
		switch {
		case way == "usual" || way == "" && lead == "":
		case i < subject && s.from-f.to <= 2 && !parted(words[f.to:s.from]):
			if as[i] = f.word("way"); way == "" {
				as[i] = f.word("lead")
			}
			return true
		case i > subject && way != "" && !parted(words[s.to:f.from]):
			as[i] = f.word("way")
			return true
		}
	}
	return false
}

// parted reports whether words begin something else.
func parted(words []word) bool {
	for _, w := range words {
		if w.kind == mark || w.kind == quoted || listed("parts", w.text) != "" {
			return true
		}
	}
	return false
}

// halfSpaced reads "1.5 spaced" and "1.5 spacing": lines, as nothing else is so many times anything.
func halfSpaced(words []word) []word {
	for i := 1; i < len(words); i++ {
		if n := words[i-1]; n.kind == number && n.num > 1 && n.num < 4 && n.num != float64(int(n.num)) && strings.HasPrefix(words[i].text, "spac") && listed("spacedby", words[i].text) != "" {
			words[i].text = "lineroom"
		}
	}
	return words
}
