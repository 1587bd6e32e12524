package evolve

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

const howToAddModel = "That needs new code, which takes a language model, and none is configured. " +
	"Set OPENAI_API_KEY (and OPENAI_BASE_URL for another service), or start Ollama on this machine, then say it again."

const aliens = "Other programs of your computer cannot be shown here, only what is made for this desktop. \"What can I add\" tells what there is."

// noModel says that the sentence needs a model and how to add one.
func (e *Engine) noModel(r Request, p reflex.Result, started time.Time) act.Receipt {
	why := first(e.o.NoWriter, howToAddModel)
	if p.Ask != nil && len(p.Ask.Choices) > 0 { // or one of these, which are much like it
		out := e.asks(r.Sentence, p.Ask, p.Acts, started)
		out.Reason = why
		return out
	}
	if p.Ask != nil && p.Ask.Text != "" && !strings.HasPrefix(why, strings.TrimSuffix(p.Ask.Text, ".")) {
		why = p.Ask.Text + " " + why // what there is none of
	}
	if reflex.Alien(r.Sentence) {
		why = aliens
	}
	out := e.plain(r.Sentence, act.Failed, why, started)
	if p.Acts != nil {
		out.Acts = p.Acts
		out.Target = p.Acts[0].Target
	}
	return out
}

// onlyModel reports whether every answer to a question leads to new code.
func onlyModel(q *reflex.Question) bool {
	wishes := 0
	for _, c := range q.Choices {
		switch {
		case len(c.Acts) == 0: // never mind
		case len(c.Acts) == 1 && c.Acts[0].Intent == act.Behaviour:
			wishes++
		default:
			return false
		}
	}
	return wishes > 0
}

// writerFor is who writes code for a request, nil when nobody can.
func (e *Engine) writerFor(r Request) Writer {
	if r.Writer != nil {
		return r.Writer
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.writer
}

// unanswered says that there is no answer, and whether the model is to blame.
func unanswered(err error, try int) error {
	var unasked *NotAsked
	end, again := "did not answer", ""
	if errors.As(err, &unasked) {
		end = "was not asked"
	}
	if try > 0 {
		again = " again"
	}
	return fmt.Errorf("the model %s%s: %w", end, again, err)
}
