package ui

import (
	"fmt"
	"slices"
	"strings"
)

// problem says what is wrong with the style, or "".
func (s *Style) problem() string {
	for _, f := range []struct {
		name     string
		value    *float64
		min, max float64
	}{
		{"width", s.Width, 0, MaxNumber},
		{"height", s.Height, 0, MaxNumber},
		{"min_width", s.MinWidth, 0, MaxNumber},
		{"min_height", s.MinHeight, 0, MaxNumber},
		{"max_width", s.MaxWidth, 0, MaxNumber},
		{"max_height", s.MaxHeight, 0, MaxNumber},
		{"grow", s.Grow, 0, MaxNumber},
		{"scale", s.Scale, 0.1, 10},
		{"offset_x", s.OffsetX, -MaxNumber, MaxNumber},
		{"offset_y", s.OffsetY, -MaxNumber, MaxNumber},
		{"padding", s.Padding, 0, MaxNumber},
		{"pad_x", s.PadX, 0, MaxNumber},
		{"pad_y", s.PadY, 0, MaxNumber},
		{"gap", s.Gap, 0, MaxNumber},
		{"size", s.Size, 1, 2000},
		{"weight", s.Weight, 100, 900},
		{"letter_spacing", s.LetterSpacing, MinLetterSpacing, MaxLetterSpacing},
		{"line_height", s.LineHeight, MinLineHeight, MaxLineHeight},
		{"border_width", s.BorderWidth, 0, 1000},
		{"radius", s.Radius, 0, MaxNumber},
		{"opacity", s.Opacity, 0, 1},
		{"shadow", s.Shadow, 0, 3},
	} {
		if f.value != nil && !(*f.value >= f.min && *f.value <= f.max) { // so NaN is refused too
			return fmt.Sprintf("%s %g is not within %g to %g", f.name, *f.value, f.min, f.max)
		}
	}
	if s.Lines != nil && (*s.Lines < 0 || *s.Lines > MaxNumber) {
		return fmt.Sprintf("lines %d is not within 0 to %d", *s.Lines, MaxNumber)
	}
	for _, f := range []struct{ name, value string }{
		{"color", s.Color},
		{"background", s.Background},
		{"accent", s.Accent},
		{"border", s.Border},
	} {
		if p := colorProblem(f.name, f.value); p != "" {
			return p
		}
	}
	for _, f := range []struct {
		name, value string
		words       []string
	}{
		{"align", s.Align, Aligns},
		{"justify", s.Justify, Justifies},
		{"font", s.Font, Fonts},
		{"text_align", s.TextAlign, TextAligns},
		{"case", s.Case, Cases},
		{"variant", s.Variant, Variants},
	} {
		if p := wordProblem(f.name, f.value, f.words); p != "" {
			return p
		}
	}
	return ""
}

func colorProblem(name, value string) string {
	if value == "" || ValidColor(value) {
		return ""
	}
	return fmt.Sprintf("%s %q is neither #rrggbb nor one of %s", name, short(value), strings.Join(Roles, ", "))
}

func wordProblem(name, value string, words []string) string {
	if value == "" || slices.Contains(words, value) {
		return ""
	}
	return fmt.Sprintf("%s %q is none of %s", name, short(value), strings.Join(words, ", "))
}

// short keeps a hostile value from filling the log.
func short(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
