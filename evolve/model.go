package evolve

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/tissue"
)

// repairs is how often a model may mend its answer.
const repairs = 2

// guess makes a wish for the model of a sentence that the parser did not understand. It must say what it is about: by
// "this" with a pointer, or by a target named with it. A pointer that merely rests somewhere is no reason to rewrite a cell.
func (e *Engine) guess(s *Scene, r Request) (act.Act, bool) {
	a := act.Act{Intent: act.Behaviour, Args: act.Args{Text: r.Sentence}}
	last, _, _ := e.memory(s)
	pointed := s.Point != nil && s.Point.Target.Cell != ""
	switch {
	case pointed && s.Point.Given:
		a.Target = s.Point.Target
	case reflex.Says("points", r.Sentence) == "":
		return a, false
	case pointed:
		a.Target = s.Point.Target
	case len(s.Selection) > 0:
		a.Target = s.Selection[0]
	case last != nil:
		a.Target = *last
	}
	return a, a.Target.Cell != ""
}

// model lets a language model write the change, mends what needs no thought, and lets it repair the rest twice.
func (e *Engine) model(ctx context.Context, scene *Scene, r Request, wish act.Act, w Writer, timing act.Timing, started time.Time) act.Receipt {
	ctx, release := e.cancellable(ctx)
	defer release()
	return e.model1(ctx, scene, r, wish, w, timing, started, modelRun{cost: &act.Cost{}})
}

// modelRun says what is special about a run.
type modelRun struct {
	variant int       // of several new cells, from 1
	dry     *dryRun   // set: nothing is committed
	cost    *act.Cost // grows
}

// model1 is model for a context that can be cancelled.
func (e *Engine) model1(ctx context.Context, scene *Scene, r Request, wish act.Act, w Writer, timing act.Timing, started time.Time, run modelRun) act.Receipt {
	wish = placedWish(scene, r.Sentence, wish)
	acts := []act.Act{wish}
	fresh := wish.Target.Cell == "" && wish.Args.Part == "new"
	refused := func(err error) act.Receipt {
		status := statusOf(err)
		out := e.plain(r.Sentence, status, reason(err), started)
		if status == act.Asked {
			out.Question, out.Reason = err.Error(), ""
			e.ask(&question{text: err.Error(), sentence: r.Sentence})
		}
		out.Acts, out.Route, out.Target = acts, act.RouteModel, wish.Target
		return out
	}
	req := WriteRequest{Sentence: r.Sentence, New: fresh, Variant: run.variant, Dark: scene.Doc.Theme.Mode != "light", Accent: scene.Doc.Theme.Accent}
	if !fresh {
		s, err := newDraft(scene).about(wish.Target)
		if err != nil {
			return refused(err)
		}
		if !s.isGo() {
			return refused(fmt.Errorf("%s is not written in Go, so it cannot be rewritten here", s.name))
		}
		req.Cell, req.Title, req.Source, req.Node = s.id, s.name, s.cell.Source, s.node
		req.Picture = e.picture(r.Sentence, req)
	}
	progress := r.Progress
	if progress == nil {
		progress = func(Progress) {}
	}
	cost := run.cost
	thrownAway := e.attemptEnds()
	var out act.Receipt
	var tried []byte // what the answer before made of the source
	for req.Try = 0; req.Try <= repairs; req.Try++ {
		progress(Progress{Stage: map[bool]string{true: "write", false: "repair"}[req.Try == 0], Text: req.Problem})
		begun := time.Now()
		req.Spent = cost.TokensIn + cost.TokensOut
		req.Watch = (&watcher{gate: e.o.Gate, name: first(req.Title, "the cell"), src: req.Source}).hear
		var answer Written
		var err error
		e.aside(func() { answer, err = w.Write(ctx, req, progress) })
		timing.Write += since(begun)
		cost.TokensIn += answer.In
		cost.TokensOut += answer.Out
		cost.Dollars += answer.Cost
		cost.Model = first(answer.Model, cost.Model)
		var bad *Unusable
		if errors.As(err, &bad) {
			cost.TokensIn += bad.In
			cost.TokensOut += bad.Out
			cost.Dollars += bad.Cost
			answer.Text = bad.Text
			if bad.Stopped != nil {
				err = bad.Stopped
			}
			if bad.Final {
				run.dry.silent()
				out = afterwards(refused(bad), out)
				out.Cost = *cost
				return out
			}
		} else if err != nil {
			run.dry.silent()
			out = afterwards(refused(unanswered(err, req.Try)), out)
			out.Cost = *cost
			return out
		}
		req.Answer = answer.Text
		var src []byte
		if err == nil {
			begun = time.Now()
			src, err = e.mended(first(req.Title, "the cell"), req.Source, tried, answer.Text)
			timing.Gate += since(begun)
		}
		if err != nil {
			out = refused(err)
			out.Timing, out.Cost = rounded(timing, started), *cost
			req.fault(src, err)
			if bad != nil && bad.Stopped != nil {
				req.Problem = strings.TrimRight(req.Problem, "\n") + "\nYour answer was stopped there. Give all declarations that change again."
			}
			if src != nil {
				tried = src
			}
			continue
		}
		// Others had their turn meanwhile: the desktop may look different now, even this cell.
		asked := scene.Point
		scene = e.o.Desk.Scene()
		scene.Point = asked
		now, err := caughtUp(scene, req, src)
		if name := thrownAway(); name != "" {
			err = fmt.Errorf("%q, in which you said it, was thrown away while the model wrote; say it again", name)
		}
		if err != nil {
			out = refused(err)
			out.Cost = *cost // it was paid for all the same
			return out
		}
		var fault error
		out = e.transact(ctx, scene, job{
			sentence: r.Sentence, acts: acts, route: act.RouteModel, kind: genome.KindEvolve, timing: timing, started: started,
			progress: r.Progress, cost: cost, author: "model", dry: run.dry,
			write: func(_ context.Context, d *draft) error { return d.written(req, wish, now) },
			fault: &fault,
		})
		if out.Status == act.Done || ctx.Err() != nil || fault == nil {
			return out
		}
		req.fault(src, fault)
		tried = src
	}
	if out.Status == act.Failed {
		out.Reason = fmt.Sprintf("The model tried %d times. %s", repairs+1, out.Reason)
	}
	return out
}

