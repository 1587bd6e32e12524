package evolve

import (
	"fmt"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// Lane is who would answer a sentence, and how.
type Lane string

// The lanes of a [Preview].
const (
	LaneEmpty   Lane = ""        // nothing was said
	LaneDo      Lane = "reflex"  // the acts are done at once
	LaneAsk     Lane = "ask"     // a question with choices, or one that needs more words
	LaneModel   Lane = "model"   // a language model writes code
	LaneNoModel Lane = "nomodel" // it would take a model, and there is none
	LaneAnswer  Lane = "answer"  // something is told, nothing changes
	LaneRefuse  Lane = "refuse"
	LaneUnknown Lane = "unknown" // words were not understood
	LaneStop    Lane = "stop"    // a model at work is stopped
)

// Preview is what would become of a sentence if it were said now.
type Preview struct {
	Lane     Lane
	Conf     float64 // 0 to 1
	Acts     []act.Act
	Plan     string       // the acts in a few words: "resize · +1 · ×1.5"
	Targets  []act.Target // what it is about; of a question with choices: one for each, in their order
	Question string
	Choices  []string
	Reason   string   // of a refusal
	Unknown  []string // the words that were not understood, as typed

	elsewhere bool // they all mean something in other sentences
	Tokens    int  // that a model would take, in and out, about; 0: not known
}

// Estimator is a Writer that knows how many tokens a request takes before it is made.
type Estimator interface {
	// Estimate returns about how many tokens the request and its answer take together.
	Estimate(r WriteRequest) int
}

// Preview tells what Evolve would do with a sentence, and does nothing: no act, no call, no turn taken, and a question
// that waits goes on waiting.
func (e *Engine) Preview(r Request) Preview {
	e.mu.Lock()
	busy := len(e.waiting) > 0
	e.mu.Unlock()
	if isStop(r.Sentence) && busy {
		return Preview{Lane: LaneStop, Conf: 1}
	}
	scene := e.o.Desk.Glance()
	if r.At != (act.Target{}) {
		scene.Point = pointAt(scene, r.At)
	}
	v := e.understand(scene, r, e.question())
	p := Preview{Conf: v.parse.Conf, Acts: v.parse.Acts, Unknown: v.strange}
	switch v.route {
	case reflex.Nothing:
	case reflex.Refuse:
		p.Lane, p.Reason = LaneRefuse, v.parse.Refuse
	case reflex.Answer:
		p.Lane = LaneAnswer
	case reflex.Model:
		switch {
		case v.writer != nil:
			wish := placedWish(scene, r.Sentence, v.wish)
			p.Lane, p.Acts, p.Tokens = LaneModel, []act.Act{wish}, estimated(scene, r.Sentence, wish, v.writer)
		case !v.hollow && v.parse.Ask != nil && len(v.parse.Ask.Choices) > 0:
			p.Lane = LaneAsk
			p.ask(v.parse.Ask)
			return p
		default:
			p.Lane = LaneNoModel
		}
	case reflex.Ask:
		p.Lane = LaneAsk
		if len(p.Unknown) > 0 && len(v.parse.Ask.Choices) == 0 {
			p.Lane, p.elsewhere = LaneUnknown, v.elsewhere
		}
		if p.ask(v.parse.Ask); len(p.Choices) > 0 {
			return p
		}
	default:
		p.Lane, p.Acts = LaneDo, joined(e.repeated(scene, p.Acts))
		p.Plan = act.Plan(p.Acts, scene.names(p.Acts))
	}
	for _, a := range p.Acts {
		if a.Target.Cell != "" {
			p.Targets = append(p.Targets, a.Target)
		}
	}
	return p
}

// ask takes over a question with what each of its choices is about.
func (p *Preview) ask(q *reflex.Question) {
	p.Question = q.Text
	for _, c := range q.Choices {
		p.Choices = append(p.Choices, c.Label)
		about := act.Target{}
		if len(c.Acts) == 1 {
			about = c.Acts[0].Target
		}
		p.Targets = append(p.Targets, about)
	}
}

// question returns the waiting question without forgetting it, nil when there is none.
func (e *Engine) question() *question {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pending == nil || e.o.Now().After(e.pending.expires) {
		return nil
	}
	return e.pending
}

// estimated is about how many tokens a model would take for a wish, 0 when nobody can tell.
func estimated(scene *Scene, sentence string, wish act.Act, w Writer) int {
	e, ok := w.(Estimator)
	if !ok {
		return 0
	}
	req := WriteRequest{Sentence: sentence, New: wish.Target.Cell == "" && wish.Args.Part == "new"}
	if c := scene.Cells[tissue.CellID(wish.Target.Cell)]; c != nil && !req.New {
		req.Cell, req.Title, req.Source = c.ID, title(scene.Doc.Cells[c.ID], c.ID), c.Source
		req.Node = scene.Node(c.ID, wish.Target.Node)
	}
	return e.Estimate(req)
}

// Line is the preview in one line, as it stands under a sentence that is being typed; model is what the model is called.
func (p Preview) Line(model string) string {
	switch p.Lane {
	case LaneEmpty:
		return ""
	case LaneDo:
		if p.Conf < reflex.Doubt {
			return p.Plan + "  ?"
		}
		return p.Plan
	case LaneAsk:
		return "asks: " + p.Question
	case LaneUnknown:
		if p.elsewhere {
			return "asks: " + p.Question
		}
		return p.lost()
	case LaneModel:
		if model == "" {
			model = "the language model"
		}
		if p.Tokens > 0 {
			return fmt.Sprintf("goes to %s (about %s tokens)", model, thousands(p.Tokens))
		}
		return "goes to " + model
	case LaneNoModel:
		return "needs new code, and no language model is set up"
	case LaneAnswer:
		return "answers, and changes nothing"
	case LaneRefuse:
		return "will be refused: " + p.Reason
	case LaneStop:
		return "stops the model that is at work"
	}
	return ""
}

func (p Preview) lost() string {
	return "not understood: “" + strings.Join(p.Unknown[:min(len(p.Unknown), 3)], "”, “") + "”"
}

// thousands rounds a count as one says it: "1 k", "1.5 k", "800".
func thousands(n int) string {
	if n < 950 {
		return fmt.Sprint((n + 25) / 50 * 50)
	}
	half := (n + 250) / 500
	if half%2 == 0 {
		return fmt.Sprintf("%d k", half/2)
	}
	return fmt.Sprintf("%.1f k", float64(half)/2)
}
