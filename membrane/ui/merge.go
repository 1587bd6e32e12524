package ui

// Merge returns the style s with every field that over says replaced by what it says. Nothing is shared with s or over.
func (s Style) Merge(over Style) Style {
	return Style{
		Width:     pick(s.Width, over.Width),
		Height:    pick(s.Height, over.Height),
		MinWidth:  pick(s.MinWidth, over.MinWidth),
		MinHeight: pick(s.MinHeight, over.MinHeight),
		MaxWidth:  pick(s.MaxWidth, over.MaxWidth),
		MaxHeight: pick(s.MaxHeight, over.MaxHeight),
		Grow:      pick(s.Grow, over.Grow),
		Scale:     pick(s.Scale, over.Scale),
		OffsetX:   pick(s.OffsetX, over.OffsetX),
		OffsetY:   pick(s.OffsetY, over.OffsetY),
		Padding:   pick(s.Padding, over.Padding),
		PadX:      pick(s.PadX, over.PadX),
		PadY:      pick(s.PadY, over.PadY),
		Gap:       pick(s.Gap, over.Gap),
		Align:     pickWord(s.Align, over.Align),
		Justify:   pickWord(s.Justify, over.Justify),
		Size:      pick(s.Size, over.Size),
		Weight:    pick(s.Weight, over.Weight),
		Italic:    pick(s.Italic, over.Italic),
		Font:      pickWord(s.Font, over.Font),
		TextAlign: pickWord(s.TextAlign, over.TextAlign),
		Lines:     pick(s.Lines, over.Lines),
		Case:      pickWord(s.Case, over.Case),
		Underline: pick(s.Underline, over.Underline),
		Strike:    pick(s.Strike, over.Strike),
		Tabular:   pick(s.Tabular, over.Tabular),

		LetterSpacing: pick(s.LetterSpacing, over.LetterSpacing),
		LineHeight:    pick(s.LineHeight, over.LineHeight),

		Color:       pickWord(s.Color, over.Color),
		Background:  pickWord(s.Background, over.Background),
		Accent:      pickWord(s.Accent, over.Accent),
		Border:      pickWord(s.Border, over.Border),
		BorderWidth: pick(s.BorderWidth, over.BorderWidth),
		Radius:      pick(s.Radius, over.Radius),
		Opacity:     pick(s.Opacity, over.Opacity),
		Shadow:      pick(s.Shadow, over.Shadow),
		Variant:     pickWord(s.Variant, over.Variant),
	}
}

func pick[T any](under, over *T) *T {
	if over == nil {
		over = under
	}
	if over == nil {
		return nil
	}
	v := *over
	return &v
}

func pickWord(under, over string) string {
	if over != "" {
		return over
	}
	return under
}
