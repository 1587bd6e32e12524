package edit_test

import (
	"errors"
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

func TestSessionPositionsStayThoseOfTheOpenedSource(t *testing.T) {
	src := strings.Replace(counter, "c.key(\"7\"),", `c.key("7"), c.key("8"), c.key("9"),`, 1)
	s, err := edit.Open([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		s.Modify("main.go:22:3", edit.Times("Scale", 1.5, 1)),
		s.SetText("main.go:22:15", "8", "eight"),
		s.Modify("main.go:22:3", edit.Set("Color", `"red"`)),
		s.SetConst("zoom", "5"),
		s.Place("main.go:22:27", "main.go:22:15", false),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`c.key("7").Scale(1.5).Color("red"), c.key("9"), c.key("eight"),`, "zoom = 5"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestSessionRemove(t *testing.T) {
	s, err := edit.Open([]byte(counter))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove("main.go:15:3"); err != nil {
		t.Fatal(err)
	}
	got, err := s.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(got), "Tap me") || !strings.Contains(string(got), "scaled") {
		t.Errorf("got\n%s", got)
	}
	if err := s.Remove("main.go:13:9"); !errors.Is(err, edit.ErrNotAlone) {
		t.Errorf("removing the root gave %v, want ErrNotAlone", err)
	}
}

func TestChanged(t *testing.T) {
	after := strings.Replace(strings.Replace(counter, "Width(40)", "Width(50)", 1), "const zoom", "const room", 1)
	if got := strings.Join(edit.Changed([]byte(counter), []byte(after)), ", "); got != "const room, const zoom, func Counter.key" {
		t.Errorf("got %s", got)
	}
	if got := edit.Changed([]byte(counter), []byte("package")); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestConst(t *testing.T) {
	if got, ok := edit.Const([]byte(counter), "zoom"); got != "2.0" || !ok {
		t.Errorf("got %q, %v", got, ok)
	}
	if _, ok := edit.Const([]byte(counter), "Counter"); ok {
		t.Error("a type counts as a constant")
	}
}
