package stage

import (
	"time"

	"cellshell/shell/screen"
)

// frameTime is the distance of pictures while something moves.
const frameTime = time.Second / 60

// mover is a drawer whose newest picture may change by itself.
type mover interface{ Moving() bool }

// pace asks for the next picture of what moves.
type pace struct{ next *time.Timer }

// again asks for another picture in time after one that was begun.
func (p *pace) again(s *screen.Screen, began time.Time) {
	d := max(frameTime-time.Since(began), time.Millisecond)
	if p.next != nil {
		p.next.Reset(d)
		return
	}
	p.next = time.AfterFunc(d, func() {
		s.Tick()
		Wake()
	})
}
