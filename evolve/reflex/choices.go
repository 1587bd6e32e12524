package reflex

import (
	"iter"
	"strings"
)

// choices cuts a surface where it leaves a choice: "put (it/that/) back" is the word "put", one of three, and "back". Each choice
// is a row of words, none for nothing. A choice inside a word, "resiz(e/ing)", is one of words.
func choices(surface string) (text [][][]word) {
	plain, from := 0, 0 // where what leaves no choice begins, and the piece between spaces
	flush := func(to int) {
		if words := split(surface[plain:to]); len(words) > 0 {
			text = append(text, [][]word{words})
		}
	}
	depth, open := 0, false
	for i := 0; i <= len(surface); i++ {
		switch {
		case i < len(surface) && surface[i] == '(':
			depth, open = depth+1, true
		case i < len(surface) && surface[i] == ')':
			depth--
		case i == len(surface) || surface[i] == ' ' && depth == 0:
			if open {
				flush(from)
				var each [][]word
				for _, one := range written(surface[from:i]) {
					each = append(each, split(one))
				}
				text, plain = append(text, each), i
			}
			from, open = i, false
		}
	}
	flush(len(surface))
	return text
}

// simplest is a text with the first of its choices at each point.
func simplest(text [][][]word) string {
	var words []word
	for _, choice := range text {
		words = append(words, choice[0]...)
	}
	return joined(words)
}

// lonely are the words that a text can be by themselves.
func lonely(text [][][]word) []string {
	var out []string
	for i, each := range text {
		if !optional(text[:i]) || !optional(text[i+1:]) {
			continue
		}
		for _, words := range each {
			if len(words) == 1 {
				out = append(out, words[0].text)
			}
		}
	}
	return out
}

// optional reports whether a text can be no words at all.
func optional(text [][][]word) bool {
	for _, each := range text {
		empty := false
		for _, words := range each {
			empty = empty || len(words) == 0
		}
		if !empty {
			return false
		}
	}
	return true
}

// written writes out a surface: "put (it/that/) back" is "put it back", "put that back" and "put back".
func written(surface string) []string {
	before, rest, ok := strings.Cut(surface, "(")
	if !ok {
		return []string{surface}
	}
	group, after, _ := strings.Cut(rest, ")")
	var out []string
	for _, tail := range written(after) {
		for _, one := range strings.Split(group, "/") {
			out = append(out, before+one+tail)
		}
	}
	return out
}

// wordsOf are all words of a text, those of every choice.
func wordsOf(text [][][]word) iter.Seq[word] {
	return func(yield func(word) bool) {
		for _, each := range text {
			for _, words := range each {
				for _, w := range words {
					if !yield(w) {
						return
					}
				}
			}
		}
	}
}
