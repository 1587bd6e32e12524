package ui

// names are the names of members that reader knows.
var names = []string{
	"id", "kind", "key", "text", "style", "children", "source", "events", "node", "seq", "value", "x", "y", "clock", "unix_ms", "offset", "zone",
	"generation", "tree", "patch", "state", "timer", "size", "weight", "color", "gap", "padding", "align", "grow", "via", "min", "max", "step",
	"placeholder", "disabled", "tooltip", "icon", "variant", "width", "height", "min_width", "min_height", "max_width", "max_height", "scale",
	"pad_x", "pad_y", "justify", "font", "text_align", "background", "accent", "border", "border_width", "radius", "opacity", "shadow",
}

// nameOf gives each of the names as itself, so that one which is only looked at is not copied.
var nameOf = func() map[string]string {
	m := make(map[string]string, len(names))
	for _, n := range names {
		m[n] = n
	}
	return m
}()

func (r *reader) event(m *Event, name string) bool {
	switch name {
	case "node":
		m.Node = r.text()
	case "kind":
		m.Kind = EventKind(r.text())
	case "text":
		m.Text = r.text()
	case "value":
		m.Value = r.float()
	case "x":
		m.X = r.float()
	case "y":
		m.Y = r.float()
	case "seq":
		m.Seq = r.unsigned()
	case "clock":
		r.clock(&m.Clock)
	default:
		return false
	}
	return true
}

func (r *reader) clock(c *Clock) {
	r.object(func(name string) bool {
		switch name {
		case "unix_ms":
			c.UnixMilli = r.integer()
		case "offset":
			c.Offset = int(r.integer())
		case "zone":
			c.Zone = r.text()
		default:
			return false
		}
		return true
	})
}

func (r *reader) view(m *View, name string) bool {
	switch name {
	case "generation":
		m.Generation = int(r.integer())
	case "seq":
		m.Seq = r.unsigned()
	case "tree":
		m.Tree = r.node(0)
	case "patch":
		r.elements(func() {
			var p Patch
			r.object(func(name string) bool {
				switch name {
				case "id":
					p.ID = r.text()
				case "node":
					p.Node = r.node(0)
				default:
					return false
				}
				return true
			})
			m.Patch = append(m.Patch, p)
		})
	case "state":
		m.State = r.raw()
	default:
		return false
	}
	return true
}

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
			n.Kind = Kind(r.text())
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
			r.elements(func() { n.Events = append(n.Events, EventKind(r.text())) })
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
			n.Icon = r.text()
		default:
			return false
		}
		return true
	})
	return n
}

func (r *reader) style(s *Style, name string) bool {
	if p := s.numberOf(name); p != nil {
		v := r.float()
		*p = &v
		return true
	}
	if p := s.wordOf(name); p != nil {
		*p = r.text()
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
