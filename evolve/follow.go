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
	started := time.Now()
	end, err := e.wait(ctx)
	if err != nil {
		return e.plain(toFollow, act.Failed, reason(err), started)
	}
	defer end()
	return e.follow(ctx, started)
}

const toFollow = "take over what git did"

// follow is [Engine.Follow] of who has the turn. Each turn begins with it: what is said builds on what git did, whether or not
// its files have been noticed yet, and is not refused for it. What cannot run is tried once.
func (e *Engine) follow(ctx context.Context, started time.Time) act.Receipt {
	const told = "The desktop is what its history says."
	if err := e.o.Store.Refresh(); err != nil {
		return bare(toFollow, act.Failed, reason(err))
	}
	head := e.newest()
	switch head {
	case e.followed:
		return bare(toFollow, act.Done, told)
	case e.stuck.head:
		return bare(toFollow, act.Failed, e.stuck.reason)
	}
	scene := e.o.Desk.Scene()
	doc, files := e.o.Store.Head()
	plan := genome.Plan{Kind: genome.KindFollow, Doc: doc, Files: otherFiles(scene, doc, files)}
	if len(plan.Files) == 0 && tissue.Equal(doc, scene.Doc) {
		e.followed = head
		return bare(toFollow, act.Done, told)
	}
	r := e.carryOut(ctx, scene, plan, job{sentence: toFollow, author: "cellshell", started: started}, told)
	switch {
	case r.Status == act.Done:
		e.followed = e.newest()
	case ctx.Err() == nil:
		e.stuck.head, e.stuck.reason = head, r.Reason
	}
	return r
}

// newest is the hash of the newest change; "" when there is none.
func (e *Engine) newest() string {
	if c, err := e.o.Store.Commits(0, 1); err == nil && len(c) > 0 {
		return c[0]
	}
	return ""
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
