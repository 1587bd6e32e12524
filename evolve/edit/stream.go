package edit

import (
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"

	"cellshell/immune"
)

// Streamed is the code of an answer that is still on its way.
type Streamed struct {
	// Imports are those named so far, whole lines only, with their places.
	Imports []StreamedImport
	// Code is all of it, whole lines only, package clause included.
	Code string
	// Whole is the code up to the end of its last whole top-level declaration, package clause included, on the lines it has
	// in the answer's code; "" before the first one.
	Whole string
}

// StreamedImport is one import of such an answer.
type StreamedImport struct{ Path, Pos string }

// Stream reads an answer as far as it has come. Text that is not between fences, and what a model thinks aloud, does not
// count: it may still turn out to be prose.
func Stream(answer string) Streamed {
	answer = answer[:strings.LastIndexByte(answer, '\n')+1]
	if strings.LastIndex(answer, "<think") > strings.LastIndex(answer, "</think") || !strings.Contains(answer, "```") && !strings.Contains(answer, "~~~") {
		return Streamed{}
	}
	code, err := Fence(answer)
	if err != nil || searchMark.MatchString(code) {
		return Streamed{}
	}
	code = withPackage(code)
	s := Streamed{Code: code}
	set := token.NewFileSet()
	// The error is the end that is missing; what was read up to there is in the tree.
	tree, _ := parser.ParseFile(set, "main.go", code, parser.ImportsOnly|parser.SkipObjectResolution)
	if tree == nil {
		return s
	}
	for _, spec := range tree.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			at := set.PositionFor(spec.Pos(), false)
			s.Imports = append(s.Imports, StreamedImport{p, fmt.Sprintf("main.go:%d:%d", at.Line, at.Column)})
		}
	}
	s.Whole = whole(code)
	return s
}

// whole cuts code after its last whole declaration.
func whole(code string) string {
	end, at := 0, 0
	for line := range strings.Lines(code) {
		at += len(line)
		if line[0] == '}' || line[0] == ')' || topLevel(line) && strings.Count(line, "{") == strings.Count(line, "}") && strings.Count(line, "(") == strings.Count(line, ")") {
			end = at
		}
	}
	if end == 0 || !parses(code[:end]) {
		return ""
	}
	return code[:end]
}

// topLevel reports whether a line begins a declaration that may end with it.
func topLevel(line string) bool {
	word, _, _ := strings.Cut(strings.TrimPrefix(line, LentClause), " ")
	switch word {
	case "func", "type", "var", "const", "import":
		return true
	}
	return false
}

// MendsImport reports whether [Repair] knows what to write instead of an import that is not allowed.
func MendsImport(p string) bool {
	return path.Base(p) == path.Base(immune.SDK) || strings.HasPrefix(p, "cellshell/") || p == "math/rand/v2"
}
