package evolve

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// answered says something and changes nothing. The text stands in the receipt's reason.
func (e *Engine) answered(s *Scene, r Request, p reflex.Result, started time.Time) act.Receipt {
	about := act.Target{}
	if len(p.Acts) > 0 {
		about = p.Acts[0].Target
	}
	out := e.plain(r.Sentence, act.Done, e.answerText(s, r, p, about), started)
	if p.Acts != nil {
		out.Acts = p.Acts
	}
	out.Target = about
	return out
}

// fixed answers, by key of the parser.
var fixed = map[string]string{
	"hello":     "Hello. Say what should be different: \"add a clock\", \"make this button bigger\", \"dark mode\".",
	"thanks":    "You are welcome.",
	"sorry":     "I am sorry. \"undo\" takes the last change back, and \"help\" shows what I understand.",
	"bye":       "Goodbye. The desktop stays as it is.",
	"scope":     "That is beyond me: I change this desktop and nothing else. Try \"add a calculator\" or \"make the clock blue\".",
	"statement": "I took that for a remark, so nothing was changed. Say what should be different, for example \"make it bigger\".",
	"waits":     "I do at once what is said and wait for nothing, so nothing was changed. Say it when it shall happen; a rule for a cell takes new code.",
	"nothing":   "All right, nothing was changed. Say what should be different when you like.",
	"cancel":    "All right, nothing was changed.",
	"security":  "Security has one level, the same jail for every cell, and no sentence changes it.",
}

func (e *Engine) answerText(s *Scene, r Request, p reflex.Result, about act.Target) string {
	key, sentence := p.Answer, r.Sentence
	if key == "statement" && reflex.Waits(sentence) {
		key = "waits"
	}
	if text, ok := fixed[key]; ok {
		return text
	}
	id := tissue.CellID(about.Cell)
	switch key {
	case "question":
		return e.tell(s, p.Acts)
	case "how":
		return e.howText(s, r.At, p.Acts[0].Args.Text)
	case "unsafe":
		return capital(p.Acts[0].Args.Text) + "."
	case "help":
		if about.Cell == "" && reflex.Says("points", r.Sentence) != "" {
			about = r.At // "what can I ask for here"
		}
		return s.help(about)
	case "changed":
		return e.changedText(sentence, s, ofCell(about))
	case "undo":
		e.ask(&question{parse: doThat([]act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}), labels: reflex.DoThat()})
		return e.undoText()
	case "when":
		if text := e.whenOf(s, p.Acts[0].Args.Text, ofCell(about)); text != "" {
			return text
		}
		return e.whenText(s, p.Acts[0].Args.Text)
	case "list":
		return (&asked{Scene: s}).list()
	case "source":
		if c := s.Cells[id]; c != nil {
			return fmt.Sprintf("The source of %s: cell cat %s shows it, cell edit %s opens it.", title(s.Doc.Cells[id], id), id, id)
		}
		return "Point at a cell, or: cell cat ID."
	case "why":
		if about.Cell == "" {
			about = r.At
		}
		return e.whyAny(s, p.Acts, about, sentence)
	}
	return fixed["nothing"]
}

// ofCell is what a question is about that names one cell, nothing where it names none.
func ofCell(t act.Target) []act.Target {
	if t.Cell == "" {
		return nil
	}
	return []act.Target{t}
}

// howText tells how something is said: as it was asked, when that is understood, or how all of that sort is.
func (e *Engine) howText(s *Scene, at act.Target, wish string) string {
	wish = strings.Trim(wish, " ?!.")
	p := e.parse(wish, e.reflexScene(s))
	about := s.howAbout(at, wish)
	if about != "" && reflex.Says("anyone", wish) != "" {
		return about // "a window" is none that stands here
	}
	switch {
	case p.Route() == reflex.Do:
		e.ask(&question{parse: doThat(p.Acts), labels: reflex.DoThat()})
		e.spokenOf(sole(p.Acts))
		return fmt.Sprintf("Say just that: %q. It would %s; \"undo\" takes it back.", wish, act.Wish(p.Acts, s.names(p.Acts)))
	case p.Route() == reflex.Ask && !p.Lost && p.Ask != nil && len(p.Ask.Choices) > 0:
		e.spokenOf(offered(p.Ask))
		if about != "" && onlyAbout(p.Ask, at) {
			return about
		}
		return fmt.Sprintf("Say just that: %q, with the name of the thing that you mean.", wish)
	case about != "":
		return about
	}
	return s.help(act.Target{})
}

