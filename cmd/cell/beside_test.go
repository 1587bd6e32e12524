package main

import (
	"bytes"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

func TestBothVersionsStandSideBySide(t *testing.T) {
	versions := []act.Version{
		{What: "func Counter.View of counter", Rows: []act.Row{
			{Back: "cell.Row(", Now: "cell.Row(", Same: true},
			{
				Back: "  cell.Button(\"+1\").Key(\"plus\").Primary().Size(16).Width(64).Height(40)",
				Now:  "  cell.Button(\"+1\").Key(\"plus\").Primary().Size(16).Width(64).Height(40).Background(\"green\")",
			},
			{Now: "  cell.Text(\"new \x1b]0;owned\x07\u202e\"),"},
			{Back: "…", Now: "…", Same: true},
		}},
		{What: "accent of clock", Rows: []act.Row{{Back: "not set", Now: "green"}}},
	}
	for width, want := range map[int]string{
		90: `
  func Counter.View of counter
  1                                          │ 2
    cell.Row(                                │   cell.Row(
  - …idth(64).Height(40)                     │ + …idth(64).Height(40).Background("green")
                                             │ +   cell.Text("new ]0;owned"),
    …                                        │   …

  accent of clock
  1                                          │ 2
  - not set                                  │ + green

`,
		40: `
  func Counter.View of counter
    cell.Row(
  1 …(64).Height(40)
  2 …(64).Height(40).Background("green")
  2   cell.Text("new ]0;owned"),
    …

  accent of clock
  1 not set
  2 green

`,
	} {
		var b bytes.Buffer
		(&app{err: &b, width: width}).beside(versions)
		if b.String() != want {
			t.Errorf("%d letters wide:\n%s\nwant\n%s", width, b.String(), want)
		}
		b.Reset()
		(&app{err: &b, width: width, color: true}).beside(versions)
		if got := strings.NewReplacer(bold, "", dim, "", red, "", green, "", reset, "").Replace(b.String()); got != want || !strings.Contains(b.String(), green) {
			t.Errorf("%d letters wide, in colours:\n%q", width, b.String())
		}
	}
}
