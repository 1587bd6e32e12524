package genes_test

import (
	"bytes"
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"cellshell/genes"
)

// manifest is the whole schema of genome.toml; anything else in one is a mistake.
type manifest struct {
	Name        string
	Title       string
	Description string
	Kind        string
	Synonyms    []string
	Powers      []string
	Placement   struct {
		Anchor     string
		X, Y, W, H float64
	}
	Style []struct {
		Name  string
		Words []string
		Done  string
		Set   map[string]string
	}
	Budget struct {
		MemoryMB  int `toml:"memory_mb"`
		FirstView int `toml:"first_view_ms"`
		View      int `toml:"view_ms"`
	}
	Run struct {
		Language string
		Command  []string
	}
}

func TestNames(t *testing.T) {
	want := []string{"calculator", "clock", "counter", "monitor", "notes", "panel", "timemachine", "timer"}
	if got := genes.Names(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, ok := genes.Source("unicorn"); ok {
		t.Error("there is a unicorn")
	}
}

func TestManifests(t *testing.T) {
	kinds := []string{"widget", "window", "panel"}
	words := map[string]string{}
	for _, name := range genes.Names() {
		text, ok := genes.Manifest(name)
		if !ok {
			t.Errorf("%s has no genome.toml", name)
			continue
		}
		var m manifest
		meta, err := toml.Decode(string(text), &m)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if unknown := meta.Undecoded(); len(unknown) > 0 {
			t.Errorf("%s: unknown fields %v", name, unknown)
		}
		if m.Name != name || m.Title == "" || m.Description == "" || !slices.Contains(kinds, m.Kind) || m.Run.Language != "go" {
			t.Errorf("%s: %+v", name, m)
		}
		for _, word := range append([]string{m.Name}, m.Synonyms...) {
			if other, twice := words[word]; twice {
				t.Errorf("%q means %s and %s", word, other, name)
			}
			words[word] = name
		}
		source, _ := genes.Source(name)
		f, err := parser.ParseFile(token.NewFileSet(), name+"/main.go", source, 0)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, style := range m.Style {
			for constant, value := range style.Set {
				if f.Scope.Lookup(constant) == nil {
					t.Errorf("%s: style %s sets %s, which the source does not have", name, style.Name, constant)
				}
				if _, err := parser.ParseExpr(value); err != nil {
					t.Errorf("%s: style %s: %s = %s: %v", name, style.Name, constant, value, err)
				}
			}
			if style.Done == "" {
				t.Errorf("%s: no receipt can tell what style %s does", name, style.Name)
			}
			if len(style.Words) == 0 {
				t.Errorf("%s: nobody can ask for style %s", name, style.Name)
			}
		}
	}
}

// Colours are roles or hues of the theme, so that every gene follows light, dark and accent.
func TestNoFixedColours(t *testing.T) {
	for _, name := range genes.Names() {
		source, _ := genes.Source(name)
		if bytes.Contains(source, []byte(`"#`)) {
			t.Errorf("%s has a fixed colour", name)
		}
	}
}
