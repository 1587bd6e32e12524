package layout

import "cellshell/membrane/ui"

// The sizes of things where nobody says otherwise, logical pixels, on a grid of four.
const (
	ButtonHeight = 36.0
	IconSize     = 20.0
	ButtonIcon   = 18.0
	SwitchW      = 36.0
	SwitchH      = 20.0
	SliderH      = 24.0
	KnobSize     = 18.0
	TrackH       = 4.0
	BarH         = 8.0
	RingSize     = 72.0
	ChartW       = 240.0
	ChartH       = 96.0
	ImageMost    = 320.0 // of an image's longer side, where its max width does not allow more
	ShaderW      = 160.0
	ShaderH      = 120.0
	FieldW       = 200.0
	AreaH        = 96.0
	ItemX        = 12.0 // inset of a list's rows
	ItemY        = 8.0
	LabelGap     = 8.0 // between a control and its label
	LegendH      = 24.0
)

func fontSize(k ui.Kind) float64 {
	if k == ui.KindSlider || k == ui.KindProgress || k == ui.KindChart {
		return 13
	}
	return 14
}

func fontWeight(k ui.Kind) float64 {
	switch k {
	case ui.KindButton, ui.KindSlider, ui.KindProgress:
		return 500
	}
	return 400
}

func defaultPadding(b *Box, o *Options) insets {
	if b.Parent == nil {
		switch b.Node.Kind {
		case ui.KindImage, ui.KindCanvas, ui.KindShader, ui.KindScroll, ui.KindList, ui.KindStack:
			return insets{}
		}
		if o.Panel {
			return insets{12, 4, 12, 4}
		}
		if b.Node.Kind != ui.KindButton {
			return insets{16, 16, 16, 16}
		}
	}
	switch b.Node.Kind {
	case ui.KindButton:
		if b.Text == "" && b.Node.Icon != "" {
			return insets{9, 8, 9, 8}
		}
		return insets{16, 8, 16, 8}
	case ui.KindField:
		return insets{12, 8, 12, 8}
	case ui.KindArea:
		return insets{12, 10, 12, 10}
	}
	if b.Style.Background != "" || b.Style.Border != "" {
		switch b.Node.Kind {
		case ui.KindRow, ui.KindColumn, ui.KindGrid:
			return insets{12, 12, 12, 12}
		case ui.KindText:
			return insets{8, 2, 8, 2}
		}
	}
	return insets{}
}

func defaultGap(k ui.Kind) float64 {
	if k == ui.KindList {
		return 0
	}
	return 8
}

// stretches tells whether a node takes the whole width of a column that does not align its children.
func (b *Box) stretches() bool {
	switch b.Node.Kind {
	case ui.KindButton, ui.KindIcon, ui.KindImage, ui.KindCanvas:
		return false
	case ui.KindProgress:
		return b.Style.Variant != "ring"
	case ui.KindChart:
		return b.Style.Variant != "ring" || b.Legend()
	case ui.KindText:
		return b.Style.TextAlign != "" && b.Style.TextAlign != "start"
	}
	return true
}

// greedy tells whether a node takes room left over on an axis (0 horizontal, 1 vertical) without saying grow.
func (b *Box) greedy(axis int) bool {
	if b.greedKnow[axis] {
		return b.greed[axis]
	}
	b.greedKnow[axis] = true
	fixed := b.Style.Width
	if axis == 1 {
		fixed = b.Style.Height
	}
	b.greed[axis] = fixed == nil && b.wantsRoom(axis)
	return b.greed[axis]
}

func (b *Box) wantsRoom(axis int) bool {
	main := -1
	switch b.Node.Kind {
	case ui.KindScroll, ui.KindList, ui.KindArea:
		return true
	case ui.KindField, ui.KindSlider:
		return axis == 0
	case ui.KindProgress, ui.KindChart:
		return axis == 0 && b.Style.Variant != "ring"
	case ui.KindRow:
		main = 0
	case ui.KindColumn:
		main = 1
	case ui.KindGrid, ui.KindStack:
	default:
		return false
	}
	for _, k := range b.Kids {
		if k.greedy(axis) || main == axis && k.grow() > 0 {
			return true
		}
	}
	return false
}

// grow is the share of the room left over that a node asks for by name.
func (b *Box) grow() float64 {
	if b.Style.Grow == nil && b.Node.Kind == ui.KindSpacer && b.Style.Width == nil && b.Style.Height == nil {
		return 1
	}
	return max(0, val(b.Style.Grow, 0))
}
