package window

import (
	"fmt"
	"time"

	"cellshell/gpu/kage"
)

// TrialOptions are what a Trial needs.
type TrialOptions struct {
	// Dead says why no shader may run at all, "" when they may: the graphics have died of one lately.
	Dead string
	// Begin and End are called before and after a shader is tried. What dies of it never gets to End.
	Begin, End func()
	// Judged is told of each shader that was judged, with why it may not run, "" when it may.
	Judged func(source, why string)
}

// Trial is a Judge for where no other process can be started, but the graphics are one: a page of a browser. It tries a shader
// where it is drawn, on few pixels first. It is for the goroutine that draws.
type Trial struct {
	o     TrialOptions
	known map[string]*kage.Program // nil: it may not run
	turn  uint64
	lab   *lab // nil before the first trial
}

var _ Judge = (*Trial)(nil)

// maxTried bounds the verdicts that are kept; all are forgotten when there are more.
const maxTried = 256

// NewTrial makes a judge that has tried nothing yet.
func NewTrial(o TrialOptions) *Trial { return &Trial{o: o, known: map[string]*kage.Program{}} }

// Turn implements Judge: what a scene asks for is tried while it is drawn, so no later one is drawn otherwise.
func (t *Trial) Turn() uint64 { return t.turn }

// Allowed implements Judge.
func (t *Trial) Allowed(source string) *kage.Program {
	p, ok := t.known[source]
	if ok {
		return p
	}
	if len(t.known) >= maxTried {
		clear(t.known)
		t.turn++
	}
	p, err := t.try(source)
	why := ""
	if err != nil {
		p, why = nil, err.Error()
	}
	t.known[source] = p
	t.o.Judged(source, why)
	return p
}

func (t *Trial) try(source string) (*kage.Program, error) {
	p, err := kage.Check(source)
	if err != nil {
		return nil, err
	}
	if t.o.Dead != "" {
		return nil, fmt.Errorf("shader: %s", t.o.Dead)
	}
	t.o.Begin()
	defer t.o.End()
	if err := compiles(p); err != nil {
		return nil, fmt.Errorf("shader: %w", err)
	}
	if t.lab == nil {
		t.lab = newLab()
	}
	for _, side := range []int{8, 64, trySide} {
		took := t.lab.draw(p, side)
		whole := took * trySide * trySide / time.Duration(side*side)
		if took > tryTime || side >= 64 && whole > 4*tryTime { // of few pixels most is the asking
			return nil, tooSlow(side, took)
		}
	}
	return p, nil
}
