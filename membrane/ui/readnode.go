package ui

func (r *reader) node(depth int) *Node {
	n := &Node{}
	if depth > MaxDepth {
		r.fail()
		return n
	}
	r.object(func(name string) bool {
		switch name {
		case "id":
			n.ID = r.text()
		case "kind":
			n.Kind = Kind(r.word())
		case "key":
			n.Key = r.text()
		case "text":
			n.Text = r.text()
		case "style":
			r.object(func(name string) bool { return r.style(&n.Style, name) })
		case "children":
			r.elements(func() { n.Children = append(n.Children, r.node(depth+1)) })
		case "source":
			n.Source = r.text()
		case "via":
			r.elements(func() { n.Via = append(n.Via, r.text()) })
		case "events":
			r.elements(func() { n.Events = append(n.Events, EventKind(r.word())) })
		case "value":
			n.Value = r.float()
		case "min":
			n.Min = r.float()
		case "max":
			n.Max = r.float()
		case "step":
			n.Step = r.float()
		case "placeholder":
			n.Placeholder = r.text()
		case "disabled":
			n.Disabled = r.flag()
		case "tooltip":
			n.Tooltip = r.text()
		case "seq":
			n.Seq = r.unsigned()
		case "icon":
			n.Icon = r.word()
		default:
			return r.bulk(n, name)
		}
		return true
	})
	return n
}

// bulk is what only a grid, a chart, an image, a canvas or a shader has.
func (r *reader) bulk(n *Node, name string) bool {
	switch name {
	case "columns":
		n.Columns = int(r.integer())
	case "series":
		r.elements(func() {
			var s Series
			r.object(func(name string) bool { return r.series(&s, name) })
			n.Series = append(n.Series, s)
		})
	case "data":
		n.Data = r.base64()
	case "paint":
		r.elements(func() {
			var p Paint
			r.object(func(name string) bool { return r.paint(&p, name) })
			n.Paint = append(n.Paint, p)
		})
	case "box":
		if box := r.floats(); len(box) == len(n.Box) {
			copy(n.Box[:], box)
		} else {
			r.fail()
		}
	default:
		return false // a shader does not come often
	}
	return true
}

func (r *reader) series(s *Series, name string) bool {
	switch name {
	case "name":
		s.Name = r.text()
	case "color":
		s.Color = r.word()
	case "values":
		s.Values = r.floats()
	default:
		return false
	}
	return true
}

func (r *reader) paint(p *Paint, name string) bool {
	switch name {
	case "op":
		p.Op = r.word()
	case "at":
		p.At = r.floats()
	case "fill":
		p.Fill = r.word()
	case "stroke":
		p.Stroke = r.word()
	case "width":
		p.Width = r.float()
	case "radius":
		p.Radius = r.float()
	case "text":
		p.Text = r.text()
	case "size":
		p.Size = r.float()
	case "align":
		p.Align = r.word()
	case "bold":
		p.Bold = r.flag()
	case "cap":
		p.Cap = r.word()
	default:
		return false
	}
	return true
}

func (r *reader) style(s *Style, name string) bool {
	if p := s.numberOf(name); p != nil {
		*p = r.newFloat(r.float())
		return true
	}
	if p := s.wordOf(name); p != nil {
		*p = r.word()
		return true
	}
	if p := s.flagOf(name); p != nil {
		v := r.flag()
		*p = &v
		return true
	}
	if name == "lines" {
		v := int(r.integer())
		s.Lines = &v
		return true
	}
	return false
}

func (s *Style) numberOf(name string) **float64 {
	switch name {
	case "width":
		return &s.Width
	case "height":
		return &s.Height
	case "min_width":
		return &s.MinWidth
	case "min_height":
		return &s.MinHeight
	case "max_width":
		return &s.MaxWidth
	case "max_height":
		return &s.MaxHeight
	case "grow":
		return &s.Grow
	case "scale":
		return &s.Scale
	case "offset_x":
		return &s.OffsetX
	case "offset_y":
		return &s.OffsetY
	case "padding":
		return &s.Padding
	case "pad_x":
		return &s.PadX
	case "pad_y":
		return &s.PadY
	case "gap":
		return &s.Gap
	case "size":
		return &s.Size
	case "weight":
		return &s.Weight
	case "letter_spacing":
		return &s.LetterSpacing
	case "line_height":
		return &s.LineHeight
	case "border_width":
		return &s.BorderWidth
	case "radius":
		return &s.Radius
	case "opacity":
		return &s.Opacity
	case "shadow":
		return &s.Shadow
	}
	return nil
}

func (s *Style) wordOf(name string) *string {
	switch name {
	case "align":
		return &s.Align
	case "justify":
		return &s.Justify
	case "font":
		return &s.Font
	case "text_align":
		return &s.TextAlign
	case "case":
		return &s.Case
	case "color":
		return &s.Color
	case "background":
		return &s.Background
	case "accent":
		return &s.Accent
	case "border":
		return &s.Border
	case "variant":
		return &s.Variant
	}
	return nil
}

func (s *Style) flagOf(name string) **bool {
	switch name {
	case "italic":
		return &s.Italic
	case "underline":
		return &s.Underline
	case "strike":
		return &s.Strike
	case "tabular":
		return &s.Tabular
	}
	return nil
}
