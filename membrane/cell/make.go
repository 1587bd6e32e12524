package cell

import "cellshell/membrane/ui"

// Text shows a run of text. It wraps at the width it is given; see Lines.
func Text(s string) Node { return leaf(ui.KindText, s) }

// Button is a push button; see OnTap, Icon, Primary, Plain and Danger.
func Button(label string) Node { return leaf(ui.KindButton, label) }

// Toggle is an on/off switch with a label; see OnToggle.
func Toggle(label string, on bool) Node {
	n := leaf(ui.KindToggle, label)
	if on {
		n = n.value(1)
	}
	return n
}

// Slider is a handle to drag between min and max; see OnSlide and Step.
func Slider(value, min, max float64) Node {
	return leaf(ui.KindSlider, "").value(plain(value)).Range(min, max)
}

// value is where a slider stands, how far a progress is, and whether a toggle is on.
func (n Node) value(v float64) Node {
	return n.number(v, func(p *place, m *mark) { p.Value = m.number })
}

// Field is one line of text to edit; see OnChange, OnSubmit and Placeholder.
func Field(text string) Node { return leaf(ui.KindField, text) }

// Area is many lines of text to edit; see OnChange and Placeholder.
func Area(text string) Node { return leaf(ui.KindArea, text) }

// Image shows a PNG or a JPEG, given as the bytes of its file.
func Image(data []byte) Node {
	return leaf(ui.KindImage, "").is(func(p *place, _ *mark) { p.Data = data })
}

// Icon shows a built-in symbol: "plus", "search", "cpu", "sun" …; the list is ui.Icons. Its height is Size.
func Icon(name string) Node { return leaf(ui.KindIcon, "").Icon(name) }

// Row puts children side by side.
func Row(children ...Node) Node { return container(ui.KindRow, "", children) }

// Column puts children one below the other.
func Column(children ...Node) Node { return container(ui.KindColumn, "", children) }

// Stack puts children on top of each other, the last in front.
func Stack(children ...Node) Node { return container(ui.KindStack, "", children) }

// Grid puts children into columns of equal width, row by row.
func Grid(columns int, children ...Node) Node {
	return container(ui.KindGrid, "", children).is(func(p *place, _ *mark) { p.Columns = columns })
}

// Scroll shows a child that may be larger than its window.
func Scroll(child Node) Node { return container(ui.KindScroll, "", []Node{child}) }

// List shows rows with lines between them and scrolls when there are many.
func List(rows ...Node) Node { return container(ui.KindList, "", rows) }

// Progress shows how much of something is done, from 0 to 1; below 0 it is unknown. Variant "ring" makes it round.
func Progress(value float64) Node { return leaf(ui.KindProgress, "").value(within(value, -1, 1)) }

// Chart shows numbers over time, made with Line. Variant is "line", "area", "bar" or "ring"; Range fixes the axis.
func Chart(series ...Series) Node {
	var all []ui.Series
	for _, s := range series {
		all = append(all, s.s)
	}
	return leaf(ui.KindChart, "").is(func(p *place, _ *mark) { p.Series = all })
}

// Canvas is a drawing w by h units large, stretched to its node's size; paint is called at once.
func Canvas(w, h float64, paint func(p *Painter)) Node {
	var painter Painter
	if paint != nil {
		paint(&painter)
	}
	var shapes []ui.Paint
	for _, s := range painter.shapes {
		shapes = append(shapes, s.p)
	}
	box := [2]float64{length(w), length(h)}
	return leaf(ui.KindCanvas, "").is(func(p *place, _ *mark) { p.Box, p.Paint = box, shapes })
}

// Shader is a picture that the GPU computes, 160 by 120 unless Width and Height say otherwise. The source is Kage: a function
// Fragment(dst vec4, src vec2, color vec4) vec4 that returns the premultiplied colour of the pixel dst.xy-imageDstOrigin(). It
// may declare var Size vec2 (pixels), Time float (seconds, see Animate) and others given by Uniform and Tint. Loops need
// constant bounds. The fallback is shown in its place where there is no GPU, or the shader does not work.
func Shader(source string, fallback Node) Node {
	return container(ui.KindShader, "", []Node{fallback}).
		says(source, func(p *place, m *mark) { p.Shader = &ui.Shader{Kage: m.text} })
}

// Spacer is empty room that pushes its neighbours apart.
func Spacer() Node { return leaf(ui.KindSpacer, "") }

// Divider is a hairline between neighbours.
func Divider() Node { return leaf(ui.KindDivider, "") }

// Series is one line of a chart; see Line.
type Series struct{ s ui.Series }

// Line is one series of a chart, oldest value first.
func Line(name string, values []float64) Series {
	s := ui.Series{Name: name, Values: make([]float64, len(values))}
	for i, v := range values {
		s.Values[i] = plain(v)
	}
	return Series{s}
}

// Color gives the series a colour of its own.
func (s Series) Color(color string) Series {
	s.s.Color = color
	return s
}
