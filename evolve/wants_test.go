package evolve

import "testing"

func TestWantsNew(t *testing.T) {
	for sentence, want := range map[string]bool{
		"add a frobnicator that brews tea every hour":            true,
		"create a pomodoro timer with a big red stop button":     true,
		"give me a weather widget":                               true,
		"Please add a stock ticker":                              true,
		"add a reset button":                                     false,
		"add a search box to the notes":                          false,
		"add a button that opens the terminal":                   false,
		"make the button count how often I click it":             false,
		"add a stopwatch to this":                                false,
		"make a smiley face here":                                false,
		"sort the list by date":                                  false,
		"add an icon":                                            false,
		"start a 5 minute timer that rings":                      true,
		"add some hands that show the second time zone":          false,
		"show me a picture of the sea in this":                   false,
		"I want a game of life that I can draw on with my mouse": true,
	} {
		if got := wantsNew(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}
