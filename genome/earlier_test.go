package genome_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cellshell/genome"
	"cellshell/tissue"
)

func TestEarlierVersionOfOneCell(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "tissue"))
	addClock(d)
	d.say("analog", func(doc *tissue.Document) { doc.Cells["clock"].Generation = 2 }, edit("digital", "analog")(d))
	d.say("blue", accent("blue"), nil)
	d.say("theme", func(doc *tissue.Document) { doc.Theme.Mode = "light" }, nil)
	plan, err := d.PlanEarlier("clock", time.Time{})
	d.carryOut(plan, err)
	doc, _ := d.Head()
	if c := doc.Cells["clock"]; c.Accent != "" || d.source("clock") != clockSource || c.Generation != 3 {
		t.Errorf("as it began the clock is %+v", c)
	}
	if doc.Theme.Mode != "light" {
		t.Error("the theme went back with it")
	}
	d.carryOut(d.PlanUndo(0, nil))
	if c := d.cell("clock"); c.Accent != "blue" || d.source("clock") == clockSource {
		t.Errorf("undone the clock is %+v", c)
	}
	if _, err := d.PlanEarlier("clock", time.Unix(1, 0)); err == nil {
		t.Error("the clock has a version of yesterday")
	}
	if _, err := d.PlanEarlier("nobody", time.Time{}); err == nil {
		t.Error("a cell that never was has a first version")
	}
}

func TestNamedDesktop(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "tissue"))
	addClock(d)
	if _, err := d.Commit(genome.Change{Sentence: genome.NameSentence("work"), Status: "done", Kind: genome.KindName, Author: "test"}); err != nil {
		t.Fatal(err)
	}
	d.say("no clock", func(doc *tissue.Document) { delete(doc.Cells, "clock") }, nil)
	if !slices.Equal(d.Names(), []string{"work"}) {
		t.Errorf("the names are %q", d.Names())
	}
	plan, err := d.PlanNamed("work")
	d.carryOut(plan, err)
	if d.cell("clock") == nil || d.source("clock") != clockSource {
		t.Error("the clock did not come back")
	}
	if _, err := d.PlanNamed("play"); err == nil {
		t.Error("a name that nobody gave is known")
	}
}
