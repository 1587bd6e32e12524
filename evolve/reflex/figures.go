package reflex

import "strings"

// figures joins the number words of other languages than English to one number: "treinta y cinco", "vingt cinq", "三百五十",
// "fünfundzwanzig".
func (l *lexicon) figures(words []word) []word {
	out := words[:0:0]
	for i := 0; i < len(words); {
		w := words[i]
		if k := l.shareAt(words[i:]); k > 0 && i+k < len(words) { // 百分之五十
			of, n := words[i+k], 1
			if v, m := l.figureAt(words[i+k:]); m > 0 {
				of, n = word{kind: number, text: ftoa(v), num: v}, m
			}
			of.start, of.end = w.start, words[i+k+n-1].end
			out = append(out, of, word{text: "percent", start: of.end, end: of.end})
			i += k + n
			continue
		}
		v, n := l.figureAt(words[i:])
		if n == 0 {
			v, n = l.figureIn(w)
		}
		if n > 0 {
			w = word{kind: number, text: ftoa(v), num: v, start: w.start, end: words[i+n-1].end}
			i += n
		} else {
			i++
		}
		out = append(out, w)
	}
	return out
}

// shareAt is how many words say that a share in a hundred follows, as Chinese has it before the number.
func (l *lexicon) shareAt(words []word) int {
	senses, n := l.longest(words)
	for _, s := range senses {
		if s.class == "unit" && s.value == "percent" && s.lang == "zh" {
			return n
		}
	}
	return 0
}

// figureAt reads a number of several words; 0 words when there is none.
func (l *lexicon) figureAt(words []word) (float64, int) {
	for _, lang := range languages[1:] {
		if v, n := l.figureOf(words, lang); n > 0 {
			return v, n
		}
	}
	return 0, 0
}

func (l *lexicon) figureOf(words []word, lang string) (float64, int) {
	whole, part, n, found, own := 0.0, 0.0, 0, 0, false
	for i, w := range words {
		if found > 0 && l.listed("tensand", w.text) == lang {
			continue // "treinta y cinco"
		}
		v := l.numeral(w, lang)
		if v == 0 {
			break
		}
		switch tens := float64(int(part)%100 - int(part)%10); {
		case v >= 100:
			whole, part = whole+max(1, part)*v, 0
		case v == 10 && wideScript(w.text): // 二十
			part = max(1, part) * 10
		case part == 4 && v == 20 && lang == "fr":
			part = 80
		case part == 0, tens == part && v < 10, tens == part && v < 20 && (part == 60 || part == 80) && lang == "fr":
			part += v
		case part < 10 && int(v)%10 == 0 && n == i && i > 0 && l.listed("tensand", words[i-1].text) == lang:
			part += v
		default:
			if found < 2 || !own {
				return 0, 0
			}
			return whole + part, n
		}
		found, n = found+1, i+1
		own = own || !l.english(w.text)
	}
	if found < 2 || !own {
		return 0, 0
	}
	return whole + part, n
}

// figureIn reads a number that is written as one word: "fünfundzwanzig", "tjuefem".
func (l *lexicon) figureIn(w word) (float64, int) {
	if w.kind != letters || l.words[w.text] || len(w.text) < 6 || w.text[0] >= 0x80 {
		return 0, 0
	}
	for _, lang := range []string{"de", "nb"} {
		for i := 2; i+2 < len(w.text); i++ {
			first, rest := l.numeral(word{text: w.text[:i]}, lang), w.text[i:]
			if first == 0 {
				continue
			}
			if after, ok := strings.CutPrefix(rest, "und"); ok && first < 10 {
				if tens := l.numeral(word{text: after}, lang); tens >= 20 && tens < 100 && int(tens)%10 == 0 {
					return first + tens, 1
				}
			}
			if ones := l.numeral(word{text: rest}, lang); ones > 0 && ones < 10 && first >= 20 && first < 100 && int(first)%10 == 0 && lang == "nb" {
				return first + ones, 1
			}
			if hundred := l.numeral(word{text: rest}, lang); hundred == 100 && first < 10 {
				return first * 100, 1
			}
		}
	}
	return 0, 0
}

// numeral is the value of a number word of a language, 0 for any other.
func (l *lexicon) numeral(w word, lang string) float64 {
	if w.kind != letters {
		return 0
	}
	senses, _ := l.of(w.text)
	for _, s := range senses {
		if s.class == "num" && s.lang == lang {
			return atof(s.value)
		}
	}
	return 0
}

func (l *lexicon) english(w string) bool {
	senses, begins := l.of(w)
	return begins && english(&token{text: w, senses: senses})
}
