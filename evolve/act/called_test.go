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
		{"row0", "row", "", ""},
		{"row0/icon0", "icon", "", ""},
		{"row0/plus", "button", " +1 ", ""},
		{"row0/icon1", "icon", "", ""},
		{"note", "area", "what somebody wrote", ""},
		{"list", "text", "Milk\nBread", ""},
		{"long", "text", long, ""},
		{"count", "text", "−12", ""},
		{"clock", "text", "15:04", ""},
		{"zero", "button", "0", ""},
		{"chip", "icon", "", "cpu"},
		{"head", "text", "panel", ""},
		{"self", "button", "Panel", ""},
	})
	for node, want := range map[string]string{
		"": "Panel", "row0/plus": "+1", "row0/icon0": "Panel: icon 1", "row0/icon1": "Panel: icon 2", "row0": "Panel: row with +1",
		"note": "Panel: area", "list": "Milk", "long": "word word word word word word w…", "gone": "Panel",
		"count": "the number of Panel", "clock": "the time of Panel", "zero": "0", "chip": "Panel: cpu icon",
		"head": "the title of Panel", "self": "Panel",
	} {
		if got := act.Called("Panel", node, things); got != want {
			t.Errorf("%q is called %q, want %q", node, got, want)
		}
	}
}

// A container is called by what it holds.
func TestContainersAreCalledByWhatTheyHold(t *testing.T) {
	things := slices.Values([]act.Thing{
		{"column0", "column", "", ""},
		{"column0/title", "text", "Mail", ""},
		{"column0/row0", "row", "", ""},
		{"column0/row0/a", "button", "Save", ""},
		{"column0/row0/b", "button", "New", ""},
		{"column0/row1", "row", "", ""},
		{"column0/row1/icon0", "icon", "", ""},
		{"column0/row1/c", "button", "Send", ""},
		{"column0/column0", "column", "", ""},
		{"column0/column0/head", "text", "Drafts\nof today", ""},
		{"column0/column0/field", "field", "typed", ""},
		{"column0/row2", "row", "", ""},
		{"column0/row3", "row", "", ""},
		{"column0/row3/d", "text", "Send", ""},
	})
	for node, want := range map[string]string{
		"column0":         "Post",
		"column0/row0":    "Post: row of buttons",
		"column0/row1":    "Post: row 2", // as is another
		"column0/column0": "Post: column with Drafts",
		"column0/row2":    "Post: row 3",
		"column0/row3":    "Post: row 4",
	} {
		if got := act.Called("Post", node, things); got != want {
			t.Errorf("%q is called %q, want %q", node, got, want)
		}
	}
}
