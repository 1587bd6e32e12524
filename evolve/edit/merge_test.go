package edit_test

import (
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

// change replaces one piece of the counter and fails when it is not there.
func change(t *testing.T, src, old, text string) string {
	t.Helper()
	if !strings.Contains(src, old) {
		t.Fatalf("no %q in the source", old)
	}
	return strings.Replace(src, old, text, 1)
}

func TestMergeSourcesKeepsBothChanges(t *testing.T) {
	const button = `cell.Button("Tap me").
			Key("tap").`
	tests := []struct {
		name         string
		base         [2]string // counter with this replaced is the base
		ours, theirs [2]string
		want         [2]string // base with this replaced; "" both: a conflict
	}{
		{
			name: "two functions",
			ours: [2]string{".Width(40)", ".Width(80)"}, theirs: [2]string{"Size(48)", "Size(72)"},
			want: [2]string{"Size(48)", "Size(72)"},
		},
		{
			name: "undo a modifier, a later one on the same line stays",
			base: [2]string{`.Width(40)`, `.Width(40).Scale(1.5)`},
			ours: [2]string{`.Scale(1.5)`, `.Scale(1.5).Background("blue")`}, theirs: [2]string{".Scale(1.5)", ""},
			want: [2]string{`.Scale(1.5)`, `.Background("blue")`},
		},
		{
			name: "undo the first of two equal shapes",
			base: [2]string{`.Size(48).Bold()`, `.Size(48).Bold().Scale(2)`},
			ours: [2]string{`.Scale(2)`, `.Scale(2).Italic().Gap(3)`}, theirs: [2]string{".Scale(2)", ""},
			want: [2]string{`.Scale(2)`, `.Italic().Gap(3)`},
		},
		{name: "both changed one number", ours: [2]string{"Size(48)", "Size(10)"}, theirs: [2]string{"Size(48)", "Size(20)"}},
		{
			name: "undo, both chained at one place",
			ours: [2]string{"Size(48)", "Size(48).Italic()"}, theirs: [2]string{"Size(48)", "Size(48).Mono()"}, want: [2]string{"Size(48)", "Size(48).Italic().Mono()"},
		},
		{name: "both chained the same method at one place", ours: [2]string{"Size(48)", "Size(48).Scale(2)"}, theirs: [2]string{"Size(48)", "Size(48).Scale(3)"}},
		{
			name:   "changed and deleted",
			ours:   [2]string{"func (c *Counter) key(label string) cell.Node { return cell.Button(label).Width(40) }\n\n", ""},
			theirs: [2]string{".Width(40)", ".Width(41)"},
		},
		{
			name: "one added a function", ours: [2]string{"func main()", "func more() int { return 1 }\n\nfunc main()"}, theirs: [2]string{button, button + "\n\t\t\tBold()."},
			want: [2]string{button, button + "\n\t\t\tBold()."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			base := counter
			if tt.base[0] != "" {
				base = change(t, counter, tt.base[0], tt.base[1])
			}
			ours, theirs := change(t, base, tt.ours[0], tt.ours[1]), change(t, base, tt.theirs[0], tt.theirs[1])
			got, conflict := edit.MergeSources([]byte(base), []byte(ours), []byte(theirs))
			if tt.want[0] == "" {
				if !conflict {
					t.Errorf("no conflict, but\n%s", got)
				}
				return
			}
			if conflict {
				t.Fatal("conflict")
			}
			want := change(t, ours, tt.theirs[0], tt.theirs[1])
			if strings.Contains(tt.name, "undo") {
				want = change(t, base, tt.want[0], tt.want[1])
			}
			if string(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestMergeDecls(t *testing.T) {
	tests := []struct {
		name, answer string
		has, hasNot  []string
	}{
		{
			"replaces a method and keeps its comment", "func (c *Counter) key(label string) cell.Node {\n\treturn cell.Button(label).Width(99)\n}\n",
			[]string{"Width(99)", "// Counter counts.", "// the number"},
			[]string{"Width(40)"},
		},
		{
			"replaces a type, keeps its comment", "type Counter struct{ Taps, Clicks int }\n",
			[]string{"Clicks int", "// Counter counts."},
			nil,
		},
		{"constant", "const zoom = 9\n", []string{"zoom = 9", "// zoom is a constant."}, []string{"2.0"}},
		{"adds a method beside its type", "func (c *Counter) reset() { c.Taps = 0 }\n", []string{"func (c *Counter) reset() { c.Taps = 0 }\n\nfunc main()"}, nil},
		{
			"adds an import", "import \"strings\"\n\nfunc up(s string) string { return strings.ToUpper(s) }\n",
			[]string{"import (\n\t\"strings\"\n\n\t\"cellshell/membrane/cell\"\n)", "func up(s string) string { return strings.ToUpper(s) }\n\nfunc main()"},
			nil,
		},
		{"deletes", "// DELETE (c *Counter) key\nconst zoom = 3\n", []string{"zoom = 3"}, []string{"func (c *Counter) key"}},
		{"deletes by bare name", "// DELETE key\n", nil, []string{"func (c *Counter) key"}},
		{"a whole file replaces", "package main\n\nfunc main() {}\n", []string{"func main() {}"}, []string{"Counter"}},
		{"a whole file with a gap is merged", "package main\n\n// ... rest unchanged\n\nfunc main() { cell.Run(&Counter{Taps: 1}) }\n", []string{"Taps: 1", "View("}, nil},
		{"a group", "const (\n\tzoom = 4\n\tother = 5\n)\n", []string{"const zoom = 4", "const other = 5"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := edit.MergeDecls([]byte(counter), tt.answer)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range tt.has {
				if !strings.Contains(string(got), s) {
					t.Errorf("no %q in\n%s", s, got)
				}
			}
			for _, s := range tt.hasNot {
				if strings.Contains(string(got), s) {
					t.Errorf("still %q in\n%s", s, got)
				}
			}
		})
	}
	for _, bad := range []string{"", "x := 1", "func (c *Counter) View(x *cell.Context) cell.Node {\n\t// ... existing code ...\n}", "func broken( {"} {
		if got, err := edit.MergeDecls([]byte(counter), bad); err == nil {
			t.Errorf("%q was accepted:\n%s", bad, got)
		}
	}
}

func TestFence(t *testing.T) {
	const code = "func f() {}\n"
	for _, tt := range []struct{ name, answer, want string }{
		{"plain", "```go\nfunc f() {}\n```", code},
		{"prose around", "Sure! Here it is:\n\n```go\nfunc f() {}\n```\nHope it helps.", code},
		{"thinking", "<think>```go\nfunc g() {}\n```</think>\n```go\nfunc f() {}\n```", code},
		{"end of thinking only", "so I will ...</think>```\nfunc f() {}\n```", "func f() {}\n"},
		{"no fence", "func f() {}\n", code},
		{"no fence, prose after", "func f() {}\n\nThis does nothing.", code},
		{"no end", "```go\nfunc f() {}\n", "func f() {}\n\n"},
		{"other language first", "```sh\ngo run .\n```\n```go\nfunc f() {}\n```", code},
		{"tilde", "~~~go\nfunc f() {}\n~~~", code},
		{"whole file wins", "```go\nfunc g() {}\n```\n```go\npackage main\n```", "package main\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := edit.Fence(tt.answer)
			if err != nil || strings.TrimSpace(got) != strings.TrimSpace(tt.want) {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
		})
	}
	for _, none := range []string{"", "I am sorry, I cannot do that.", "```\n```"} {
		if got, err := edit.Fence(none); err == nil {
			t.Errorf("%q gave %q", none, got)
		}
	}
}

func TestSearchReplace(t *testing.T) {
	block := func(a, b string) string { return "<<<<<<< SEARCH\n" + a + "\n=======\n" + b + "\n>>>>>>> REPLACE\n" }
	for _, tt := range []struct{ name, code, want string }{
		{"exact", block("const zoom = 2.0", "const zoom = 3"), "const zoom = 3"},
		{"spaces", block("cell.Text(\"scaled\").Scale( zoom ),", "cell.Text(\"s\"),"), "\t\tcell.Text(\"s\"),\n"},
		{"nearly", block("// a coment that must stay", "// gone"), "\t// gone\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := edit.Apply([]byte(counter), tt.code)
			if err != nil || !strings.Contains(string(got), tt.want) {
				t.Errorf("got %v\n%s", err, got)
			}
		})
	}
	for _, bad := range []string{block("nothing like it at all", "x"), block("", "x"), block(")", "x"), "<<<<<<< SEARCH\nconst zoom = 2.0\n"} {
		if _, err := edit.Apply([]byte(counter), bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func FuzzMergeDecls(f *testing.F) {
	f.Add(counter, "func (c *Counter) key(l string) cell.Node { return cell.Text(l) }")
	f.Add(counter, "// DELETE key\nimport \"fmt\"\nconst (a = iota\nb)")
	f.Fuzz(func(t *testing.T, src, answer string) {
		if out, err := edit.MergeDecls([]byte(src), answer); err == nil {
			if _, err := edit.MergeDecls(out, "const addedByTheTest = 1"); err != nil {
				t.Errorf("the result does not parse: %v\n%s", err, out)
			}
		}
	})
}

func FuzzFence(f *testing.F) {
	f.Add("```go\nx\n```")
	f.Add("<think>a</think>func f() {}")
	f.Add("<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE")
	f.Fuzz(func(t *testing.T, answer string) {
		code, err := edit.Fence(answer)
		if err == nil && strings.TrimSpace(code) == "" {
			t.Error("no code and no error")
		}
		_, _ = edit.Apply([]byte(counter), answer)
	})
}

func FuzzMergeSources(f *testing.F) {
	f.Add(counter, strings.Replace(counter, "48", "72", 1), strings.Replace(counter, "zoom", "room", -1))
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		out, conflict := edit.MergeSources([]byte(base), []byte(ours), []byte(theirs))
		if conflict == (out != nil) {
			t.Errorf("conflict %v with %d bytes", conflict, len(out))
		}
	})
}

// What stands before the first declaration of an answer belongs to it: its comment, and a directive that the gate must see.
func TestMergeKeepsWhatStandsFirst(t *testing.T) {
	src := []byte("package main\n\n// old says what it was.\nfunc old() {}\n\nfunc main() { old() }\n")
	for _, first := range []string{"// old says what it is now.", "//go:nosplit"} {
		out, err := edit.MergeDecls(src, first+"\nfunc old() { println() }\n")
		if err != nil || !strings.Contains(string(out), "\n"+first+"\nfunc old() {") {
			t.Errorf("%q: %v\n%s", first, err, out)
		}
	}
	if _, err := edit.MergeDecls(src, "func a() {}\nfunc b( {\n"); err == nil || !strings.Contains(err.Error(), "main.go:2:") {
		t.Errorf("the place of an error is not the answer's: %v", err)
	}
}

// TestMergeOfWhatStandsSeveralTimes merges and names changes in a source as people write it: imports line by line, several
// values without a name.
func TestMergeOfWhatStandsSeveralTimes(t *testing.T) {
	base := change(t, counter, `import "cellshell/membrane/cell"`, "import \"cellshell/membrane/cell\"\nimport \"strings\"\n\nvar _ = strings.ToUpper\n\nvar _ = strings.ToLower")
	ours := change(t, base, ".Width(40)", ".Width(80)")
	theirs := change(t, change(t, base, "Size(48)", "Size(72)"), "ToLower", "ToTitle")
	got, conflict := edit.MergeSources([]byte(base), []byte(ours), []byte(theirs))
	if want := change(t, theirs, ".Width(40)", ".Width(80)"); conflict || string(got) != want {
		t.Errorf("conflict %v\n%s", conflict, got)
	}
	if got := strings.Join(edit.Changed([]byte(base), []byte(theirs)), ", "); got != "func Counter.View, var _ 2" {
		t.Errorf("changed %s", got)
	}
	other := change(t, base, "ToLower", "ToUpper")
	if got := edit.Clashes([]byte(base), []byte(theirs), []byte(other)); len(got) != 1 || got[0].Name != "var _ 2" {
		t.Errorf("clashes are %+v", got)
	}
}
