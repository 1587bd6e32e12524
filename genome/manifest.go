package genome

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"cellshell/immune"
	"cellshell/tissue"
)

// Manifest is a cell's genome.toml: what it is, where it wants to stand, what it needs.
type Manifest struct {
	Name        string           `toml:"name"`        // of the gene: a cell id
	Title       string           `toml:"title"`       // "Clock"; from the name when left out
	Description string           `toml:"description"` // one sentence for people
	Kind        tissue.Kind      `toml:"kind"`        // widget when left out
	Synonyms    []string         `toml:"synonyms"`    // other words for it in a sentence
	Powers      []string         `toml:"powers"`      // services it asks for; asking is not having
	Placement   tissue.Placement `toml:"-"`           // [placement], where a new one stands
	Styles      []Style          `toml:"style"`
	Budget      Budget           `toml:"budget"`
	Run         Run              `toml:"run"`
}

// Style is a named look: constants of the source and what they become.
type Style struct {
	Name  string            `toml:"name"`
	Words []string          `toml:"words"` // what people say after "make the clock"; the first is suggested
	Done  string            `toml:"done"`  // what its name does then, for receipts: "shows no seconds"; may be left out
	Set   map[string]string `toml:"set"`   // name of the constant → Go expression
}

// Budget is what a cell may use.
type Budget struct {
	MemoryMB    int `toml:"memory_mb"`     // 16 to 4096; when left out 128, with a Command 512
	FirstViewMS int `toml:"first_view_ms"` // 10 to 60000; 250 when left out
	ViewMS      int `toml:"view_ms"`       // 10 to 60000; 100 when left out
}

// Run says how the cell is run.
type Run struct {
	Language string   `toml:"language"` // go when left out
	Command  []string `toml:"command"`  // program and arguments; none for Go
}

// MaxManifest is the longest manifest, bytes.
const MaxManifest = 64 << 10

// typeError takes apart what the decoder says of a value of the wrong type.
var typeError = regexp.MustCompile(`^toml: line (\d+) \(last key "(.*)"\): (.*)$`)

type placement struct {
	Anchor string  `toml:"anchor"`
	X      float64 `toml:"x"`
	Y      float64 `toml:"y"`
	W      float64 `toml:"w"`
	H      float64 `toml:"h"`
	Scale  float64 `toml:"scale"`
}

// ParseManifest reads a genome.toml, refuses what it does not know, and fills in what is left out. Errors name the line.
func ParseManifest(data []byte) (Manifest, error) {
	if len(data) > MaxManifest {
		return Manifest{}, fmt.Errorf("genome.toml: %d bytes, at most %d", len(data), MaxManifest)
	}
	var in struct {
		Manifest
		Place placement `toml:"placement"`
	}
	meta, err := toml.Decode(string(data), &in)
	if err != nil {
		if pe, ok := errors.AsType[toml.ParseError](err); ok {
			return Manifest{}, fmt.Errorf("genome.toml:%d: %s", pe.Position.Line, strings.TrimPrefix(pe.Message, "toml: "))
		}
		if at := typeError.FindStringSubmatch(err.Error()); at != nil {
			return Manifest{}, fmt.Errorf("genome.toml:%s: %s: %s", at[1], at[2], at[3])
		}
		return Manifest{}, fmt.Errorf("genome.toml:1: %w", err)
	}
	if odd := meta.Undecoded(); len(odd) > 0 {
		return Manifest{}, fmt.Errorf("genome.toml:%d: unknown key %s", lineOf(data, odd[0]), odd[0])
	}
	m := in.Manifest
	m.Placement = tissue.Placement{Anchor: in.Place.Anchor, X: in.Place.X, Y: in.Place.Y, W: in.Place.W, H: in.Place.H, Scale: in.Place.Scale}
	m.fill()
	if key, err := m.check(); err != nil {
		return Manifest{}, fmt.Errorf("genome.toml:%d: %w", lineOf(data, key), err)
	}
	return m, nil
}

