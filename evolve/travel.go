package evolve

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
)

// travels tells the acts that move in the history instead of writing something new.
func travels(in act.Intent) bool {
	switch in {
	case act.Undo, act.Redo, act.Restore, act.Name, act.Try, act.Keep, act.Drop:
		return true
	}
	return false
}

// Travel carries out one act for which [travels] holds. The sentence goes into the history.
func (e *Engine) Travel(ctx context.Context, sentence string, a act.Act) act.Receipt {
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(sentence, act.Failed, reason(err), started)
	}
	defer end()
	return e.travelAct(ctx, e.o.Desk.Scene(), Request{Sentence: sentence}, a, started)
}

// travelAct carries out an act for which [travels] holds.
func (e *Engine) travelAct(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	var plan genome.Plan
	var err error
	told := "" // what the receipt says; "": what it says of its act
	switch a.Intent {
	case act.Name:
		return e.name(ctx, scene, r, a, started)
	case act.Try:
		return e.attempt(r, a, started)
	case act.Keep:
		b, _ := e.o.Store.Branch()
		n, err := e.o.Store.KeepBranch()
		if err != nil {
			return e.noTravel(r.Sentence, a, err, started)
		}
		return e.travelled(r.Sentence, a, fmt.Sprintf("Kept %s of %q.", counted(n, "change"), b.Name), started)
	case act.Drop:
		b, ok := e.o.Store.Branch()
		if ok && b.Changes == 0 { // there is nothing to throw away, but it is over
			if _, err = e.o.Store.KeepBranch(); err != nil {
				return e.noTravel(r.Sentence, a, err, started)
			}
			return e.travelled(r.Sentence, a, fmt.Sprintf("Nothing was changed in %q; it is over.", b.Name), started)
		}
		plan, err = e.o.Store.PlanDrop()
		told = fmt.Sprintf("Threw away %s of %q: the desktop is as it was after #%d", counted(b.Changes, "change"), b.Name, b.From)
	case act.Restore:
		switch plan, err = e.planEarlier(a); {
		case a.Args.Text != "" && a.Target.Cell == "":
			told = fmt.Sprintf("As it was when it was called %q", a.Args.Text)
		case a.Args.Number > 0 || a.Target.Cell == "":
			told = fmt.Sprintf("As it was after #%d: %s", plan.Of, plan.Sentence)
		}
	default:
		return e.undoAct(ctx, scene, r, a, started)
	}
	if err != nil {
		return e.noTravel(r.Sentence, a, err, started)
	}
	return e.carryOut(ctx, scene, plan, job{
		sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
	}, told)
}

// attempt begins an attempt.
func (e *Engine) attempt(r Request, a act.Act, started time.Time) act.Receipt {
	name, given := branchName(a.Args.Text), a.Args.Text != "" && a.Args.Part != act.TryWith
	var until time.Time
	if a.Args.Count > 0 {
		until = e.o.Now().Add(time.Duration(a.Args.Count) * time.Minute)
	}
	base := name
	for n := 2; ; n++ {
		err := e.o.Store.StartBranch(name, until)
		if err == nil {
			break
		}
		if given || n > maxAttempts || !errors.Is(err, genome.ErrBranchExists) {
			return e.noTravel(r.Sentence, a, err, started)
		}
		name = fmt.Sprintf("%s-%d", base, n)
	}
	text := fmt.Sprintf("Trying %q from here on: \"keep it\" keeps it, \"throw it away\" ends it", name)
	if !until.IsZero() {
		text += ", as does " + until.Format("15:04")
	}
	return e.travelled(r.Sentence, a, text+".", started)
}

// maxAttempts bounds the search for a name that no earlier attempt has.
const maxAttempts = 1000

// branchName makes a name for a branch of what somebody called it.
func branchName(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := strings.Trim(b.String()[:min(b.Len(), 40)], "-")
	if name == "" {
		return "attempt"
	}
	return name
}

// travelled is the receipt of an act that is seen nowhere but in the history.
func (e *Engine) travelled(sentence string, a act.Act, told string, started time.Time) act.Receipt {
	r := e.plain(sentence, act.Done, told, started)
	r.Acts = []act.Act{a}
	return r
}

func (e *Engine) noTravel(sentence string, a act.Act, err error, started time.Time) act.Receipt {
	r := e.plain(sentence, act.Failed, reason(err), started)
	switch {
	case errors.Is(err, genome.ErrUnbranched):
		r.Reason = "Nothing is being tried. \"try something\" begins an attempt that can be thrown away."
	case errors.Is(err, genome.ErrBranched):
		if b, ok := e.o.Store.Branch(); ok {
			r.Reason = fmt.Sprintf("%q is being tried already. Say \"keep it\" or \"throw it away\" first.", b.Name)
		}
	}
	r.Acts = []act.Act{a}
	return r
}
