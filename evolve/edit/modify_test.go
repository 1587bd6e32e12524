package edit_test

import (
	"errors"
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

const counter = `package main

import "cellshell/membrane/cell"

// Counter counts.
type Counter struct{ Taps int }

// zoom is a constant.
const zoom = 2.0

func (c *Counter) View(x *cell.Context) cell.Node {
	// a comment that must stay
	return cell.Column(
		cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(), // the number
		cell.Button("Tap me").
			Key("tap").
			OnTap(func() {
				// inside
				c.Taps++
			}),
		cell.Text("scaled").Scale(zoom),
		c.key("7"),
	).Gap(12).Padding(16)
}

func (c *Counter) key(label string) cell.Node { return cell.Button(label).Width(40) }

func main() { cell.Run(&Counter{}) }
`

// edited is the source after an edit.
func edited(src []byte, change func(*edit.Session) error) (string, error) {
	s, err := edit.Open(src)
	if err != nil {
		return "", err
	}
	if err := change(s); err != nil {
		return "", err
	}
	out, err := s.Bytes()
	return string(out), err
}

func modify(src []byte, pos string, mods ...edit.Mod) ([]byte, error) {
	out, err := edited(src, func(s *edit.Session) error { return s.Modify(pos, mods...) })
	return []byte(out), err
}

func TestModifyKeepsEverythingElse(t *testing.T) {
	tests := []struct {
		name, pos string
		mods      []edit.Mod
		want      [2]string // replaced by
	}{
		{"append", "main.go:14:3", []edit.Mod{edit.Set("Color", `"blue"`)}, [2]string{`.Bold(), // the`, `.Bold().Color("blue"), // the`}},
		{"replace", "main.go:14:3", []edit.Mod{edit.Set("Size", "20")}, [2]string{"Size(48)", "Size(20)"}},
		{"multiply absent", "main.go:14:3", []edit.Mod{edit.Times("Scale", 1.5, 0)}, [2]string{".Bold(),", ".Bold().Scale(1.5),"}},
		{"multiply literal", "main.go:14:3", []edit.Mod{edit.Times("Size", 1.5, 0)}, [2]string{"Size(48)", "Size(72)"}},
		{"multiply expression", "main.go:21:3", []edit.Mod{edit.Times("Scale", 1.5, 0)}, [2]string{"Scale(zoom)", "Scale(zoom*1.5)"}},
		{"own function", "main.go:22:3", []edit.Mod{edit.Times("Scale", 2, 1)}, [2]string{`c.key("7"),`, `c.key("7").Scale(2),`}},
		{"container", "main.go:13:9", []edit.Mod{edit.Set("Gap", "20")}, [2]string{"Gap(12)", "Gap(20)"}},
		{"two", "main.go:13:9", []edit.Mod{edit.Set("Gap", "20"), edit.Set("Radius", "4")}, [2]string{"Gap(12).Padding(16)", "Gap(20).Padding(16).Radius(4)"}},
		{"drop", "main.go:14:3", []edit.Mod{edit.Drop("Size")}, [2]string{".Size(48)", ""}},
		{"after a closure", "main.go:15:3", []edit.Mod{edit.Set("Border", `"red"`, "2")}, [2]string{"\t\t\t}),\n", "\t\t\t}).Border(\"red\", 2),\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := modify([]byte(counter), tt.pos, tt.mods...)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.Replace(counter, tt.want[0], tt.want[1], 1); string(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestModifyTwiceMultiplies(t *testing.T) {
	src := []byte(counter)
	for range 2 {
		var err error
		if src, err = modify(src, "main.go:15:3", edit.Times("Scale", 1.5, 1)); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(string(src), ".Scale(2.25)") {
		t.Errorf("no Scale(2.25) in\n%s", src)
	}
}

func TestModifyRefuses(t *testing.T) {
	for _, pos := range []string{"", "main.go", "main.go:1:1", "main.go:99:1", "main.go:x:y", "main.go:-1:0"} {
		if _, err := modify([]byte(counter), pos, edit.Set("Bold")); err == nil {
			t.Errorf("position %q was accepted", pos)
		}
	}
	if _, err := modify([]byte(counter), "main.go:14:3", edit.Set("Color", `"a"), os.Exit(1`)); err == nil {
		t.Error("two expressions in one argument were accepted")
	}
	if _, err := modify([]byte("package main\nfunc {"), "main.go:1:1", edit.Set("Bold")); err == nil {
		t.Error("a broken source was accepted")
	}
}

func TestSetText(t *testing.T) {
	setText := func(pos, old, text string) (string, error) {
		return edited([]byte(counter), func(s *edit.Session) error { return s.SetText(pos, old, text) })
	}
	got, err := setText("main.go:15:3", "Tap me", `say "hi"`+"\n")
	if err != nil || !strings.Contains(got, `cell.Button("say \"hi\"\n").`) {
		t.Errorf("%v\n%s", err, got)
	}
	if _, err := setText("main.go:14:3", "0", "x"); !errors.Is(err, edit.ErrDynamic) {
		t.Errorf("a computed text gave %v, want ErrDynamic", err)
	}
	if got, err = setText("main.go:22:3", "7", "seven"); err != nil || !strings.Contains(got, `c.key("seven")`) {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestSetConst(t *testing.T) {
	setConst := func(name, expr string) (string, error) {
		return edited([]byte(counter), func(s *edit.Session) error { return s.SetConst(name, expr) })
	}
	got, err := setConst("zoom", "3.5")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(counter, "zoom = 2.0", "zoom = 3.5", 1); got != want {
		t.Errorf("got\n%s", got)
	}
	if _, err := setConst("missing", "1"); err == nil {
		t.Error("a constant that is not there was set")
	}
}

func FuzzModify(f *testing.F) {
	f.Add([]byte(counter), "main.go:14:3", "Scale", "1.5")
	f.Add([]byte("package main"), "a:1:1", "X", "")
	f.Fuzz(func(t *testing.T, src []byte, pos, method, arg string) {
		if out, err := modify(src, pos, edit.Set(method, arg)); err == nil {
			if _, err := edit.Open(out); err != nil {
				t.Errorf("what was written does not parse: %v\n%s", err, out)
			}
		}
	})
}

func TestSetKeepsAVariableInUse(t *testing.T) {
	src := strings.Replace(counter, ".Size(48).Bold()", ".Size(48).Color(color).Bold()", 1)
	src = strings.Replace(src, "	// a comment", "	color := \"text\"\n	// a comment", 1)
	for _, tone := range []string{`"white"`, `"red"`} {
		out, err := modify([]byte(src), "main.go:15:3", edit.Set("Color", tone))
		if err != nil {
			t.Fatal(err)
		}
		if src = string(out); !strings.Contains(src, ".Color(color).Bold().Color("+tone+")") {
			t.Fatalf("the variable has no use any more, or the new colour is not the last:\n%s", src)
		}
	}
}
