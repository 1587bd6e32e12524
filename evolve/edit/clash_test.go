package edit_test

import (
	"fmt"
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

func TestClashesAreTheDeclarationsThatDoNotMerge(t *testing.T) {
	const base = "package main\n\nconst Step = 1\n\nconst Face = \"round\"\n\nfunc a() int { return 1 }\n\nfunc b() int { return 1 }\n\nfunc main() {}\n"
	ours := strings.NewReplacer("Step = 1", "Step = 2", "func a() int { return 1 }", "func a() int { return 2 }", "\"round\"", "\"flat\"").Replace(base)
	theirs := strings.NewReplacer("Step = 1", "Step = 3", "func a() int { return 1 }\n\n", "", "func b() int { return 1 }", "func b() int { return 3 }").Replace(base)
	got := edit.Clashes([]byte(base), []byte(ours), []byte(theirs))
	want := []edit.Clash{{"const Step", "const Step = 2\n", "const Step = 3\n"}, {"func a", "func a() int { return 2 }\n", ""}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := edit.Clashes([]byte(base), []byte("package main\n\nfunc {"), []byte(theirs)); got != nil {
		t.Errorf("a side that does not parse: %q", got)
	}
}

func TestBeside(t *testing.T) {
	for _, tt := range []struct{ left, right, want string }{
		{"a\nb\nc\n", "a\nB\nc\n", "a=a b|B c=c"},
		{"a\n", "", "a|"},
		{"", "a\nb", "|a |b"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9", "1\nX\n3\n4\n5\n6\n7\nY\nZ\n9", "1=1 2|X 3=3 …=… 7=7 8|Y |Z 9=9"},
		{"1\n2\n3\n4", "1\n2\n2\n3\n4", "1=1 |2 2=2"},
		{"1\n2\n3\n4\n5", "X\n2\n3\n4\nY", "1|X 2=2 3=3 4=4 5|Y"},
	} {
		var got []string
		for _, r := range edit.Beside(tt.left, tt.right) {
			got = append(got, r.Left+map[bool]string{true: "=", false: "|"}[r.Same]+r.Right)
		}
		if text := strings.Join(got, " "); text != tt.want {
			t.Errorf("%q and %q: %s, want %s", tt.left, tt.right, text, tt.want)
		}
	}
}

func FuzzBeside(f *testing.F) {
	f.Add("a\nb\nc", "a\nc\nd")
	f.Add("x\n\n\ny", "\n\n\n\ny\nx")
	f.Fuzz(func(t *testing.T, left, right string) {
		for _, r := range edit.Beside(left, right) {
			for side, text := range map[string]string{r.Left: left, r.Right: right} {
				if side != "" && side != "…" && !strings.Contains(text, strings.TrimSpace(side)) {
					t.Errorf("%q is not in %q", side, text)
				}
			}
		}
	})
}

func TestMergeTakingOneSideKeepsAllElse(t *testing.T) {
	const base = "package main\n\nfunc View() node {\n\treturn row(button(1).Width(40).Background(\"red\"), text(2).Size(10).Scale(2), end())\n}\n"
	ours := strings.NewReplacer("\"red\"", "\"green\"", "Size(10)", "Size(20)").Replace(base)                   // a later change, and another one
	theirs := strings.NewReplacer(".Background(\"red\")", "", ".Scale(2)", "", "end()", "end(3)").Replace(base) // without the change
	for side, want := range map[edit.Side]string{
		edit.Ours:   `row(button(1).Width(40).Background("green"), text(2).Size(20), end(3))`,
		edit.Theirs: `row(button(1).Width(40), text(2).Size(20), end(3))`,
	} {
		if got, conflict := edit.MergeTaking(side, []byte(base), []byte(ours), []byte(theirs)); conflict || !strings.Contains(string(got), want) {
			t.Errorf("side %d: %s", side, got)
		}
	}
	if _, conflict := edit.MergeSources([]byte(base), []byte(ours), []byte(theirs)); !conflict {
		t.Error("there is no conflict")
	}
	if c := edit.Clashes([]byte(base), []byte(ours), []byte(theirs)); len(c) != 1 || c[0].Name != "func View" || !strings.Contains(c[0].Theirs, "Size(20), end(3)") || strings.Contains(c[0].Theirs, "Background") {
		t.Errorf("got %q", c)
	}
}

// Whatever three versions there are, taking a side decides, and what comes of it is Go.
func FuzzMergeTaking(f *testing.F) {
	f.Add("1 + 2", "1 + 3", "4 + 2")
	f.Add("f(a, b)", "f(b)", "f(a, c).g()")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		program := func(expr string) []byte {
			return []byte("package main\n\nvar x = " + expr + "\n\nfunc f() any { return " + expr + " }\n")
		}
		base, ours, theirs := program(a), program(b), program(c)
		two := func(src []byte) bool { // declarations
			return edit.Changed(src, src) == nil && len(edit.Changed(src, []byte("package main\n"))) == 2
		}
		if !two(base) || !two(ours) || !two(theirs) {
			return
		}
		for _, side := range []edit.Side{edit.Ours, edit.Theirs} {
			out, conflict := edit.MergeTaking(side, base, ours, theirs)
			if conflict {
				t.Fatalf("side %d of %q, %q, %q", side, a, b, c)
			}
			if !two(out) {
				t.Fatalf("side %d of %q, %q, %q gives\n%s", side, a, b, c, out)
			}
		}
	})
}
