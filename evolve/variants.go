package evolve

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/tissue"
)

// Pictured is a Trial that can draw what it would show.
type Pictured interface {
	// Picture draws a cell of the trial into a PNG and returns its path. The file is replaced by later ones.
	Picture(id tissue.CellID) (path string, err error)
}

// several takes "make me a pomodoro timer, show me three" apart: the wish for one, and how many to choose from.
func several(sentence string) (wish string, n int, ok bool) {
	wish, count, ok := reflex.Cut("choose", sentence)
	if thing, english := strings.CutPrefix(wish, makeMe); english && !reflex.Fits("article", thing) {
		wish = makeMe + article(thing)
	}
	if !ok {
		wish, count, ok = reflex.Cut("three", sentence)
		ok = ok && wantsNew(wish)
	}
	if n, _ = strconv.Atoi(count); !ok || n == 0 {
		return "", 0, false
	}
	return strings.TrimRight(wish, " ,;.!，。；、"), n, true
}

// makeMe begins a wish for something new that only its name says.
const makeMe = "make me "

// variant is a new cell that was tried and measured, and waits to be chosen.
type variant struct {
	source []byte
	label  string
}

// variants lets the model write several new cells, tries each, and asks which it shall be. Nothing is changed yet.
func (e *Engine) variants(ctx context.Context, scene *Scene, r Request, wish string, n int, w Writer, timing act.Timing, started time.Time) act.Receipt {
	ctx, release := e.cancellable(ctx)
	defer release()
	a := act.Act{Intent: act.Behaviour, Args: act.Args{Text: wish, Part: "new"}}
	cost := &act.Cost{}
	var found []variant
	var pictures []string
	var before act.Receipt // why those before did not come out well
	for v := 1; v <= n && ctx.Err() == nil; v++ {
		var dry dryRun
		last := e.model1(ctx, scene, Request{Sentence: wish, Progress: r.Progress}, a, w, timing, started, modelRun{variant: v, dry: &dry, cost: cost})
		if last.Status != act.Done {
			before = afterwards(last, before)
			if dry.unanswered { // nor would it answer the next time: it was asked again already where that helps
				break
			}
			continue
		}
		if dry.known(found) {
			continue
		}
		label := titled(programName(dry.source)) + ", " + dry.size
		if n := len(found); slices.ContainsFunc(found, func(v variant) bool { return v.label == label }) {
			label = fmt.Sprintf("%s (%d)", label, n+1)
		}
		found = append(found, variant{dry.source, label})
		pictures = append(pictures, dry.picture)
	}
	if len(found) == 0 {
		before.Sentence, before.Cost = r.Sentence, *cost
		return before
	}
	q := &question{text: "Which one?", sentence: r.Sentence, variants: found, cost: cost, parse: &reflex.Question{Text: "Which one?"}}
	if len(found) < n {
		q.text = fmt.Sprintf("%d of %d came out well. Which one?", len(found), n)
	}
	for _, v := range found {
		q.labels = append(q.labels, v.label)
	}
	q.labels = append(q.labels, "None of them")
	out := e.plain(r.Sentence, act.Asked, "", started)
	out.Route, out.Acts, out.Question, out.Choices, out.Pictures, out.Cost = act.RouteModel, []act.Act{a}, q.text, q.labels, somePictures(pictures), *cost
	e.ask(q)
	return out
}

// takeVariant makes the chosen one a cell. It is tried and measured again: the desktop may look different now.
func (e *Engine) takeVariant(ctx context.Context, scene *Scene, r Request, q *question, i int, started time.Time) act.Receipt {
	if i >= len(q.variants) {
		return e.plain(q.sentence, act.Done, fixed["cancel"], started)
	}
	a := act.Act{Intent: act.Behaviour, Args: act.Args{Text: q.sentence, Part: "new"}}
	return e.transact(ctx, scene, job{
		sentence: fmt.Sprintf("%s (%s)", q.sentence, q.labels[i]), acts: []act.Act{a}, route: act.RouteModel, kind: genome.KindEvolve,
		started: started, progress: r.Progress, cost: q.cost, author: "model",
		write: func(_ context.Context, d *draft) error {
			return d.written(WriteRequest{New: true, Sentence: q.sentence}, a, q.variants[i].source)
		},
	})
}

// dryRun gets what a trial that is not to be committed came to.
type dryRun struct {
	source     []byte
	size       string
	picture    string
	unanswered bool // the model gave none
}

// silent notes that the model gave no answer; r may be nil.
func (r *dryRun) silent() {
	if r != nil {
		r.unanswered = true
	}
}

func (r *dryRun) known(others []variant) bool {
	for _, o := range others {
		if string(o.source) == string(r.source) {
			return true
		}
	}
	return false
}

// keep looks at a trial that measured up.
func (r *dryRun) keep(t Trial, d *draft) {
	id := tissue.CellID(d.target.Cell)
	r.source = d.sources[id]
	if c := t.After().Cells[id]; c != nil {
		r.size = sizeText(c.Bounds)
	}
	if p, ok := t.(Pictured); ok {
		if path, err := p.Picture(id); err == nil {
			r.picture = path
		}
	}
}

// somePictures are the paths of pictures, nil when each choice is without one.
func somePictures(paths []string) []string {
	if !slices.ContainsFunc(paths, func(p string) bool { return p != "" }) {
		return nil
	}
	return paths
}

// errNoTerminal is what a wish for a terminal comes to while no gene is one.
var errNoTerminal = errors.New("there is no terminal yet. One is a program that works with the machine, which no model writes here; it will be a built-in cell")

// asksTerminal recognises the name of a terminal, which nobody may answer with something else.
func asksTerminal(s *Scene, thing string) bool {
	return s.gene("terminal") == nil && reflex.Fits("term", thing)
}
