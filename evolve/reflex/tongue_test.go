package reflex

import "testing"

// TestTongue holds in which language a sentence is, where it is to be said in other words.
func TestTongue(t *testing.T) {
	w := worldOf(&Scene{}, "")
	for in, want := range map[string]string{
		"make the clock red":                         "en",
		"I was hoping for a red clock":               "en",
		"die Uhr soll bitte rot werden":              "de",
		"quiero el reloj un pelín más grande":        "es",
		"colle l'horloge contre le bord":             "fr",
		"jeg trenger ikke klokka akkurat nå":         "nb",
		"把时钟挪过去":                                     "zh",
		"時計を右はしに寄せて":                                 "ja",
		"weg damit":                                  "de",
		"the café clock":                             "en",
		"make it \"größer als alle anderen\" please": "en",
	} {
		if got := w.tongue(in); got != want {
			t.Errorf("tongue(%q) = %q, want %q", in, got, want)
		}
	}
}
