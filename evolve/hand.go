package evolve

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/genome"
	"cellshell/tissue"
)

// Hand gives a cell the source that a person wrote, through the same gate, trial and commit as a sentence.
func (e *Engine) Hand(ctx context.Context, cell tissue.CellID, source []byte) act.Receipt {
	return e.HandFrom(ctx, cell, nil, source)
}

// HandFrom is Hand for a source that was written over another, which may not be the newest any more: what changed meanwhile
// stays. It fails where both changed the same. A nil was replaces whatever there is.
func (e *Engine) HandFrom(ctx context.Context, cell tissue.CellID, was, source []byte) act.Receipt {
	return e.byHand(ctx, fmt.Sprintf("edit %s", cell), nil, func(d *draft) error {
		s, err := d.about(act.Target{Cell: string(cell)})
		if err != nil {
			return err
		}
		if s.cell.Language != "" && s.cell.Language != "go" {
			return fmt.Errorf("%s is written in %s; only Go is edited here", s.name, s.cell.Language)
		}
		d.target = act.Target{Cell: string(cell)}
		source := source // written again for each attempt
		if was != nil && !bytes.Equal(was, s.cell.Source) {
			merged, conflict := edit.MergeSources(was, s.cell.Source, source)
			if conflict {
				return fmt.Errorf("%s was changed while you edited it, in the same place; look at the newest with: cell cat %s", s.name, cell)
			}
			source = merged
		}
		d.sources[cell] = source
		if string(source) == string(s.cell.Source) {
			delete(d.sources, cell)
		}
		d.expectRuns(cell)
		d.tellChanges(s.cell.Source, source)
		return d.finish()
	})
}

// HandManifest gives a cell the genome.toml that a person wrote. Its program is started anew with it.
func (e *Engine) HandManifest(ctx context.Context, cell tissue.CellID, manifest []byte) act.Receipt {
	return e.byHand(ctx, fmt.Sprintf("edit genome.toml of %s", cell), nil, func(d *draft) error {
		s, err := d.about(act.Target{Cell: string(cell)})
		if err != nil {
			return err
		}
		if !s.isGo() {
			return fmt.Errorf("the program of %s stands in its genome.toml; it is taken by: cell kill %s, then cell spawn", s.name, cell)
		}
		m, err := genome.ParseManifest(manifest)
		if err != nil {
			return err
		}
		if m.Name != s.cell.Manifest.Name || m.Kind != s.cell.Manifest.Kind {
			return fmt.Errorf("name and kind of %s stay; another one is added by: cell spawn", s.name)
		}
		if s.doc.Title == s.cell.Manifest.Title {
			s.doc.Title = m.Title
		}
		d.target = act.Target{Cell: string(cell)}
		d.manifests[cell], d.sources[cell] = manifest, s.cell.Source
		d.expectRuns(cell)
		return d.finish()
	})
}

// HandDocument makes a document that a person wrote the desktop's.
func (e *Engine) HandDocument(ctx context.Context, doc *tissue.Document) act.Receipt {
	return e.byHand(ctx, "edit tissue.json", nil, func(d *draft) error {
		doc = doc.Clone()
		for id, c := range doc.Cells {
			was := d.before.Doc.Cells[id]
			if was == nil {
				return fmt.Errorf("%s has no program; cells are added by a sentence, or by: cell spawn", id)
			}
			c.Generation, c.Order = was.Generation, was.Order // counters of the shell, nobody's to choose
		}
		return d.adopt(genome.Plan{Doc: doc})
	})
}

// tellChanges notes in the receipt which declarations a new source changes.
func (d *draft) tellChanges(before, after []byte) {
	names := edit.Changed(before, after)
	if len(names) == 0 {
		return
	}
	text := strings.Join(names[:min(len(names), 6)], ", ")
	if n := len(names) - 6; n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	d.expect("changed code", func(_, _ *Scene) (string, string, bool) { return "", text, true })
}

// expectRuns expects that a cell with a new program runs.
func (d *draft) expectRuns(cell tissue.CellID) {
	d.expect("runs", func(before, after *Scene) (string, string, bool) {
		c := after.Cells[cell]
		switch {
		case c == nil:
			return generationText(before, cell), "gone", false
		case c.Dead != "":
			return generationText(before, cell), c.Dead, false
		}
		return generationText(before, cell), generationText(after, cell), true
	})
}

