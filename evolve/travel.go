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

// Travel carries out one act that travels in the history: Restore, Try, Keep, Drop. The text goes into the history.
func (e *Engine) Travel(ctx context.Context, text string, a act.Act) act.Receipt {
	return e.travel(ctx, text, a)
}

func (e *Engine) travel(ctx context.Context, sentence string, a act.Act) act.Receipt {
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
	switch a.Intent {
	case act.Name:
		return e.name(ctx, scene, r, a, started)
	case act.Restore:
		if a.Args.Number == 0 {
			return e.earlier(ctx, scene, r, a, started)
		}
		plan, err := e.o.Store.PlanRestore(a.Args.Number)
		if err != nil {
			return e.noTravel(r.Sentence, a, err, started)
		}
		return e.carryOut(ctx, scene, plan, job{
			sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
		}, fmt.Sprintf("As it was after #%d: %s", plan.Of, plan.Sentence))
	case act.Try:
		return e.attempt(r, a, started)
	case act.Keep:
		b, _ := e.o.Store.Branch()
		if _, err := e.o.Store.KeepBranch(); err != nil {
			return e.noTravel(r.Sentence, a, err, started)
		}
		return e.travelled(r.Sentence, a, fmt.Sprintf("Kept %s of %q.", changesText(b.Changes), b.Name), started)
	case act.Drop:
		b, _ := e.o.Store.Branch()
		plan, err := e.o.Store.PlanDrop()
		if err != nil {
			return e.noTravel(r.Sentence, a, err, started)
		}
		return e.carryOut(ctx, scene, plan, job{
			sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
		}, fmt.Sprintf("Threw away %s of %q: the desktop is as it was after #%d", changesText(b.Changes), b.Name, b.From))
	}
	return e.undoAct(ctx, scene, r, a, started)
}

// attempt begins an attempt.
func (e *Engine) attempt(r Request, a act.Act, started time.Time) act.Receipt {
	name, given := branchName(a.Args.Text), a.Args.Text != ""
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
		if given || n > maxAttempts || errors.Is(err, genome.ErrBranched) || !strings.Contains(err.Error(), "already") {
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

func changesText(n int) string {
	if n == 1 {
		return "one change"
	}
	return fmt.Sprintf("%d changes", n)
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
