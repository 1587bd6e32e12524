package reflex

import "strconv"

// inMinutes says a number of minutes of another language as looks are called, "fünf Minuten" as "5 minutes".
func (l *lexicon) inMinutes(words []word) []word {
	for i := 0; i < len(words); i++ {
		senses, n := l.longest(words[i:])
		count, abroad := words[i].num, false
		if words[i].kind != number {
			num := &token{text: words[i].text, senses: senses}
			if count, abroad = atof(num.value("num")), num.foreign("num") && !isWord(num.text); count == 0 || n == 0 {
				continue
			}
		} else {
			n = 1
		}
		units, k := l.longest(words[i+n:])
		if unit := (&token{senses: units}); k == 0 || unit.value("lasting") != "1" || !unit.foreign("lasting") || words[i+n].text == minutesWord && !abroad {
			continue
		}
		last := words[i+n+k-1]
		said := []word{
			{kind: number, text: strconv.FormatFloat(count, 'f', -1, 64), num: count, start: words[i].start, end: words[i+n-1].end},
			{kind: letters, text: minutesWord, start: words[i+n].start, end: last.end},
		}
		words = append(append(words[:i:i], said...), words[i+n+k:]...)
	}
	return words
}

// minutesWord is how looks that count down call their unit.
const minutesWord = "minutes"
