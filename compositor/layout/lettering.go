package layout

import (
	"cellshell/compositor/text"
	"cellshell/membrane/ui"
)

// lettering is what the text of a box looks like at a font size and a scale. The room between letters is added to what suits
// the size, that between lines takes the place of it.
func (b *Box) lettering(size, scale float64) text.Style {
	st := text.Style{
		Size: size * scale, Weight: val(b.Style.Weight, fontWeight(b.Node.Kind)), Mono: b.Style.Font == "mono", Italic: on(b.Style.Italic),
		Tabular: on(b.Style.Tabular), Leading: clamp(val(b.Style.LineHeight, text.Leading(size)), ui.MinLineHeight, ui.MaxLineHeight),
	}
	if !st.Mono {
		st.Tracking = text.Tracking(size)
	}
	st.Tracking += clamp(val(b.Style.LetterSpacing, 0), ui.MinLetterSpacing, ui.MaxLetterSpacing)
	return st
}

// LetterRoom is the room between the letters of a box beyond what suits their size, logical pixels.
func (b *Box) LetterRoom() float64 {
	suits := 0.0
	if !b.Font.Mono {
		suits = text.Tracking(b.Font.Size / b.Scale)
	}
	return (b.Font.Tracking - suits) * b.Font.Size
}
