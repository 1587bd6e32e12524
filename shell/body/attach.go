package body

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"cellshell/compositor"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// screen is an attached screen. All fields are guarded by Body.mu.
type screen struct {
	attach.Screen
	wake  chan struct{} // holds one token while something may have changed
	ahead []sent        // frames under way, oldest first
	seen  uint64        // version of the newest picture that is on its glass
	shown chan struct{} // closed and replaced when seen grows
	wants uint64        // number of the newest picture of its glass that was asked for
	asked uint64        // and of the newest that it has been told of
	slow  bool          // it missed a swap, and has shown nothing since

	has    attach.Frame // what it knows
	edits  *compositor.Edits
	known  map[tissue.CellID]known
	hand   hand
	hands  *hands
	layout *compositor.Layout // its own, when its size is not the primary's
	of     uint64             // version that layout is of
}

// known is what a screen knows of a cell: what that showed, and what of it the screen was sent.
type known struct{ is, sent compositor.CellInput }

// sent is a frame on its way: a number and the version of the picture in it.
type sent struct{ number, version uint64 }

// maxScreens bounds how many screens may be attached.
const maxScreens = 16

// attachScreen streams the desktop to a screen until it goes.
func (b *Body) attachScreen(ctx context.Context, p attach.Params, progress func(any) error) (any, error) {
	if !sized(p.W, p.H, p.Scale) {
		return nil, &control.Error{Text: fmt.Sprintf("a screen of %g×%g at %g is none", p.W, p.H, p.Scale), Code: control.CodeUsage}
	}
	b.mu.Lock()
	if len(b.screens) >= maxScreens || b.closing {
		b.mu.Unlock()
		return nil, &control.Error{Text: fmt.Sprintf("%d screens are attached already", maxScreens), Code: control.CodeFailed}
	}
	b.lastScreen++
	s := &screen{
		Screen: attach.Screen{Number: b.lastScreen, PID: p.PID, W: p.W, H: p.H, Scale: p.Scale},
		wake:   make(chan struct{}, 1), shown: make(chan struct{}), known: map[tissue.CellID]known{},
	}
	b.screens[s.Number] = s
	b.attachHands(s, p.Hands)
	b.electPrimary()
	b.wakeScreens()
	b.mu.Unlock()
	b.tellLook()
	b.log.Info("a screen is attached", "screen", s.Number, "w", p.W, "h", p.H, "scale", p.Scale)
	defer func() {
		b.mu.Lock()
		delete(b.screens, s.Number)
		b.letGo(s)
		b.detachHands(s)
		b.electPrimary()
		b.mu.Unlock()
		b.tellLook()
		b.log.Info("a screen has gone", "screen", s.Number)
	}()
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-b.done:
			return nil, errClosing
		case <-s.wake:
		}
		b.mu.Lock()
		f, ok := b.news(s)
		b.mu.Unlock()
		if !ok {
			continue
		}
		if err := progress(f); err != nil {
			return nil, err
		}
	}
}

func sized(w, h, scale float64) bool {
	return w >= 64 && w <= 16384 && h >= 64 && h <= 16384 && scale >= 0.5 && scale <= 4
}

// wakeScreens makes every screen look for news. mu is held.
func (b *Body) wakeScreens() {
	for _, s := range b.screens {
		select {
		case s.wake <- struct{}{}:
		default: // it knows already
		}
	}
}

// electPrimary makes the screen attached longest the one the body lays out for; without any, the size stays as it was.
// mu is held.
func (b *Body) electPrimary() {
	if len(b.screens) == 0 {
		return
	}
	first := b.screens[slices.Min(slices.Collect(maps.Keys(b.screens)))]
	for _, s := range b.screens {
		s.Primary = s == first
	}
	if b.vw != first.W || b.vh != first.H || b.scale != first.Scale {
		b.vw, b.vh, b.scale = first.W, first.H, first.Scale
		b.touch()
	}
}

