package reflex

import (
	"math"
	"strings"

	"cellshell/evolve/act"
)

// opacity reads "30% see-through", "opacity 0.5", "make it transparent".
func (c *clause) opacity() {
	t := c.one("opaque")
	if t == nil {
		return
	}
	see := t.is("opaque", "0.7", "0.5")
	v := atof(t.value("opaque"))
	for i, n := range c.toks {
		if n.used || n.kind != number && !n.is("num") {
			continue
		}
		u := t0(c.toks, i+1)
		switch {
		case u != nil && u.is("unit", "percent"):
			u.used = true
			v = n.num / 100
		case n.num <= 1:
			v = n.num
		default:
			continue
		}
		if see || strings.HasPrefix(t.text, "transparen") {
			v = 1 - v
		}
		n.used = true
		break
	}
	if m := c.take("mult", "0.5"); m != nil {
		v = 0.5
	}
	if t.is("opaque", "keep") {
		if inc := c.take("inc"); inc != nil && v == 0 {
			v = map[string]float64{"more": 1, "less": 0.7}[inc.value("inc")]
		}
		if v == 0 {
			t.used = true
			c.p.ask = &Question{Text: "How opaque, in percent?"}
			return
		}
	}
	if neg := c.take("neg"); neg != nil && see {
		v = 1
	}
	if inc := c.take("inc"); inc != nil && inc.is("inc", "less") && see {
		v = 0.9
	}
	switch deg := c.degreeNear(c.at(t)); {
	case see && deg >= 2:
		v = 0.4
	case see && deg > 0:
		v = 0.85
	}
	t.used = true
	c.drop("part")
	if v < 0.05 {
		c.p.ask = &Question{Text: "That would make it invisible. Remove it, or how opaque in percent?"}
		return
	}
	c.add(act.Act{Intent: act.Opacity, Args: act.Args{Value: round(math.Min(1, v))}}, anything)
}

// borders reads "a red border", "thicker outline", "no border".
func (c *clause) borders() {
	t := c.one("part", "border")
	if t == nil {
		return
	}
	a := act.Act{Intent: act.Border, Args: act.Args{Pixels: 2}}
	i := c.at(t)
	t.used = true
	if neg := c.one("neg"); neg != nil && c.at(neg) < i {
		neg.used = true
		c.add(act.Act{Intent: act.Border, Args: act.Args{On: ptr(false)}}, anything)
		return
	}
	c.take("turn", "off")
	if px := c.pixels(false); px > 0 && px <= 40 {
		a.Args.Pixels = px
	}
	for _, o := range c.toks {
		switch {
		case o.used:
		case o.text == "thick" || o.text == "thicker" || o.is("dim", "bigger", "wider"):
			o.used, a.Args.Pixels = true, 4
		case o.text == "thin" || o.is("dim", "smaller", "narrower"):
			o.used, a.Args.Pixels = true, 1
		}
	}
	// The colour nearest to the border, unless it is another part's.
	if near := c.one("color"); near != nil {
		k := c.at(near)
		if k < i && i-k <= 3 || k > i && c.colorsFollowing(i) == 1 && !c.partBetween(i, k) {
			a.Args.Color = c.mixed()
		}
	}
	for _, o := range c.toks {
		if o.is("verb", "add", "show", "move", "paint") || o.text == "draw" {
			o.used = true
		}
	}
	c.add(a, anything)
}

func (c *clause) colorsFollowing(i int) int {
	n := 0
	for _, t := range c.toks[i:] {
		if t.is("color") && !t.used {
			n++
		}
	}
	return n
}

func (c *clause) partBetween(i, k int) bool {
	for _, t := range c.toks[i+1 : k] {
		if t.is("part") && !t.is("part", "color") {
			return true
		}
	}
	return false
}

// shapes reads corners and circles.
func (c *clause) shapes() {
	corners := c.one("part", "corners")
	t := c.one("shape")
	if t == nil && corners == nil {
		return
	}
	a := act.Act{Intent: act.Shape}
	neg := c.one("neg") != nil || c.verb("remove") != nil || c.one("turn", "off") != nil
	switch {
	case t == nil:
		px := c.pixels(true)
		if px == 0 && !neg {
			return
		}
		a.Args.Radius = ptr(math.Min(999, px))
	case t.is("shape", "circle"):
		a.Args.Circle = true
	case t.is("shape", "pill"):
		a.Args.Radius = ptr(999.0)
	case t.is("shape", "square"), neg:
		a.Args.Radius = ptr(0.0)
	default:
		r := 12.0
		switch deg := c.degreeNear(c.at(t)); {
		case deg >= 2:
			r = 24
		case deg > 0:
			r = 6
		}
		if inc := c.take("inc"); inc != nil && inc.is("inc", "less") {
			r = 4
		}
		if px := c.pixels(true); px > 0 {
			r = px
		}
		a.Args.Radius = ptr(math.Min(999, r))
	}
	if t != nil {
		t.used = true
	}
	if corners != nil {
		corners.used = true
	}
	if neg {
		c.drop("neg", "turn")
		for _, o := range c.toks {
			if o.is("verb", "remove") {
				o.used = true
			}
		}
	}
	c.drop("inc")
	for _, o := range c.toks {
		if o.is("verb", "add") || o.is("unit", "px") {
			o.used = true
		}
	}
	c.add(a, anything)
}

