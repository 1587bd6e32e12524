package body

import (
	"context"
	"fmt"
	"maps"
	"slices"

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
