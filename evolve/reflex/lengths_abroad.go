package reflex

import "strconv"

// inMinutes says a number of minutes of another language as looks are called: "fünf Minuten" as "5 minutes".
func (l *lexicon) inMinutes(words []word) []word {
	for i := 1; i < len(words); i++ {
		units, k := l.longest(words[i:])
		abroad := minutesOf(units)
		if k == 0 || abroad == "" {
			continue
		}
		before := words[i-1]
		count := before.num
		if before.kind != number {
			senses, _ := l.longest(words[i-1 : i])
			num := numberAbroad(senses)
			if count = atof(num); num == "" {
				continue
			}
		} else if abroad == "en" {
			continue
		}
		words = append(append(words[:i-1:i-1],
			word{kind: number, text: strconv.FormatFloat(count, 'f', -1, 64), num: count, start: before.start, end: before.end},
			word{kind: letters, text: "minutes", start: words[i].start, end: words[i+k-1].end}), words[i+k:]...)
	}
	return words
}

// minutesOf is the language that has minutes among the senses, another than English where there is one; "" where none has.
func minutesOf(senses []sense) string {
	lang := ""
	for i := range senses {
		if s := &senses[i]; s.class == "lasting" && s.value == "1" && (lang == "" || lang == "en") {
			lang = s.lang
		}
	}
	return lang
}

// numberAbroad is the number among the senses of a word that is none in English.
func numberAbroad(senses []sense) string {
	num := ""
	for i := range senses {
		switch s := &senses[i]; {
		case s.class == "num" && s.lang == "en":
			return ""
		case s.class == "num":
			num = s.value
		}
	}
	return num
}
