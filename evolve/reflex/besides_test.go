package reflex_test

import (
	"testing"

	"cellshell/evolve/reflex"
)

// wishes are plain ones, for sentences that say more.
var wishes = []string{"make the clock bigger", "hide the notes", "move the clock to the bottom right", "paint save green", "make all buttons smaller", "add a calculator"}

// TestBesides holds that what is said besides a wish does not change it, wherever it stands, that a condition or another wish is
// never left out, and that a wish which is taken back in the same breath is not done.
func TestBesides(t *testing.T) {
	right := 0
	for _, r := range rows(t, "besides.tsv") {
		kind, said := r.sentence, r.want
		for _, wish := range wishes {
			scene := sceneOf(t, r.context)
			want := show(reflex.Parse(wish, scene))
			sentences := []string{wish + ", " + said, wish + ". " + said}
			switch kind {
			case "before":
				sentences = []string{said + ", " + wish, said + ". " + wish}
			case "cancel":
				sentences = append(sentences, wish+" – "+said, wish+". "+said+". thanks")
			case "states":
				sentences = append(sentences, said+", "+wish, said+". "+wish, said+" – "+wish, "because "+said+", "+wish, wish+" because "+said)
			}
			for _, sentence := range sentences {
				got := reflex.Parse(sentence, scene)
				switch {
				case (kind == "states" || kind == "before") && show(got) != want:
					t.Errorf("%q: %s, want %s", sentence, show(got), want)
				case kind == "cancel" && show(got) != "answer nothing":
					t.Errorf("%q: %s, want nothing", sentence, show(got))
				case kind == "condition" && show(got) == want:
					t.Errorf("%q is done all the same: %s", sentence, want)
				default:
					right++
				}
			}
		}
	}
	t.Logf("%d right", right)
}

// TestBesidesOfNothing holds that pieces in which nothing is typed bring no sentence down.
func TestBesidesOfNothing(t *testing.T) {
	for _, said := range []string{"so's, make the clock red", "hide it, so's", "please's, hide it", "and's. 's, 's", "ok's. hide the clock", "but's – 's", "'s, because's", "like's, hide it", "and, but put that back", "fine, thanks, but put that back to how it was", "so, and hide it"} {
		reflex.Parse(said, homeDesk(t, "home"))
	}
}

// TestBesidesSpeaksOf holds that "it" is what was spoken of besides the wish.
func TestBesidesSpeaksOf(t *testing.T) {
	for said, plain := range map[string]string{
		"the terminal scares me lol, hide it":               "hide the terminal",
		"the form looks lonely, put the clock beside it":    "put the clock beside the form",
		"I hardly ever look at the notes. make them small":  "make the notes small",
		"nobody has used the todo list in weeks, remove it": "remove the todo list",

		"the form looks lonely, you know what, put the clock beside it": "put the clock beside the form",
		"the terminal scares me lol. by the way. hide it":               "hide the terminal",
	} {
		scene := homeDesk(t, "home")
		if got, want := show(reflex.Parse(said, scene)), show(reflex.Parse(plain, scene)); got != want || want == "ask" {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
	for said, text := range map[string]string{
		"rename the notes to Diary, that is what I call it":      "Diary",
		"rename the notes to Diary (my wife suggested it)":       "Diary",
		"change cancel to Stop, shorter is better":               "Stop",
		"rename the notes to Milk, eggs and the rest of my life": "Milk, eggs and the rest of my life",
	} {
		r := reflex.Parse(said, homeDesk(t, "home"))
		if len(r.Acts) != 1 || r.Acts[0].Args.Text != text {
			t.Errorf("%q: %+v, want %q", said, r.Acts, text)
		}
	}
}
