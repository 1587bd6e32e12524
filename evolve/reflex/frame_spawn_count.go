package reflex

// countedBehind reads how many shall be added where Japanese and Chinese may say it, behind the thing: 時計を二つ出して.
func (c *clause) countedBehind(verb *token) {
	if verb == nil || len(c.refs) != 1 || !c.refs[0].cell() || c.refs[0].count > 0 {
		return
	}
	for i := c.refs[0].to; i < len(c.toks); i++ {
		t := c.toks[i]
		next := t0(c.toks, i+1)
		if t.used || !t.counts() || t.num < 1 || t.num > 20 || next != nil && (next.is("unit") || next.kind == number) || !wideScript(c.toks[i].text) && (next == nil || !wideScript(next.text)) {
			continue
		}
		c.refs[0].count, t.used = int(t.num), true
		if next != nil && next.is("det", "a") {
			next.used = true
		}
		return
	}
}