// spacing reads padding and gaps.
func (c *clause) spacing() {
	t := c.one("part", "padding", "gap")
	if t == nil {
		return
	}
	a := act.Act{Intent: act.Spacing, Args: act.Args{Part: t.value("part")}}
	t.used = true
	for _, o := range c.toks {
		if o.is("verb", "add", "move") {
			o.used = true
		}
	}
	if neg := c.take("neg"); neg != nil {
		a.Args.On = ptr(false)
		c.add(a, anything)
		return
	}
	inc := c.take("inc")
	dim := c.take("dim")
	if px := c.pixels(true); px > 0 && px <= 400 {
		a.Args.Pixels = px
		if inc != nil {
			a.Args.Pixels = 0
			inc.used = false
			t.used = false
			return
		}
		c.add(a, anything)
		return
	}
	switch {
	case inc != nil:
		a.Args.Factor = c.factor(inc)
	case dim != nil:
		a.Args.Factor = c.factor(dim)
	default:
		if f := c.share(); f > 0 {
			a.Args.Factor = within(f)
		} else if c.verb("add") != nil || c.verb("give") != nil {
			a.Args.Factor = 1.5
		} else {
			t.used = false
			return
		}
	}
	if a.Args.Part == "gap" && (len(c.p.s.Selection) > 1 && len(c.refs) == 0 || c.allRefs() && len(c.refs) > 0 || c.pluralRef()) {
		a = act.Act{Intent: act.Arrange, Args: act.Args{Factor: a.Args.Factor}}
		if c.allRefs() && len(c.refs) > 0 {
			c.ownAll()
			c.add(a, desktop)
			return
		}
		c.add(a, cells)
		return
	}
	c.add(a, anything)
}

func (c *clause) pluralRef() bool {
	for _, r := range c.refs {
		if r.plural || r.joined {
			return true
		}
	}
	return false
}

// lettering reads weight, slant, case, font, size and alignment of text.
func (c *clause) lettering() {
	yes, no := ptr(true), ptr(false)
	for {
		t := c.one("font")
		if t == nil {
			break
		}
		t.used = true
		a := act.Act{Intent: act.TextStyle}
		v := t.value("font")
		if i := c.at(t); i > 0 && c.toks[i-1].is("neg") && !c.toks[i-1].used || c.one("turn", "off") != nil || c.verb("remove") != nil {
			v = map[string]string{"bold": "normal", "italic": "noitalic", "underline": "nounderline", "upper": "", "lower": ""}[v]
			c.drop("turn", "neg")
			for _, o := range c.toks {
				if o.is("verb", "remove") {
					o.used = true
				}
			}
		}
		switch v {
		case "bold":
			a.Args.Weight = 700
		case "normal":
			a.Args.Weight = 400
		case "italic":
			a.Args.Italic = yes
		case "noitalic":
			a.Args.Italic = no
		case "underline":
			a.Args.Under = yes
		case "nounderline":
			a.Args.Under = no
		case "upper", "lower":
			a.Args.Case = v
		case "mono", "sans":
			a.Args.Font = v
		default:
			t.used = false
			return
		}
		c.take("part", "text", "font", "label", "title")
		c.add(a, anything)
	}
	part := c.one("part", "text", "label", "title", "font")
	if part == nil {
		return
	}
	if align := c.verb("center", "align"); align != nil || c.one("place", "center") != nil {
		to := "center"
		if d := c.one("dir", "left", "right"); d != nil {
			d.used = true
			to = map[string]string{"left": "start", "right": "end"}[d.value("dir")]
		}
		for _, o := range c.toks {
			if o == align || o.is("place", "center") {
				o.used = true
			}
		}
		part.used = true
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Align: to}}, anything)
		return
	}
	if c.hasAny("color", "tone", "light") {
		return
	}
	if !part.is("part", "font") && c.one("prop", "size") == nil && c.pixelsAhead() == 0 {
		return
	}
	if c.hasAny("dim", "inc", "mult") {
		return
	}
	for _, u := range c.toks {
		if u.is("unit", "percent", "times") {
			return
		}
	}
	if size := c.pixels(true); size >= 4 && size <= 400 {
		part.used = true
		c.take("prop", "size")
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Size: size}}, anything)
	}
}
