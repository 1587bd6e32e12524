package edit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"

	"github.com/dave/dst"
	"github.com/dave/dst/decorator"
)

// MaxSource is the longest source edited, in bytes; the gate has the same limit.
const MaxSource = 64 << 10

// file is a parsed source: the decorated tree, which keeps comments, and the way back to positions.
type file struct {
	fset *token.FileSet
	dec  *decorator.Decorator
	tree *dst.File
}

// guard turns a panic of the syntax libraries on odd input into an error. They are not written for hostile input.
func guard(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("edit: this source cannot be edited: %v", p)
	}
}

// open parses src.
func open(src []byte) (f *file, err error) {
	defer guard(&err)
	if len(src) > MaxSource {
		return nil, fmt.Errorf("edit: source of %d bytes is longer than %d", len(src), MaxSource)
	}
	f = &file{fset: token.NewFileSet()}
	f.dec = decorator.NewDecorator(f.fset)
	f.tree, err = f.dec.ParseFile("main.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("edit: source does not parse: %w", err)
	}
	return f, nil
}

// bytes prints the tree, formatted, and makes sure that it parses.
func (f *file) bytes() (out []byte, err error) {
	defer guard(&err)
	var b bytes.Buffer
	if err := decorator.Fprint(&b, f.tree); err != nil {
		return nil, fmt.Errorf("edit: the edited source does not print: %w", err)
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "main.go", b.Bytes(), parser.SkipObjectResolution); err != nil {
		return nil, fmt.Errorf("edit: the edited source does not parse: %w", err)
	}
	return b.Bytes(), nil
}

// position returns where n stood in the source that was opened.
func (f *file) position(n dst.Node) token.Position {
	if a, ok := f.dec.Ast.Nodes[n]; ok {
		return f.fset.Position(a.Pos())
	}
	return token.Position{}
}

// ParsePos splits "main.go:14:9" into line and column.
func ParsePos(pos string) (line, column int, err error) {
	parts := strings.Split(pos, ":")
	if len(parts) < 2 {
		return 0, 0, fmt.Errorf("edit: position %q is not file:line:column", pos)
	}
	line, err1 := strconv.Atoi(parts[len(parts)-2])
	column, err2 := strconv.Atoi(parts[len(parts)-1])
	if err1 != nil || err2 != nil || line < 1 || column < 1 {
		return 0, 0, fmt.Errorf("edit: position %q is not file:line:column", pos)
	}
	return line, column, nil
}

// expression parses one Go expression into a fresh decorated tree.
func expression(src string) (e dst.Expr, err error) {
	defer guard(&err)
	a, err := parser.ParseExpr(src)
	if err != nil {
		return nil, fmt.Errorf("edit: %q is not a Go expression: %w", src, err)
	}
	if bad := badExpr(a); bad {
		return nil, fmt.Errorf("edit: %q is not a Go expression", src)
	}
	// A tree decorated outside a file keeps no comments; a file gives it its own line table.
	f, err := decorator.Parse("package p\n\nvar _ = " + src + "\n")
	if err != nil {
		return nil, fmt.Errorf("edit: %q is not a Go expression: %w", src, err)
	}
	if len(f.Decls) != 1 {
		return nil, fmt.Errorf("edit: %q is not one Go expression", src)
	}
	spec, ok := f.Decls[0].(*dst.GenDecl).Specs[0].(*dst.ValueSpec)
	if !ok || len(spec.Values) != 1 {
		return nil, fmt.Errorf("edit: %q is not one Go expression", src)
	}
	return dst.Clone(spec.Values[0]).(dst.Expr), nil
}

func badExpr(e ast.Expr) bool {
	bad := false
	ast.Inspect(e, func(n ast.Node) bool {
		if _, ok := n.(*ast.BadExpr); ok {
			bad = true
		}
		return !bad
	})
	return bad
}

// Number prints v as a Go literal with at most four decimals: 1.5, 12, 0.6667.
func Number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 4, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return s
}
