package evolve

import "testing"

func TestSeveral(t *testing.T) {
	for sentence, want := range map[string]struct {
		wish string
		n    int
	}{
		"make me a pomodoro timer, show me three":           {"make me a pomodoro timer", 3},
		"make me a pomodoro timer and show me 4 versions.":  {"make me a pomodoro timer", 4},
		"build me a dice roller in two variants":            {"build me a dice roller", 2},
		"show me three versions of a stopwatch":             {"make me a stopwatch", 3},
		"Give me a few designs for compass":                 {"make me a compass", 3},
		"please make me two different options of my agenda": {"make me my agenda", 2},
		"mach mir einen Pomodoro-Timer, zeig mir drei":      {"mach mir einen Pomodoro-Timer", 3},
		"bau mir eine Stoppuhr in zwei Varianten":           {"bau mir eine Stoppuhr", 2},
		"zeig mir vier Entwürfe für einen Kompass":          {"mach mir ein Kompass", 4},
		"hazme una brújula y muéstrame tres":                {"hazme una brújula", 3},
		"fais-moi une boussole, montre-m'en deux":           {"fais-moi une boussole", 2},
		"lag meg et kompass, vis meg tre":                   {"lag meg et kompass", 3},
		"给我做一个指南针，给我看三个":                                    {"给我做一个指南针", 3},
		"コンパスを作って、三つ見せて":                                    {"コンパスを作って", 3},
		"show me three clocks":                              {},
		"zeig mir drei Uhren":                               {},
		"make this button bigger, show me three":            {},
		"show me three":                                     {},
		"add two notes":                                     {},
	} {
		wish, n, ok := several(sentence)
		if wish != want.wish || n != want.n || ok != (n > 0) {
			t.Errorf("%q: %q, %d, want %+v", sentence, wish, n, want)
		}
	}
}

func TestFindGene(t *testing.T) {
	s := &Scene{Genes: []Gene{
		{Manifest: Manifest{Name: "clock", Title: "Clock", Synonyms: []string{"watch", "digital clock"}, About: "The time and date, in digits or with hands."}},
		{Manifest: Manifest{Name: "notes", Title: "Notes", Synonyms: []string{"scratchpad"}, About: "Short texts, kept as you type."}},
		{Manifest: Manifest{Name: "panel", Title: "Panel", About: "The bar at the top: date and time."}},
	}}
	for thing, want := range map[string]string{
		"clock": "clock", "better clock": "clock", "a nice new watch": "clock", "Digital-Clock": "clock", "notes app": "notes", "note": "notes",
		"short texts": "notes", "time and hands": "clock", "time and date": "", "pomodoro timer": "", "hands": "", "better": "", "": "", "date picker": "",
	} {
		got := ""
		if g := s.findGene(thing); g != nil {
			got = g.Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", thing, got, want)
		}
	}
	for thing, want := range map[string]bool{
		"better terminal": true, "a command line": true, "terminal emulator": true, "my term": true, "term": true, "a better Konsole": true, "tmux": true, "terminal emulator window": true,
		"long term": false, "list of terms": false, "shell game": false, "terminal velocity chart": false, "a button that opens it": false, "clock": false, "determined": false,
	} {
		if asksTerminal(s, thing) != want {
			t.Errorf("%q: a terminal: %v", thing, !want)
		}
	}
	if s.Genes = append(s.Genes, Gene{Manifest: Manifest{Name: "terminal"}}); asksTerminal(s, "terminal") {
		t.Error("there is one now")
	}
}
