package main

import (
	"strings"
	"testing"
	"time"

	"cellshell/membrane/celltest"
)

func TestDigits(t *testing.T) {
	d := celltest.Start(t, &Clock{}, celltest.Options{Now: time.Date(2026, 3, 14, 9, 5, 7, 0, time.FixedZone("CET", 3600))})
	if got := strings.Join(d.Texts(), "|"); got != "09:05|07|Saturday, 14 March" {
		t.Errorf("shows %s", got)
	}
	if got := d.Node("time").Style.Color; got != "accent" {
		t.Errorf("the digits are %s", got)
	}
	d.Advance(54 * time.Second)
	if got := d.Node("time").Text + d.Node("seconds").Text; got != "09:0601" {
		t.Errorf("54 s later: %s", got)
	}
}

func TestHands(t *testing.T) {
	root := analog(time.Date(2026, 3, 14, 15, 0, 0, 0, time.UTC))
	d := celltest.Start(t, fixed{root}, celltest.Options{})
	var accents int
	for _, p := range d.Node("face").Paint {
		if p.Stroke != "accent" {
			continue
		}
		accents++
		// At three o'clock the hour hand points right, the minute hand up.
		if hour := p.Width == 8; hour && (p.At[2] < 149 || p.At[3] < 99.9 || p.At[3] > 100.1) || !hour && p.At[3] > 27 {
			t.Errorf("hand %+v", p)
		}
	}
	if accents != 2 {
		t.Errorf("%d hands in the accent, want 2", accents)
	}
}
