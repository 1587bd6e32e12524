package reflex

// Names reports whether a sentence names one of the choices and says nothing else: "um, the terminal", "no, I meant the clock".
func (q *Question) Names(sentence string) bool {
	_, ok := q.named(sentence)
	return ok
}

// named is the choice that a sentence names.
func (q *Question) named(sentence string) (Choice, bool) {
	words := split(sentence)
	lead := func(n int) bool {
		said := joined(words[:n])
		return words[n-1].kind == mark || listed("answerlead", said) != "" || listed("amends", said) != "" || listed("whosename", said) != ""
	}
	for again := true; again; {
		again = false
		for n := min(mostPraise, len(words)-1); n > 0; n-- {
			if lead(n) {
				words, again = words[n:], true
				break
			}
		}
		for n := min(mostPraise, len(words)-1); n > 0; n-- {
			if tail := words[len(words)-n:]; tail[0].kind == mark && n == 1 || listed("answertail", joined(tail)) != "" {
				words, again = words[:len(words)-n], true
				break
			}
		}
	}
	said := squash(joined(words))
	for _, ch := range q.Choices {
		if said != "" && squash(ch.Label) == said {
			return ch, true
		}
	}
	return Choice{}, false
}