func (m *Manifest) fill() {
	if m.Title == "" && m.Name != "" {
		m.Title = strings.ToUpper(m.Name[:1]) + strings.ReplaceAll(m.Name[1:], "-", " ")
	}
	if m.Kind == "" {
		m.Kind = tissue.KindWidget
	}
	if m.Placement.Anchor == "" {
		m.Placement.Anchor = "top-left"
	}
	if m.Run.Language == "" && len(m.Run.Command) == 0 {
		m.Run.Language = "go"
	}
	memory := immune.Memory
	if len(m.Run.Command) > 0 {
		memory = immune.ProgramMemory
	}
	for at, standard := range map[*int]int{&m.Budget.MemoryMB: memory >> 20, &m.Budget.FirstViewMS: 250, &m.Budget.ViewMS: 100} {
		if *at == 0 {
			*at = standard
		}
	}
}

// check returns the key that is wrong and why.
func (m *Manifest) check() (toml.Key, error) {
	if _, err := tissue.ParseID(m.Name); err != nil {
		return toml.Key{"name"}, fmt.Errorf("name: %w", err)
	}
	if !slices.Contains(tissue.Kinds, m.Kind) {
		return toml.Key{"kind"}, fmt.Errorf("kind %q is none of %v", m.Kind, tissue.Kinds)
	}
	if !slices.Contains(tissue.Anchors, m.Placement.Anchor) {
		return toml.Key{"placement", "anchor"}, fmt.Errorf("anchor %q is none of %v", m.Placement.Anchor, tissue.Anchors)
	}
	trial := tissue.New()
	trial.Cells["trial"] = &tissue.Cell{Title: m.Title, Kind: m.Kind, Placement: m.Placement}
	if err := trial.Check(); err != nil {
		return toml.Key{"placement"}, err
	}
	for name, v := range map[string]int{"first_view_ms": m.Budget.FirstViewMS, "view_ms": m.Budget.ViewMS} {
		if v < 10 || v > 60_000 {
			return toml.Key{"budget", name}, fmt.Errorf("%s = %d is outside 10 to 60000", name, v)
		}
	}
	if v := m.Budget.MemoryMB; v < 16 || v > 4096 {
		return toml.Key{"budget", "memory_mb"}, fmt.Errorf("memory_mb = %d is outside 16 to 4096", v)
	}
	if m.Run.Language != "go" && len(m.Run.Command) == 0 {
		return toml.Key{"run", "language"}, fmt.Errorf("language %q needs a command", m.Run.Language)
	}
	for _, s := range m.Styles {
		if s.Name == "" {
			return toml.Key{"style"}, errors.New("a style has no name")
		}
		for name, expr := range s.Set {
			if !token.IsIdentifier(name) {
				return toml.Key{"style", "set"}, fmt.Errorf("style %s sets %q, which is no name of a constant", s.Name, name)
			}
			if _, err := parser.ParseExpr(expr); err != nil {
				return toml.Key{"style", "set"}, fmt.Errorf("style %s sets %s to %q, which is no Go expression", s.Name, name, expr)
			}
		}
	}
	return nil, nil
}

// lineOf finds the line that sets a key, or its table, for an error message; 1 when it is not to be found.
func lineOf(data []byte, key toml.Key) int {
	if len(key) == 0 {
		return 1
	}
	table, last := strings.Join(key[:len(key)-1], "."), regexp.QuoteMeta(key[len(key)-1])
	sets := regexp.MustCompile(`^\s*"?` + last + `"?\s*[=.]`)
	inline := regexp.MustCompile(`[{,]\s*"?` + last + `"?\s*=`)
	found, in := 1, ""
	for i, line := range strings.Split(string(data), "\n") {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "[") {
			in = strings.TrimSpace(strings.Trim(strings.SplitN(trimmed, "#", 2)[0], "[] \t"))
			if in == key.String() || in == table {
				found = i + 1
			}
			continue
		}
		if in == table && sets.MatchString(line) || strings.HasPrefix(table, in) && inline.MatchString(line) {
			return i + 1
		}
	}
	return found
}
