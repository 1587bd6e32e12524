package evolve

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// mostBare is how many words a wish has at most that names nothing and goes on about what was spoken of: "not so close".
const mostBare = 3

// spoke keeps what a sentence is about: when nothing comes of it, that is what "it" means next, not what was changed before.
// What is carried out is remembered in its stead.
func (e *Engine) spoke(r Request, v verdict) {
	about := r.At
	if about.Cell == "" && (v.route == reflex.Model || v.route == reflex.Ask || v.route == reflex.Answer) {
		if about = sole(v.parse.Acts); about.Cell == "" && v.parse.Ask != nil && len(v.parse.Ask.Choices) > 0 {
			about = sole(v.parse.Ask.Choices[0].Acts) // "shall I move the clock?"
		}
	}
	if q := v.parse.Ask; about.Cell == "" && v.route == reflex.Ask && q != nil {
		about = offered(q)
	}
	several := e.severalSpoken(r, v, &about)
	which := subjects(v)
	if r.At.Cell == "" && len(which) > 1 {
		about, several = act.Target{}, which // "which button?": "it" is none of them yet
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.queried, e.several = nil, several
	if about.Cell == "" && len(which) > 1 {
		e.spoken = nil
	}
	e.astray = v.route == reflex.Ask && v.parse.Lost && about.Cell == "" && len(several) == 0 && len(strings.Fields(r.Sentence)) > mostBare && !reflex.Refers(r.Sentence, v.heard)
	e.wished, e.unheard = nil, v.route == reflex.Ask || v.route == reflex.Model || v.parse.Answer == "statement"
	if v.route == reflex.Do || v.parse.Answer == "cancel" {
		e.absent = ""
	}
	switch v.route {
	case reflex.Do:
		e.spoken = nil
	case reflex.Answer:
		e.queried = v.parse.Acts
	}
	if about.Cell != "" {
		e.spoken, e.absent = &about, ""
	}
	if q := v.parse.Ask; v.route == reflex.Ask && q != nil && len(q.Choices) > 0 && len(q.Choices[0].Acts) == 1 && q.Choices[0].Acts[0].Intent == act.Spawn {
		e.absent = q.Choices[0].Acts[0].Args.Gene
	}
}

// severalSpoken are the things that a sentence which nothing came of is about, where they are several: "them" means those next, and
// "it" the first. Where one is asked for among them, "it" is nobody's yet. A thing that such a sentence only names is spoken of too.
func (e *Engine) severalSpoken(r Request, v verdict, about *act.Target) []act.Target {
	if about.Cell != "" || v.heard == nil || v.route == reflex.Do || v.route == reflex.Nothing {
		return nil
	}
	set := reflex.SpokenOf(r.Sentence, v.heard)
	if len(set) == 0 {
		return nil
	}
	if len(set) == 1 || !reflex.AsksWhich(r.Sentence) {
		*about = set[0]
	}
	if len(set) == 1 {
		return nil
	}
	return set
}

// spokenOf keeps what an answer named. Of several things "it" is none.
func (e *Engine) spokenOf(about ...act.Target) {
	if len(about) == 0 || about[0].Cell == "" {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.spoken, e.several, e.absent = &about[0], nil, ""
	if len(about) > 1 {
		e.spoken, e.several = nil, about
	}
}

// subjects are the things that the answers to a question are about, each once.
func subjects(v verdict) (out []act.Target) {
	if v.route != reflex.Ask || v.parse.Ask == nil {
		return nil
	}
	for _, c := range v.parse.Ask.Choices {
		if t := sole(c.Acts); t.Cell != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// offered is the one thing that all choices of a question are about, but for those about the desktop.
func offered(q *reflex.Question) act.Target {
	var acts []act.Act
	for _, c := range q.Choices {
		for _, a := range c.Acts {
			if a.Target.Cell != "" {
				acts = append(acts, a)
			}
		}
	}
	return sole(acts)
}

// idle keeps what a sentence was about that was understood and changed nothing, because all was so already or could not be. What it
// wished then may yet be wished for something else.
func (e *Engine) idle(acts []act.Act, r act.Receipt) {
	if r.Commit != "" {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if r.Status != act.Done {
		e.wished = acts
	}
	if about := sole(acts); about.Cell != "" {
		e.spoken = &about
	}
}

// vain is what the last sentence wished where nothing came of it, and whether it was not understood at all.
func (e *Engine) vain() (wished []act.Act, unheard bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.wished, e.unheard
}

// settled forgets what the last sentence wished: what came of it was chosen.
func (e *Engine) settled() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.wished, e.unheard = nil, false
}

// sole is the one thing that all acts are about, empty where there is none.
func sole(acts []act.Act) act.Target {
	if len(acts) == 0 {
		return act.Target{}
	}
	for _, a := range acts {
		if a.Target != acts[0].Target || a.Intent == act.Undo {
			return act.Target{}
		}
	}
	return acts[0].Target
}

// strayed reports whether something was spoken of since the last change, what where it was several things, and of which gene that
// was if none is here.
func (e *Engine) strayed() (spoken bool, several []act.Target, absent string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.spoken != nil || len(e.several) > 0, e.several, e.absent
}

// wentAstray reports whether the last sentence was not understood, nor what it was about.
func (e *Engine) wentAstray() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.astray
}

// asking are the acts of the question that was said last, nil when something else was.
func (e *Engine) asking() []act.Act {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.queried
}
