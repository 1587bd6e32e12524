package body

import (
	"context"
	"fmt"

	"cellshell/gpu/kage"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// shaders is what is known of shaders that are not drawn. Body.mu guards it.
type shaders struct {
	refused map[string]string  // why, by attach.Hash
	told    map[string]bool    // by cell and hash: its log has it
	judged  map[string]verdict // by source
}

// verdict is what the check of a source says.
type verdict struct{ hash, why string }

// maxShaders bounds each of the maps; all is forgotten when there is more, and at worst logged again.
const maxShaders = 1024

// shadersRefused takes in what a screen has found out.
func (b *Body) shadersRefused(_ context.Context, p attach.Shaders, _ func(any) error) (any, error) {
	if len(p.Refused) > attach.MaxRefused {
		return nil, &control.Error{Text: fmt.Sprintf("%d shaders at once, at most %d", len(p.Refused), attach.MaxRefused), Code: control.CodeUsage}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range p.Refused {
		if len(r.Why) > 400 {
			r.Why = r.Why[:400]
		}
		put(&b.shaders.refused, r.Hash, r.Why)
	}
	for _, c := range b.cells {
		b.tellShaders(c)
	}
	return nil, nil
}

func put[V any](m *map[string]V, key string, v V) {
	if *m == nil || len(*m) >= maxShaders {
		*m = map[string]V{}
	}
	(*m)[key] = v
}

// tellShaders writes why shaders of a cell are not drawn into its log, once each. mu is held.
func (b *Body) tellShaders(c *live) {
	ui.Walk(c.tree, func(n *ui.Node) bool {
		if n.Shader == nil {
			return true
		}
		v := b.shaders.check(n.Shader.Kage)
		key, why := string(c.id)+" "+v.hash, b.shaders.refused[v.hash]
		if why == "" {
			why = v.why
		}
		if why == "" || b.shaders.told[key] {
			return true
		}
		put(&b.shaders.told, key, true)
		at := n.ID
		if n.Source != "" {
			at += " (" + n.Source + ")"
		}
		b.background(func() { b.sup.Logf(string(c.id), "%s shows its fallback: %s", at, why) }) // ends when it is written
		return true
	})
}

// check says why a source may not be compiled, "" when it may be tried. A view with the same source again costs a look.
func (s *shaders) check(source string) verdict {
	if v, ok := s.judged[source]; ok {
		return v
	}
	v := verdict{hash: attach.Hash(source)}
	if _, err := kage.Check(source); err != nil {
		v.why = err.Error()
	}
	put(&s.judged, source, v)
	return v
}

// refusedShader is the first shader of a tree that can never be drawn: a change that brings one is none.
func refusedShader(tree *ui.Node) (err error) {
	ui.Walk(tree, func(n *ui.Node) bool {
		if n.Shader != nil && err == nil {
			if _, wrong := kage.Check(n.Shader.Kage); wrong != nil {
				err = fmt.Errorf("%s: %w", n.Source, wrong)
			}
		}
		return err == nil
	})
	return err
}
