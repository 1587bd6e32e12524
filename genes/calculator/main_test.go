package main

import (
	"strings"
	"testing"

	"cellshell/membrane/celltest"
)

func TestSums(t *testing.T) {
	for _, c := range []struct{ keys, result, sum string }{
		{"7 × 8 =", "56", "7 × 8 ="},
		{"2 + 3 × 4 =", "14", "2 + 3 × 4 ="},
		{"2 × 3 + 4 × 5 =", "26", "2 × 3 + 4 × 5 ="},
		{"1 0 − 4 − 3 =", "3", "10 − 4 − 3 ="},
		{"8 ÷ 2 ÷ 2 =", "2", "8 ÷ 2 ÷ 2 ="},
		{". 1 + . 2 =", "0.3", "0.1 + 0.2 ="},
		{"1 ÷ 3 =", "0.333333333333", "1 ÷ 3 ="},
		{"1 ÷ 0 =", "Not a number", "1 ÷ 0 ="},
		{"1 ÷ 0 = 5", "5", ""},
		{"1 2 3 4 5 6 7", "1\u202f234\u202f567", ""},
		{"1 2 3 4 . 5 ± + 1 =", "−1\u202f233.5", "−1\u202f234.5 + 1 ="},
		{"5 0 %", "0.5", ""},
		{"7 + = ", "7", "7 ="},
		{"7 + ×", "7", "7 ×"},
		{"7 + × 2 =", "14", "7 × 2 ="},
		{"+ 3 =", "3", "0 + 3 ="},
		{"7 × 8 = + 1 =", "57", "56 + 1 ="},
		{"7 × 8 = 9", "9", ""},
		{"1 2 ⌫", "1", ""},
		{"1 ± ⌫", "0", ""},
		{"1 ± ⌫ ± %", "0", ""},
		{"0 0 7", "7", ""},
		{"1 . . 5", "1.5", ""},
		{"9 AC", "0", ""},
		{"=", "0", ""},
		{"9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 × 9 9 9 9 9 9 9 9 9 =", "9.99999999e+23", "999\u202f999\u202f999\u202f999\u202f999 × 999\u202f999\u202f999 ="},
	} {
		t.Run(c.keys, func(t *testing.T) {
			d := celltest.Start(t, &Calculator{}, celltest.Options{})
			d.Tap(strings.Fields(c.keys)...)
			if got := d.Node("result").Text; got != c.result {
				t.Errorf("shows %q, want %q", got, c.result)
			}
			if got := d.Node("sum").Text; got != c.sum {
				t.Errorf("sum %q, want %q", got, c.sum)
			}
		})
	}
}

func TestKeyboard(t *testing.T) {
	d := celltest.Start(t, &Calculator{}, celltest.Options{})
	d.Key("7", "*", "8", "enter")
	if got := d.Node("result").Text; got != "56" {
		t.Errorf("7*8 shows %q", got)
	}
	d.Key("escape", "9", "/", "4", "backspace", "3", "enter")
	if got := d.Node("result").Text; got != "3" {
		t.Errorf("9/3 shows %q", got)
	}
}

// A sum half typed goes on after the code has changed.
func TestStateSurvives(t *testing.T) {
	d := celltest.Start(t, &Calculator{}, celltest.Options{})
	d.Tap("7", "×")
	next := celltest.Start(t, &Calculator{}, celltest.Options{State: d.State()})
	next.Tap("8", "=")
	if got := next.Node("result").Text; got != "56" {
		t.Errorf("shows %q", got)
	}
}
