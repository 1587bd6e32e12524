package reflex

import (
	"iter"
	"slices"
	"strings"
)

// wordGraph is what can be said, each text with what it means: a finite automaton whose steps are words, with a root for the
// lexicon and for each list. A text with choices in it, "put (it/that/) back", is one way with a fork in it and a place where its
// branches meet. Written out, the lexicons and lists are 360,000 texts; as a graph they are 40,000 states, with few pointers for
// a collector to follow, and are read in a tenth of the time (since 2026-11: the lexicon was nine tenths of the body's heap).
type wordGraph struct {
	ids    map[string]uint32    // of words
	words  []string             // by id
	ways   map[departure]uint32 // one of the arcs
	arcs   []arc
	states []state
	means  []meaning
}

// departure is a word said in a state.
type departure struct{ from, word uint32 }

// arc is where a word leads. Indices of arcs are 0 where there is none.
type arc struct {
	to    uint32
	other uint32 // another one by the same word
	word  uint32
	next  uint32 // another one from the same state
}

// state is a place in the graph.
type state struct {
	first uint32 // one of the arcs from here
	means uint32 // index of what a text means that ends here; 0: none ends here
	trunk bool   // one row of words alone leads here: the texts that begin with it share it
	depth uint8  // how many, on the trunk
}

// meaning is what the texts mean that end in a state, and as the how manieth it was said of each.
type meaning struct {
	senses []sense
	order  []int
}

func newWordGraph() *wordGraph {
	return &wordGraph{ids: map[string]uint32{}, ways: map[departure]uint32{}, arcs: make([]arc, 1), means: make([]meaning, 1)}
}

// root adds a place to begin at.
func (g *wordGraph) root() uint32 { return g.state(true) }

func (g *wordGraph) state(trunk bool) uint32 {
	g.states = append(g.states, state{trunk: trunk})
	return uint32(len(g.states) - 1)
}

// add adds a text, given as the choices that there are at each point of it, and returns the states that it ends in.
func (g *wordGraph) add(root uint32, text [][][]word) []uint32 {
	at := []uint32{root}
	for _, each := range text {
		if len(each) == 1 {
			for _, w := range each[0] {
				at = g.along(at, w.text, new(uint32))
			}
			continue
		}
		var met []uint32
		meet := new(uint32)
		for _, words := range each {
			branch := at // of no words: nothing is one of the choices
			for i, w := range words {
				to := meet
				if i < len(words)-1 {
					to = new(uint32)
				}
				branch = g.along(branch, w.text, to)
			}
			for _, s := range branch {
				if !slices.Contains(met, s) {
					met = append(met, s)
				}
			}
		}
		at = met
	}
	return at
}

// shared is how many words at the beginning of a text with choices are written out, so that it shares them with others that begin
// so: else there would be hundreds of ways on behind "the".
const shared = 1

// along goes on by a word: on the trunk, while that is shared, and all others to where they meet, a state that is made when it is
// first needed.
func (g *wordGraph) along(at []uint32, text string, meet *uint32) (next []uint32) {
	for _, from := range at {
		to := *meet
		switch s := g.states[from]; {
		case s.trunk && (len(at) == 1 || s.depth < shared):
			to = g.trunk(from, text)
		case to == 0:
			to = g.state(false)
			*meet = to
			fallthrough
		default:
			g.link(from, text, to)
		}
		if !slices.Contains(next, to) {
			next = append(next, to)
		}
	}
	return next
}

// trunk is where a word leads to on the trunk.
func (g *wordGraph) trunk(from uint32, text string) uint32 {
	if id, ok := g.ids[text]; ok {
		for i := g.ways[departure{from, id}]; i != 0; i = g.arcs[i].other {
			if to := g.arcs[i].to; g.states[to].trunk {
				return to
			}
		}
	}
	to := g.state(true)
	g.states[to].depth = g.states[from].depth + 1
	g.link(from, text, to)
	return to
}

func (g *wordGraph) link(from uint32, text string, to uint32) {
	id, ok := g.ids[text]
	if !ok {
		id = uint32(len(g.words))
		g.words = append(g.words, text)
		g.ids[text] = id
	}
	by := departure{from, id}
	g.arcs = append(g.arcs, arc{to: to, other: g.ways[by], word: id, next: g.states[from].first})
	i := uint32(len(g.arcs) - 1)
	g.ways[by], g.states[from].first = i, i
}

