package screen

import (
	"cellshell/shell/attach"
)

// Judged takes in what was found out about a shader of a cell: why it is not drawn, "" when it is from now on. The body is
// told, who knows whose it is. It may be called from any goroutine.
func (s *Screen) Judged(source, why string) {
	s.mu.Lock()
	s.tick = true
	if why != "" {
		if len(s.refused) >= attach.MaxRefused {
			s.refused = s.refused[1:]
		}
		s.refused = append(s.refused, attach.Refused{Hash: attach.Hash(source), Why: why})
		s.tellShaders()
	}
	s.mu.Unlock()
	s.o.Wake()
}

// tellShaders tells the body which shaders are not drawn: all, as another body may not have heard. mu is held.
func (s *Screen) tellShaders() {
	if len(s.refused) == 0 || s.number == 0 || s.ctx.Err() != nil {
		return
	}
	p := attach.Shaders{Refused: append([]attach.Refused(nil), s.refused...)}
	s.goes.Go(func() { // ends with the answer or the screen
		_ = s.call(s.ctx, attach.MethodShaders, p, nil, nil) // a body that goes is told again when there is another
	})
}

// Tick makes the next Picture one that is drawn because time has passed: something in it moves by itself.
func (s *Screen) Tick() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick = true
}
