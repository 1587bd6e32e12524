package evolve

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// unknownGene answers a spawn whose name no built-in has ("better-notes", "pomodoro-timer"): with the built-in that it means,
// else with a new cell by the model. done is false for a name that is one.
func (e *Engine) unknownGene(ctx context.Context, r SpawnRequest) (_ act.Receipt, done bool) {
	started := time.Now()
	scene := e.o.Desk.Glance()
	if scene.gene(r.Gene) != nil {
		return act.Receipt{}, false
	}
	words := strings.Join(strings.FieldsFunc(r.Gene, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	sentence := "spawn " + r.Gene
	if g := scene.findGene(words); g != nil {
		r.Gene = g.Name
		return e.Spawn(ctx, r), true
	}
	if asksTerminal(scene, words) {
		return e.plain(sentence, act.Refused, reason(errNoTerminal), started), true
	}
	wish := act.Act{Intent: act.Behaviour, Args: act.Args{Text: words, Part: "new"}}
	w := e.writerFor(Request{Writer: r.Writer})
	if w == nil {
		out := e.noModel(Request{Sentence: sentence}, reflex.Result{Acts: []act.Act{wish}}, started)
		out.Reason = fmt.Sprintf("There is no built-in %q; these there are: %s. %s", r.Gene, scene.geneNames(), out.Reason)
		return out, true
	}
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(sentence, act.Failed, reason(err), started), true
	}
	defer end()
	thing := words
	if !reflex.Fits("article", thing) {
		thing = article(thing)
	}
	out := e.model(ctx, e.o.Desk.Scene(), Request{Sentence: makeMe + thing, Progress: r.Progress}, wish, w, act.Timing{}, started)
	return out, true
}
