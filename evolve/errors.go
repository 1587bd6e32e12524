package evolve

import (
	"errors"
	"fmt"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

var errClosed = errors.New("evolve: the engine is closed")

// refusal is an error after which nothing will help: the receipt's status is refused.
type refusal struct{ text string }

func (r *refusal) Error() string { return r.text }

func refuse(format string, args ...any) error { return &refusal{fmt.Sprintf(format, args...)} }

// already is why an act changes nothing: what it asks for is so. It stops only what does nothing else.
type already struct{ text string }

func (r *already) Error() string { return r.text }

// unsure is an error that becomes a question.
type unsure struct {
	text    string
	choices []string
	acts    [][]act.Act // what each choice does; nil: what its words say
}

// question is what is asked, with what the choices do where that is known.
func (u *unsure) question() *reflex.Question {
	q := &reflex.Question{Text: u.text}
	for i, acts := range u.acts {
		q.Choices = append(q.Choices, reflex.Choice{Label: u.choices[i], Acts: acts})
	}
	return q
}

func (u *unsure) Error() string { return u.text }

// missed says that a trial did not measure up. The pipeline may try another way.
type missed struct {
	checks []act.Check
	after  *Scene
	text   string
	same   []act.Act // that would not be seen, while others of their kind are; nothing else failed
}

func (m *missed) Error() string { return m.text }

// statusOf gives the status that an error leads to.
func statusOf(err error) act.Status {
	var r *refusal
	var u *unsure
	switch {
	case errors.As(err, &r):
		return act.Refused
	case errors.As(err, &u):
		return act.Asked
	}
	return act.Failed
}
