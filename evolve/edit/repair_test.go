package edit_test

import (
	"errors"
	"strings"
	"testing"

	"cellshell/evolve/edit"
	"cellshell/immune"
	"cellshell/interp/build"
)

// mend repairs until the gate takes the source or nothing more can be mended.
func mend(t *testing.T, src string) (string, []string, error) {
	t.Helper()
	g, err := build.NewGate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for range 6 {
		_, err = g.Check("main.go", []byte(src))
		var refusal *build.Refusal
		if !errors.As(err, &refusal) {
			return src, all, err
		}
		out, fixes := edit.Repair([]byte(src), refusal.Findings)
		if len(fixes) == 0 {
			return src, all, err
		}
		src, all = string(out), append(all, fixes...)
	}
	return src, all, err
}

func TestRepair(t *testing.T) {
	const head = "package main\n\nimport \"cellshell/membrane/cell\"\n\ntype A struct{ N int }\n\n"
	const tail = "\n\nfunc main() { cell.Run(&A{}) }\n"
	view := func(body string) string {
		return head + "func (a *A) View(x *cell.Context) cell.Node {\n" + body + "\n}" + tail
	}
	for _, tt := range []struct{ name, src, has string }{
		{"missing import", view("\treturn cell.Text(strings.ToUpper(\"a\"))"), `"strings"`},
		{"two missing imports", view("\treturn cell.Text(strings.ToUpper(fmt.Sprint(a.N)))"), `"fmt"`},
		{"unused import", strings.Replace(view("\treturn cell.Text(\"a\")"), "import ", "import \"fmt\"\nimport ", 1), "cell.Text"},
		{"forbidden import that nobody uses", strings.Replace(view("\treturn cell.Text(\"a\")"), "import ", "import \"os\"\nimport ", 1), "cell.Text"},
		{"another path of the SDK", strings.Replace(view("\treturn cell.Text(\"a\")"), "cellshell/membrane/cell", "cell", 1), `"cellshell/membrane/cell"`},
		{"unused variable", view("\tn := a.N\n\treturn cell.Text(\"a\")"), "_ = n"},
		{"unused variable in a case", view("\tswitch a.N {\n\tcase 1:\n\t\tn := 1\n\t}\n\treturn cell.Text(\"a\")"), "_ = n"},
		{"declares nothing new", view("\tn := 1\n\tn := 2\n\treturn cell.Text(cell.Itoa(n))"), "n = 2"},
		{"small letter", view("\treturn cell.text(\"a\")"), "cell.Text(\"a\")"},
		{"a name from elsewhere", view("\treturn cell.Label(\"a\")"), "cell.Text(\"a\")"},
		{"names from elsewhere", view("\treturn cell.VStack(cell.Button(\"a\").OnClick(func() { a.N++ }).FontSize(20)).Spacing(4)"), "cell.Column(cell.Button(\"a\").OnTap(func() { a.N++ }).Size(20)).Gap(4)"},
		{"package", strings.Replace(view("\treturn cell.Text(\"a\")"), "package main", "package clock", 1), "package main"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, fixes, err := mend(t, tt.src)
			if err != nil {
				t.Fatalf("after %v: %v\n%s", fixes, err, got)
			}
			if len(fixes) == 0 || !strings.Contains(got, tt.has) {
				t.Errorf("no %s after %v in\n%s", tt.has, fixes, got)
			}
		})
	}
}

func TestRepairLeavesTheRest(t *testing.T) {
	for _, src := range []string{"package main\n\nfunc main() { undefinedThing() }\n", "package main\n\nfunc main( {"} {
		if got, fixes, err := mend(t, src); err == nil || len(fixes) > 0 || got != src {
			t.Errorf("%q became %q by %v, %v", src, got, fixes, err)
		}
	}
}

func TestProgram(t *testing.T) {
	for src, want := range map[string]string{
		counter: "Counter",
		"package main\nfunc main() { cell.Run(new(Tea)) }": "Tea",
		"package main\nfunc main() { cell.Run(c) }":        "",
		"nonsense": "",
	} {
		if got := edit.Program([]byte(src)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDeclaration(t *testing.T) {
	if got := edit.Declaration([]byte(counter), "main.go:26:20"); !strings.HasPrefix(got, "func (c *Counter) key") {
		t.Errorf("got %q", got)
	}
	if got := edit.Declaration([]byte("package main\nfunc x( {\n"), "main.go:2:9"); !strings.Contains(got, "func x( {") {
		t.Errorf("got %q", got)
	}
}

func FuzzRepair(f *testing.F) {
	f.Add(counter, "main.go:13:3", "declared and not used: n")
	f.Add(counter, "main.go:13:3", "undefined: strings")
	f.Add(counter, "", "no new variables on left side of :=")
	f.Add("package main", "x", "function main is undeclared in the main package")
	f.Fuzz(func(t *testing.T, src, pos, message string) {
		out, fixes := edit.Repair([]byte(src), []immune.Finding{{Pos: pos, Rule: "types", Message: message}})
		if len(fixes) == 0 && string(out) != src {
			t.Error("it changed and does not say so")
		}
	})
}
