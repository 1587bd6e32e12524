package act_test

import (
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

func TestCalled(t *testing.T) {
	long := strings.Repeat("word ", 20)
	things := slices.Values([]act.Thing{
		{"row0", "row", ""},
		{"row0/icon0", "icon", ""},
		{"row0/plus", "button", " +1 "},
		{"row0/icon1", "icon", ""},
		{"note", "area", "what somebody wrote"},
		{"list", "text", "Milk\nBread"},
		{"long", "text", long},
		{"count", "text", "−12"},
		{"clock", "text", "15:04"},
		{"zero", "button", "0"},
	})
	for node, want := range map[string]string{
		"": "Panel", "row0/plus": "+1", "row0/icon0": "Panel: icon 1", "row0/icon1": "Panel: icon 2", "row0": "Panel: row",
		"note": "Panel: area", "list": "Milk", "long": "word word word word word word w…", "gone": "Panel",
		"count": "the number of Panel", "clock": "the time of Panel", "zero": "0",
	} {
		if got := act.Called("Panel", node, things); got != want {
			t.Errorf("%q is called %q, want %q", node, got, want)
		}
	}
}
