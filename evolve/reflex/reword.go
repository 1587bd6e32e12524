package reflex

import (
	"slices"
	"strings"
)

// A sentence that is not understood is said more simply and read again: "I was hoping the clock could be roughly twice as
// big" as "make the clock twice as big". What may be said instead stands in lexicon/*.reword*.txt, for each language by itself,
// each line with a price: how much it may change the meaning. The cheapest wording that is understood wins, and its price
// lowers the confidence. A word that nobody knows is never left out silently: then the wording without it is only asked about.

// A sentence is also read while it is typed: mostWordings is how many wordings of it are read, mostReread how many words
// they have together, innerWordings how many are read of a part of it, mostWaiting how many wait to be read (the dearest are
// dropped), and longWording how many words a sentence may have that is said otherwise at all.
const (
	mostWordings  = 32
	innerWordings = 6
	mostReread    = 300
	mostWaiting   = 64
	longWording   = 40
)

// wording is a sentence said otherwise.
type wording struct {
	text    string
	price   int
	dropped []string // words that were left out without knowing what they mean
	why     string   // the reason that was left out
}

// understood reports whether there is nothing to gain from another wording.
func (p *parser) understood() bool {
	if p.open != nil {
		return true
	}
	switch r := p.result; r.Route() {
	case Ask:
		return len(r.Ask.Choices) > 0 && !p.halved
	case Model:
		return p.handed
	case Answer:
		return !vague[r.Answer] || p.answers() && !p.modal()
	}
	return true
}

// answers reports whether something is told about the desktop.
func (p *parser) answers() bool {
	return len(p.result.Acts) > 0 && p.result.Acts[0].Args.Part != "" && len(p.toks) > 0
}

// vague are the answers that say no more than that nothing will be done.
var vague = map[string]bool{"statement": true, "scope": true, "nothing": true, "question": true}

// reworded reads a sentence that was not understood in other words. It reports false when none of them is understood.
func reworded(w *world, first *parser) (Result, bool) {
	if len(first.toks) > longWording {
		return Result{}, false
	}
	english := first.english()
	table := loadTables()[w.tongue(first.sentence)] // of that language only: "er" is a hesitation in English, and "is" in Norwegian
	// Of a remark nothing is left out for want of knowing it: there may be no wish in it at all.
	remark := first.result.Route() == Answer
	polite := remark && first.answers() || // "could the form sit …?" only sounds like a question
		first.result.Route() == Model && !first.gaveUp // only the manners of a wish may have sounded like new code
	seen := map[string]bool{}
	var queue []wording
	add := func(o wording) {
		if o.text = table.polished(o.text); !seen[o.text] && strings.TrimSpace(o.text) != "" {
			seen[o.text] = true
			queue = append(queue, o)
		}
	}
	add(wording{text: first.sentence})
	if plain := first.plainly(); plain != "" {
		add(wording{text: plain, price: 1})
	}
	if why, ok := first.withoutWhy(english && !remark); ok {
		add(why) // only the reason may sound like new code: "… when I count the sheep"
	}
	var plain *parser
	most := mostWordings
	if w.inner {
		most = innerWordings
	}
	for n, words := 0, 0; len(queue) > 0 && n < most && words+len(first.toks) <= mostReread; n++ {
		now, p := queue[0], first
		queue = queue[1:]
		if now.text != first.sentence {
			other := w.saying(now.text)
			if r, ok := ranking(now, other); ok {
				r.Why = append([]string{"read as: " + now.text}, r.Why...)
				return r, true
			}
			p = read(now.text, other, nil)
			words += len(p.toks)
			if r, ok := now.taken(p, other, first); ok {
				r.Why = append([]string{"read as: " + now.text}, r.Why...)
				if now.why != "" {
					r.Why = append(r.Why, "took for the reason: "+now.why)
				}
				return r, true
			}
		}
		if n == 0 && !remark && now.text != first.sentence && (p.result.Route() == Ask || p.result.Route() == Model || p.result.Answer == "scope") {
			plain = p // what was not understood is told without the manners
		}
		if polite && !(first.modal() && now.text != "") {
			continue
		}
		for _, o := range table.wordings(now) {
			add(o)
		}
		if !remark && len(now.dropped) < mostDropped {
			for _, o := range p.without(now) {
				add(o)
			}
		}
		slices.SortStableFunc(queue, func(a, b wording) int { return a.price - b.price })
		queue = queue[:min(len(queue), mostWaiting)]
	}
	if plain != nil && (first.result.Ask == nil || len(first.result.Ask.Choices) == 0) {
		return plain.result, true
	}
	return Result{}, false
}

// plainly is the sentence without the pictures around its words, "" where there are none: "🔥 dark mode 🔥" wants no picture.
func (p *parser) plainly() string {
	from, to := 0, len(p.toks)
	for from < to && p.toks[from].kind == picture {
		from++
	}
	for to > from && p.toks[to-1].kind == picture {
		to--
	}
	if from == to || to-from == len(p.toks) {
		return ""
	}
	return p.typed(p.toks[from:to])
}

// taken is what comes of a wording, false where it is not understood either. first is the sentence as it was said.
func (o wording) taken(p *parser, w *world, first *parser) (Result, bool) {
	if !p.understood() || p.unsaid && first.unsaid {
		return Result{}, false
	}
	r := p.others()
	if p.open != nil {
		r = p.result.withChoices(o.text, w, p.open)
	}
	if len(o.dropped) > 0 {
		if r.Route() != Do || first.inquires() || o.guessesRemoval(r, first, p) {
			return Result{}, false
		}
		return o.wondered(r, first), true
	}
	switch r.Route() {
	case Do:
		r.Conf = max(0.5, r.Conf-float64(o.price)/10)
	case Nothing:
		return Result{}, false
	}
	return r, true
}

// mostDropped is how many words may be left out without knowing them, and fewest how many there must be before one is:
// with more of them gone, what is left is another sentence.
const (
	mostDropped = 2
	fewest      = 3
)

// unknownPrice is the price of leaving out a word that nobody knows: more than any line of the table.
const unknownPrice = 4

// without leaves out each of the words that nobody knows.
func (p *parser) without(o wording) []wording {
	var out []wording
	if len(p.toks) < fewest {
		return nil
	}
	for i, t := range p.toks {
		if t.kind != letters || len(t.senses) > 0 || t.start >= t.end || wideScript(t.text) || p.carries(i) || listed("turning", t.text) != "" || denies(p.text(t.start, t.end)) {
			continue
		}
		out = append(out, wording{
			text: spliced(o.text, t.start, t.end, ""), price: o.price + unknownPrice,
			dropped: append(slices.Clone(o.dropped), p.text(t.start, t.end)), why: o.why,
		})
	}
	return out
}

// carries reports whether token i is a label, or what the words before it are about: "the moon" is nothing without it.
func (p *parser) carries(i int) bool {
	if _, n := p.labels.longest(split(p.toks[i].text)); n > 0 {
		return true
	}
	before, after := t0(p.toks, i-1), t0(p.toks, i+1)
	return before != nil && before.isAny("det", "prep", "as", "num") && (after == nil || after.kind == mark || after.isAny("prep", "conj", "be", "aux"))
}

// ranking reads a wording about the place of a thing among the others of its cell.
func ranking(o wording, w *world) (Result, bool) {
	if len(o.dropped) > 0 || !strings.HasSuffix(o.text, "first") && !strings.HasSuffix(o.text, "last") {
		return Result{}, false
	}
	return ordering(o.text, w)
}
