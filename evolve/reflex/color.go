package reflex

import (
	"fmt"

	"cellshell/evolve/act"
)

// hues are the colours that a theme tunes for light and dark, as plain RGB for mixing.
var hues = map[string][3]uint8{
	"red": {229, 57, 53}, "orange": {251, 140, 0}, "yellow": {253, 216, 53}, "green": {67, 160, 71}, "teal": {0, 150, 136},
	"cyan": {0, 188, 212}, "blue": {30, 136, 229}, "indigo": {63, 81, 181}, "purple": {142, 36, 170}, "pink": {236, 64, 122},
	"brown": {121, 85, 72}, "gray": {144, 144, 144}, "black": {0, 0, 0}, "white": {255, 255, 255},
}

// rgb is a colour, a hue or #rrggbb, in its parts.
func rgb(c string) ([3]uint8, bool) {
	if v, ok := hues[c]; ok {
		return v, true
	}
	var v [3]uint8
	if len(c) != 7 || c[0] != '#' {
		return v, false
	}
	_, err := fmt.Sscanf(c[1:], "%02x%02x%02x", &v[0], &v[1], &v[2])
	return v, err == nil
}

// mix leans a colour towards a tone: "reddish purple".
func mix(color, tone string) string {
	a, ok1 := rgb(color)
	b, ok2 := rgb(tone)
	if !ok1 || !ok2 {
		return color
	}
	for i := range a {
		a[i] = uint8((int(a[i])*2 + int(b[i])) / 3)
	}
	return hexOf(a)
}

func hexOf(c [3]uint8) string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// mixed takes the clause's next colour with its tone and shade; "" when there is none.
func (c *clause) mixed() string {
	t := c.one("color")
	tone := c.one("tone")
	if t == nil && tone == nil {
		return ""
	}
	if t == nil {
		tone.used = true
		return tone.value("tone")
	}
	t.used = true
	color := shaded(t0(c.toks, c.at(t)+1), t.value("color"))
	if prev := t0(c.toks, c.at(t)-1); prev != nil && !prev.used {
		switch {
		case prev.is("tone"):
			prev.used = true
			color = mix(color, prev.value("tone"))
		case prev.is("shade", "light"):
			prev.used = true
			color = mix(color, "white")
		case prev.is("shade", "dark"):
			prev.used = true
			color = mix(color, "black")
		case prev.is("plain"), prev.is("deg"):
			prev.used = true
		}
		if prev.used {
			if far := t0(c.toks, c.at(prev)-1); far != nil && !far.used && (far.is("plain") || far.is("deg")) {
				far.used = true // "a nice dark red"
			}
		}
	}
	return color
}

// colors reads colours and what of the target gets them.
func (c *clause) colors() {
	c.likeColors()
	c.pair()
	for c.one("color") != nil || c.one("tone") != nil {
		t := c.one("color")
		if t == nil {
			t = c.one("tone")
		}
		i := c.at(t)
		part := c.partNear(i)
		if part == "" && c.aboutLetters() {
			part = "text"
		}
		color := c.mixed()
		if next := c.one("color"); next != nil && c.at(next) == i+1 && part == "" {
			c.p.ask = &Question{Text: "One colour or two? Say which part gets which."}
			return
		}
		a := act.Act{Intent: act.Recolor, Args: act.Args{Color: color, Part: part}}
		if part == "border" {
			a = act.Act{Intent: act.Border, Args: act.Args{Color: color, Pixels: 2}}
		}
		c.add(a, anything)
	}
	if t := c.one("light"); t != nil {
		t.used = true
		by := map[string]float64{"lighter": 0.15, "darker": -0.15}[t.value("light")]
		if share := c.amount(true); share > 1 && share < 2 {
			by *= (share - 1) / 0.15
		} else if d := c.degree(); d > 0 {
			by *= map[bool]float64{true: 2, false: 0.667}[d >= 2]
		}
		part := c.partNear(c.at(t))
		if part == "" {
			part = c.partLast()
		}
		if n := len(c.drafts); n > 0 && c.drafts[n-1].Intent == act.Recolor {
			c.drafts[n-1].Args.Lighten = round(by)
		} else {
			c.add(act.Act{Intent: act.Recolor, Args: act.Args{Lighten: round(by), Part: part}}, anything)
		}
	}
	if t := c.one("complaint", "darker", "lighter"); t != nil {
		t.used = true
		for _, r := range c.refs {
			if r.head == "all" || r.head == "cellkind" && r.value == "desk" {
				r.own = true
				mode := map[string]string{"darker": "dark", "lighter": "light"}[t.value("complaint")]
				c.add(act.Act{Intent: act.Theme, Args: act.Args{Mode: mode}}, desktop)
				return // "everything is too bright"
			}
		}
		by := map[string]float64{"lighter": 0.15, "darker": -0.15}[t.value("complaint")]
		part := c.partNear(c.at(t))
		if part == "" {
			part = c.partLast()
		}
		if part == "" && listed("ground", t.text) != "" {
			part = "background"
		}
		c.add(act.Act{Intent: act.Recolor, Args: act.Args{Lighten: by, Part: part}}, anything)
	}
	if len(c.drafts) > 0 {
		for _, v := range c.toks {
			if v.is("part", "color") || v.is("verb", "paint") {
				v.used = true
			}
		}
	}
}

// contrast asks what "more contrast" should mean: a theme, or other colours.
func (c *clause) contrast() bool {
	t := c.one("part", "contrast")
	if t == nil {
		return false
	}
	less := c.one("inc", "less") != nil || c.one("dim", "smaller") != nil
	for _, o := range c.toks {
		if o.isAny("inc", "part", "dim", "verb", "deg", "between") || o.is("complaint", "low") {
			o.used = true
		}
	}
	if s := c.p.s; !less && (len(c.refs) > 0 && !c.allRefs() || len(c.refs) == 0 && s.Point != nil && s.Point.Cell != "") {
		c.add(act.Act{Intent: act.Recolor, Args: act.Args{Contrast: "high"}}, anything)
		return true
	}
	c.p.ask = &Question{Text: "More contrast everywhere, or other colours here?", Choices: []Choice{
		{Label: "High contrast everywhere", Acts: []act.Act{{Intent: act.Theme, Args: act.Args{Contrast: "high"}}}},
		{Label: "I name the colours"},
	}}
	return true
}
