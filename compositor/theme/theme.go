package theme

import "cellshell/gpu/paint"

// DefaultAccent is the hue of the role accent where nobody chose one.
const DefaultAccent = "blue"

// Theme resolves colours. It is a small value, does not change, and may be shared.
type Theme struct {
	Dark, High bool
	Accent     paint.Color
	fill       paint.Color // the accent as a ground
	p          palette
}

// New makes a theme: mode is dark (also for "") or light, accent a hue or #rrggbb ("" the default), contrast "" or high.
func New(mode, accent, contrast string) Theme {
	t := Theme{Dark: mode != "light", High: contrast == "high", p: dark}
	if !t.Dark {
		t.p = light
	}
	if t.High {
		t.p = highContrast(t.p, t.Dark)
	}
	return t.WithAccent(DefaultAccent).WithAccent(accent)
}

// WithAccent is the theme with another meaning of the role accent; itself for "" or what is no colour.
func (t Theme) WithAccent(accent string) Theme {
	if accent == "" || accent == "accent" {
		return t
	}
	if c, ok := t.Color(accent); ok {
		t.Accent = c
		t.fill, _ = t.Fill(accent)
	}
	return t
}

// Color resolves a role, a hue or #rrggbb[aa]; false for anything else.
func (t Theme) Color(role string) (paint.Color, bool) {
	switch role {
	case "":
		return paint.Color{}, false
	case "text":
		return t.p.text, true
	case "muted":
		return t.p.muted, true
	case "surface":
		return t.p.surface, true
	case "raised":
		return t.p.raised, true
	case "sunken":
		return t.p.sunken, true
	case "outline":
		return t.p.outline, true
	case "accent":
		return t.Accent, true
	case "on-accent":
		return On(t.fill), true
	case "success":
		return t.p.hues["green"], true
	case "warning":
		return t.p.hues["orange"], true
	case "danger":
		return t.p.hues["red"], true
	case "transparent":
		return paint.Color{}, true
	case "black":
		return rgb(0x0d1018), true
	case "white":
		return rgb(0xffffff), true
	}
	if c, ok := t.p.hues[role]; ok {
		return c, true
	}
	return Parse(role)
}

// Fill resolves as Color does, for what is painted and not written: grounds and borders. In the light theme some hues are
// brighter there.
func (t Theme) Fill(role string) (paint.Color, bool) {
	if role == "accent" {
		return t.fill, true
	}
	if c, ok := t.p.fills[role]; ok {
		return c, true
	}
	return t.Color(role)
}

// Or resolves a colour, or gives another when it is not said.
func (t Theme) Or(role, other string) paint.Color {
	if c, ok := t.Color(role); ok {
		return c
	}
	c, _ := t.Color(other)
	return c
}

// Shadow is the colour of shadows.
func (t Theme) Shadow() paint.Color { return t.p.shadow }
