package evolve

import (
	"context"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// WriteActs carries out acts on a scene without gate or trial, and measures the scene against its own expectations.
func WriteActs(s *Scene, acts []act.Act) error {
	d := newDraft(s)
	if err := d.write(acts); err != nil {
		return err
	}
	if err := d.doc.Check(); err != nil {
		return err
	}
	_, err := d.measure(s)
	return err
}

// Brightness is brightness.
var Brightness = brightness

// Saturate is saturate.
var Saturate = saturate

// SetReader has sentences read by another, and returns the one before.
func (e *Engine) SetReader(f func(string, *reflex.Scene) reflex.Result) (before func(string, *reflex.Scene) reflex.Result) {
	before, e.reader = e.reader, f
	return before
}

// ByHand is a change that f writes.
func (e *Engine) ByHand(f func()) act.Receipt {
	return e.byHand(context.Background(), "by hand", nil, func(*draft) error { f(); return nil })
}

// HowTo is what is told to those who ask how things of a sort are said, about the clock.
func HowTo() map[string]string {
	s := &Scene{Doc: tissue.New()}
	out := map[string]string{}
	for topic, text := range howTo {
		out[topic] = s.told(text, act.Target{})
	}
	return out
}
