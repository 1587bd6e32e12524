package reflex

import (
	"strings"
	"testing"
)

func TestUnbent(t *testing.T) {
	lex := loadLexicon()
	for in, want := range map[string]string{
		"mach die Uhr dunkelgrün":      "mach die uhr dunkel gruen",
		"die Knopffarbe":               "die knopf farbe",
		"der Abbrechenknopf":           "der abbrechen knopf",
		"fünfunddreißig Pixel":         "35 pixel",
		"letras blancas":               "letras blanca",
		"las ventanas estrechísimas":   "las ventanas estrechisimas",
		"píntamelo de azul":            "pinta me ello de azul",
		"cámbiale el color":            "cambia le el color",
		"treinta y cinco":              "35",
		"vingt-cinq pixels":            "25 pixels",
		"quatre-vingt-dix":             "90",
		"soixante-douze":               "72",
		"三百五十像素":                       "350 像 素",
		"fargen på gjøremålslista":     "fargen pa gjoremalsliste",
		"den lyseblå knappen":          "den lyse bla knappen",
		"the clocks are dunkelgrün":    "the clocks are dunkel gruen",
		"banana splits in the garden":  "banana splits in the garden",
		"two or three of my own words": "two or three of my own words",
	} {
		var have []string
		for _, w := range lex.unbent(split(in), func(string) bool { return false }) {
			have = append(have, w.text)
		}
		if got := strings.Join(have, " "); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
	named := func(w string) bool { return w == "dunkelgruen" }
	if got := lex.unbent(split("dunkelgrün"), named); len(got) != 1 || got[0].text != "dunkelgruen" {
		t.Errorf("a name is taken apart: %v", got)
	}
}
