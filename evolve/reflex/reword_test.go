package reflex_test

import (
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// TestReworded holds that a sentence which is said in a roundabout way does what the plain one does.
func TestReworded(t *testing.T) {
	for _, tt := range []struct{ said, context, plain string }{
		{"I was hoping the save button could be roughly twenty pixels wider", "none", "make the save button twenty pixels wider"},
		{"would you mind terribly calling this button \"Go\"", "ptr=button:Save", "call this button \"Go\""},
		{"I wonder whether the save button might be a more friendly sort of green", "none", "make the save button green"},
		{"yo slap a calculator on there", "none", "add a calculator"},

		{"would it be all right to get rid of everything bar the clock and the notes?", "none", "remove everything except the clock and the notes"},
		{"put the the clock on the write side of the screen", "none", "put the clock on the right side"},
		{"I'd be grateful if the clock could be red", "none", "make the clock red"},
		{"make the clock red because I like it", "none", "make the clock red"},
	} {
		scene := sceneOf(t, tt.context)
		got := reflex.Parse(tt.said, scene)
		want := reflex.Parse(tt.plain, scene)
		if show(got) != show(want) {
			t.Errorf("%q: %s, want what %q is: %s", tt.said, show(got), tt.plain, show(want))
		}
	}
}

// TestUnknownIsAsked holds that a word nobody knows is never left out silently: the wording without it is asked about.
func TestUnknownIsAsked(t *testing.T) {
	r := reflex.Parse("make the clock frobnicated red", sceneOf(t, "none"))
	if r.Route() == reflex.Do || r.Ask == nil || len(r.Ask.Choices) != 2 || !strings.Contains(r.Ask.Text, "“frobnicated”") || !strings.Contains(r.Ask.Text, "Shall I make Clock red?") {
		t.Fatalf("have %s: %+v", show(r), r.Ask)
	}
	if a := r.Ask.Choices[0].Acts; len(a) != 1 || showAct(a[0]) != "recolor clock color=red" {
		t.Errorf("yes does %v", a)
	}
}

// TestWordings holds a list of ways to say something, each beside the plain way: both are read as the same.
func TestWordings(t *testing.T) {
	same := 0
	list := rows(t, "reworded.tsv")
	for _, r := range list {
		scene := sceneOf(t, r.context)
		want, got := show(reflex.Parse(r.want, scene)), show(reflex.Parse(r.sentence, scene))
		if got != want {
			t.Errorf("%q: %s, want what %q is: %s", r.sentence, got, r.want, want)
			continue
		}
		same++
	}
	t.Logf("%d of %d", same, len(list))
}

// TestOffers holds that a question about what was not understood says what would be done, in English, and that a built-in is
// never denied.
func TestOffers(t *testing.T) {
	for _, tt := range []struct{ said, context, asks, yes string }{
		{"make this thing tiny and red, greensleeves", "at=counter/column0/row0/button0", "I do not know “greensleeves”. Shall I make Counter smaller and make Counter red?", "resize counter"},
		{"please stand the notes underneath the calculator", "none", "I do not know “stand”. Shall I move Notes below Calculator?", "move notes relation=below like=calculator"},
		{"add a calculator that speaks french", "none", "I do not know “speaks”, “french”. Shall I add Calculator all the same?", "spawn gene=calculator"},
		{"add a timer for my eggs", "none", "I do not know “eggs”. Shall I add Timer all the same?", "spawn gene=timer"},
	} {
		r := reflex.Parse(tt.said, lively(t, tt.context))
		if r.Ask == nil || !strings.HasPrefix(r.Ask.Text, tt.asks) || len(r.Ask.Choices) != 2 || len(r.Ask.Choices[0].Acts) == 0 {
			t.Errorf("%q: %s, %+v, want %q", tt.said, show(r), r.Ask, tt.asks)
		} else if got := showAct(r.Ask.Choices[0].Acts[0]); !strings.HasPrefix(got, tt.yes) {
			t.Errorf("%q: yes is %s, want %s", tt.said, got, tt.yes)
		}
	}
	r := reflex.Parse("create a pomodoro timer with a big red stop button", lively(t, "none"))
	if want := "I can add Timer, but not all of that."; r.Route() != reflex.Model || r.Lost || r.Ask == nil || r.Ask.Text != want {
		t.Errorf("a part that it has not: %s, %+v, want %q", show(r), r.Ask, want)
	}
	for _, none := range []string{"I shan't be needing the clock", "I needn't see the clock bigger"} {
		if r := reflex.Parse(none, lively(t, "none")); r.Route() == reflex.Do || r.Ask != nil && len(r.Ask.Choices) > 0 && strings.HasPrefix(r.Ask.Choices[0].Label, "Yes") {
			t.Errorf("%q: %s, %+v", none, show(r), r.Ask)
		}
	}
}
