package body

import (
	"context"
	"time"

	"cellshell/evolve"
	"cellshell/shell/attach"
)

// modelCall is a call of the language model while it goes on. Body.mu guards it.
type modelCall struct {
	attach.Working
	began time.Time
	told  time.Time // when the screens last heard of its tokens
}

// workPause is the time between two frames that tell only how many tokens have come.
const workPause = 100 * time.Millisecond

type asker struct{}

// origin is who said a sentence.
type origin struct {
	screen   uint64
	sentence string
}

// askedBy notes for the writer who asked.
func askedBy(ctx context.Context, screen uint64, sentence string) context.Context {
	return context.WithValue(ctx, asker{}, origin{screen, sentence})
}

// modelWriter is a writer that knows what a request costs.
type modelWriter interface {
	evolve.Writer
	evolve.Estimator
}

// watched is a writer that no call gets past unseen: every screen shows the call while it goes on.
type watched struct {
	b *Body
	modelWriter
}

// Write implements evolve.Writer.
func (w watched) Write(ctx context.Context, r evolve.WriteRequest, progress func(evolve.Progress)) (evolve.Written, error) {
	who, _ := ctx.Value(asker{}).(origin)
	if who.sentence == "" {
		who.sentence = r.Sentence
	}
	stage := "write"
	if r.Try > 0 {
		stage = "repair"
	}
	b := w.b
	b.mu.Lock()
	b.calls++
	call := &modelCall{began: time.Now(), Working: attach.Working{
		Number: b.calls, Screen: who.screen, Sentence: who.sentence, Model: b.model, Stage: stage,
	}}
	b.work = append(b.work, call)
	b.wakeScreens()
	b.mu.Unlock()
	defer b.workEnds(call)
	return w.modelWriter.Write(ctx, r, func(p evolve.Progress) {
		b.workGoesOn(call, p)
		if progress != nil {
			progress(p)
		}
	})
}

func (b *Body) workGoesOn(call *modelCall, p evolve.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if p.Model != "" {
		call.Model = p.Model
	}
	call.Tokens, call.Cost = max(call.Tokens, p.Tokens), max(call.Cost, p.Cost)
	if now := time.Now(); now.Sub(call.told) >= workPause {
		call.told = now
		b.wakeScreens()
	}
}

func (b *Body) workEnds(call *modelCall) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, c := range b.work {
		if c == call {
			b.work = append(b.work[:i:i], b.work[i+1:]...)
			break
		}
	}
	b.wakeScreens()
}

// working is the newest call of the model under way, the zero value without one. mu is held.
func (b *Body) working() attach.Working {
	if len(b.work) == 0 {
		return attach.Working{}
	}
	call := b.work[len(b.work)-1]
	w := call.Working
	w.Elapsed, w.Others = time.Since(call.began).Milliseconds(), len(b.work)-1
	return w
}

// sameWork compares what is worth a frame: time goes by without one.
func sameWork(a, z attach.Working) bool {
	a.Elapsed, z.Elapsed = 0, 0
	return a == z
}
