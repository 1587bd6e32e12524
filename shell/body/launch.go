package body

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
	"cellshell/tissue"
)

// launch is what it takes to start one generation of a cell.
type launch struct {
	id         tissue.CellID
	generation int
	checked    *build.Checked
	manifest   genome.Manifest
	state      json.RawMessage
	props      map[string]string
	seq        uint64 // of the newest message to the generation before
	native     bool   // the compiled engine is wanted even if it has to be built
	trial      bool   // the budgets of a trial hold
}

// firstView is the time to the first view that a trial's process may use up; a start outside of a trial may take longer.
func (l launch) firstView() time.Duration {
	if l.trial && l.manifest.Budget.FirstViewMS > 0 {
		return max(time.Duration(l.manifest.Budget.FirstViewMS)*time.Millisecond, trialFloor)
	}
	return viewDeadline
}

// trialFloor keeps a busy machine from failing a trial: the budget of 250 ms is meant for a process that runs alone, and
// what is measured here is wall-clock time.
const trialFloor = 2 * time.Second

// run starts the generation and returns it after its first view, with the time that compiling took.
func (b *Body) run(ctx context.Context, l launch) (_ *session, built time.Duration, err error) {
	spec := nucleus.Spec{
		Cell: string(l.id), Generation: l.generation,
		Memory: int64(l.manifest.Budget.MemoryMB) << 20,
	}
	switch {
	case l.checked == nil && len(l.manifest.Run.Command) == 0:
		return nil, 0, fmt.Errorf("%s: there is nothing to run: its source was refused", l.id)
	case l.checked == nil:
		spec.Engine, spec.Argv = "program", l.manifest.Run.Command
	case l.checked.Interpretable && !l.native && !b.compiled(l.checked):
		spec.Engine = "yaegi"
	default:
		began := time.Now()
		path, err := b.compile(ctx, l.checked, b.tool)
		built = time.Since(began)
		if err != nil {
			return nil, built, err
		}
		spec.Engine, spec.Argv = "native", []string{path}
	}
	proc, err := b.sup.Start(ctx, spec)
	if err != nil {
		return nil, built, fmt.Errorf("%s: start: %w", l.id, err)
	}
	s := b.newSession(proc)
	s.seq.Store(l.seq)
	s.look = b.look()
	fail := func(err error) (*session, time.Duration, error) {
		proc.Kill("never became live: " + err.Error())
		return nil, built, fmt.Errorf("%s: %w", l.id, err)
	}
	if err := b.open(ctx, s); err != nil {
		return fail(s.why(err))
	}
	if spec.Engine == "yaegi" {
		if err := s.send(ui.Load{File: "main.go", Source: string(l.checked.Marked)}); err != nil {
			return fail(s.why(err))
		}
	}
	if err := s.start(ctx, ui.Start{Props: l.props, State: l.state, Look: s.look}, l.firstView()); err != nil {
		return fail(err)
	}
	return s, built, nil
}
