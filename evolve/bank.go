package evolve

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"cellshell/evolve/edit"
	"cellshell/tissue"
)

func (s *Scene) gene(name string) *Gene {
	for i := range s.Genes {
		if s.Genes[i].Name == name {
			return &s.Genes[i]
		}
	}
	return nil
}

func (s *Scene) geneNames() string {
	names := make([]string, len(s.Genes))
	for i, g := range s.Genes {
		names[i] = first(g.Title, g.Name)
	}
	return strings.Join(names, ", ")
}

func (s *Scene) spawnChoices() []string {
	var out []string
	for _, g := range s.Genes {
		if len(out) < 4 && g.Kind != tissue.KindPanel {
			out = append(out, "add "+article(first(g.Title, g.Name)))
		}
	}
	return out
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiouAEIOU", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func (m *Manifest) style(name string) *Style {
	for i := range m.Styles {
		if strings.EqualFold(m.Styles[i].Name, name) {
			return &m.Styles[i]
		}
	}
	return nil
}

func (m *Manifest) styleNames() string {
	if len(m.Styles) == 0 {
		return "none"
	}
	names := make([]string, len(m.Styles))
	for i, s := range m.Styles {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}

// restyle sets the constants of a style in a source.
func restyle(src []byte, style *Style) ([]byte, error) {
	session, err := edit.Open(src)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(style.Set)) {
		if err := session.SetConst(name, style.Set[name]); err != nil {
			return nil, err
		}
	}
	return session.Bytes()
}

// worn reports whether a source has the constants of a style, each on a line of its own as the built-ins have them. It is
// asked for every cell at every sentence, so the source is not parsed.
func worn(src []byte, style Style) bool {
	for name, want := range style.Set {
		_, rest, found := bytes.Cut(src, []byte("const "+name+" ="))
		line, _, _ := bytes.Cut(rest, []byte("\n"))
		if !found || canonical(string(line)) != canonical(want) {
			return false
		}
	}
	return len(style.Set) > 0
}

// slug makes an id's stem of a title: lower-case letters, digits and single dashes.
func slug(title string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && b.Len() > 0:
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		default:
			dash = true
		}
		if b.Len() > 32 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}
