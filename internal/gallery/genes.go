package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"time"

	"cellshell/compositor"
	"cellshell/evolve/act"
	builtin "cellshell/genes"
	"cellshell/genome"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// settle is how long cells run before they are drawn, so that charts have something to show.
const settle = 8 * time.Second

// genes are the built-in cells in all their styles, as the running desktop shows them; none when there is no desktop.
func genes() ([]specimen, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	c, err := control.Dial(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gallery: no desktop runs, so there are no sheets of built-in cells")
		return nil, nil
	}
	defer c.Close()
	for _, name := range builtin.Names() {
		source, _ := builtin.Source(name)
		raw, _ := builtin.Manifest(name)
		m, err := genome.ParseManifest(raw)
		if err != nil {
			return nil, err
		}
		variants := map[string][]byte{name: source}
		for _, s := range m.Styles {
			text := source
			for k, v := range s.Set {
				text = regexp.MustCompile(`(?m)^const `+regexp.QuoteMeta(k)+` = .*$`).ReplaceAll(text, []byte("const "+k+" = "+v))
			}
			variants[name+"-"+s.Name] = text
		}
		for id, text := range variants {
			var r act.Receipt
			if err := c.Call(ctx, control.MethodSpawn, control.SpawnParams{Name: id, Source: string(text), Manifest: string(raw)}, &r, nil); err != nil {
				return nil, fmt.Errorf("%s: %w", id, err)
			}
		}
	}
	return trees(ctx)
}

// trees attaches as a screen and takes what every cell shows after a while.
func trees(ctx context.Context) ([]specimen, error) {
	c, err := control.Dial(ctx)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	ctx, cancel := context.WithTimeout(ctx, settle)
	defer cancel()
	var doc *tissue.Document
	cells := map[tissue.CellID]compositor.CellInput{}
	var broken error
	in, err := control.Dial(ctx)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	number := uint64(0)
	_ = c.Call(ctx, attach.MethodAttach, attach.Params{W: 1280, H: 800, Scale: 1, PID: os.Getpid()}, nil, func(raw json.RawMessage) {
		var f attach.Frame
		if err := json.Unmarshal(raw, &f); err != nil {
			broken = err
			return
		}
		if f.Screen != 0 {
			number = f.Screen
		}
		if f.Doc != nil {
			doc = f.Doc
		}
		for id, q := range f.Cells {
			is, err := q.Apply(cells[id])
			if err != nil {
				broken = err
				return
			}
			cells[id] = is
		}
		_ = in.Call(ctx, attach.MethodInput, attach.Input{Screen: number, Shown: f.Number}, nil, nil)
	})
	if doc == nil && broken == nil {
		broken = errors.New("it sent no document")
	}
	if broken != nil {
		return nil, fmt.Errorf("the desktop showed nothing: %w", broken)
	}
	var ids []string
	for id := range cells {
		ids = append(ids, string(id))
	}
	slices.Sort(ids)
	var out []specimen
	for _, id := range ids {
		q, cell := cells[tissue.CellID(id)], doc.Cells[tissue.CellID(id)]
		if q.Tree == nil || cell == nil {
			continue
		}
		out = append(out, specimen{name: id, kind: cell.Kind, title: cell.Title, w: cell.Placement.W, h: cell.Placement.H, tree: q.Tree, dead: q.Dead})
	}
	return out, nil
}
