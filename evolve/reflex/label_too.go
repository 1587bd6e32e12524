package reflex

import "cellshell/evolve/act"

// labelToo reads "reset as well" and "and reset" right after another button of the same cell was changed: what the word does as a verb, nobody
// means then.
func (p *parser) labelToo() bool {
	last := targetsOf(p.s.LastActs)
	n := len(p.toks)
	for n > 0 && (p.toks[n-1].kind == mark || p.toks[n-1].is("fill", "fill")) {
		n--
	}
	from := 0
	for from < n && (p.toks[from].is("conj", "and") || p.toks[from].is("det", "the")) {
		from++
	}
	end := n
	if from < n && p.toks[n-1].is("also") {
		end--
	}
	if end <= from || end == n && from == 0 || !p.toks[from].isAny("verb", "reset") || len(last) == 0 || last[0].Node == "" || !p.amends() || !p.stands() {
		return false
	}
	words := split(p.text(p.toks[from].start, p.toks[end-1].end))
	senses, k := p.labels.longest(words)
	if k == 0 || k != len(words) {
		return false
	}
	var set []act.Target
	for _, t := range p.labels.targets[atoi(senses[0].value)] {
		if t.Cell == last[0].Cell && !has(last, t) && p.pushable(t) {
			set = append(set, t)
		}
	}
	return len(set) == 1 && p.doneTo(set)
}
