package ui

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// MaxUniform is how many numbers one uniform may have.
const MaxUniform = 64

// Equal reports whether both shaders draw the same.
func (s *Shader) Equal(o *Shader) bool {
	if s == nil || o == nil {
		return s == o
	}
	return s.Kage == o.Kage && s.Animate == o.Animate && slices.EqualFunc(s.Uniforms, o.Uniforms, func(a, b Uniform) bool {
		return a.Name == b.Name && a.Color == b.Color && slices.Equal(a.Values, b.Values)
	})
}

// problem judges all but the source, which is for who compiles it.
func (s *Shader) problem() string {
	switch {
	case s.Kage == "":
		return "shader has no source"
	case len(s.Kage) > MaxKage:
		return fmt.Sprintf("shader has %d bytes, at most %d", len(s.Kage), MaxKage)
	case !utf8.ValidString(s.Kage):
		return "shader is not UTF-8"
	case len(s.Uniforms) > MaxGiven:
		return fmt.Sprintf("shader has %d uniforms, at most %d", len(s.Uniforms), MaxGiven)
	}
	for i := range s.Uniforms {
		if p := s.Uniforms[i].problem(); p != "" {
			return p
		}
	}
	return ""
}

func (u *Uniform) problem() string {
	switch {
	case !identifier(u.Name):
		return fmt.Sprintf("uniform %q is not the name of a variable", short(u.Name))
	case len(u.Values) > MaxUniform:
		return fmt.Sprintf("uniform %s has %d numbers, at most %d", u.Name, len(u.Values), MaxUniform)
	case u.Color != "" && len(u.Values) > 0:
		return fmt.Sprintf("uniform %s has both numbers and a colour", u.Name)
	case !finite(u.Values...):
		return fmt.Sprintf("uniform %s has a number that is not finite", u.Name)
	}
	return colorProblem("uniform "+u.Name, u.Color)
}

// identifier reports whether s may be the name of a uniform: letters, digits and '_', an upper-case letter first.
func identifier(s string) bool {
	if s == "" || len(s) > MaxKey || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_':
		default:
			return false
		}
	}
	return true
}
