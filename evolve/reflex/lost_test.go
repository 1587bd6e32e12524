package reflex_test

import (
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// TestLost: what is not understood is asked about, and a word that the lexicons have is never said to be unknown.
func TestLost(t *testing.T) {
	for sentence, want := range map[string]struct{ ask, offer string }{
		"make the save button glimpf green":             {"I do not know “glimpf”. Shall I make Save green?", "Yes"},
		"make the clock bigger unless it flibbers":      {"", ""},
		"make the clock flibber":                        {"I do not know “flibber”. What shall be different about Clock?", ""},
		"flibber the grumbox":                           {"I do not know “flibber”, “grumbox”. Which thing do you mean", ""},
		"the clock":                                     {"What shall be different about Clock?", "Bigger"},
		"don't make the save button green like a frog":  {"", ""},
		"my mum says the clock is bigger than the moon": {"", ""},
	} {
		r := reflex.Parse(sentence, sceneOf(t, "none"))
		if r.Route() == reflex.Do {
			t.Errorf("%q is done: %s", sentence, show(r))
		}
		ask, offer := "", ""
		if r.Ask != nil {
			ask = r.Ask.Text
			if len(r.Ask.Choices) > 0 {
				offer = r.Ask.Choices[0].Label
			}
		}
		if !strings.HasPrefix(ask, want.ask) || want.offer != "" && offer != want.offer {
			t.Errorf("%q: asks %q and offers %q, want %q and %q", sentence, ask, offer, want.ask, want.offer)
		}
		for _, known := range []string{"“clock”", "“the”", "“not”", "“unless”", "“bigger”", "“than”"} {
			if strings.Contains(ask, known) {
				t.Errorf("%q: asks %q", sentence, ask)
			}
		}
	}
}

// TestNoName holds that a name in the label of a whole wish does not choose it.
func TestNoName(t *testing.T) {
	s := sceneOf(t, "none")
	s.Pending = reflex.Parse("make the clock glimpf green", s).Ask
	if s.Pending == nil || len(s.Pending.Choices) != 2 {
		t.Fatalf("got %+v", s.Pending)
	}
	for say, want := range map[string]string{"yes": "recolor clock color=green", "the clock flibbers": "model clock", "clock": "ask", "make the clock green": "recolor clock color=green"} {
		if got := show(reflex.Parse(say, s)); got != want {
			t.Errorf("%q is read as %s, want %s", say, got, want)
		}
	}
}
