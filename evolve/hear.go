package evolve

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/membrane/ui"
)

// Evolve carries out one sentence and says how it went. It never fails silently: see the receipt's status.
func (e *Engine) Evolve(ctx context.Context, r Request) act.Receipt {
	if isStop(r.Sentence) && e.Cancel() {
		return act.Receipt{
			Sentence: r.Sentence, Status: act.Done, Route: act.RouteReflex, Reason: "Stopped; nothing was changed.",
			Acts: []act.Act{}, Checks: []act.Check{}, Reflowed: []string{},
		}
	}
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(r.Sentence, act.Failed, reason(err), started)
	}
	defer end()
	scene := e.o.Desk.Scene()
	r.pointIn(scene)
	return e.asked(e.hear(ctx, scene, r, started), r.Writer)
}

// isStop recognises the words that stop a model at work.
func isStop(s string) bool { return reflex.Is("stop", s) }

// hear understands a sentence in a scene and does what it says.
func (e *Engine) hear(ctx context.Context, scene *Scene, r Request, started time.Time) act.Receipt {
	v := e.understand(scene, r, e.takeQuestion())
	e.spoke(r, v)
	timing := act.Timing{Understand: since(started)}
	if r.Progress != nil {
		r.Progress(Progress{Stage: "understand", Text: strings.Join(v.parse.Why, "; ")})
	}
	switch v.route {
	case reflex.Nothing:
		return e.plain(r.Sentence, act.Done, "", started)
	case reflex.Refuse:
		return e.plain(r.Sentence, act.Refused, v.parse.Refuse, started)
	case reflex.Answer:
		return e.answered(scene, r, v.parse, started)
	case reflex.Model:
		switch {
		case v.hollow:
			return e.noModel(r, reflex.Result{}, started)
		case v.writer == nil:
			return e.noModel(r, v.parse, started)
		}
		if v.several > 0 {
			return e.variants(ctx, scene, r, v.wish.Args.Text, v.several, v.writer, timing, started)
		}
		return e.model(ctx, scene, r, v.wish, v.writer, timing, started)
	case reflex.Ask:
		return e.asks(r.Sentence, v.parse.Ask, v.parse.Acts, started)
	}
	out := e.do(ctx, scene, r, v.parse.Acts, timing, started)
	e.idle(v.parse.Acts, out)
	return e.offer(out, v.parse.Others)
}

// do carries out acts: those that change the desktop in one transaction, those that travel in its history each in their own.
func (e *Engine) do(ctx context.Context, scene *Scene, r Request, acts []act.Act, timing act.Timing, started time.Time) act.Receipt {
	acts = joined(e.repeated(scene, acts))
	if len(acts) == 0 {
		return e.plain(r.Sentence, act.Failed, "There is nothing to repeat yet.", started)
	}
	var out act.Receipt
	var undone []string // what was taken back, as the receipt tells it
	trying := ""        // what the receipt of an attempt says that begins with the acts after it
	for len(acts) > 0 {
		if travels(acts[0].Intent) {
			out = e.travelAct(ctx, scene, r, acts[0], started)
			if one, ok := strings.CutPrefix(out.Reason, tookBack); ok && out.Status == act.Done {
				undone = append(undone, one)
				out.Reason = tookBack + listDone(undone) // each has a commit of its own
			}
			if acts[0].Intent == act.Try && acts[0].Args.Part == act.TryWith && out.Status == act.Done {
				trying = out.Reason
			}
			acts = acts[1:]
		} else {
			n := 0
			for n < len(acts) && !travels(acts[n].Intent) {
				n++
			}
			batch := acts[:n]
			rest, back := batch, out
			acts = acts[n:]
			out = e.transact(ctx, scene, job{
				sentence: r.Sentence, acts: batch, kind: genome.KindEvolve, timing: timing, started: started, progress: r.Progress,
				only:    onlyThis(r.Sentence),
				write:   func(_ context.Context, d *draft) error { return d.write(rest) },
				without: func(same []act.Act) { rest = minus(batch, same) },
			})
			if out.Status == act.Done && out.Commit == "" && back.Commit != "" {
				out = back // taken back, it is as it shall be: "no wait, dark"
			}
		}
		if out.Status != act.Done {
			break
		}
		if len(acts) > 0 {
			scene = e.o.Desk.Scene()
		}
	}
	switch {
	case trying == "":
	case out.Commit != "":
		out.Reason = trying
	default: // nothing came of it, so there is nothing to try
		if _, err := e.o.Store.KeepBranch(); err != nil {
			e.o.Log.Warn("an empty attempt stays", "err", err)
		}
	}
	return out
}

