package evolve

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// patience is how long a question waits for its answer.
const patience = 60 * time.Second

// question waits for an answer.
type question struct {
	text     string
	labels   []string
	sentence string           // that led to it
	at       act.Target       // what it is about, so that "bigger" needs no more words; may be empty
	parse    *reflex.Question // nil: the labels are sentences
	variants []variant        // to choose from: one for each label but the last
	cost     *act.Cost        // of writing them
	writer   Writer           // that the sentence came with; may be nil
	expires  time.Time
}

// ask keeps a question until it is answered, replaced or expired.
func (e *Engine) ask(q *question) {
	q.expires = e.o.Now().Add(patience)
	if q.parse == nil {
		q.parse = &reflex.Question{Text: q.text}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.pending = q
}

// takeQuestion returns the waiting question, if it has not expired, and forgets it.
func (e *Engine) takeQuestion() *question {
	e.mu.Lock()
	defer e.mu.Unlock()
	q := e.pending
	e.pending = nil
	if q == nil || e.o.Now().After(q.expires) {
		return nil
	}
	return q
}

// asks makes a receipt of a question. A question without choices still waits: what is said next may answer it.
func (e *Engine) asks(sentence string, q *reflex.Question, acts []act.Act, started time.Time) act.Receipt {
	r := e.plain(sentence, act.Asked, "", started)
	r.Question = q.Text
	for _, c := range q.Choices {
		r.Choices = append(r.Choices, c.Label)
	}
	if len(acts) > 0 {
		r.Acts = acts
	}
	e.ask(&question{text: q.Text, labels: r.Choices, sentence: sentence, parse: q})
	return r
}

// Answer chooses among what the last question offered, by its text or its number from 1.
func (e *Engine) Answer(ctx context.Context, choice string) act.Receipt {
	return e.Choose(ctx, Request{Sentence: choice})
}

// Choose is [Engine.Answer] with all that a request has: its sentence is the choice. Without a Writer the one of the
// sentence that led to the question goes on.
func (e *Engine) Choose(ctx context.Context, r Request) act.Receipt {
	started, choice := time.Now(), r.Sentence
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(choice, act.Failed, reason(err), started)
	}
	defer end()
	e.mu.Lock()
	q := e.pending
	e.mu.Unlock()
	if q == nil || e.o.Now().After(q.expires) {
		return e.plain(choice, act.Failed, "No question is waiting for an answer.", started)
	}
	if r.Writer == nil {
		r.Writer = q.writer
	}
	say := func(sentence string) Request {
		return Request{Sentence: sentence, Writer: r.Writer, Progress: r.Progress}
	}
	scene := e.o.Desk.Scene()
	i := pick(q.labels, choice)
	if i < 0 {
		return e.asked(e.hear(ctx, scene, say(choice), started), r.Writer)
	}
	e.takeQuestion()
	e.settled()
	if q.at.Cell != "" {
		scene.Point = pointAt(scene, q.at)
	}
	if q.variants != nil {
		return e.takeVariant(ctx, scene, r, q, i, started)
	}
	if i < len(q.parse.Choices) {
		c := q.parse.Choices[i]
		if len(c.Acts) == 0 {
			return e.plain(q.sentence, act.Done, fixed["cancel"], started)
		}
		return e.chosen(ctx, scene, say(fmt.Sprintf("%s (%s)", q.sentence, c.Label)), c.Acts, started)
	}
	return e.asked(e.hear(ctx, scene, say(q.labels[i]), started), r.Writer)
}

// asked lets the question of a receipt remember who would write its answer.
func (e *Engine) asked(r act.Receipt, w Writer) act.Receipt {
	if r.Status == act.Asked && w != nil {
		e.mu.Lock()
		defer e.mu.Unlock()
		if e.pending != nil {
			e.pending.writer = w
		}
	}
	return r
}

// offer lets a receipt name what else its sentence may have meant, and waits for one of that to be chosen instead.
func (e *Engine) offer(r act.Receipt, others []reflex.Choice) act.Receipt {
	var n int
	if _, err := fmt.Sscanf(r.Undo, "cell undo %d", &n); err != nil || len(others) == 0 || r.Status != act.Done {
		return r
	}
	q := &reflex.Question{Past: true}
	for _, o := range others {
		back := act.Act{Intent: act.Undo, Args: act.Args{Number: n}}
		q.Choices = append(q.Choices, reflex.Choice{Label: o.Label, Acts: append([]act.Act{back}, o.Acts...)})
		r.Alternatives = append(r.Alternatives, o.Label)
	}
	e.ask(&question{labels: r.Alternatives, sentence: r.Sentence, parse: q})
	return r
}

// chosen carries out the acts of a choice, which may be one for the model.
func (e *Engine) chosen(ctx context.Context, scene *Scene, r Request, acts []act.Act, started time.Time) act.Receipt {
	if len(acts) == 1 && acts[0].Intent == act.Behaviour {
		writer := e.writerFor(r)
		if writer == nil {
			return e.noModel(r, reflex.Result{Acts: acts}, started)
		}
		return e.model(ctx, scene, r, acts[0], writer, act.Timing{}, started)
	}
	return e.do(ctx, scene, r, acts, act.Timing{}, started)
}

// pick finds a choice by its number or text, −1 when it is none.
func pick(labels []string, choice string) int {
	choice = strings.TrimSpace(choice)
	for i, l := range labels {
		if strings.EqualFold(l, choice) {
			return i
		}
	}
	if n, err := strconv.Atoi(choice); err == nil && n >= 1 && n <= len(labels) {
		return n - 1
	}
	return -1
}

// plain is a receipt of something that changed nothing.
func (e *Engine) plain(sentence string, status act.Status, why string, started time.Time) act.Receipt {
	r := bare(sentence, status, why)
	e.finish(&r, job{started: started})
	return r
}

// bare is a receipt of nothing that was done. It is not logged.
func bare(sentence string, status act.Status, why string) act.Receipt {
	return act.Receipt{
		Sentence: sentence, Status: status, Route: act.RouteReflex, Reason: why, Acts: []act.Act{}, Checks: []act.Check{}, Reflowed: []string{},
	}
}
