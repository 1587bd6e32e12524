package screen

import (
	"maps"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/paint"
)

// Redraw makes the next Picture one that is drawn, even if nothing has changed.
func (s *Screen) Redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stale = true
}

// later asks for a picture after a while.
func (s *Screen) later(d time.Duration) {
	s.goes.Go(func() { // ends after d or with the screen
		select {
		case <-time.After(d):
			s.mu.Lock()
			s.stale = true
			s.mu.Unlock()
			s.o.Wake()
		case <-s.ctx.Done():
		}
	})
}

// input is what the compositor lays out. mu is held.
func (s *Screen) input() compositor.Input {
	in := compositor.Input{Doc: s.doc, Cells: s.cells, W: s.w, H: s.h, Scale: s.scale, Edit: s.composed(), Phase: s.drift.phase, Touch: s.glows.all, Pointed: !s.keys}
	if c := s.held.Cell; c != "" && s.doc != nil && s.doc.Cells[c] != nil {
		doc := *s.doc
		doc.Cells = maps.Clone(doc.Cells)
		moved := *doc.Cells[c]
		moved.Placement = s.held.Placement
		doc.Cells[c] = &moved
		in.Doc = &doc
	}
	return in
}

// Picture is what is to be seen now, and whether the next one already differs because something moves. It is nil when
// nothing has changed since the last. Whoever has put it on the glass says so with Shown.
func (s *Screen) Picture() (scene *paint.Scene, moves bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Since(s.birth)
	still := s.motion.Settled(now)
	drifts, glows := s.drifted(now), s.glowing(now)
	if !s.stale && still && !drifts && !glows && !s.tick && !s.swayed {
		return nil, false
	}
	in := s.input()
	if s.stale || s.layout == nil {
		next := compositor.Arrange(in)
		if s.layout != nil && !s.jump && !s.calm && time.Now().Before(s.lively) {
			s.motion.Retarget(s.layout, next, now)
		}
		s.layout = next
		s.retouch()
		s.glowing(now)
		in.Touch = s.glows.all
	}
	s.stale, s.jump, s.tick = false, false, false
	s.arrive()
	scene = compositor.Paint(in, s.layout, &s.motion, now)
	instant := time.Now()
	scene.Ops = append(scene.Ops, s.sealed(in, instant)...)
	s.swayed = s.sealedMoves(instant)
	s.drawn++
	return scene, s.swayed || s.glows.moves || !s.motion.Settled(now)
}

// quietTime is how long after its last picture a screen says how many it has drawn.
const quietTime = 150 * time.Millisecond

// Shown says that the newest picture is on the glass.
func (s *Screen) Shown() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown != s.frame {
		s.shown = s.frame
		s.post()
	}
	if s.quiet == nil {
		s.quiet = time.AfterFunc(quietTime, s.post)
	} else {
		s.quiet.Reset(quietTime)
	}
}

// Cursor names the shape of the pointer where it is: "", "text", "hand", "move", and for edges that are dragged the
// directions it goes: "ew", "ns", "nwse", "nesw".
func (s *Screen) Cursor() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.touch.cursor
}