// Do carries out acts that were made without a sentence: a drag of the mouse, a command. The text goes into the history.
func (e *Engine) Do(ctx context.Context, text string, acts []act.Act) act.Receipt {
	return e.byHand(ctx, text, acts, func(d *draft) error { return d.write(acts) })
}

// Remove takes a cell off the desktop.
func (e *Engine) Remove(ctx context.Context, cell tissue.CellID) act.Receipt {
	return e.Do(ctx, fmt.Sprintf("remove %s", cell), []act.Act{{Intent: act.Remove, Target: act.Target{Cell: string(cell)}}})
}

// Spawn adds a cell: a gene, a Go source, or any program.
func (e *Engine) Spawn(ctx context.Context, r SpawnRequest) act.Receipt {
	a := act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.Gene, Anchor: r.Anchor, Style: r.Style}}
	if r.Gene != "" && r.Style == "" {
		if found, done := e.unknownGene(ctx, r); done {
			return found
		}
	}
	name := first(r.Gene, r.Name)
	if len(r.Program) > 0 {
		name = first(name, filepath.Base(r.Program[0]))
	}
	return e.byHand(ctx, "spawn "+first(name, "a cell"), []act.Act{a}, func(d *draft) error {
		if r.Gene != "" {
			if d.before.gene(r.Gene) == nil {
				return fmt.Errorf("there is no built-in %q; these there are: %s", r.Gene, d.before.geneNames())
			}
			return d.spawn(a)
		}
		p, err := newcomerOf(r)
		if err != nil {
			return err
		}
		if err := d.add(p, nil); err != nil {
			return err
		}
		return d.finish()
	})
}

// newcomerOf makes a cell of a source or a program, with a manifest where there is none.
func newcomerOf(r SpawnRequest) (newcomer, error) {
	stem := r.Name
	if stem == "" && len(r.Program) > 0 {
		base := filepath.Base(r.Program[len(r.Program)-1])
		stem = strings.TrimSuffix(base, filepath.Ext(base))
	}
	if stem == "" {
		stem = programName(r.Source)
	}
	p := newcomer{source: r.Source, manifest: r.Manifest, anchor: r.Anchor, title: titled(stem), kind: tissue.KindWidget}
	if len(r.Source) == 0 {
		p.source = nil
	}
	if len(p.manifest) == 0 {
		p.manifest = manifestText(slug(first(stem, "cell")), first(p.title, "Cell"), r.Program)
	}
	m, err := genome.ParseManifest(p.manifest)
	if err != nil {
		return p, err
	}
	p.gene = slug(first(r.Name, m.Name, stem, "cell"))
	p.title, p.kind, p.placement = first(m.Title, p.title), m.Kind, m.Placement
	return p, nil
}

// manifestText is the genome.toml of a cell that came without one.
func manifestText(name, title string, program []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "name = %s\ntitle = %s\nkind = \"widget\"\n", strconv.Quote(name), strconv.Quote(title))
	if len(program) > 0 {
		quoted := make([]string, len(program))
		for i, arg := range program {
			quoted[i] = strconv.Quote(arg)
		}
		fmt.Fprintf(&b, "\n[run]\nlanguage = \"program\"\ncommand = [%s]\n", strings.Join(quoted, ", "))
	}
	return []byte(b.String())
}

// titled makes a title of a stem: "world-clock" → "World clock".
func titled(stem string) string {
	words := strings.FieldsFunc(stem, func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	return capital(strings.Join(words, " "))
}

// byHand is a transaction whose draft is written by f, in the route of a person.
func (e *Engine) byHand(ctx context.Context, text string, acts []act.Act, f func(*draft) error) act.Receipt {
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(text, act.Failed, reason(err), started)
	}
	defer end()
	return e.transact(ctx, e.o.Desk.Scene(), job{
		sentence: text, acts: acts, route: act.RouteHand, kind: genome.KindHand, started: started,
		write: func(_ context.Context, d *draft) error { return f(d) },
	})
}
