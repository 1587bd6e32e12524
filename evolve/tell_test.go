package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// TestQuestionsAreAnswered: what can be known of the desktop is told, in words that hold the figures, and nothing is changed.
func TestQuestionsAreAnswered(t *testing.T) {
	d := doorDesk(t)
	d.Put("cover", door, nil, tissue.Cell{Title: "Cover", Placement: tissue.Placement{Anchor: "top-right", X: 40, Y: 60}})
	ask := func(sentence string, want ...string) {
		t.Helper()
		r := d.say(sentence)
		if r.Status != act.Done || r.Commit != "" {
			t.Errorf("%q: got %s, commit %q", sentence, r.Status, r.Commit)
		}
		for _, w := range want {
			if !strings.Contains(r.Line(), w) {
				t.Errorf("%q: answered %q, want %q in it", sentence, r.Line(), w)
			}
		}
	}
	ask("how many windows are there?", "3 on the desktop: Door, Cover and Lamp")
	ask("ls", "Door, Cover and Lamp")
	ask("how many buttons does the lamp have?", "5:")
	ask("what is the padding of the door?", "16 pixels on every side")
	ask("what's the gap in the door?", "12 pixels")
	ask("what font size has the title of the door", "20 pixels")
	ask("where is the lamp?", "Lamp is at the top right")
	ask("how big is the door?", "pixels wide")
	ask("is anything overlapping?", "Yes: Cover covers some of Lamp.")
	ask("does anything overlap the door?", "No, nothing overlaps Door.")
	ask("what is hidden?", "Nothing is hidden.")
	ask("which wallpapers are there?", "Aurora")
	ask("is the door see-through?", "Door is solid")
	ask("what does the lamp say?", "“Lamp”")
	ask("where did the lamp go?", "Lamp is at the top right")
	ask("did I lose anything?", "Nothing is gone")
	ask("what is this called?", "Point at it")
	ask("what colour is the unlock button of the door?", "Unlock is ")
	ask("which is bigger, the door or the lamp?", "Door is bigger.")
	ask("did I change anything?", "Nothing has been changed yet.")

	d.done("make the door red")
	d.done("make the door 30% see-through")
	ask("what colour is the door?", "red")
	ask("is the door see-through?", "70 % solid")
	d.done("remove the lamp")
	ask("where did the lamp go?", "Lamp was removed", "“remove the lamp”", "brings it back")
	ask("which one have I just lost?", "Lamp was removed")
	ask("how do I make the door bigger?", `Say just that: "make the door bigger"`)
}

// What was hidden of a cell is told of, and how it comes back.
func TestHiddenPartsAreTold(t *testing.T) {
	d := doorDesk(t)
	d.done("hide the unlock button of the door")
	for question, want := range map[string]string{"what is hidden?": "Hidden: Unlock of Door", "where did unlock go?": "Unlock was hidden"} {
		if r := d.say(question); !strings.Contains(r.Line(), want) {
			t.Errorf("%q: %s", question, r.Line())
		}
	}
}
