package nucleus

import (
	"fmt"
	"time"
)

// How much of one output is logged.
const (
	burstLines  = 200 // lines at once
	linesSecond = 50  // lines in a second when it goes on and on
)

// quota limits how many lines of one output are logged, so that a flood pushes out only itself.
type quota struct {
	left    float64
	at      time.Time
	omitted int
}

// take says how many of n lines may be logged at now, and how many were left out before them.
func (q *quota) take(n int, now time.Time) (take, omitted int) {
	if q.at.IsZero() {
		q.left = burstLines
	} else {
		q.left = min(burstLines, q.left+now.Sub(q.at).Seconds()*linesSecond)
	}
	q.at = now
	take = min(n, int(q.left))
	q.left -= float64(take)
	if take > 0 {
		omitted, q.omitted = q.omitted, 0
	}
	q.omitted += n - take
	return take, omitted
}

// deliver writes new lines of an output into the cell's log.
func (s *Supervisor) deliver(out *output, texts []string) {
	for _, t := range texts {
		out.note.see(t)
	}
	if out.note.full {
		s.flooded(out)
	}
	if out.cell == stemCell {
		for _, t := range texts {
			s.opt.Log.Warn("a waiting host printed something", "text", t)
		}
		return
	}
	l, err := s.log(out.cell)
	if err != nil || len(texts) == 0 {
		return
	}
	now := time.Now()
	n, omitted := out.quota.take(len(texts), now)
	lines := make([]Line, 0, n+1)
	if omitted > 0 {
		lines = append(lines, Line{At: now, Generation: out.generation, Body: true, Text: fmt.Sprintf("%d lines left out", omitted)})
	}
	for _, t := range texts[:n] {
		lines = append(lines, Line{At: now, Generation: out.generation, Text: t})
	}
	l.add(lines...)
}

// flooded ends a process that prints faster than anybody could read.
func (s *Supervisor) flooded(out *output) {
	s.mu.Lock()
	p := s.procs[out.name]
	s.mu.Unlock()
	if p != nil {
		p.Kill(out.note.cause(p.profile))
	}
}

// readOutputs brings the log of a cell up to date.
func (s *Supervisor) readOutputs(cell string) {
	for _, p := range s.Processes() {
		if p.Cell == cell {
			s.outputs.read(key(p.Cell, p.Generation, p.run))
		}
	}
}
