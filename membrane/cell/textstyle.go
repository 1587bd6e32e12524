package cell

import "cellshell/membrane/ui"

// Size of the text or icon, logical pixels.
func (n Node) Size(px float64) Node {
	return n.number(within(px, 1, 2000), func(p *place, m *mark) { p.Style.Size = &m.number })
}

// Bold is Weight(700).
func (n Node) Bold() Node { return n.Weight(700) }

// Weight of the text: 400 regular, 500 medium, 600 semibold, 700 bold.
func (n Node) Weight(weight float64) Node {
	return n.number(within(weight, 100, 900), func(p *place, m *mark) { p.Style.Weight = &m.number })
}

// Italic slants the text.
func (n Node) Italic() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Italic = &yes })
}

// Mono uses the font whose characters are equally wide.
func (n Node) Mono() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Font = "mono" })
}

// LetterSpacing is the room added between letters, as a multiple of the font size, -0.1 to 1.
func (n Node) LetterSpacing(em float64) Node {
	return n.number(within(em, ui.MinLetterSpacing, ui.MaxLetterSpacing), func(p *place, m *mark) { p.Style.LetterSpacing = &m.number })
}

// LineHeight is how far it is from line to line, as a multiple of the font size, 0.8 to 4.
func (n Node) LineHeight(times float64) Node {
	return n.number(within(times, ui.MinLineHeight, ui.MaxLineHeight), func(p *place, m *mark) { p.Style.LineHeight = &m.number })
}

// TextAlign places lines of text: "start", "center" or "end".
func (n Node) TextAlign(how string) Node {
	return n.says(how, func(p *place, m *mark) { p.Style.TextAlign = m.text })
}

// Lines shows at most so many lines, then an ellipsis; with 1 the text never wraps.
func (n Node) Lines(most int) Node {
	if most < 0 {
		most = 0
	}
	return n.is(func(p *place, _ *mark) { p.Style.Lines = &most })
}

// Upper shows the text in capitals.
func (n Node) Upper() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Case = "upper" })
}

// Lower shows the text in small letters.
func (n Node) Lower() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Case = "lower" })
}

// Underline draws a line below the text.
func (n Node) Underline() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Underline = &yes })
}

// Strike draws a line through the text.
func (n Node) Strike() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Strike = &yes })
}

// Tabular makes all digits equally wide, so that changing numbers stand still.
func (n Node) Tabular() Node {
	return n.is(func(p *place, _ *mark) { p.Style.Tabular = &yes })
}
