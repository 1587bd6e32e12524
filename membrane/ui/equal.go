package ui

import (
	"bytes"
	"slices"
)

// Equal reports whether both trees say the same. IDs are derived, so they are not compared.
func (n *Node) Equal(o *Node) bool {
	if n == nil || o == nil {
		return n == o
	}
	return n.EqualAlone(o) && slices.EqualFunc(n.Children, o.Children, (*Node).Equal)
}

// EqualAlone reports whether both nodes say the same, whatever their children are.
func (n *Node) EqualAlone(o *Node) bool {
	return n.Kind == o.Kind && n.Key == o.Key && n.Text == o.Text && n.Style.Equal(o.Style) &&
		n.Source == o.Source && slices.Equal(n.Via, o.Via) && slices.Equal(n.Events, o.Events) &&
		n.Value == o.Value && n.Min == o.Min && n.Max == o.Max && n.Step == o.Step &&
		n.Placeholder == o.Placeholder && n.Disabled == o.Disabled && n.Tooltip == o.Tooltip &&
		n.Seq == o.Seq && n.Columns == o.Columns && n.Icon == o.Icon && n.Box == o.Box &&
		slices.EqualFunc(n.Series, o.Series, equalSeries) &&
		slices.EqualFunc(n.Paint, o.Paint, equalPaint) && bytes.Equal(n.Data, o.Data) && n.Shader.Equal(o.Shader)
}

func equalSeries(a, b Series) bool {
	return a.Name == b.Name && a.Color == b.Color && slices.Equal(a.Values, b.Values)
}

func equalPaint(a, b Paint) bool {
	return a.Op == b.Op && slices.Equal(a.At, b.At) && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width &&
		a.Radius == b.Radius && a.Text == b.Text && a.Size == b.Size && a.Align == b.Align && a.Bold == b.Bold && a.Cap == b.Cap
}

// Equal reports whether both styles say the same.
func (s Style) Equal(o Style) bool {
	return same(s.Width, o.Width) && same(s.Height, o.Height) && same(s.MinWidth, o.MinWidth) &&
		same(s.MinHeight, o.MinHeight) && same(s.MaxWidth, o.MaxWidth) && same(s.MaxHeight, o.MaxHeight) &&
		same(s.Grow, o.Grow) && same(s.Scale, o.Scale) && same(s.OffsetX, o.OffsetX) && same(s.OffsetY, o.OffsetY) &&
		same(s.Padding, o.Padding) && same(s.PadX, o.PadX) && same(s.PadY, o.PadY) && same(s.Gap, o.Gap) &&
		s.Align == o.Align && s.Justify == o.Justify &&
		same(s.Size, o.Size) && same(s.Weight, o.Weight) && same(s.Italic, o.Italic) && s.Font == o.Font &&
		s.TextAlign == o.TextAlign && same(s.Lines, o.Lines) && s.Case == o.Case && same(s.Underline, o.Underline) &&
		same(s.Strike, o.Strike) && same(s.Tabular, o.Tabular) &&
		same(s.LetterSpacing, o.LetterSpacing) && same(s.LineHeight, o.LineHeight) &&
		s.Color == o.Color && s.Background == o.Background && s.Accent == o.Accent && s.Border == o.Border &&
		same(s.BorderWidth, o.BorderWidth) && same(s.Radius, o.Radius) && same(s.Opacity, o.Opacity) &&
		same(s.Shadow, o.Shadow) && s.Variant == o.Variant
}

func same[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
