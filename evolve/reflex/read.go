package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// parser reads one sentence once.
type parser struct {
	s        *Scene
	sentence string
	names    *names
	labels   *names
	toks     []*token
	forced   [][]act.Target // answers to the ambiguities met so far, in order
	met      int
	open     *ambiguity // the first one without an answer
	ask      *Question  // set by a frame that needs to know more
	acts     []act.Act
	confirm  bool
	wish     act.Target // what a missing style was wanted for
	result   Result
}

// ambiguity is a reference that several things fit.
type ambiguity struct {
	noun   string
	among  []act.Target
	single bool // one of them, never all
	path   [][]act.Target
}

// read parses a sentence with the given answers to its ambiguities.
func read(sentence string, s *Scene, forced [][]act.Target) *parser {
	p := &parser{s: s, sentence: sentence, names: namesOf(s), labels: labelsOf(s), forced: forced}
	p.toks = p.tag(split(sentence))
	if r, ok := p.alternatives(); ok {
		p.result = r
		return p
	}
	p.payload()
	p.correct()
	p.contrast()
	if p.guard() {
		return p
	}
	p.clauses()
	return p
}

// clauses reads the sentence clause by clause and decides.
func (p *parser) clauses() {
	var before *clause
	for _, toks := range p.segments() {
		c := &clause{p: p, toks: toks, before: before}
		c.find()
		c.read()
		if p.open != nil {
			return
		}
		if left := c.left(); len(left) > 0 || c.failed || len(c.drafts) == 0 && !c.done && p.ask == nil {
			for _, t := range left {
				p.result.Unknown = append(p.result.Unknown, p.text(t.start, t.end))
			}
			p.lost(c)
			return
		}
		if p.ask != nil {
			break
		}
		c.bind()
		if p.open != nil {
			return
		}
		if p.ask != nil {
			break
		}
		before = c
	}
	if p.ask != nil {
		p.result.Ask, p.result.Conf = p.ask, 0.5
		return
	}
	if len(p.acts) == 0 {
		p.lost(nil)
		return
	}
	if p.confirm {
		p.result.Ask = &Question{Text: "Remove " + p.listed() + "?", Choices: []Choice{{Label: "Yes", Acts: p.acts}, {Label: "No"}}}
		p.result.Conf = 0.5
		return
	}
	p.result.Acts = p.acts
	p.result.Conf = 1
	for _, t := range p.toks {
		if t.fuzzy {
			p.result.Conf -= 0.1
		}
	}
	p.result.Conf = max(0.5, p.result.Conf)
}

// listed names the targets of the acts that wait for a confirmation.
func (p *parser) listed() string {
	var names []string
	for _, a := range p.acts {
		if a.Intent == act.Remove {
			names = append(names, p.s.name(a.Target))
		}
	}
	if len(names) > 4 {
		return itoa(len(names)) + " things"
	}
	return strings.Join(names, ", ")
}

// lost gives up on the sentence: to the model if it is about something here, else with a question.
func (p *parser) lost(c *clause) {
	p.acts = nil
	q := &Question{Text: "I did not understand that. Can you say it another way?"}
	if n := len(p.result.Unknown); n > 0 {
		q.Text = "I do not understand “" + strings.Join(p.result.Unknown[:min(n, 3)], "”, “") + "” here. Can you say it another way?"
	}
	p.result.Ask, p.result.Conf = q, 0.3
	if p.ask != nil {
		p.result.Ask = p.ask
	}
	if c == nil {
		return
	}
	if t, ok := c.about(); ok {
		p.result.Acts = []act.Act{{Intent: act.Behaviour, Target: t, Args: act.Args{Text: p.sentence}}}
	}
	if what, ok := c.wanted(); ok {
		p.result.Acts = []act.Act{{Intent: act.Behaviour, Args: act.Args{Text: p.sentence, Part: "new"}}}
		p.result.Ask = p.closest(what)
	}
}