// end has texts that end in a state mean something as well, as the how manieth of all that was said.
func (g *wordGraph) end(at uint32, s sense, order int) {
	if g.states[at].means == 0 {
		g.means = append(g.means, meaning{})
		g.states[at].means = uint32(len(g.means) - 1)
	}
	m := &g.means[g.states[at].means]
	if !s.among(m.senses) {
		m.senses, m.order = append(m.senses, s), append(m.order, order)
	}
}

// among reports whether a sense says nothing that others do not say.
func (s sense) among(others []sense) bool {
	return slices.ContainsFunc(others, func(o sense) bool {
		return o.class == s.class && o.value == s.value && (o.lang == s.lang || o.lang == "en")
	})
}

// few is how many states are possible at once in most sentences.
const few = 16

// onward is where a word leads from some states, put into room.
func (g *wordGraph) onward(at []uint32, text string, room []uint32) []uint32 {
	id, ok := g.ids[text]
	if !ok {
		return nil
	}
	next := room[:0]
	for _, from := range at {
		for i := g.ways[departure{from, id}]; i != 0; i = g.arcs[i].other {
			if to := g.arcs[i].to; !slices.Contains(next, to) {
				next = append(next, to)
			}
		}
	}
	return next
}

// senses are what a text means that ends in some states, in the order in which that was said; nil where none does.
func (g *wordGraph) senses(at []uint32) []sense {
	var only meaning
	ends := 0
	for _, s := range at {
		if i := g.states[s].means; i != 0 {
			only = g.means[i]
			ends++
		}
	}
	if ends < 2 {
		return only.senses
	}
	return g.merged(at)
}

// merged are the senses of several ways that end at once.
func (g *wordGraph) merged(at []uint32) []sense {
	type said struct {
		sense
		order int
	}
	var all []said
	for _, from := range at {
		m := g.means[g.states[from].means]
		for i, s := range m.senses {
			all = append(all, said{s, m.order[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b said) int { return a.order - b.order })
	var out []sense
	for _, s := range all {
		if !s.among(out) {
			out = append(out, s.sense)
		}
	}
	return out
}

// longest returns the senses of the longest text at the head of words and how many words it took.
func (g *wordGraph) longest(root uint32, words []word) (senses []sense, n int) {
	var room, other [few]uint32
	at, next := append(room[:0], root), other[:0]
	for i, w := range words {
		if w.kind != letters && w.kind != number {
			break
		}
		if at, next = g.onward(at, w.text, next), at; len(at) == 0 {
			break
		}
		if i > 0 && i+1 < len(words) && words[i+1].glued {
			continue
		}
		if s := g.senses(at); len(s) > 0 {
			senses, n = s, i+1
		}
	}
	return senses, n
}

// of is what words with a space between mean, and whether a text begins with them.
func (g *wordGraph) of(root uint32, text string) (senses []sense, begins bool) {
	var room, other [few]uint32
	at, next := append(room[:0], root), other[:0]
	for more := true; more; {
		var one string
		one, text, more = strings.Cut(text, " ")
		if at, next = g.onward(at, one, next), at; len(at) == 0 {
			return nil, false
		}
	}
	return g.senses(at), true
}

// heads are the lengths of the texts that a text of words begins with, and what each means, the shortest first.
func (g *wordGraph) heads(root uint32, text string) iter.Seq2[int, []sense] {
	return func(yield func(int, []sense) bool) {
		var room, other [few]uint32
		at, next := append(room[:0], root), other[:0]
		for from := 0; from < len(text); {
			to := len(text)
			if i := strings.IndexByte(text[from:], ' '); i >= 0 {
				to = from + i
			}
			if at, next = g.onward(at, text[from:to], next), at; len(at) == 0 {
				return
			}
			if s := g.senses(at); len(s) > 0 && !yield(to, s) {
				return
			}
			from = to + 1
		}
	}
}

// texts are all that can be said from a root, sorted. There may be very many.
func (g *wordGraph) texts(root uint32) []string {
	var out []string
	var say func(at uint32, said string)
	say = func(at uint32, said string) {
		if g.states[at].means != 0 {
			out = append(out, said)
		}
		for i := g.states[at].first; i != 0; i = g.arcs[i].next {
			say(g.arcs[i].to, strings.TrimPrefix(said+" "+g.words[g.arcs[i].word], " "))
		}
	}
	say(root, "")
	slices.Sort(out)
	return slices.Compact(out)
}
