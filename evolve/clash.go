package evolve

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/tissue"
)

// noUndo says why a change cannot be taken back. When a later one is in the way it shows both and asks.
func (e *Engine) noUndo(ctx context.Context, scene *Scene, sentence string, a act.Act, err error, started time.Time) act.Receipt {
	c, ok := errors.AsType[*genome.ConflictError](err)
	if !ok || a.Intent == act.Redo || c.Later == 0 {
		r := e.plain(sentence, act.Failed, reason(err), started)
		r.Acts = []act.Act{a}
		return r
	}
	versions := versionsOf(c)
	var what []string
	for _, v := range versions {
		what = append(what, v.What)
	}
	q := &reflex.Question{Text: fmt.Sprintf("#%d %q and #%d %q both changed %s. Which shall it be?", c.N, c.Sentence, c.Later, c.LaterMeaning, strings.Join(what, " and "))}
	back, now := undoTaking(c.N, act.TakeBack), undoTaking(c.N, act.TakeNow)
	q.Choices = append(q.Choices, reflex.Choice{Label: fmt.Sprintf("as it was before #%d", c.N), Acts: []act.Act{back}})
	rest, err := e.planSide(now)
	if err != nil || !e.changes(rest) {
		rest = genome.Plan{}
	}
	if rest.Doc != nil {
		q.Choices = append(q.Choices, reflex.Choice{Label: fmt.Sprintf("as it is now; only the rest of #%d is taken back", c.N), Acts: []act.Act{now}}, reflex.Choice{Label: "nothing is taken back"})
	} else {
		q.Choices = append(q.Choices, reflex.Choice{Label: "as it is now"})
	}
	r := e.asks(sentence, q, []act.Act{a}, started)
	r.Versions = versions
	if plan, err := e.planSide(back); err == nil {
		r.Pictures = e.sketched(ctx, scene, cellOf(c.Clashes[0]), plan, rest)
	}
	return r
}

// cellOf is the cell that a clash is about, "" for the desktop.
func cellOf(c genome.Clash) tissue.CellID {
	if c.Path != "" {
		id, _, _ := genome.CellOf(c.Path)
		return id
	}
	return c.Cell
}

// sketched draws a cell as plans would make it, one picture for each, each in a trial of its own that nobody sees. A plan of
// nothing is the cell as it is. nil where no picture came out.
func (e *Engine) sketched(ctx context.Context, scene *Scene, id tissue.CellID, plans ...genome.Plan) []string {
	if scene.Cells[id] == nil {
		return nil
	}
	out := make([]string, len(plans))
	for i, plan := range plans {
		var dry dryRun
		e.transact(ctx, scene, job{
			sentence: "look at " + string(id), kind: genome.KindUndo, back: true, started: time.Now(), dry: &dry,
			write: func(_ context.Context, d *draft) error {
				d.keep = true
				if plan.Doc != nil {
					if err := d.adopt(plan); err != nil {
						return err
					}
				}
				d.target = act.Target{Cell: string(id)}
				return nil
			},
		})
		out[i] = dry.picture
	}
	if !slices.ContainsFunc(out, func(p string) bool { return p != "" }) {
		return nil
	}
	return out
}

// undoTaking takes change n back, and where a later one is in the way that side.
func undoTaking(n int, side string) act.Act {
	return act.Act{Intent: act.Undo, Args: act.Args{Number: n, Part: side}}
}

// planSide plans what undoTaking asks for.
func (e *Engine) planSide(a act.Act) (genome.Plan, error) {
	switch a.Args.Part {
	case act.TakeNow:
		return e.o.Store.PlanUndoTaking(genome.Now, a.Args.Number, mergeTaking(edit.Ours))
	case act.TakeBack:
		return e.o.Store.PlanUndoTaking(genome.Back, a.Args.Number, mergeTaking(edit.Theirs))
	}
	return genome.Plan{}, fmt.Errorf("a change cannot be taken back by %q", a.Args.Part)
}

