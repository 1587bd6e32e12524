package main

import (
	"testing"

	"cellshell/membrane/celltest"
)

func TestCounter(t *testing.T) {
	d := celltest.Start(t, &Counter{}, celltest.Options{})
	d.Tap("plus", "plus", "plus", "minus")
	if got := d.Node("count").Text; got != "2" {
		t.Errorf("shows %s", got)
	}
	next := celltest.Start(t, &Counter{}, celltest.Options{State: d.State()})
	next.Key("up", "down", "down")
	if got := next.Node("count").Text; got != "1" {
		t.Errorf("shows %s", got)
	}
	next.Tap("Reset")
	if n := next.Node("reset"); next.Node("count").Text != "0" || !n.Disabled {
		t.Errorf("after reset: %s, disabled %t", next.Node("count").Text, n.Disabled)
	}
	next.Tap("minus")
	if got := next.Node("count").Text; got != "-1" {
		t.Errorf("below zero: %s", got)
	}
}
