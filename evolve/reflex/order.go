package reflex

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"cellshell/evolve/act"
)

//go:embed order.txt
var orderText string

// orderWords are the words of order.txt by what they say, the longest first.
var orderWords = sync.OnceValue(func() map[string][]string {
	out := phraseBook(orderText)
	for _, list := range out {
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return out
})

var orderQuotes = strings.NewReplacer("’", "", "'", "", "\"", "", "“", "", "”", "")

// ordering reads a whole sentence about the place of a thing among the others of its cell: "put delete before new", "swap these
// two", "sort the buttons". Every name in it must be that of a thing in a cell; any other sentence is none of its business.
func ordering(sentence string, w *world) (Result, bool) {
	text := strings.Join(strings.Fields(strings.Trim(orderQuotes.Replace(fold(sentence)), " .!?")), " ")
	text = stripped(text, "polite", "order")
	o := &orderer{world: w, words: orderWords()}
	if rest, contrast, found := strings.Cut(text, ","); found { // "…, not before it"
		if _, ok := o.after(strings.TrimSpace(contrast), "contrast"); ok {
			text = strings.TrimSpace(rest)
		}
	}
	for _, read := range []func(string) (act.Act, bool){o.swapped, o.sorted, o.placed} {
		if a, ok := read(text); ok {
			return Result{Acts: []act.Act{a}, Conf: 0.9, Why: []string{"the place of a thing in its cell"}}, true
		}
	}
	return Result{}, false
}

type orderer struct {
	*world
	words map[string][]string
}

// after cuts one of the phrases of a name from the beginning of a text, before from its end.
func (o *orderer) after(text, name string) (rest string, ok bool) {
	for _, p := range o.words[name] {
		if text == p {
			return "", true
		}
		if rest, ok := strings.CutPrefix(text, p+" "); ok {
			return rest, true
		}
	}
	return text, false
}

func (o *orderer) before(text, name string) (rest string, ok bool) {
	for _, p := range o.words[name] {
		if rest, ok := strings.CutSuffix(text, " "+p); ok {
			return rest, true
		}
	}
	return text, false
}

// without cuts every phrase of a name from the end of a text.
func (o *orderer) without(text, name string) string {
	for rest, ok := o.before(text, name); ok; rest, ok = o.before(text, name) {
		text = rest
	}
	return text
}

// placed reads "put save first", "save should come after delete", "make this the last one", "move it between a and b".
func (o *orderer) placed(text string) (act.Act, bool) {
	made := false
	rest, ok := o.after(text, "verb")
	if !ok {
		if rest, made = strings.CutPrefix(text, "make "); !made {
			for _, be := range o.words["be"] {
				if what, where, found := strings.Cut(text, " "+be+" "); found {
					rest, ok = what+" "+where, true
					break
				}
			}
			if !ok {
				return act.Act{}, false
			}
		}
	}
	for _, end := range []string{"first", "last", "top", "bottom"} {
		if what, ok := o.before(rest, end); ok {
			if t, ok := o.thing(what, act.Target{}); ok {
				return act.Act{Intent: act.Move, Target: t, Args: act.Args{Anchor: end}}, true
			}
		}
	}
	if made {
		return act.Act{}, false
	}
	for _, rel := range []string{"left-of", "right-of", "above", "below", "before", "after"} {
		for _, p := range o.words[rel] {
			what, other, ok := strings.Cut(rest, " "+p+" ")
			if !ok {
				continue
			}
			if a, ok := o.beside(what, other, rel); ok {
				return a, true
			}
		}
	}
	for _, p := range o.words["otherside"] {
		what, other, ok := strings.Cut(rest, " "+p+" ")
		if !ok {
			continue
		}
		if a, ok := o.beside(what, other, "after"); ok {
			if o.index(a.Target) > o.index(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode}) {
				a.Args.Relation = "before"
			}
			return a, true
		}
	}
	for _, p := range o.words["between"] {
		what, others, ok := strings.Cut(rest, " "+p+" ")
		one, two, both := strings.Cut(others, " and ")
		if !ok || !both {
			continue
		}
		a, ok := o.beside(what, one, "after")
		b, ok2 := o.thing(two, a.Target)
		if !ok || !ok2 || b.Cell != a.Target.Cell {
			continue
		}
		if o.index(b) < o.index(act.Target{Cell: b.Cell, Node: a.Args.LikeNode}) {
			a.Args.LikeNode = b.Node
		}
		return a, true
	}
	return act.Act{}, false
}

// beside is a move by another thing of the same cell.
func (o *orderer) beside(what, other, relation string) (act.Act, bool) {
	t, ok := o.thing(what, act.Target{})
	if !ok {
		return act.Act{}, false
	}
	like, ok := o.thing(other, t)
	if !ok || like.Cell != t.Cell || like.Node == t.Node {
		return act.Act{}, false
	}
	return act.Act{Intent: act.Move, Target: t, Args: act.Args{Relation: relation, LikeCell: like.Cell, LikeNode: like.Node}}, true
}

// swapped reads "swap save and delete", "swap this with the reset button", "swap these two".
func (o *orderer) swapped(text string) (act.Act, bool) {
	rest, ok := o.after(text, "swap")
	if !ok {
		return act.Act{}, false
	}
	pair := func(a, b act.Target) (act.Act, bool) {
		return act.Act{Intent: act.Swap, Target: a, Args: act.Args{LikeCell: b.Cell, LikeNode: b.Node}}, a.Cell == b.Cell && a.Node != b.Node
	}
	if kind, ok := o.after(rest, "these"); ok && (kind == "" || o.kind(kind) != "") && len(o.s.Selection) == 2 {
		a, b := o.s.Selection[0], o.s.Selection[1]
		if a.Node != "" && b.Node != "" {
			return pair(a, b)
		}
		return act.Act{}, false
	}
	for _, p := range o.words["with"] {
		one, two, ok := strings.Cut(rest, " "+p+" ")
		if !ok {
			continue
		}
		two = o.without(two, "among")
		a, ok := o.thing(one, act.Target{})
		b, ok2 := o.thing(two, a)
		if ok && ok2 {
			return pair(a, b)
		}
	}
	return act.Act{}, false
}

// sorted reads "sort the buttons by name", "reverse the buttons", "put the buttons in a column".
func (o *orderer) sorted(text string) (act.Act, bool) {
	found := func(what, layout string) (act.Act, bool) {
		t, ok := o.group(what)
		return act.Act{Intent: act.Arrange, Target: t, Args: act.Args{Layout: layout}}, ok
	}
	if rest, ok := o.after(text, "reverse"); ok {
		return found(rest, "reverse")
	}
	rest, sort := o.after(text, "sort")
	if !sort {
		if rest, sort = o.after(text, "verb"); !sort {
			return act.Act{}, false
		}
	}
	for _, way := range [][2]string{{"za", "za"}, {"az", "az"}, {"reversed", "reverse"}, {"column", "column"}, {"row", "row"}} {
		if what, ok := o.before(rest, way[0]); ok {
			return found(what, way[1])
		}
	}
	if verb, _, _ := strings.Cut(text, " "); verb == "sort" || strings.HasPrefix(verb, "alphabeti") {
		return found(rest, "az")
	}
	return act.Act{}, false
}
