package reflex_test

import (
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genes"
	"cellshell/genome"
)

// builtIn is a desktop with one cell of each built-in gene, as their manifests describe them.
func builtIn(t *testing.T) *reflex.Scene {
	t.Helper()
	s := &reflex.Scene{W: 1280, H: 800}
	for i, name := range genes.Names() {
		data, ok := genes.Manifest(name)
		if !ok {
			t.Fatalf("gene %s has no manifest", name)
		}
		m, err := genome.ParseManifest(data)
		if err != nil {
			t.Fatal(err)
		}
		g := reflex.Gene{Name: m.Name, Title: m.Title, Synonyms: m.Synonyms}
		for _, st := range m.Styles {
			g.Styles = append(g.Styles, reflex.Style{Name: st.Name, Words: st.Words})
		}
		s.Genes = append(s.Genes, g)
		c := reflex.Cell{ID: m.Name, Gene: m.Name, Title: m.Title, Kind: string(m.Kind), X: float64(200 * i), Y: 100, W: 180, H: 120, Styles: g.Styles}
		if m.Name == "counter" {
			c.Nodes = []reflex.Node{
				{ID: "column0", Kind: "column"},
				{ID: "column0/text0", Kind: "text", Text: "0", Key: "count"},
				{ID: "column0/row0/plus", Kind: "button", Text: "+1", Key: "plus", X: 10},
				{ID: "column0/row0/minus", Kind: "button", Text: "−1", Key: "minus", X: 60},
				{ID: "column0/row0/reset", Kind: "button", Text: "Reset", Key: "reset", X: 110},
			}
		}
		s.Cells = append(s.Cells, c)
	}
	return s
}

// TestBuiltIn reads sentences on a desktop with the built-in genes, whose synonyms and style words collide with commands.
func TestBuiltIn(t *testing.T) {
	s := builtIn(t)
	for _, tt := range []struct{ in, want string }{
		{"add a timer", "spawn gene=timer"},
		{"add a 5 minute timer", "spawn gene=timer style=5-minutes"},
		{"start a 5 minute timer", "spawn gene=timer style=5-minutes started"},
		{"set a timer for ten minutes", "spawn gene=timer style=10-minutes started"},
		{"make me a pomodoro timer", "spawn gene=timer style=pomodoro"},
		{"add a pomodoro", "spawn gene=timer style=pomodoro"},
		{"give me a pomodoro timer in the top right corner", "spawn anchor=top-right gene=timer style=pomodoro"},
		{"i need a timer for half an hour", "ask"},
		{"give me a timer for half an hour", "spawn gene=timer style=30-minutes"},
		{"make the timer 15 minutes", "style timer style=15-minutes"},
		{"set the timer to 20 minutes", "style timer style=20-minutes"},
		{"make the timer pomodoro", "style timer style=pomodoro"},
		{"add a one hour timer", "spawn gene=timer style=60-minutes"},
		{"new egg timer, 4 minutes", "spawn gene=timer style=4-minutes"},
		{"make the clock analog", "style clock style=analog"},
		{"add an analog clock", "spawn gene=clock style=analog"},
		{"add a digital clock with seconds in the bottom left", "spawn anchor=bottom-left gene=clock style=digital seconds"},
		{"make the digits bigger", "ask"},
		{"make the digits of the clock bigger", "textstyle clock factor=1.5"},
		{"show seconds", "style clock style=seconds"},
		{"hide the seconds", "style clock style=no-seconds"},
		{"make the clock 24 hour", "style clock style=24-hour"},
		{"make the bar 24 hour", "style panel style=24-hour"},
		{"make the clock three times bigger", "resize clock factor=3"},
		{"make the clock bigger this time", "resize clock factor=1.5"},
		{"move the clock by ten pixels to the left", "move clock dx=-10"},
		{"move the counter down by ten pixels", "move counter dy=10"},
		{"make the reset button red", "recolor counter/column0/row0/reset color=red"},
		{"make Reset's label upper case and bold", "textstyle counter/column0/row0/reset case=upper; textstyle counter/column0/row0/reset weight=700"},
		{"make Reset's text red", "recolor counter/column0/row0/reset color=red part=text"},
		{"reset the counter's size", "ask"},
		{"make the +1 button bigger", "resize counter/column0/row0/plus factor=1.5"},
		{"make the count green", "recolor counter/column0/text0 color=green"},
		{"make the counter count by five", "style counter style=by-five"},
		{"show bars in the system monitor", "style monitor style=bars"},
		{"make the system monitor wider", "resize monitor factor=1.5 axis=width"},
		{"make the buttons of the counter bigger", "resize counter/column0/row0/plus factor=1.5; resize counter/column0/row0/minus factor=1.5; resize counter/column0/row0/reset factor=1.5"},
		{"make the counter's buttons blue", "recolor counter/column0/row0/plus color=blue; recolor counter/column0/row0/minus color=blue; recolor counter/column0/row0/reset color=blue"},
		{"make the button bigger", "ask"},
		{"make the left button bigger", "resize counter/column0/row0/plus factor=1.5"},
		{"make the panel taller", "resize panel factor=1.5 axis=height"},
		{"move the notes below the clock", "move notes relation=below like=clock"},
		{"what time is it", "answer"},
		{"reset the counter", "ask"},
		{"what is the system load", "answer"},
		{"make the button count how often I click it", "model counter"},
		{"make the clock chime every hour", "model clock"},
		{"play some music", "model"},
		{"make the timer ring when it is done", "model timer"},
		{"add a clock to my desktop", "spawn gene=clock"},
		{"undo three times", "undo count=3"},
		{"show cpu only", "model monitor"},
		{"show only the clock", "hide calculator; hide counter; hide monitor; hide notes; hide timemachine; hide timer"},
	} {
		if got := show(reflex.Parse(tt.in, s)); got != tt.want && !(tt.want == "answer" && got[:min(6, len(got))] == "answer") {
			t.Errorf("%q:\n\twant %s\n\thave %s", tt.in, tt.want, got)
		}
	}
}

