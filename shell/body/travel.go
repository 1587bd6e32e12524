package body

import (
	"context"
	"strconv"
	"time"

	"cellshell/evolve/act"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

func (b *Body) restore(ctx context.Context, p control.RestoreParams, _ func(any) error) (any, error) {
	if p.N < 1 {
		return nil, &control.Error{Text: "restore wants the number of a change", Hint: "cell history shows the numbers", Code: control.CodeUsage}
	}
	return b.engine.Travel(ctx, "restore "+strconv.Itoa(p.N), act.Act{Intent: act.Restore, Args: act.Args{Number: p.N}}), nil
}

// branch begins, keeps or ends an attempt.
func (b *Body) branch(ctx context.Context, p control.BranchParams, _ func(any) error) (any, error) {
	text, a := "try "+p.Name, act.Act{Intent: act.Try, Args: act.Args{Text: p.Name, Count: p.Minutes}}
	switch {
	case p.Minutes < 0 || p.Minutes > maxMinutes:
		return nil, &control.Error{Text: "an attempt ends after 1 minute to 30 days, or not by itself", Code: control.CodeUsage}
	case p.Do == control.BranchStart:
	case p.Do == control.BranchKeep:
		text, a = "keep it", act.Act{Intent: act.Keep}
	case p.Do == control.BranchDrop:
		text, a = "throw it away", act.Act{Intent: act.Drop}
		if br, ok := b.store.Branch(); ok {
			text = "throw " + br.Name + " away"
		}
	default:
		return nil, &control.Error{Text: "an attempt can be started, kept or dropped, not " + p.Do, Code: control.CodeUsage}
	}
	r := b.engine.Travel(ctx, text, a)
	b.branched()
	return r, nil
}

const maxMinutes = 30 * 24 * 60

// trying tells of the attempt under way, nil when there is none.
func (b *Body) trying(context.Context, none, func(any) error) (any, error) {
	if br, ok := b.store.Branch(); ok {
		return &control.Branch{Name: br.Name, Changes: br.Changes, From: br.From, Until: br.Until}, nil
	}
	return (*control.Branch)(nil), nil
}

// branched tells the screens what is being tried, after it may have changed, and looks again when it ends by itself.
func (b *Body) branched() {
	b.noteBranch()
	select {
	case b.attempts <- struct{}{}:
	default: // it will look anyway
	}
}

// noteBranch keeps at hand what is being tried: the store may be busy when a screen asks.
func (b *Body) noteBranch() {
	br, _ := b.store.Branch()
	b.mu.Lock()
	defer b.mu.Unlock()
	if now := (attach.Trying{Name: br.Name, Changes: br.Changes, Until: br.Until}); now != b.attempt {
		b.attempt = now
		b.wakeScreens()
	}
}

// dropAgain is how long it takes until it is tried again to throw away an attempt whose time is over.
const dropAgain = 30 * time.Second

// awaitBranch throws an attempt away when its time is over.
func (b *Body) awaitBranch() {
	b.noteBranch()
	b.background(func() { // ends when the body closes
		for {
			end := time.NewTimer(maxMinutes * time.Minute)
			br, ok := b.store.Branch()
			if ok && !br.Until.IsZero() {
				end.Reset(time.Until(br.Until))
			}
			select {
			case <-b.done:
				end.Stop()
				return
			case <-b.attempts:
				end.Stop()
			case <-end.C:
				if now, ok := b.store.Branch(); ok && !br.Until.IsZero() && now.Name == br.Name && now.Until.Equal(br.Until) {
					r := b.engine.Travel(b.ctx, "the time of "+br.Name+" is over", act.Act{Intent: act.Drop})
					b.noteBranch()
					b.log.Info("an attempt ended by itself", "name", br.Name, "status", r.Status, "reason", r.Reason)
					if r.Status != act.Done { // not at once, but until it is over
						select {
						case <-b.done:
							return
						case <-b.attempts:
						case <-time.After(dropAgain):
						}
					}
				}
			}
		}
	})
}
