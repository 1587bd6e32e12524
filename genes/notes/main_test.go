package main

import (
	"testing"

	"cellshell/membrane/celltest"
)

func TestNotes(t *testing.T) {
	d := celltest.Start(t, &Notes{}, celltest.Options{})
	if !d.Node("delete").Disabled {
		t.Error("an empty first note can be deleted")
	}
	d.Type("text-1", "Shopping\n milk and\tbread ")
	row := d.Node("note-1").Children
	if row[0].Text != "Shopping" || row[1].Text != "milk and bread" {
		t.Errorf("the list shows %q, %q", row[0].Text, row[1].Text)
	}
	if got := d.Node("words").Text; got != "4 words, 25 characters" {
		t.Errorf("words: %s", got)
	}
	d.Tap("new")
	d.Type("text-2", "Ideas")
	if n := d.Lookup("text-1"); n != nil {
		t.Error("two notes are open")
	}
	d.Tap("note-1")
	if got := d.Node("text-1").Text; got != "Shopping\n milk and\tbread " {
		t.Errorf("the first note became %q", got)
	}
	d.Tap("Delete")
	if got := d.Node("text-2").Text; got != "Ideas" {
		t.Errorf("after deleting: %q", got)
	}
	d.Tap("Delete")
	if got := d.Node("text-3").Text; got != "" {
		t.Errorf("the last deleted leaves %q", got)
	}
	d.Key("ctrl+n")
	if len(d.Node("list").Children) != 2 {
		t.Error(celltest.Sketch(d.Tree()))
	}
}

func TestStateSurvives(t *testing.T) {
	d := celltest.Start(t, &Notes{}, celltest.Options{})
	d.Type("text-1", "kept")
	d.Tap("new")
	next := celltest.Start(t, &Notes{}, celltest.Options{State: d.State()})
	next.Tap("note-1")
	if got := next.Node("text-1").Text; got != "kept" {
		t.Errorf("got %q", got)
	}
}
