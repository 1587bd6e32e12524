package reflex_test

import (
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// TestAnswers asks with one sentence and answers with the next, as a person does.
func TestAnswers(t *testing.T) {
	const two = "desk=[button:Save,button:Cancel]"
	for _, tt := range []struct{ context, first, then, want string }{
		{two, "make the button red", "the left one", "recolor form/save color=red"},
		{two, "make the button red", "the right one please", "recolor form/cancel color=red"},
		{two, "make the button red", "right", "recolor form/cancel color=red"},
		{two, "make the button red", "the second", "recolor form/cancel color=red"},
		{two, "make the button red", "2", "recolor form/cancel color=red"},
		{two, "make the button red", "the last one", "recolor form/cancel color=red"},
		{two, "make the button red", "Save", "recolor form/save color=red"},
		{two, "make the button red", "the save button", "recolor form/save color=red"},
		{two, "make the button red", "both", "recolor form/save color=red; recolor form/cancel color=red"},
		{two, "make the button red", "both of them", "recolor form/save color=red; recolor form/cancel color=red"},
		{two, "make the button red", "never mind", "answer cancel"},
		{two, "make the button red", "neither", "answer cancel"},
		{two, "make the button red and bigger", "the first one", "recolor form/save color=red; resize form/save factor=1.5"},
		{two, "make the button red", "dark mode", "theme mode=dark"},
		{two, "make the button red", "make the save button blue", "recolor form/save color=blue"},
		{two, "make the button red", "die linke", "recolor form/save color=red"},
		{"none", "remove the clock and the notes", "yes", "remove clock; remove notes"},
		{"none", "remove the clock and the notes", "yes please", "remove clock; remove notes"},
		{"none", "remove the clock and the notes", "do it", "remove clock; remove notes"},
		{"none", "remove the clock and the notes", "ja", "remove clock; remove notes"},
		{"none", "remove the clock and the notes", "no", "answer cancel"},
		{"none", "remove the clock and the notes", "stop", "answer cancel"},
		{"none", "remove the clock and the notes", "no thanks", "answer cancel"},
		{"none", "delete everything", "hello", "answer hello"},
		{"none", "make that bigger", "yes", "answer nothing"},
		{"none", "make that bigger", "the notes", "resize notes factor=1.5"},
		{"none", "close the calculator", "yes", "answer nothing"},
		{"none", "make the calculator bigger", "yes", "spawn gene=calculator"},
		{"last=clock", "put it in the corner", "top left", "move clock anchor=top-left"},
		{"last=clock", "put it in the corner", "bottom right please", "move clock anchor=bottom-right"},
		{"none", "call the clock Bob and make it blue", "no", "ask"},
		{"none", "I want a pink clock", "a new one", "spawn color=pink gene=clock"},
		{"none", "I want a pink clock", "change clock", "recolor clock color=pink"},
	} {
		scene := sceneOf(t, tt.context)
		asked := reflex.Parse(tt.first, scene)
		if asked.Route() != reflex.Ask {
			t.Errorf("%q: want a question, have %s", tt.first, show(asked))
			continue
		}
		scene.Pending = asked.Ask
		if got := show(reflex.Parse(tt.then, scene)); got != tt.want && !(tt.want == "ask" && !strings.Contains(got, "=")) {
			t.Errorf("%q, then %q:\n\twant %s\n\thave %s", tt.first, tt.then, tt.want, got)
		}
	}
}

// TestFreshNo takes back a change that was just made.
func TestFreshNo(t *testing.T) {
	scene := sceneOf(t, "last=clock")
	for _, said := range []string{"no", "No!", "nope", "nein"} {
		scene.Fresh = true
		if got := show(reflex.Parse(said, scene)); got != "undo count=1" {
			t.Errorf("%q at once: want undo count=1, have %s", said, got)
		}
		scene.Fresh = false
		if got := show(reflex.Parse(said, scene)); got != "answer cancel" {
			t.Errorf("%q later: want answer cancel, have %s", said, got)
		}
	}
}

// TestEqualChoicesAreToldApart: three icons without a name of their own are not offered as three equal words.
func TestEqualChoicesAreToldApart(t *testing.T) {
	s := &reflex.Scene{W: 1280, H: 800, Cells: []reflex.Cell{{ID: "panel", Title: "Panel", Kind: "panel", W: 1280, H: 36, Nodes: []reflex.Node{
		{ID: "row0/icon0", Kind: "icon"}, {ID: "row0/icon1", Kind: "icon"}, {ID: "row0/icon2", Kind: "icon"},
	}}}}
	r := reflex.Parse("make the icon bigger", s)
	if r.Ask == nil || len(r.Ask.Choices) < 3 {
		t.Fatalf("got %+v", r)
	}
	seen := map[string]bool{}
	for _, c := range r.Ask.Choices {
		if seen[c.Label] {
			t.Errorf("%q is offered twice", c.Label)
		}
		seen[c.Label] = true
	}
	s.Pending = r.Ask
	if a := reflex.Parse(r.Ask.Choices[1].Label, s); len(a.Acts) != 1 || a.Acts[0].Target.Node != "row0/icon1" {
		t.Errorf("%q was understood as %+v", r.Ask.Choices[1].Label, a)
	}
}
