package reflex

import "cellshell/evolve/act"

// unsafe refuses what is not safe. Whoever only asks whether something here could do it is told that it cannot.
func (p *parser) unsafe(what string, toks []*token) {
	why := refusals[what]
	if !p.wonders(toks) {
		p.result.Refuse, p.result.Conf = why, 1
		return
	}
	switch what {
	case "security":
		p.plain("security", act.Help, "")
	case "secret":
		p.result.Answer, p.result.Conf, p.result.Acts = "question", 1, []act.Act{{Intent: act.Query, Args: act.Args{Part: "private", Text: p.sentence}}}
	default:
		p.plain("unsafe", act.Help, "No: "+why)
	}
}

// wonders reports whether somebody asks what something else can do, or how it is, and asks nobody to do it: "can cells see my files?",
// not "can you open my files?".
func (p *parser) wonders(toks []*token) bool {
	i := 0
	for i < len(toks)-1 && (toks[i].leads() || listed("mightit", toks[i].text) == "" && p.comma(toks, i)) {
		i++
	}
	next := t0(toks, i+1)
	return listed("mightit", toks[i].text) != "" && next != nil && listed("asksme", next.text) == ""
}

// comma reports whether a pause comes behind token i, or somewhere behind it before a question begins: "I'm worried, can it …".
func (p *parser) comma(toks []*token, i int) bool {
	for ; i+1 < len(toks); i++ {
		if toks[i].kind == mark {
			return listed("mightit", toks[i+1].text) != ""
		}
	}
	return false
}
