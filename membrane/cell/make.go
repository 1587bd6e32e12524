package cell

import "cellshell/membrane/ui"

// Text shows a run of text. It wraps at the width it is given; see Lines.
func Text(s string) Node { return leaf(ui.Node{Kind: ui.KindText, Text: s}) }

// Button is a push button; see OnTap, Icon, Primary, Plain and Danger.
func Button(label string) Node { return leaf(ui.Node{Kind: ui.KindButton, Text: label}) }

// Toggle is an on/off switch with a label; see OnToggle.
func Toggle(label string, on bool) Node {
	n := ui.Node{Kind: ui.KindToggle, Text: label}
	if on {
		n.Value = 1
	}
	return leaf(n)
}

// Slider is a handle to drag between min and max; see OnSlide and Step.
func Slider(value, min, max float64) Node {
	return leaf(ui.Node{Kind: ui.KindSlider, Value: plain(value), Min: plain(min), Max: plain(max)})
}

// Field is one line of text to edit; see OnChange, OnSubmit and Placeholder.
func Field(text string) Node { return leaf(ui.Node{Kind: ui.KindField, Text: text}) }

// Area is many lines of text to edit; see OnChange and Placeholder.
func Area(text string) Node { return leaf(ui.Node{Kind: ui.KindArea, Text: text}) }

// Image shows a PNG or a JPEG, given as the bytes of its file.
func Image(data []byte) Node { return leaf(ui.Node{Kind: ui.KindImage, Data: data}) }

// Icon shows a built-in symbol: "plus", "search", "cpu", "sun" …; the list is ui.Icons. Its height is Size.
func Icon(name string) Node { return leaf(ui.Node{Kind: ui.KindIcon, Icon: name}) }

// Row puts children side by side.
func Row(children ...Node) Node { return container(ui.KindRow, children) }

// Column puts children one below the other.
func Column(children ...Node) Node { return container(ui.KindColumn, children) }

// Stack puts children on top of each other, the last in front.
func Stack(children ...Node) Node { return container(ui.KindStack, children) }

// Grid puts children into columns of equal width, row by row.
func Grid(columns int, children ...Node) Node {
	n := container(ui.KindGrid, children)
	n.e.node.Columns = columns
	return n
}

// Scroll shows a child that may be larger than its window.
func Scroll(child Node) Node { return container(ui.KindScroll, []Node{child}) }

// List shows rows with lines between them and scrolls when there are many.
func List(rows ...Node) Node { return container(ui.KindList, rows) }

// Progress shows how much of something is done, from 0 to 1; below 0 it is unknown. Variant "ring" makes it round.
func Progress(value float64) Node {
	return leaf(ui.Node{Kind: ui.KindProgress, Value: *number(value, -1, 1)})
}

// Chart shows numbers over time, made with Line. Variant is "line", "area", "bar" or "ring"; Range fixes the axis.
func Chart(series ...Series) Node {
	n := ui.Node{Kind: ui.KindChart}
	for _, s := range series {
		n.Series = append(n.Series, s.s)
	}
	return leaf(n)
}

// Canvas is a drawing w by h units large, stretched to its node's size; paint is called at once.
func Canvas(w, h float64, paint func(p *Painter)) Node {
	var p Painter
	if paint != nil {
		paint(&p)
	}
	n := ui.Node{Kind: ui.KindCanvas, Box: [2]float64{*length(w), *length(h)}}
	for _, s := range p.shapes {
		n.Paint = append(n.Paint, s.p)
	}
	return leaf(n)
}

// Shader is a picture that the GPU computes, 160 by 120 unless Width and Height say otherwise. The source is Kage: a function
// Fragment(dst vec4, src vec2, color vec4) vec4 that returns the premultiplied colour of the pixel dst.xy-imageDstOrigin(). It
// may declare var Size vec2 (pixels), Time float (seconds, see Animate) and others given by Uniform and Tint. Loops need
// constant bounds. The fallback is shown in its place where there is no GPU, or the shader does not work.
func Shader(source string, fallback Node) Node {
	n := leaf(ui.Node{Kind: ui.KindShader, Shader: &ui.Shader{Kage: source}})
	n.e.children = []Node{fallback}
	return n
}

// Spacer is empty room that pushes its neighbours apart.
func Spacer() Node { return leaf(ui.Node{Kind: ui.KindSpacer}) }

// Divider is a hairline between neighbours.
func Divider() Node { return leaf(ui.Node{Kind: ui.KindDivider}) }

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
