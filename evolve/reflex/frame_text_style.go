package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// lettering reads weight, slant, case, font, size and alignment of text.
func (c *clause) lettering() {
	yes, no := ptr(true), ptr(false)
	c.stroke()
	c.alignedText()
	for {
		t := c.one("font")
		if t == nil {
			c.sized()
			break
		}
		t.used = true
		a := act.Act{Intent: act.TextStyle}
		v := t.value("font")
		if i := c.at(t); i > 0 && c.toks[i-1].is("neg") && !c.toks[i-1].used || c.one("turn", "off") != nil || c.verb("remove") != nil || c.complainsOf(t) {
			if not, ok := map[string]string{"bold": "normal", "italic": "noitalic", "underline": "nounderline", "strike": "nostrike", "upper": "", "lower": ""}[v]; ok {
				v = not
			}
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
		case "strike":
			a.Args.Strike = yes
		case "nostrike":
			a.Args.Strike = no
		case "upper", "lower":
			a.Args.Case = v
		case "mono", "sans":
			a.Args.Font = v
		case "none":
			c.noFont(strings.TrimSuffix(t.text, " font"))
			return
		default:
			if a.Args.Weight = atof(v); a.Args.Weight == 0 {
				t.used = false
				return
			}
		}
		font := c.take("part", "text", "font", "label", "title")
		for c.take("part", "font", "weight") != nil { // "change the font to a typewriter font"
		}
		if a.Args.Weight > 0 {
			c.take("inc") // "reduce the weight to regular"
		}
		if font != nil && font.is("part", "font") && len(c.drafts) == 0 {
			if size := c.pixels(true); size >= 4 && size <= 400 { // "font mono 14"
				a.Args.Size = size
			}
		}
		c.add(a, anything)
	}
	if part := c.one("part", "weight"); part != nil {
		w := c.pixels(true)
		for _, o := range c.toks {
			if !o.used && w == 0 && listed("usual", o.text) != "" {
				o.used, w = true, 400
			}
		}
		if w >= 100 && w <= 900 {
			part.used = true
			c.take("inc")
			c.take("part", "title", "text", "label", "font")
			for _, o := range c.toks {
				o.used = o.used || o.is("verb", "remove", "move")
			}
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Weight: w}}, anything)
		} else if inc := c.take("inc", "more", "less"); inc != nil {
			part.used = true
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Weight: map[string]float64{"more": 700, "less": 400}[inc.value("inc")]}}, anything)
		}
		return
	}
	part := c.one("part", "text", "label", "title", "font")
	if part == nil {
		return
	}
	if align := c.verb("center", "align"); align != nil || c.one("place", "center") != nil || c.one("level", "middle") != nil {
		to := "center"
		if d := c.one("dir", "left", "right"); d != nil {
			d.used = true
			to = map[string]string{"left": "start", "right": "end"}[d.value("dir")]
		}
		for _, o := range c.toks {
			if o == align || o.is("place", "center") || o.is("level", "middle") {
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

// complainsOf reports whether a clause says of what a token means that it is too much: "the bold was too much".
func (c *clause) complainsOf(t *token) bool {
	much := c.one("inc", "less")
	return much != nil && listed("toomuch", much.text) != "" && some(c.toks, "be") && c.at(much) > c.at(t)
}
