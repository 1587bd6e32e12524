package cell

import (
	"slices"

	"cellshell/membrane/ui"
)

// Uniform gives a Shader numbers: those of its variable of that name, which must begin with an upper-case letter.
func (n Node) Uniform(name string, values ...float64) Node {
	u := ui.Uniform{Name: name}
	for _, v := range values {
		u.Values = append(u.Values, plain(v))
	}
	return n.give(u)
}

// Tint gives a Shader a colour, a role or #rrggbb, as the vec4 of that name.
func (n Node) Tint(name, color string) Node { return n.give(ui.Uniform{Name: name, Color: color}) }

// Animate makes the variable Time of a Shader run: it is drawn 60 times a second while it can be seen.
func (n Node) Animate(on bool) Node {
	return n.shader(func(s *ui.Shader) { s.Animate = on })
}

func (n Node) give(u ui.Uniform) Node {
	return n.shader(func(s *ui.Shader) {
		s.Uniforms = append(slices.DeleteFunc(s.Uniforms, func(was ui.Uniform) bool { return was.Name == u.Name }), u)
	})
}

// shader returns n after change of its shader; other nodes have none.
func (n Node) shader(change func(*ui.Shader)) Node {
	return n.is(func(p *place, _ *mark) {
		if p.Shader != nil {
			change(p.Shader)
		}
	})
}
