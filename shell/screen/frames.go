package screen

import (
	"time"

	"cellshell/compositor"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// livelyTime is how long after a change of the document layouts glide: a sentence, a drag. A cell that shows another number
// is just drawn again.
const livelyTime = 500 * time.Millisecond

// take puts a frame in, and wakes whoever draws. One that does not fit what the frames before have made is refused.
func (s *Screen) take(f *attach.Frame) error {
	if err := s.put(f); err != nil {
		return err
	}
	s.o.Wake()
	return nil
}

func (s *Screen) put(f *attach.Frame) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Screen != 0 { // the first of an attachment
		s.number, s.away, s.shown = f.Screen, time.Time{}, 0
		s.out.again()
		if s.out.waits() {
			s.post()
		}
		s.cells, s.edits, s.held = map[tissue.CellID]compositor.CellInput{}, nil, attach.Held{}
		s.jump = true
		s.told = f.Calm
		s.calmed()
		if f.Clip != "" && s.o.Clip != nil {
			s.o.Clip(f.Clip)
		}
		s.tellShaders()
	} else if f.Doc != nil {
		s.lively = time.Now().Add(livelyTime)
		s.stir()
	}
	s.frame, s.stale = f.Number, true
	if f.Doc != nil {
		s.doc = f.Doc
	}
	for _, id := range f.Gone {
		delete(s.cells, id)
	}
	for id, c := range f.Cells {
		is, err := c.Apply(s.cells[id])
		if err != nil {
			return err
		}
		s.cells[id] = is
	}
	if f.Edits != nil {
		is, err := f.Edits.Apply(s.edits)
		if err != nil {
			return err
		}
		s.edits = is
		s.noteSelection()
	}
	if f.Picture != 0 {
		s.want(f.Picture)
	}
	if f.Held != nil {
		s.held, s.jump = *f.Held, true
	}
	if f.Working != nil {
		s.working(*f.Working)
	} else if f.Screen != 0 {
		s.working(attach.Working{}) // what the body before was told of is over
	}
	if f.Trying != nil {
		s.tries(*f.Trying)
	} else if f.Screen != 0 {
		s.tries(attach.Trying{})
	}
	if f.Doc != nil {
		s.listen()
	}
	return nil
}

// reconnecting is how long the body may be away before the screen says so.
const reconnecting = 300 * time.Millisecond

// lost notes that the body is away.
func (s *Screen) lost(error) {
	s.mu.Lock()
	first := s.away.IsZero()
	if first {
		s.away, s.number = time.Now(), 0
	}
	s.mu.Unlock()
	if first {
		s.later(reconnecting)
	}
}

// Attached tells whether the screen has ever been shown the desktop.
func (s *Screen) Attached() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.doc != nil
}
