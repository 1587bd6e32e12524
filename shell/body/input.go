package body

import (
	"context"
	"fmt"
	"slices"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func newEdits() *compositor.Edits {
	return &compositor.Edits{Fields: map[string]*edit.Field{}, Scroll: map[string]paint.Point{}}
}

// tap does what a click on a node does: it presses a button, flips a toggle, sets a slider, focuses a field.
func (b *Body) tap(ctx context.Context, p control.NodeParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	t, err := b.targetLocked(p.Target)
	if err != nil {
		b.mu.Unlock()
		return nil, err
	}
	c := b.cells[tissue.CellID(t.Cell)]
	if c.tree == nil {
		b.mu.Unlock()
		return nil, &control.Error{Text: t.Cell + " has nothing on the screen yet", Hint: "see its log with: cell logs " + t.Cell, Code: control.CodeFailed}
	}
	if t.Node == "" {
		t.Node = c.tree.ID
	}
	n := ui.Find(c.tree, t.Node)
	e := ui.Event{Node: n.ID, Kind: ui.EventTap}
	l := b.arrange()
	box, _ := l.Node(c.id, n.ID)
	e.X, e.Y = box.Bounds.W/2, box.Bounds.H/2
	switch n.Kind {
	case ui.KindField, ui.KindArea:
		if !n.Disabled {
			b.focus(c, n)
		}
		b.mu.Unlock()
		b.dirtyInput()
		return control.InputResult{Cell: t.Cell, Node: t.Cell + "/" + n.ID}, nil
	case ui.KindToggle:
		e.Kind, e.Value = ui.EventChange, 1-n.Value
	case ui.KindSlider:
		e.Kind, e.Value = ui.EventChange, n.Min+spanOf(n)/2
	default:
		if h := l.Handler(compositor.Target{Cell: c.id, Node: n.ID}, ui.EventTap); h != "" {
			e.Node = h
		} else {
			b.mu.Unlock()
			return nil, &control.Error{Text: fmt.Sprintf("nothing happens when %s is tapped: it listens for no tap", p.Target), Hint: "see what can be tapped with: cell inspect " + t.Cell, Code: control.CodeFailed}
		}
	}
	if n.Disabled {
		b.mu.Unlock()
		return nil, &control.Error{Text: p.Target + " is disabled", Code: control.CodeFailed}
	}
	b.mu.Unlock()
	if err := b.event(ctx, c, e); err != nil {
		return nil, err
	}
	return control.InputResult{Cell: t.Cell, Node: t.Cell + "/" + e.Node}, nil
}

func spanOf(n *ui.Node) float64 {
	if n.Min == 0 && n.Max == 0 {
		return 1
	}
	return n.Max - n.Min
}

// event hands the live process of a cell an event and waits, not long, for the view that answers it.
func (b *Body) event(ctx context.Context, c *live, e ui.Event) error {
	s, err := b.hand(c, posted{Event: e})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_ = s.settled(ctx) // a slow cell keeps its last picture; the caller does not wait for it
	return nil
}

// hand hands the live process of a cell an event.
func (b *Body) hand(c *live, p posted) (*session, error) {
	e := p.Event
	s, err := b.tell(c, nil, func(seq uint64) ui.Message {
		e.Seq, e.Clock = seq, b.clock()
		b.mu.Lock()
		defer b.mu.Unlock()
		t := told{N: p.N, Cell: c.id, Seq: seq}
		if e.Kind == ui.EventTap || e.Kind == ui.EventSubmit || e.Kind == ui.EventKey {
			c.gesture = b.now()
		}
		if e.Kind == ui.EventChange || e.Kind == ui.EventSubmit {
			if f := b.edits.Field(c.id, e.Node); f != nil {
				f.Seq, t.Node = seq, e.Node
				if e.Kind == ui.EventChange { // two that type at once may come here in any order: the text is that of now
					e.Text = f.Text
				}
			}
			b.told(c, e)
		}
		c.recent = remember(c.recent, e)
		for i := range c.pending {
			if c.pending[i].N == p.N {
				c.pending[i].Seq = seq
			}
		}
		if t.N != 0 || t.Node != "" {
			b.jotWith(&t)
		}
		return e
	})
	if err != nil {
		b.mu.Lock()
		if e.Seq == 0 {
			b.told(c, e)
		}
		if e.Kind == ui.EventChange && b.edits.Field(c.id, e.Node) != nil && !slices.Contains(c.unsaid, e.Node) {
			c.typing[e.Node]++
			c.unsaid = append(c.unsaid, e.Node)
		}
		b.mu.Unlock()
		return nil, &control.Error{Text: err.Error(), Hint: "see its log with: cell logs " + string(c.id), Code: control.CodeFailed}
	}
	return s, nil
}

// waitsFor says whether a cell that did not take an event gets it when it is back: what was typed is kept.
func (b *Body) waitsFor(c *live, e ui.Event) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return c.failure == "" && e.Kind == ui.EventChange
}

// told ends the time in which an edit is only ours. mu is held.
func (b *Body) told(c *live, e ui.Event) {
	if e.Kind != ui.EventChange {
		return
	}
	if c.typing[e.Node]--; c.typing[e.Node] <= 0 {
		delete(c.typing, e.Node)
	}
}

func editable(n *ui.Node) bool { return n.Kind == ui.KindField || n.Kind == ui.KindArea }

// focus puts the caret into a field, behind its text when it has not been there. mu is held.
func (b *Body) focus(c *live, n *ui.Node) {
	key := compositor.Key(c.id, n.ID)
	if b.edits.Fields[key] == nil {
		b.edits.Fields[key] = edit.NewField(n.Text)
	}
	b.edits.Focus = compositor.Target{Cell: c.id, Node: n.ID}
	b.touch()
}

// settleFields takes over what a cell wrote into its own fields, unless something newer was typed meanwhile: something the
// cell has not heard of yet. mu is held.
func (b *Body) settleFields(c *live, tree *ui.Node) {
	if len(b.edits.Fields) == 0 {
		return
	}
	ui.Walk(tree, func(n *ui.Node) bool {
		if !editable(n) {
			return true
		}
		if f := b.edits.Field(c.id, n.ID); f != nil && c.typing[n.ID] == 0 && f.Offer(n.Text, n.Seq) {
			b.dirtyInput()
		}
		return true
	})
}

// point puts the pointer on a node, so that "this" means it; an empty target takes it away.
func (b *Body) point(_ context.Context, p control.NodeParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if p.Target == "" {
		b.pointer = nil
		b.dirtyInput()
		return control.PointResult{}, nil
	}
	t, err := b.targetLocked(p.Target)
	if err != nil {
		return nil, err
	}
	l := b.arrange()
	out := control.PointResult{Cell: t.Cell}
	b.pointer = &pointer{Target: t}
	c := b.cells[tissue.CellID(t.Cell)]
	if box, ok := l.Node(c.id, t.Node); ok {
		b.pointer.X, b.pointer.Y = box.Bounds.X+box.Bounds.W/2, box.Bounds.Y+box.Bounds.H/2
		out.Node, out.Kind, out.Text, out.Source = t.Cell+"/"+t.Node, string(box.Kind), box.Text, box.Node.Source
	} else if placed, ok := l.Cell(c.id); ok {
		b.pointer.X, b.pointer.Y = placed.Bounds.X+placed.Bounds.W/2, placed.Bounds.Y+placed.Bounds.H/2
	}
	b.dirtyInput()
	return out, nil
}