// inTheWay finds the change that is to be taken back before a, so that a takes back what is left: a later one that did nothing
// else than what a takes back too. 0 when there is none.
func (e *Engine) inTheWay(a act.Act) int {
	if a.Args.Part != act.TakeBack {
		return 0
	}
	_, err := e.o.Store.PlanUndo(a.Args.Number, mergeFiles)
	c, ok := errors.AsType[*genome.ConflictError](err)
	if !ok || c.Later == 0 {
		return 0
	}
	plan, err := e.o.Store.PlanUndo(c.Later, mergeFiles)
	if err != nil {
		return 0
	}
	clash := func(fits func(genome.Clash) bool) bool { return slices.ContainsFunc(c.Clashes, fits) }
	for _, op := range tissue.Diff(e.o.Desk.Glance().Doc, plan.Doc) {
		if op.Field != "generation" && !clash(func(cl genome.Clash) bool { return cl.Path == "" && cl.Cell == op.Cell && cl.Field == op.Field }) {
			return 0
		}
	}
	for path, after := range plan.Files {
		if !clash(func(cl genome.Clash) bool { return cl.Path == path && subset(edit.Changed(cl.Is, after), clashing(cl)) }) {
			return 0
		}
	}
	return c.Later
}

// clashing names the declarations of a file that clash.
func clashing(c genome.Clash) (names []string) {
	for _, d := range edit.Clashes(c.Made, c.Is, c.Back) {
		names = append(names, d.Name)
	}
	return names
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// changes reports whether a plan changes anything.
func (e *Engine) changes(p genome.Plan) bool {
	return len(p.Files) > 0 || !tissue.Equal(p.Doc, e.o.Desk.Scene().Doc)
}

// What is shown of both versions at most: things, lines of one, letters of a line.
const (
	mostVersions = 4
	mostRows     = 24
	mostLetters  = 160
)

// versionsOf sets side by side what stands in the way: fields by their value, sources by declaration, other files by line.
func versionsOf(c *genome.ConflictError) []act.Version {
	var out []act.Version
	add := func(what, back, now string) {
		if len(out) < mostVersions {
			out = append(out, act.Version{What: what, Rows: rows(back, now)})
		}
	}
	for _, cl := range c.Clashes {
		if cl.Path == "" {
			add(cl.What, plainJSON(string(cl.Back)), plainJSON(string(cl.Is)))
			continue
		}
		id, _, _ := genome.CellOf(cl.Path)
		var decls []edit.Clash
		if isGo(cl.Made) {
			decls = edit.Clashes(cl.Made, cl.Is, cl.Back)
		}
		for _, d := range decls {
			add(fmt.Sprintf("%s of %s", d.Name, id), d.Theirs, d.Ours)
		}
		if len(decls) == 0 {
			add(cl.Path, string(cl.Back), string(cl.Is))
		}
	}
	return out
}

// rows are two texts side by side, as much as is shown.
func rows(back, now string) []act.Row {
	all := edit.Beside(back, now)
	if len(all) > mostRows {
		all = append(all[:mostRows:mostRows], edit.Row{Left: "…", Right: "…", Same: true})
	}
	indent := -1 // what all lines begin with says nothing
	for _, r := range all {
		for _, line := range []string{r.Left, r.Right} {
			if n := len(line) - len(strings.TrimLeft(line, "\t ")); n < len(line) && line != "…" && (indent < 0 || n < indent) {
				indent = n
			}
		}
	}
	out := make([]act.Row, len(all))
	for i, r := range all {
		out[i] = act.Row{Back: lineText(r.Left, indent), Now: lineText(r.Right, indent), Same: r.Same}
	}
	return out
}

// lineText is a line of a file as it is shown.
func lineText(s string, indent int) string {
	if s != "…" && indent > 0 {
		s = s[min(indent, len(s)):]
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "?"), "\t", "  ")
	if letters := []rune(s); len(letters) > mostLetters {
		s = string(letters[:mostLetters]) + "…"
	}
	return s
}

// mergeTaking merges what mergeFiles merges, and of the rest takes one side where it is Go.
func mergeTaking(side edit.Side) genome.Merger {
	return func(base, ours, theirs []byte) ([]byte, bool) {
		if !isGo(base) {
			return genome.MergeText(base, ours, theirs)
		}
		return edit.MergeTaking(side, base, ours, theirs)
	}
}

// mergeFiles merges Go by declaration and everything else by line.
func mergeFiles(base, ours, theirs []byte) ([]byte, bool) {
	if !isGo(base) {
		return genome.MergeText(base, ours, theirs)
	}
	return edit.MergeSources(base, ours, theirs)
}

func isGo(src []byte) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return err == nil
}
