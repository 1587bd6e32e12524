package reflex

import (
	"reflect"
	"slices"

	"cellshell/evolve/act"
)

// alikeDone are the changes that can be done to one thing as to another, whatever each of them is.
var alikeDone = []act.Intent{act.Recolor, act.Resize, act.TextStyle, act.Shape, act.Border, act.Opacity, act.Shadow, act.Spacing}

// thingsToo reads "make the number red, and the title too": what the first half says of one thing is said of what is named
// behind it as well, as if that had been said a moment later.
func (p *parser) thingsToo() bool {
	end := len(p.toks)
	for end > 0 && (p.toks[end-1].kind == mark || p.toks[end-1].is("fill")) {
		end--
	}
	if p.nested || len(p.forced) > 0 || end < 4 || !p.toks[end-1].is("also") && p.toks[end-1].text != "also" || slices.ContainsFunc(p.toks, func(t *token) bool { return t.kind == quoted }) {
		return false
	}
	from := end - 2
	for from > 0 && p.toks[from].kind != mark && (!p.toks[from].is("conj", "and") || p.labelAt(from)) {
		from--
	}
	head := from
	for head > 0 && (p.toks[head-1].kind == mark || p.toks[head-1].is("conj")) {
		head--
	}
	tail := p.toks[from+1 : end-1]
	if head == 0 || len(tail) == 0 || !p.onlyThings(tail) || some(tail, "pron") {
		return false
	}
	first, ok := p.reading(p.text(p.toks[0].start, p.toks[head-1].end))
	if !ok || first.Route() != Do || slices.ContainsFunc(first.Acts, func(a act.Act) bool {
		return !slices.Contains(alikeDone, a.Intent) || a.Target != first.Acts[0].Target
	}) {
		return false
	}
	s := *p.s
	s.Pending, s.Asked, s.Wished, s.Deeds, s.Unheard = nil, nil, nil, nil, false
	s.Last, s.LastActs, s.Fresh = &first.Acts[0].Target, first.Acts, true
	next, ok := p.to(&s).reading("and " + p.text(tail[0].start, tail[len(tail)-1].end) + " too")
	if !ok || next.Route() != Do || len(next.Others) > 0 {
		return false
	}
	for _, a := range next.Acts {
		if has(targetsOf(first.Acts), a.Target) || !slices.ContainsFunc(first.Acts, func(b act.Act) bool { return b.Intent == a.Intent && reflect.DeepEqual(b.Args, a.Args) }) {
			return false
		}
	}
	p.result = first
	p.result.Acts = slices.Concat(first.Acts, next.Acts)
	p.note("the same for what is named behind it")
	return true
}