// onlyAbout reports whether all that a question offers is about one thing, so that its name is no answer.
func onlyAbout(q *reflex.Question, at act.Target) bool {
	for _, c := range q.Choices {
		if of := sole(c.Acts); len(c.Acts) > 0 && of != at && of.Cell != "" && of.Cell != at.Cell {
			return false
		}
	}
	return true
}

// doThat is what may be said after it was told how something is said, to have it done. Nothing less is taken for that.
func doThat(acts []act.Act) *reflex.Question {
	q := &reflex.Question{Past: true}
	for _, label := range reflex.DoThat() {
		q.Choices = append(q.Choices, reflex.Choice{Label: label, Acts: acts})
	}
	return q
}

// help tells what may be said of a thing, or of the desktop.
func (s *Scene) help(about act.Target) string {
	id := tissue.CellID(about.Cell)
	if c := s.Cells[id]; c != nil {
		name := s.example(about)
		lines := []string{"make " + name + " bigger", "make " + name + " green"}
		if about.Node == "" || s.Node(id, about.Node) == nil {
			lines = append(lines, "move "+name+" to the top right")
		}
		for i, st := range c.Manifest.Styles {
			if i < 2 {
				lines = append(lines, "make the "+strings.ToLower(titleOf(s, id))+" "+st.said())
			}
		}
		return "You can say: \"" + strings.Join(lines, "\", \"") + "\", \"undo\"."
	}
	lines := []string{"dark mode", "tidy up", "undo"}
	for i, g := range s.Genes {
		if i < 3 {
			lines = append([]string{"add " + article(strings.ToLower(first(g.Title, g.Name)))}, lines...)
		}
	}
	return "You can say: \"" + strings.Join(lines, "\", \"") + "\". Point at something and say \"make this bigger\"."
}

// fellText tells of the newest change that was taken back because it turned out badly, if that is one of the last three.
func (e *Engine) fellText() string {
	entries, err := e.o.Store.History(3)
	if err != nil {
		return ""
	}
	for _, h := range entries {
		if h.Status == string(act.RolledBack) {
			_, why, _ := strings.Cut(h.Sentence, "\": ")
			return fmt.Sprintf("#%d was taken back, because of this: %s. All else is as it was before it.", h.Of, why)
		}
	}
	return ""
}

// whyAny says why one of several things is as it is, where a question names what several are called: those that can be pressed no
// more, else all of them, each once.
func (e *Engine) whyAny(s *Scene, acts []act.Act, about act.Target, sentence string) string {
	if len(acts) < 2 {
		return e.whyText(s, about, sentence)
	}
	pale := slices.DeleteFunc(slices.Clone(acts), func(a act.Act) bool {
		n := s.Node(tissue.CellID(a.Target.Cell), a.Target.Node)
		return n == nil || !n.Disabled
	})
	if len(pale) > 0 {
		acts = pale
	}
	var lines []string
	for _, a := range acts {
		if text := e.whyText(s, a.Target, sentence); !slices.Contains(lines, text) {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, " ")
}

// whyText tells why something is as it is: because it is dead, or a change failed or made it so, or it can do nothing now.
func (e *Engine) whyText(s *Scene, about act.Target, sentence string) string {
	id := tissue.CellID(about.Cell)
	var dead []string
	for _, other := range s.IDs() {
		if c := s.Cells[other]; c.Dead != "" && (id == "" || id == other) {
			dead = append(dead, title(s.Doc.Cells[other], other)+": "+c.Dead)
		}
	}
	if len(dead) == 0 {
		if text := e.fellText(); text != "" {
			return text
		}
		if n := s.Node(id, about.Node); n != nil && n.Disabled {
			return s.Called(about) + " is pale because it has nothing to do now: its own program says when."
		}
		if reflex.Says("fault", sentence) == "" {
			return first(e.changedBy(s, about, sentence), "No change in the history made it so: it is as its own program has it.")
		}
		return "Nothing is broken now. \"cell logs ID\" shows what a cell said."
	}
	return strings.Join(dead, "; ") + ". \"undo\" takes the last change back."
}