// news is what a screen has not been sent yet; false when that is nothing, or it has to show what it has first. mu is held.
func (b *Body) news(s *screen) (attach.Frame, bool) {
	if len(s.ahead) >= attach.MaxAhead {
		return attach.Frame{}, false // Input.Shown wakes it
	}
	f := attach.Frame{Number: s.Sent + 1}
	changed := s.Sent == 0
	if changed {
		f.Screen, f.Primary, f.Clip = s.Number, s.Primary, b.clip
		f.Calm = b.config.Look.Motion == MotionReduced
	}
	if s.has.Doc != b.doc {
		f.Doc, s.has.Doc, changed = b.doc, b.doc, true
	}
	for id, c := range b.cells {
		is := compositor.CellInput{Tree: c.tree, Dead: c.failure, Note: c.note}
		was, ok := s.known[id]
		if ok && was.is == is {
			continue
		}
		if f.Cells == nil {
			f.Cells = map[tissue.CellID]attach.Cell{}
		}
		thin := is
		thin.Tree = attach.Thin(id, is.Tree, b.edits)
		f.Cells[id], s.known[id], changed = attach.Since(was.sent, ok, thin), known{is, thin}, true
	}
	for id := range s.known {
		if b.cells[id] == nil {
			delete(s.known, id)
			f.Gone, changed = append(f.Gone, id), true
		}
	}
	if e := attach.EditsSince(s.edits, b.edits); e != nil {
		s.edits = attach.Keep(b.edits)
		e.Scroll = s.edits.Scroll // the frame is read when mu is no longer held
		f.Edits, changed = e, true
	}
	if s.has.Held == nil && b.held.Cell != "" || s.has.Held != nil && *s.has.Held != b.held {
		s.has.Held = new(b.held)
		f.Held, changed = s.has.Held, true
	}
	if w := b.working(); s.has.Working == nil && w.Number != 0 || s.has.Working != nil && !sameWork(*s.has.Working, w) {
		s.has.Working = &w
		f.Working, changed = &w, true
	}
	if s.has.Trying == nil && b.attempt.Name != "" || s.has.Trying != nil && *s.has.Trying != b.attempt {
		s.has.Trying = new(b.attempt)
		f.Trying, changed = s.has.Trying, true
	}
	if s.wants != s.asked {
		f.Picture, s.asked, changed = s.wants, s.wants, true
	}
	if !changed {
		if len(s.ahead) == 0 {
			s.saw(b.version)
		} else {
			s.ahead[len(s.ahead)-1].version = b.version
		}
		return attach.Frame{}, false
	}
	s.Sent++
	s.ahead = append(s.ahead, sent{s.Sent, b.version})
	return f, true
}

// saw notes that a version of the picture is on the glass. Body.mu is held.
func (s *screen) saw(version uint64) {
	if s.slow = false; version > s.seen {
		s.seen = version
		close(s.shown)
		s.shown = make(chan struct{})
	}
}

// acknowledged notes that a screen shows a frame. mu is held.
func (b *Body) acknowledged(s *screen, number uint64) {
	for len(s.ahead) > 0 && s.ahead[0].number <= number {
		s.Shown = s.ahead[0].number
		s.saw(s.ahead[0].version)
		s.ahead = s.ahead[1:]
		select {
		case s.wake <- struct{}{}:
		default:
		}
	}
}

// presentTime is how long a swap waits for a screen to show it.
const presentTime = 300 * time.Millisecond

// presented waits until a screen shows the picture of now, and says what is wrong when none does. Without a screen there is
// nothing to wait for.
func (b *Body) presented() (flag string) {
	deadline := time.NewTimer(presentTime)
	defer deadline.Stop()
	b.mu.Lock()
	defer b.mu.Unlock()
	want := b.version
	for {
		var first *screen
		for _, s := range b.screens {
			if s.seen >= want {
				return ""
			}
			if !s.slow && (first == nil || s.Primary) {
				first = s
			}
		}
		if first == nil {
			return ""
		}
		shown := first.shown
		b.mu.Unlock()
		select {
		case <-shown:
		case <-deadline.C:
			b.mu.Lock()
			first.slow = true
			return fmt.Sprintf("no screen showed it within %v", presentTime)
		case <-b.done:
		}
		b.mu.Lock()
		if b.closing {
			return ""
		}
	}
}

// listScreens describes the attached screens.
func (b *Body) listScreens() []attach.Screen {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := []attach.Screen{}
	for _, n := range slices.Sorted(maps.Keys(b.screens)) {
		out = append(out, b.screens[n].Screen)
	}
	return out
}

// arrangeFor is the layout that a screen shows. mu is held.
func (b *Body) arrangeFor(s *screen) *compositor.Layout {
	if s.W == b.vw && s.H == b.vh && s.Scale == b.scale {
		return b.arrange()
	}
	if s.layout == nil || s.of != b.version {
		in := b.input()
		in.W, in.H, in.Scale = s.W, s.H, s.Scale
		s.layout, s.of = compositor.Arrange(in), b.version
	}
	return s.layout
}
