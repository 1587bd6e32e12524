package reflex

import "strings"

// rewritten reports whether the words before token i name a label or its text, and those behind it are the new one, as
// Chinese has it: 把取消改成返回, 按钮的文字换成返回.
func (p *parser) rewritten(c *clause, i int) bool {
	if listed("relabels", p.toks[i].text) == "" || i+1 >= len(p.toks) || !p.words(p.toks[i+1:]) {
		return false
	}
	return c.ofLabel(i)
}

// ofLabel reports whether the tokens before i name a label, or say that the text of something is meant.
func (c *clause) ofLabel(i int) bool {
	for j := range i {
		if r, _ := c.np(j); r != nil && r.head == "label" || c.toks[j].is("part", "text", "label", "title") {
			return true
		}
	}
	return false
}

// words reports whether tokens can be the words of a label, for they mean nothing that a thing can be made.
func (p *parser) words(toks []*token) bool {
	if len(toks) == 0 || some(toks, "part") || p.property(toks) {
		return false
	}
	if len(loadLexicon().aliases(p.typed(toks))) > 0 {
		return true
	}
	for _, t := range toks {
		if t.kind == quoted || t.kind == mark || t.isAny(proper...) || t.isAny("part", "verb", "gene", "name", "kind") {
			return false
		}
	}
	return true
}

// between sets the new words of a label aside where Japanese has them, before the verb: メモの名前を買い物に変更して.
func (p *parser) between() bool {
	c := &clause{p: p, toks: p.toks}
	for j, t := range p.toks {
		if j > 1 && t.is("verb", "rename", "say") && (strings.HasPrefix(t.text, "と") || strings.HasPrefix(t.text, "って")) && p.quotation(j) {
			return true
		}
	}
	for k, t := range p.toks {
		if t.text != "を" || !c.ofLabel(k) {
			continue
		}
		for j := len(p.toks) - 1; j > k+1; j-- {
			if !strings.HasPrefix(p.toks[j].text, "に") {
				if p.toks[j].is("verb", "make") || p.toks[j].is("fill") || p.toks[j].kind == mark {
					continue
				}
				break
			}
			if !p.words(p.toks[k+1 : j]) {
				return false
			}
			p.setAside(k+1, j, p.typed(p.toks[k+1:j]))
			return true
		}
	}
	return false
}

// quotation sets the text before the verb at token j aside: これをキッチンと呼んで, ボタンにOKと書いて.
func (p *parser) quotation(j int) bool {
	for k := j - 2; k > 0; k-- {
		if s := p.toks[k].text; s != "を" && s != "に" && s != "は" && s != "には" {
			continue
		}
		if p.toks[k+1].kind == quoted {
			return false
		}
		p.setAside(k+1, j, p.typed(p.toks[k+1:j]))
		return true
	}
	return false
}
