package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// mood asks which colour is meant by "something earthy", "a cheerful accent": a word that fits many.
func (c *clause) mood(t *token) bool {
	list := listed("mood", t.text)
	some := listed("something", t0text(c.toks, c.at(t)-1)) != ""
	accent := c.one("part", "accent") != nil && len(c.refs) == 0
	if list == "" || !some && !accent {
		return false
	}
	targets := []act.Target{{}}
	if !accent && !c.undirected() {
		set, ok := c.subject()
		if !ok {
			return true
		}
		targets = set
	}
	part := c.partNear(c.at(t))
	c.takeAll()
	q := &Question{Text: "Which of these colours?"}
	for _, color := range strings.Fields(list) {
		choice := Choice{Label: strings.ReplaceAll(color, "-", " ")}
		for _, target := range targets {
			a := act.Act{Intent: act.Recolor, Target: target, Args: act.Args{Color: colorNamed(choice.Label), Part: part}}
			if target.Cell == "" {
				a.Intent, a.Args.Part = act.Theme, ""
			}
			choice.Acts = append(choice.Acts, a)
		}
		q.Choices = append(q.Choices, choice)
	}
	c.p.ask = q
	return true
}

// t0text is what token i says, "" where there is none.
func t0text(toks []*token, i int) string {
	if t := t0(toks, i); t != nil {
		return t.text
	}
	return ""
}

// colorNamed is the colour that goes by a name.
func colorNamed(name string) string {
	senses, _ := loadLexicon().longest(split(name))
	for _, s := range senses {
		if s.class == "color" {
			return s.value
		}
	}
	return name
}
