package genome_test

import (
	"strings"
	"testing"

	"cellshell/genome"
	"cellshell/tissue"
)

const clockManifest = `name = "clock"
description = "The time."
kind = "widget"
synonyms = ["watch", "time"]
powers = ["system"]

[placement]
anchor = "top-right"
x = 24
y = 24.5

[[style]]
name = "analog"
words = ["hands", "dial"]
set = { Face = "\"analog\"" }

[budget]
memory_mb = 64
`

func TestParseManifest(t *testing.T) {
	m, err := genome.ParseManifest([]byte(clockManifest))
	if err != nil {
		t.Fatal(err)
	}
	if m.Title != "Clock" || m.Kind != tissue.KindWidget || m.Placement.Anchor != "top-right" || m.Placement.Y != 24.5 ||
		m.Styles[0].Set["Face"] != `"analog"` || m.Budget != (genome.Budget{MemoryMB: 64, FirstViewMS: 250, ViewMS: 100}) || m.Run.Language != "go" {
		t.Errorf("%+v", m)
	}
}

// TestOtherLanguagesGetMoreMemory: as the contract of cells says.
func TestOtherLanguagesGetMoreMemory(t *testing.T) {
	for _, tt := range []struct {
		rest string
		want int
	}{
		{"", 128},
		{"[run]\nlanguage = \"python\"\ncommand = [\"python3\", \"main.py\"]\n", 512},
		{"[run]\nlanguage = \"python\"\ncommand = [\"python3\"]\n[budget]\nmemory_mb = 64\n", 64},
	} {
		m, err := genome.ParseManifest([]byte("name = \"clock\"\n" + tt.rest))
		if err != nil || m.Budget.MemoryMB != tt.want {
			t.Errorf("%s: %d MB, %v, want %d", tt.rest, m.Budget.MemoryMB, err, tt.want)
		}
	}
}

func TestParseManifestNamesTheLine(t *testing.T) {
	for _, tt := range []struct{ name, old, now, err string }{
		{"unknown key", `description = `, `descripion = `, "genome.toml:2: unknown key descripion"},
		{"unknown key in a table", "y = 24.5", "yy = 24.5", "genome.toml:10: unknown key placement.yy"},
		{"unknown table", "[budget]", "[budgets]", "genome.toml:17: unknown key budgets"},
		{"syntax", `"widget"`, `"widget`, "genome.toml:3: "},
		{"wrong type", "x = 24", `x = "24"`, "genome.toml:9: placement.x: incompatible types"},
		{"no name", `name = "clock"`, "", "genome.toml:1: name"},
		{"kind", `"widget"`, `"gadget"`, `genome.toml:3: kind "gadget" is none of`},
		{"anchor", `"top-right"`, `"upper"`, `genome.toml:8: anchor "upper"`},
		{"budget", "memory_mb = 64", "memory_mb = 1", "genome.toml:18: memory_mb = 1 is outside 16 to 4096"},
		{"expression", `"\"analog\""`, `"a b"`, "genome.toml:15: style analog sets Face"},
		{"command", "[budget]", "[run]\nlanguage = \"python\"\n[budget]", "genome.toml:18: language \"python\" needs a command"},
	} {
		_, err := genome.ParseManifest([]byte(strings.Replace(clockManifest, tt.old, tt.now, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), tt.err) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.err)
		}
	}
}

func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(clockManifest))
	f.Add([]byte("name = \"a\"\n[placement]\nx = nan\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := genome.ParseManifest(data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "genome.toml:") {
				t.Errorf("error without a place: %v", err)
			}
			return
		}
		if _, err := tissue.ParseID(m.Name); err != nil {
			t.Error(err)
		}
	})
}
