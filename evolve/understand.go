package evolve

import (
	"slices"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// verdict is what is to be done with a sentence. It is reached without doing anything, so that a preview and the real
// thing cannot come to different ends.
type verdict struct {
	parse     reflex.Result
	heard     *reflex.Scene // that it was read in
	route     reflex.Route
	wish      act.Act  // of the route Model
	strange   []string // the words that were not understood; those that mean something elsewhere only where there are no others
	elsewhere bool     // all of strange mean something elsewhere
	writer    Writer   // of the route Model; nil: it would take one, and there is none
	several   int      // of a new cell: how many to choose from; 0 for one
	hollow    bool     // of a Model without a writer: what the parser would ask leads nowhere
}

// understand parses a sentence in a scene and decides what becomes of it. A pending question may be answered by it.
func (e *Engine) understand(scene *Scene, r Request, pending *question) verdict {
	if wish, n, ok := several(r.Sentence); ok && scene.findGene(thingOf(wish)) == nil {
		a := act.Act{Intent: act.Behaviour, Args: act.Args{Text: wish, Part: "new"}}
		v := verdict{parse: reflex.Result{Acts: []act.Act{a}, Conf: 1}, route: reflex.Model, wish: a, writer: e.writerFor(r), several: n}
		return v.noTerminal(scene, wish)
	}
	heard := e.reflexScene(scene)
	if pending != nil && pending.parse.Past && pick(pending.labels, r.Sentence) < 0 && !pending.parse.Names(r.Sentence) {
		pending = nil // it was answered already
	}
	if pending != nil {
		heard.Pending = pending.parse
		if heard.Point == nil && pending.at.Cell != "" {
			scene.Point = pointAt(scene, pending.at)
			heard.Point = &reflex.Place{X: scene.Point.X, Y: scene.Point.Y, Target: pending.at}
		}
	}
	v := verdict{parse: e.parse(r.Sentence, heard), heard: heard, writer: e.writerFor(r)}
	v.strange = slices.DeleteFunc(slices.Clone(v.parse.Unknown), func(w string) bool { return reflex.Knows(w, heard) })
	if len(v.strange) == 0 {
		v.strange, v.elsewhere = v.parse.Unknown, true
	}
	v.route = v.parse.Route()
	switch v.route {
	case reflex.Model:
		if v.wish = v.parse.Acts[0]; v.writer == nil && v.parse.Lost && v.parse.Ask != nil {
			v.route = reflex.Ask // what was not understood may need no code at all
		}
	case reflex.Ask:
		if wish, ok := e.guess(scene, r); ok && v.writer != nil && len(v.parse.Unknown) > 0 {
			v.route, v.wish = reflex.Model, wish
		} else if v.writer == nil && onlyModel(v.parse.Ask) { // no answer would lead anywhere
			v.route, v.hollow = reflex.Model, true
		}
	}
	return v.noTerminal(scene, r.Sentence)
}

// noTerminal refuses the wish for a terminal while no built-in is one: what a model would write could not be one.
func (v verdict) noTerminal(s *Scene, sentence string) verdict {
	if v.route == reflex.Model && asksTerminal(s, thingOf(sentence)) {
		v.route, v.parse = reflex.Refuse, reflex.Result{Refuse: reason(errNoTerminal), Conf: 1}
	}
	return v
}