// mostRepeats is how often "again" does the last acts at most.
const mostRepeats = 20

// repeated replaces "again" by the last acts.
func (e *Engine) repeated(s *Scene, acts []act.Act) []act.Act {
	_, last, _ := e.memory(s)
	last = slices.DeleteFunc(slices.Clone(last), func(a act.Act) bool { return a.Intent == act.Repeat }) // only a receipt that was tampered with has one
	var out []act.Act
	for _, a := range acts {
		if a.Intent != act.Repeat {
			out = append(out, a)
			continue
		}
		for range min(max(1, a.Args.Count), mostRepeats) {
			out = append(out, last...)
		}
	}
	return out
}

// onlyThis recognises that one node is meant where one call makes several.
func onlyThis(sentence string) bool { return reflex.Says("onlythis", sentence) == "word" }

// symbol is what an icon shows, "" of other nodes.
func symbol(n *ui.Node) string {
	if n.Kind == ui.KindIcon {
		return n.Icon
	}
	return ""
}

// reflexScene translates the scene for the parser.
func (e *Engine) reflexScene(s *Scene) *reflex.Scene {
	out := &reflex.Scene{Selection: s.Selection, Left: s.Area.X, Top: s.Area.Y, W: s.Area.W, H: s.Area.H, Mode: first(s.Doc.Theme.Mode, "dark")}
	if e.o.Store != nil {
		out.Deeds = sync.OnceValue(e.deeds) // they are read from the history, and asked for several times
		out.Stood = func(cell, gene string, first bool) (reflex.Spot, bool) { return e.stood(s, cell, gene, first) }
		out.Names = e.o.Store.Names()
		if b, ok := e.o.Store.Branch(); ok {
			out.Trying = b.Name
		}
	}
	out.Last, out.LastActs, out.Fresh = e.memory(s)
	out.Wished, out.Unheard = e.vain()
	out.Spoken, out.Several, out.Absent = e.strayed()
	out.Asked, out.Astray = e.asking(), e.wentAstray()
	out.Shows, out.Color = s.shows, s.seenColor
	out.Back, out.Gone = e.undid, func(gene string) int { return e.gone(s, gene) }
	for _, id := range s.IDs() {
		c, dc := s.Cells[id], s.Doc.Cells[id]
		if dc == nil {
			continue
		}
		if dc.Hidden {
			out.Hidden = append(out.Hidden, reflex.Cell{ID: string(id), Gene: dc.Gene, Title: title(dc, id), Kind: string(dc.Kind)})
			continue
		}
		rc := reflex.Cell{
			ID: string(id), Gene: dc.Gene, Title: title(dc, id), Kind: string(dc.Kind), X: c.Bounds.X, Y: c.Bounds.Y, W: c.Bounds.W, H: c.Bounds.H,
		}
		for _, st := range c.Manifest.Styles {
			rc.Styles = append(rc.Styles, reflex.Style{Name: st.Name, Words: st.Words, On: worn(c.Source, st)})
		}
		walkNodes(c.Tree, func(n *ui.Node) {
			box := c.Nodes[n.ID]
			rc.Nodes = append(rc.Nodes, reflex.Node{
				ID: n.ID, Kind: string(n.Kind), Text: s.shownText(id, n), Key: first(n.Key, symbol(n)), Icon: n.Icon, X: box.X, Y: box.Y, W: box.W, H: box.H,
			})
		})
		out.Cells = append(out.Cells, rc)
	}
	place := func(p *Point) *reflex.Place {
		if p == nil {
			return nil
		}
		return &reflex.Place{X: p.X, Y: p.Y, Target: p.Target, Given: p.Given}
	}
	out.Point, out.Point2 = place(s.Point), place(s.Point2)
	for _, g := range s.Genes {
		rg := reflex.Gene{Name: g.Name, Title: g.Title, Synonyms: g.Synonyms}
		for _, st := range g.Styles {
			rg.Styles = append(rg.Styles, reflex.Style{Name: st.Name, Words: st.Words})
		}
		out.Genes = append(out.Genes, rg)
	}
	return out
}
