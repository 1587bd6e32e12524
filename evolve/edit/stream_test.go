package edit_test

import (
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

const streamed = "Sure.\n```go\nimport (\n\t\"fmt\"\n\t\"os/exec\"\n)\n\n// A is one.\ntype A struct{ N int }\n\nfunc (a *A) f() {\n\tfmt.Println(`\n}\n`)\n}\n\nvar x = 1\n```\n"

func TestStreamSeesNoMoreThanIsThere(t *testing.T) {
	wantImport, wantType, wantFunc := strings.Index(streamed, "exec\"\n")+len("exec\"\n"), strings.Index(streamed, "N int }\n")+len("N int }\n"), strings.Index(streamed, "`)\n}\n")+len("`)\n}\n")
	for n := range len(streamed) + 1 {
		s := edit.Stream(streamed[:n])
		if got := len(s.Imports) == 2 && s.Imports[1] == (edit.StreamedImport{Path: "os/exec", Pos: "main.go:3:2"}); got != (n >= wantImport) {
			t.Fatalf("after %q the imports are %v", streamed[:n], s.Imports)
		}
		if got := strings.Contains(s.Whole, "N int }"); got && n < wantType || strings.Contains(s.Whole, "fmt.Println") && n < wantFunc {
			t.Fatalf("after %q whole is %q", streamed[:n], s.Whole)
		}
	}
	if s := edit.Stream(streamed); !strings.HasSuffix(s.Whole, "var x = 1\n") || !strings.HasPrefix(s.Whole, "package main; import (") {
		t.Errorf("at the end whole is %q", s.Whole)
	}
	for _, quiet := range []string{
		"import \"os\"\n", "<think>\n```go\nimport \"os\"\n```\n", "```go\n<<<<<<< SEARCH\nimport \"os\"\n=======\n>>>>>>> REPLACE\n```\n", "```python\nimport os\n```\n",
	} {
		if s := edit.Stream(quiet); len(s.Imports) != 0 || s.Whole != "" {
			t.Errorf("%q: %+v", quiet, s)
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add(streamed)
	f.Add("```go\npackage main\n}\n)\nfunc\n")
	f.Fuzz(func(t *testing.T, answer string) {
		if len(answer) > 1<<12 {
			return
		}
		for i := range len(answer) + 1 {
			if i%7 != 0 && i != len(answer) {
				continue
			}
			s := edit.Stream(answer[:i])
			if s.Whole != "" && !strings.HasSuffix(s.Whole, "\n") {
				t.Errorf("a line is not whole: %q", s.Whole)
			}
		}
	})
}
