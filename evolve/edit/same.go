package edit

import (
	"bytes"
	"go/format"
	"go/parser"
	"go/token"
)

// SameCode reports whether two sources differ at most in comments and layout.
func SameCode(a, b []byte) bool {
	x := plain(a)
	return x != nil && bytes.Equal(x, plain(b))
}

// plain is a source without comments, laid out as if all of it stood in one place; nil for what does not parse.
func plain(src []byte) []byte {
	f, err := parser.ParseFile(token.NewFileSet(), "main.go", src, parser.SkipObjectResolution)
	var out bytes.Buffer
	if err != nil || format.Node(&out, token.NewFileSet(), f) != nil {
		return nil
	}
	return out.Bytes()
}
