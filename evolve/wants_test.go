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
		"make me a felt board":                                   true,
		"mach mir einen Pomodoro-Timer, der klingelt":            true,
		"füge einen Pomodoro-Timer hinzu":                        true,
		"baue einen Knopf ein, der alles löscht":                 false,
		"füge den Notizen ein Suchfeld hinzu":                    false,
		"hazme un temporizador con campana":                      true,
		"añade un botón a las notas":                             false,
		"fais-moi un minuteur qui sonne":                         true,
		"ajoute un bouton à l'horloge":                           false,
		"lag meg en eggeklokke som ringer":                       true,
		"legg til en knapp":                                      false,
		"给我做一个番茄钟":                                               true,
		"加一个按钮":                                                  false,
		"ポモドーロタイマーを作って":                                          true,
		"ボタンを追加して":                                               false,
	} {
		if got := wantsNew(sentence); got != want {
			t.Errorf("%q: %v, want %v", sentence, got, want)
		}
	}
}

func TestThingOf(t *testing.T) {
	for sentence, want := range map[string]string{
		"make me a pomodoro timer that counts down":  "pomodoro timer",
		"Mach mir einen Kurzzeitwecker mit Klingel.": "Kurzzeitwecker",
		"hazme una brújula que gire":                 "brújula",
		"fais-moi une boussole avec un cadran":       "boussole",
		"lag meg et kompass som peker nordover":      "kompass",
		"给我做一个指南针":                                   "指南针",
		"コンパスを作って":                                   "コンパス",
		"make it red":                                "",
	} {
		if got := thingOf(sentence); got != want {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
}
