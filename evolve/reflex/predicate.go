package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// predicate reads what is found wrong with a thing's size without a "too": "the keys are tiny", "this is very small". What
// nobody can read shall be bigger; of all else the user is asked. It reports whether the sentence is a wish then.
func (p *parser) predicate(toks []*token) bool {
	be, n := -1, len(toks)
	for n > 0 && (toks[n-1].kind == mark || toks[n-1].is("fill") || toks[n-1].is("even")) {
		n--
	}
	for i, t := range toks[:n] {
		switch {
		case be > 0 && listed("rather", t.text) != "":
		case t.is("be") && be < 0 && i > 0:
			be = i
		case t.isAny("neg", "q", "verb") && !t.isAny("kind", "gene", "part"), t.is("prep", "than"), t.is("aux"), t.is("inc"), t.is("fill", "ask"), t.is("stmt") && !t.is("plain"), t.kind == mark:
			return false
		}
	}
	if be > 0 && n >= be+2 && toks[n-1].is("thick") && !comparison(toks[n-1]) && some(toks[:be], "part", "text", "font", "label", "title") {
		return p.found(toks[be+1:n], map[bool]string{true: "700", false: "400"}[atof(toks[n-1].value("thick")) < 2])
	}
	if be < 1 || n < be+2 || !toks[n-1].is("dim", "bigger", "smaller") || comparison(toks[n-1]) {
		return false
	}
	very := toks[n-1].is("strong")
	for _, t := range toks[be+1 : n-1] {
		rather := listed("rather", t.text) != "" // said of what is found too small, where manners forbid "too"
		if !t.is("deg") && !t.is("fill") && !rather {
			return false
		}
		very = very || rather || t.is("deg", "very", "2")
		if t.is("deg") || rather {
			t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		}
	}
	size := toks[n-1]
	small := size.is("dim", "smaller")
	size.senses = []sense{{class: "complaint", value: map[bool]string{true: "bigger", false: "smaller"}[small], lang: "en"}}
	if !small || !very {
		p.offer = map[bool]string{true: "Shall it be bigger?", false: "Shall it be smaller?"}[small]
	}
	return true
}

// found turns what is found of letters, "a bit thin", into the weight that they shall have instead, which is asked about.
func (p *parser) found(toks []*token, weight string) bool {
	for _, t := range toks[:len(toks)-1] {
		if !t.is("deg") && !t.is("fill") && listed("rather", t.text) == "" {
			return false
		}
		t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
	}
	toks[len(toks)-1].senses = []sense{{class: "stroke", value: weight, lang: "en"}}
	p.offer = map[string]string{"700": "Shall it be bolder?", "400": "Shall it be thinner?"}[weight]
	return true
}

// comparison reports whether a size is compared with another: "bigger", "plus petit".
func comparison(t *token) bool {
	first, _, _ := strings.Cut(t.text, " ")
	return strings.HasSuffix(t.text, "er") || listed("compares", first) != ""
}

// offered turns what was understood of a remark into a question.
func (p *parser) offered() bool {
	if p.offer == "" || len(p.acts) == 0 {
		return false
	}
	p.result.Ask = &Question{Text: p.offer, Choices: []Choice{{Label: "Yes", Acts: p.acts}, {Label: "Leave it"}}}
	p.result.Conf = 0.5
	return true
}

// disused asks about a thing of which somebody says that they have no use for it: "I never look at the seconds".
func (p *parser) disused(toks []*token) bool {
	i := -1
	for k, t := range toks {
		switch {
		case t.is("stmt", "disused"), t.text == "want" && k > 0 && toks[k-1].is("neg"):
			i = k
		case i >= 0 && t.kind == mark && k > i+1:
			return p.removable(p.dislocated(toks[:k], i))
		case t.isAny("verb", "complaint", "theme", "aux") && !t.is("gene") && !t.is("verb", "want"):
			return false
		}
	}
	return i >= 0 && i+1 < len(toks) && p.removable(p.dislocated(toks, i))
}

// dislocated are the tokens that name what nobody needs: those behind the verb at i, or what was named before a pause where
// they only point back at it, "the counter, I don't need that".
func (p *parser) dislocated(toks []*token, i int) []*token {
	c := &clause{p: p, toks: toks[i+1:]}
	c.find()
	bare := len(c.refs) == 1 && c.refs[0].bare()
	if c.forget(); !bare {
		return toks[i+1:]
	}
	for k := i; k > 0; k-- {
		if toks[k].kind != mark {
			continue
		}
		named := &clause{p: p, toks: toks[:k]}
		named.find()
		some := named.named()
		if named.forget(); some {
			return toks[:k]
		}
	}
	return toks[i+1:]
}

// removable asks whether what the tokens name shall go.
func (p *parser) removable(toks []*token) bool {
	c := &clause{p: p, toks: append([]*token{{kind: letters, text: "remove", senses: []sense{{class: "verb", value: "remove", lang: "en"}}}}, toks...)}
	c.find()
	if len(c.refs) == 0 && !c.hasAny("style", "gstyle") {
		return false
	}
	c.read()
	if c.failed || p.ask != nil || len(c.left()) > 0 {
		c.forget()
		p.ask = nil
		return false
	}
	if c.bind(); p.open != nil || p.ask != nil || len(p.acts) == 0 {
		return p.open != nil
	}
	if p.confirm = false; p.acts[0].Intent == act.Style && some(p.toks, "neg") && !some(p.toks, "stmt", "disused") {
		p.merge()
		p.result.Acts, p.result.Conf = p.acts, 0.9 // "I don't want the seconds" is a wish
		return true
	}
	if p.offer = "Shall it go?"; p.acts[0].Intent == act.Remove {
		p.offer = "Remove " + p.listed() + "?"
	}
	return p.offered()
}
