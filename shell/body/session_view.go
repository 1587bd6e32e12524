package body

import (
	"encoding/json"
	"errors"
	"fmt"

	"cellshell/membrane/ui"
)

// view takes a new tree or a patch of the old one, after checking it. What it answers counts as answered only once the
// desktop has it, so that whoever waited for an answer finds it there.
func (s *session) view(v ui.View) error {
	s.mu.Lock()
	tree, began := s.tree, s.began
	s.mu.Unlock()
	switch {
	case v.Tree != nil:
		tree = v.Tree
		ui.Identify(tree)
	case len(v.Patch) > 0:
		if tree == nil {
			return errors.New("sent a patch before any tree")
		}
		var err error
		if tree, err = ui.ApplyPatch(tree, v.Patch); err != nil {
			return fmt.Errorf("bad patch: %w", err)
		}
	case tree == nil:
		return errors.New("sent an empty first view")
	}
	if v.Tree != nil || len(v.Patch) > 0 {
		if err := ui.Check(tree); err != nil {
			return fmt.Errorf("bad view: %w", err)
		}
	}
	if len(v.State) > maxState {
		return fmt.Errorf("bad view: a state of %d bytes, limit %d", len(v.State), maxState)
	}
	if s.survivor && !began {
		s.raise(min(v.Seq, maxSeq))
	}
	v.Seq = min(v.Seq, s.seq.Load()) // nobody answers what was not asked
	s.mu.Lock()
	s.tree, s.began = tree, true
	if len(v.State) > 0 {
		s.state = v.State
	}
	s.mu.Unlock()
	s.views.Add(1)
	s.deliver(v)
	s.mu.Lock()
	if v.Seq > s.heard {
		s.heard = v.Seq
		s.calm()
		if s.heard < s.asked && s.end == nil {
			s.guard = s.proc.Watch(viewDeadline) // it is slow, but it works
		}
	}
	close(s.answered)
	s.answered = make(chan struct{})
	s.mu.Unlock()
	if !began {
		close(s.first)
	}
	return nil
}

// maxState bounds the state of one cell, bytes: it is written to the disk again and again.
const maxState = 4 << 20

// maxSeq is the highest number a surviving cell may claim to have heard.
const maxSeq = 1 << 52

// picture is the newest tree and state.
func (s *session) picture() (*ui.Node, json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tree, s.state
}
