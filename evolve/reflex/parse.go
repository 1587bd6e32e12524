package reflex

import (
	"strconv"
	"strings"

	"cellshell/evolve/act"
)

// MaxSentence is the longest sentence that is read, in bytes.
const MaxSentence = 2000

// maxTokens is the longest command without its free text, in tokens.
const maxTokens = 120

var tooLong = Result{Ask: &Question{Text: "That is too long for me. Say it shorter?"}}

// Result is what a sentence was understood as. Exactly one of its parts counts: see [Result.Route].
type Result struct {
	// Acts is what to do, in order, in one step. Targets are resolved: one act for each target. After a Spawn there is
	// no act for the new cell: all that was said of it stands in the Spawn's own arguments.
	Acts []act.Act
	// Conf is how sure the parser is, 0 to 1. Acts that edit come with at least 0.5.
	Conf float64
	// Others are what else acts that edit may have meant, each with its acts: at most four, and only where Conf is below
	// 0.8. One without acts is to leave all as it was.
	Others []Choice
	// Unknown are the words that were not understood, as typed.
	Unknown []string
	// Lost says that the sentence was not understood. Acts may hold it as a wish for a model all the same; where there is none
	// Ask is the answer, and no model is missed.
	Lost bool
	// Ask is a question instead of an edit, or with a Behaviour act: what to ask when there is no model.
	Ask *Question
	// Refuse is why this will not be done, a sentence.
	Refuse string
	// Answer is the key of a spoken answer for a sentence that wants no edit: hello, thanks, bye, scope, statement,
	// nothing, cancel, help, how, changed, source, why, list, question, security, unsafe.
	Answer string
	// Why tells how the sentence was read, for people who ask.
	Why []string
}

// Question asks the user for what is missing. An answer is parsed with the question in [Scene.Pending].
type Question struct {
	Text    string
	Choices []Choice
	Past    bool // it was answered by a guess already: only a choice by its words answers it anew

	of *asked // what it is about, where it asks which of several things is meant
}

// Choice is one answer: acts that can be done at once. No acts: nothing is to be done.
type Choice struct {
	Label string
	Acts  []act.Act
}

// Route is the one thing to do with a parse.
type Route string

// The routes.
const (
	Nothing Route = "nothing" // the sentence was empty
	Refuse  Route = "refuse"
	Answer  Route = "answer"
	Ask     Route = "ask"
	Model   Route = "model" // one Behaviour act: needs new code
	Do      Route = "do"
)

// Route returns what to do.
func (r Result) Route() Route {
	switch {
	case r.Refuse != "":
		return Refuse
	case r.Answer != "":
		return Answer
	case len(r.Acts) == 1 && r.Acts[0].Intent == act.Behaviour:
		return Model
	case r.Ask != nil:
		return Ask
	case len(r.Acts) > 0:
		return Do
	}
	return Nothing
}

// Prepare reads the lexicons, so that the first sentence does not wait for that.
func Prepare() {
	loadLexicon()
	loadRewordings()
	loadFirst()
	loadPatterns()
	travelWords()
	orderWords()
}

// Parse reads a sentence said to the scene. It never panics and changes nothing.
func Parse(sentence string, s *Scene) Result {
	if s == nil {
		s = &Scene{}
	}
	sentence = strings.TrimSpace(sentence)
	if sentence == "" {
		return Result{Conf: 1}
	}
	if len(sentence) > MaxSentence {
		return tooLong
	}
	return worldOf(s, sentence).parse(sentence).doubted()
}

// parse is [Parse] in the world of the sentence.
func (w *world) parse(sentence string) Result {
	if r, ok := w.asWhole(sentence); ok {
		return r
	}
	if r, ok := saidFirst(sentence, w); ok {
		return r
	}
	p := read(sentence, w, nil)
	if p.twofold && p.result.Route() == Ask {
		return p.result // as it was said: what may be text has no spelling to put right
	}
	if r, ok := p.corrected(); ok {
		return r
	}
	if r, ok := p.talkAside(); ok {
		return r
	}
	if !p.understood() || p.unsaid {
		if r, ok := p.otherwise(); ok {
			return r
		}
		if p.which != nil {
			return Result{Ask: p.which, Conf: 0.5, Why: p.result.Why}
		}
	}
	if p.open == nil {
		return p.others()
	}
	if r, ok := p.wishWithin(); ok {
		return r // it is the talk around it that names what several things are
	}
	return p.result.withChoices(sentence, w, p.open)
}

// maxChoices is how many answers a question offers: the keys 1 to 4. Who means another, or all of many, says so.
const maxChoices = 4

// withChoices turns an ambiguous target into a question whose choices carry the finished acts.
func (r Result) withChoices(sentence string, w *world, open *ambiguity) Result {
	q := &Question{Text: "Which " + open.noun + "?"}
	if open.pairs != nil {
		q.Text = "Which two?"
	}
	sets := make([][]act.Target, 0, maxChoices)
	sets = append(sets, open.pairs[:min(len(open.pairs), maxChoices)]...)
	for i, t := range open.among {
		if i == maxChoices {
			break
		}
		sets = append(sets, []act.Target{t})
	}
	if len(open.among) > 1 && len(open.among) < maxChoices && !open.single {
		sets = append(sets, open.among)
	}
	for i, set := range sets {
		sub := read(sentence, w, append(append([][]act.Target{}, open.path...), set))
		if sub.open != nil || sub.result.Route() != Do && sub.result.Route() != Model {
			continue
		}
		label := w.s.name(set[0])
		if open.pairs != nil {
			label += " and " + w.s.name(set[1])
		} else if i >= len(open.among) {
			if label = "All"; len(set) == 2 {
				label = "Both"
			}
		}
		q.Choices = append(q.Choices, Choice{Label: label, Acts: sub.result.Acts})
	}
	tellApart(q.Choices)
	if len(q.Choices) == 0 && len(open.among) > 1 {
		return Result{Ask: &Question{Text: q.Text + " Say whose, or point at it."}, Unknown: r.Unknown, Why: r.Why}
	}
	if len(q.Choices) == 0 {
		return Result{Ask: &Question{Text: "I did not understand that. Can you say it another way?"}, Unknown: r.Unknown, Why: r.Why}
	}
	if open.pairs == nil {
		q.of = &asked{w: w, sentence: sentence, open: open}
	}
	return Result{Ask: q, Conf: 0.5, Why: append(r.Why, "several "+open.noun+" fit")}
}

// tellApart numbers the choices that read the same, in reading order: nobody can choose between two equal words.
func tellApart(choices []Choice) {
	count := map[string]int{}
	for _, c := range choices {
		count[c.Label]++
	}
	seen := map[string]int{}
	inside := map[string]bool{}
	for _, c := range choices {
		if len(c.Acts) > 0 && c.Acts[0].Target.Node != "" {
			inside[c.Label] = true
		}
	}
	for i, c := range choices {
		if count[c.Label] > 1 && inside[c.Label] && len(c.Acts) > 0 && c.Acts[0].Target.Node == "" && c.Acts[0].Target.Cell != "" {
			choices[i].Label = "All of " + c.Label // and the others are in it
		} else if count[c.Label] > 1 {
			seen[c.Label]++
			choices[i].Label = c.Label + " " + strconv.Itoa(seen[c.Label])
		}
	}
}