// TestTour says what a first user says, one sentence after the other: "it" follows what was done.
func TestTour(t *testing.T) {
	s := builtIn(t)
	button := act.Target{Cell: "counter", Node: "column0/row0/plus"}
	for _, tt := range []struct {
		in   string
		at   *act.Target
		want string
	}{
		{"make the clock bigger", nil, "resize clock factor=1.5"},
		{"make it analog instead", nil, "style clock style=analog"},
		{"not that big", nil, "resize clock factor=0.8"},
		{"make this button bigger", &button, "resize counter/column0/row0/plus factor=1.5"},
		{"make it blue", nil, "recolor counter/column0/row0/plus color=blue"},
		{"again", nil, "recolor counter/column0/row0/plus color=blue"},
		{"make it bigger", &button, "resize counter/column0/row0/plus factor=1.5"},
		{"not that big", nil, "resize counter/column0/row0/plus factor=0.833"},
		{"do the same to the reset button", nil, "resize counter/column0/row0/reset factor=0.833"},
		{"dark mode", nil, "theme mode=dark"},
		{"move the clock to the top right", nil, "move clock anchor=top-right"},
		{"now a bit lower", nil, "move clock dy=8"},
		{"move it a bit lower", nil, "move clock dy=8"},
		{"undo that", nil, "undo count=1"},
	} {
		s.Point = nil
		if tt.at != nil {
			s.Point = &reflex.Place{Target: *tt.at, Given: true}
		}
		r := reflex.Parse(tt.in, s)
		if got := show(r); got != tt.want {
			t.Errorf("%q:\n\twant %s\n\thave %s", tt.in, tt.want, got)
		}
		if r.Route() == reflex.Do {
			s.LastActs = r.Acts
			if r.Acts[0].Target.Cell != "" {
				s.Last = &r.Acts[0].Target
			}
		}
	}
}
