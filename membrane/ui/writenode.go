package ui

import "strconv"

func (w *writer) node(n *Node) {
	if n == nil {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = append(w.b, '{')
	w.someText("id", n.ID)
	w.text("kind", string(n.Kind))
	w.someText("key", n.Key)
	w.someText("text", n.Text)
	if n.Style != (Style{}) {
		w.open("style", '{')
		w.style(&n.Style)
		w.shut('}')
	}
	if len(n.Children) > 0 {
		w.open("children", '[')
		for _, child := range n.Children {
			w.comma()
			w.node(child)
		}
		w.shut(']')
	}
	w.someText("source", n.Source)
	someTexts(w, "via", n.Via)
	someTexts(w, "events", n.Events)
	w.someFloat("value", n.Value)
	w.someFloat("min", n.Min)
	w.someFloat("max", n.Max)
	w.someFloat("step", n.Step)
	w.someText("placeholder", n.Placeholder)
	w.someFlag("disabled", n.Disabled)
	w.someText("tooltip", n.Tooltip)
	if n.Seq != 0 {
		w.unsigned("seq", n.Seq)
	}
	if n.Columns != 0 {
		w.integer("columns", int64(n.Columns))
	}
	w.bulk(n)
	w.b = append(w.b, '}')
}

// bulk is what only a chart, an image, a canvas or a shader has.
func (w *writer) bulk(n *Node) {
	if len(n.Series) > 0 {
		w.open("series", '[')
		for i := range n.Series {
			w.series(&n.Series[i])
		}
		w.shut(']')
	}
	w.someText("icon", n.Icon)
	if len(n.Data) > 0 {
		w.bytes("data", n.Data)
	}
	if len(n.Paint) > 0 {
		w.open("paint", '[')
		for i := range n.Paint {
			w.paint(&n.Paint[i])
		}
		w.shut(']')
	}
	if n.Box != ([2]float64{}) {
		w.floats("box", n.Box[:])
	}
	if n.Shader != nil {
		w.open("shader", '{')
		w.shader(n.Shader)
		w.shut('}')
	}
}

func someTexts[T ~string](w *writer, name string, list []T) {
	if len(list) == 0 {
		return
	}
	w.open(name, '[')
	for _, s := range list {
		w.comma()
		w.quote(string(s))
	}
	w.shut(']')
}

func (w *writer) series(s *Series) {
	w.element()
	w.someText("name", s.Name)
	w.someText("color", s.Color)
	w.floats("values", s.Values)
	w.shut('}')
}

func (w *writer) paint(p *Paint) {
	w.element()
	w.text("op", p.Op)
	w.floats("at", p.At)
	w.someText("fill", p.Fill)
	w.someText("stroke", p.Stroke)
	w.someFloat("width", p.Width)
	w.someFloat("radius", p.Radius)
	w.someText("text", p.Text)
	w.someFloat("size", p.Size)
	w.someText("align", p.Align)
	w.someFlag("bold", p.Bold)
	w.someText("cap", p.Cap)
	w.shut('}')
}

func (w *writer) shader(s *Shader) {
	w.text("kage", s.Kage)
	if len(s.Uniforms) > 0 {
		w.open("uniforms", '[')
		for i := range s.Uniforms {
			u := &s.Uniforms[i]
			w.element()
			w.text("name", u.Name)
			if len(u.Values) > 0 {
				w.floats("values", u.Values)
			}
			w.someText("color", u.Color)
			w.shut('}')
		}
		w.shut(']')
	}
	w.someFlag("animate", s.Animate)
}

func (w *writer) style(s *Style) {
	w.set("width", s.Width)
	w.set("height", s.Height)
	w.set("min_width", s.MinWidth)
	w.set("min_height", s.MinHeight)
	w.set("max_width", s.MaxWidth)
	w.set("max_height", s.MaxHeight)
	w.set("grow", s.Grow)
	w.set("scale", s.Scale)
	w.set("offset_x", s.OffsetX)
	w.set("offset_y", s.OffsetY)
	w.set("padding", s.Padding)
	w.set("pad_x", s.PadX)
	w.set("pad_y", s.PadY)
	w.set("gap", s.Gap)
	w.someText("align", s.Align)
	w.someText("justify", s.Justify)
	w.set("size", s.Size)
	w.set("weight", s.Weight)
	w.setFlag("italic", s.Italic)
	w.someText("font", s.Font)
	w.someText("text_align", s.TextAlign)
	if s.Lines != nil {
		w.integer("lines", int64(*s.Lines))
	}
	w.someText("case", s.Case)
	w.setFlag("underline", s.Underline)
	w.setFlag("strike", s.Strike)
	w.setFlag("tabular", s.Tabular)
	w.set("letter_spacing", s.LetterSpacing)
	w.set("line_height", s.LineHeight)
	w.someText("color", s.Color)
	w.someText("background", s.Background)
	w.someText("accent", s.Accent)
	w.someText("border", s.Border)
	w.set("border_width", s.BorderWidth)
	w.set("radius", s.Radius)
	w.set("opacity", s.Opacity)
	w.set("shadow", s.Shadow)
	w.someText("variant", s.Variant)
}

// set is a number that was said, be it 0.
func (w *writer) set(name string, v *float64) {
	if v != nil {
		w.name(name)
		w.float(*v)
	}
}

func (w *writer) setFlag(name string, v *bool) {
	if v != nil {
		w.name(name)
		w.b = strconv.AppendBool(w.b, *v)
	}
}
