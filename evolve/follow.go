package evolve

import (
	"bytes"
	"context"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// Follow makes the desktop what its history says, after another program has changed that: git commit, reset or switch. What
// differs goes through the same gate and trial as everything else; nothing happens when nothing differs.
func (e *Engine) Follow(ctx context.Context) act.Receipt {
	const (
		sentence = "take over what git did"
		told     = "The desktop is what its history says."
	)
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(sentence, act.Failed, reason(err), started)
	}
	defer end()
	scene := e.o.Desk.Scene()
	doc, files := e.o.Store.Head()
	plan := genome.Plan{Kind: genome.KindFollow, Doc: doc, Files: otherFiles(scene, doc, files)}
	if len(plan.Files) == 0 && tissue.Equal(doc, scene.Doc) { // a change that was under way is in by now
		return e.plain(sentence, act.Done, told, started)
	}
	return e.carryOut(ctx, scene, plan, job{sentence: sentence, author: "cellshell", started: started}, told)
}

// otherFiles are the files of a history, by path, that are not those of the programs that run. A cell with other files gets a
// generation that never was before, all others keep theirs: doc is changed so.
func otherFiles(s *Scene, doc *tissue.Document, files map[tissue.CellID]genome.Files) map[string][]byte {
	out := map[string][]byte{}
	for id, dc := range doc.Cells {
		f, was := files[id], s.Cells[id]
		if was == nil {
			out[genome.ManifestPath(id)] = f.Manifest
			if f.Source != nil {
				out[genome.SourcePath(id)] = f.Source
			}
			continue
		}
		n := len(out)
		if !bytes.Equal(was.Source, f.Source) {
			out[genome.SourcePath(id)] = f.Source
		}
		if !bytes.Equal(was.Manifest.Raw, f.Manifest) {
			out[genome.ManifestPath(id)] = f.Manifest
		}
		running := s.Doc.Cells[id].Generation
		if dc.Generation = running; len(out) > n {
			dc.Generation++
		}
	}
	return out
}