// attemptEnds returns what tells whether the attempt of now has been thrown away: its name then, else "".
func (e *Engine) attemptEnds() func() string {
	if e.o.Store == nil {
		return func() string { return "" }
	}
	b, trying := e.o.Store.Branch()
	return func() string {
		if !trying {
			return ""
		}
		for _, h := range e.o.Store.Log() {
			switch {
			case h.N <= b.From:
				return ""
			case h.Kind == genome.KindDrop:
				return b.Name
			}
		}
		return ""
	}
}

// afterwards adds to the end of a sentence what was wrong before it, so that the first cause is not hidden by the last.
func afterwards(end, before act.Receipt) act.Receipt {
	switch {
	case strings.HasPrefix(before.Reason, end.Reason): // the same once more
		end.Reason = before.Reason
	case before.Reason != "":
		end.Reason += "\nBefore that: " + before.Reason
	}
	return end
}

// written puts the model's source into the draft: over the cell's own, or as a new cell.
func (d *draft) written(r WriteRequest, wish act.Act, src []byte) error {
	if !r.New {
		s, err := d.about(wish.Target)
		if err != nil {
			return err
		}
		d.target = wish.Target
		d.sources[s.id] = src
		d.expectRuns(s.id)
		d.tellChanges(s.cell.Source, src)
		return d.finish()
	}
	name := programName(src)
	p := newcomer{title: titled(name), kind: tissue.KindWidget, source: src, manifest: manifestText(slug(first(name, "cell")), first(titled(name), "Cell"), nil)}
	p.gene = slug(first(name, "cell"))
	if err := d.add(p, nil); err != nil {
		return err
	}
	return d.finish()
}

// programName is what a program calls its cell: the type PomodoroTimer gives pomodoro-timer.
func programName(src []byte) string {
	var b strings.Builder
	lower := false
	for _, r := range edit.Program(src) {
		if unicode.IsUpper(r) && lower {
			b.WriteByte('-')
		}
		lower = !unicode.IsUpper(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return slug(b.String())
}
