package body

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
)

// typeText types into the focused field.
func (b *Body) typeText(ctx context.Context, p control.TypeParams, _ func(any) error) (any, error) {
	c, n, err := b.focused()
	if err != nil {
		return nil, err
	}
	return b.editText(ctx, c, n, func(f *edit.Field, o edit.Options) edit.Result {
		return edit.Result{Used: true, Changed: f.Type(p.Text, o.Multi)}
	})
}

// focused is the field that has the keyboard.
func (b *Body) focused() (*live, *ui.Node, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if c, n := b.focusedLocked(); n != nil && editable(n) {
		return c, n, nil
	}
	return nil, nil, &control.Error{Text: "no field has the keyboard", Hint: "tap one first: cell tap notes/NODE", Code: control.CodeFailed}
}

func (b *Body) focusedLocked() (*live, *ui.Node) {
	c := b.cells[b.edits.Focus.Cell]
	if c == nil || c.tree == nil || b.edits.Focus.Node == "" {
		return c, nil
	}
	return c, ui.Find(c.tree, b.edits.Focus.Node)
}

// editText changes the text of a field and tells the cell.
func (b *Body) editText(ctx context.Context, c *live, n *ui.Node, do func(*edit.Field, edit.Options) edit.Result) (any, error) {
	b.mu.Lock()
	_, events := b.change(c, n, do)
	b.mu.Unlock()
	b.dirtyInput()
	for _, e := range events {
		if err := b.event(ctx, c, e); err != nil && !b.waitsFor(c, e) {
			return nil, err
		}
	}
	return control.InputResult{Cell: string(c.id), Node: string(c.id) + "/" + n.ID}, nil
}

// change changes the text of a field, which gets the keyboard, and returns what the cell has to be told. mu is held.
func (b *Body) change(c *live, n *ui.Node, do func(*edit.Field, edit.Options) edit.Result) (r edit.Result, events []ui.Event) {
	b.focus(c, n)
	f := b.edits.Fields[compositor.Key(c.id, n.ID)]
	b.followCaret(c, n)
	r = do(f, edit.Options{Multi: n.Kind == ui.KindArea, Lines: b.arrange().Lines(c.id, n.ID)})
	if r.Copy != "" {
		b.clip = r.Copy
	}
	if r.Paste {
		r.Changed = f.Type(b.clip, n.Kind == ui.KindArea) || r.Changed
	}
	if r.Changed {
		c.typing[n.ID]++ // until the cell has been told, its own idea of the text is older
		events = append(events, ui.Event{Node: n.ID, Kind: ui.EventChange, Text: f.Text})
	}
	if r.Submit {
		events = append(events, ui.Event{Node: n.ID, Kind: ui.EventSubmit, Text: f.Text})
	}
	switch {
	case r.Leave != 0:
		b.moveFocus(r.Leave < 0)
	case r.Blur:
		b.edits.Focus = compositor.Target{Cell: c.id}
	}
	b.touch()
	return r, events
}

// moveFocus gives the keyboard to the next node, or the one before. mu is held.
func (b *Body) moveFocus(back bool) {
	t := b.arrange().Tab(b.edits.Focus, back)
	b.edits.Focus = t
	if c, n := b.focusedLocked(); n != nil && editable(n) {
		b.focus(c, n)
	}
	b.touch()
	b.reveal(t)
}

// followCaret makes a text area show its caret again; what is seen of it now is where it scrolls from. mu is held.
func (b *Body) followCaret(c *live, n *ui.Node) {
	b.edits.Loose = ""
	if box, ok := b.arrange().Node(c.id, n.ID); ok && n.Kind == ui.KindArea {
		b.edits.Scroll[compositor.Key(c.id, n.ID)] = box.Scroll
	}
}

// key presses a chord. In a field it edits; Tab moves the focus; Enter and Space press what is focused; Ctrl+Z outside of a
// field takes back the newest change of the desktop; anything else goes to the focused cell.
func (b *Body) key(ctx context.Context, p control.KeyParams, _ func(any) error) (any, error) {
	chord := strings.ToLower(strings.TrimSpace(p.Chord))
	if chord == "" {
		return nil, &control.Error{Text: "no key was named", Hint: "for example: cell key ctrl+z", Code: control.CodeUsage}
	}
	if !edit.IsChord(chord) {
		return nil, &control.Error{Text: fmt.Sprintf("there is no key %q", p.Chord), Hint: "for example: enter, tab, left, f5, a, ctrl+z, shift+left", Code: control.CodeUsage}
	}
	b.mu.Lock()
	c, n := b.focusedLocked()
	b.mu.Unlock()
	if n != nil && editable(n) {
		used := false
		out, err := b.editText(ctx, c, n, func(f *edit.Field, o edit.Options) edit.Result {
			typed := ""
			if utf8.RuneCountInString(p.Chord) == 1 {
				typed = p.Chord
			}
			r := f.Key(chord, typed, o)
			used = r.Used
			return r
		})
		if used || err != nil {
			return out, err
		}
	}
	switch chord {
	case "tab", "shift+tab":
		b.mu.Lock()
		b.moveFocus(chord == "shift+tab")
		f := b.edits.Focus
		b.mu.Unlock()
		b.dirtyInput()
		return control.InputResult{Cell: string(f.Cell), Node: string(f.Cell) + "/" + f.Node}, nil
	case "ctrl+z", "ctrl+shift+z":
		r := b.engine.Undo
		if chord == "ctrl+shift+z" {
			r = func(ctx context.Context, _ int) act.Receipt { return b.engine.Redo(ctx) }
		}
		if got := r(ctx, 0); got.Status != act.Done {
			return nil, &control.Error{Text: got.Reason, Code: control.CodeFailed}
		}
		return control.InputResult{}, nil
	case "enter", "space":
		if n != nil {
			return b.tap(ctx, control.NodeParams{Target: string(c.id) + "/" + n.ID}, nil)
		}
	}
	if c == nil || c.tree == nil {
		return nil, &control.Error{Text: "no cell has the keyboard", Hint: "give it to one with: cell key tab", Code: control.CodeFailed}
	}
	if err := b.event(ctx, c, ui.Event{Node: c.tree.ID, Kind: ui.EventKey, Text: chord}); err != nil {
		return nil, err
	}
	return control.InputResult{Cell: string(c.id)}, nil
}
