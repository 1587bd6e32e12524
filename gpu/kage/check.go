package kage

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
	"unicode/utf8"
)

// Check judges a shader. The error is a *Refusal.
func Check(source string) (*Program, error) {
	switch {
	case len(source) > MaxSource:
		return nil, &Refusal{Why: fmt.Sprintf("has %d bytes, at most %d", len(source), MaxSource)}
	case !utf8.ValidString(source):
		return nil, &Refusal{Why: "is not UTF-8"}
	}
	p := complete(source)
	c := &checker{fset: token.NewFileSet(), program: p, funcs: map[string]*ast.FuncDecl{}, known: map[string]cost{}, open: map[string]bool{}}
	f, err := parser.ParseFile(c.fset, "", p.Source, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		if list, ok := err.(scanner.ErrorList); ok && len(list) > 0 { //nolint:errorlint // it is never wrapped
			return nil, &Refusal{Line: max(list[0].Pos.Line-p.Shift, 0), Why: list[0].Msg}
		}
		return nil, &Refusal{Why: err.Error()}
	}
	if err := c.file(f); err != nil {
		return nil, err
	}
	return p, nil
}

// complete puts what every shader begins with before a source that leaves it out.
func complete(source string) *Program {
	head := ""
	if !strings.Contains(source, "//kage:unit") {
		head = "//kage:unit pixels\n"
	}
	if !hasPackage(source) {
		head += "package main\n"
	}
	return &Program{Source: head + source, Shift: strings.Count(head, "\n")}
}

func hasPackage(source string) bool {
	fset := token.NewFileSet()
	f, _ := parser.ParseFile(fset, "", source, parser.PackageClauseOnly)
	return f != nil && f.Name != nil && f.Package.IsValid() && strings.HasPrefix(source[fset.Position(f.Package).Offset:], "package")
}

// checker goes through one file.
type checker struct {
	fset    *token.FileSet
	program *Program
	funcs   map[string]*ast.FuncDecl
	consts  constants
	known   map[string]cost // of functions that were counted
	open    map[string]bool // functions that are being counted
}

func (c *checker) refuse(at ast.Node, format string, args ...any) error {
	r := &Refusal{Why: fmt.Sprintf(format, args...)}
	if at != nil {
		r.Line = max(c.fset.Position(at.Pos()).Line-c.program.Shift, 0)
	}
	return r
}

func (c *checker) file(f *ast.File) error {
	if err := c.directives(f); err != nil {
		return err
	}
	c.consts.collect(f)
	if err := c.shape(f); err != nil {
		return err
	}
	for _, d := range f.Decls {
		if err := c.declared(d); err != nil {
			return err
		}
	}
	main := c.funcs["Fragment"]
	if main == nil {
		return c.refuse(nil, "has no function Fragment(dst vec4, src vec2, color vec4) vec4")
	}
	for _, d := range f.Decls { // what nothing calls is compiled too
		if d, ok := d.(*ast.FuncDecl); ok {
			if _, err := c.call(d.Name.Name, d); err != nil {
				return err
			}
		}
	}
	all := c.known["Fragment"]
	c.program.Rounds, c.program.Steps, c.program.Texels = int(all.rounds), int(all.steps), int(all.texels)
	return nil
}

// directives refuses a unit other than pixels, and anything else that speaks to a compiler.
func (c *checker) directives(f *ast.File) error {
	for _, g := range f.Comments {
		for _, line := range g.List {
			text := strings.TrimSpace(line.Text)
			switch {
			case strings.HasPrefix(text, "//kage:unit"):
				if unit := strings.TrimSpace(strings.TrimPrefix(text, "//kage:unit")); unit != "pixels" {
					return c.refuse(line, "its unit is %q; it must be pixels", unit)
				}
			case strings.HasPrefix(text, "//line"), strings.HasPrefix(text, "/*line"), strings.HasPrefix(text, "//go:"):
				return c.refuse(line, "has a directive other than //kage:unit pixels")
			}
		}
	}
	return nil
}

// declared takes a declaration of the file in.
func (c *checker) declared(d ast.Decl) error {
	switch d := d.(type) {
	case *ast.FuncDecl:
		switch {
		case d.Recv != nil || d.Body == nil:
			return c.refuse(d, "%s is no plain function", d.Name.Name)
		case d.Name.Name == "Vertex" || d.Name.Name == "init":
			return c.refuse(d, "a function %s is not for a cell to have", d.Name.Name)
		case c.funcs[d.Name.Name] != nil:
			return c.refuse(d, "the function %s is there twice", d.Name.Name)
		}
		c.funcs[d.Name.Name] = d
	case *ast.GenDecl:
		switch d.Tok {
		case token.IMPORT:
			return c.refuse(d, "imports something")
		case token.TYPE:
			return c.refuse(d, "declares a type")
		case token.VAR:
			return c.uniforms(d)
		}
	}
	return nil
}

// widths are the numbers in a value of a type.
var widths = map[string]int{
	"float": 1, "int": 1, "bool": 1, "vec2": 2, "vec3": 3, "vec4": 4, "ivec2": 2, "ivec3": 3, "ivec4": 4, "mat2": 4, "mat3": 9, "mat4": 16,
}

func (c *checker) uniforms(d *ast.GenDecl) error {
	for _, s := range d.Specs {
		spec, ok := s.(*ast.ValueSpec)
		if !ok || spec.Type == nil || len(spec.Values) > 0 {
			return c.refuse(s, "a variable outside a function needs a type and has no value: it is given one")
		}
		elem, n := spec.Type, 1
		if a, ok := elem.(*ast.ArrayType); ok {
			v, known := c.consts.eval(a.Len)
			if !known || v < 1 || v > MaxArray {
				return c.refuse(a, "an array has 1 to %d elements", MaxArray)
			}
			elem, n = a.Elt, int(v)
		}
		id, ok := elem.(*ast.Ident)
		if !ok || widths[id.Name] == 0 {
			return c.refuse(spec, "the type of a uniform is float, int, a vector, a matrix or an array of those")
		}
		for _, name := range spec.Names {
			u := Uniform{Name: name.Name, Numbers: n * widths[id.Name], Whole: strings.HasPrefix(id.Name, "i") || id.Name == "bool"}
			c.program.Uniforms = append(c.program.Uniforms, u)
		}
	}
	sum := 0
	for _, u := range c.program.Uniforms {
		sum += u.Numbers
	}
	if sum > MaxNumbers {
		return c.refuse(d, "its uniforms hold %d numbers, at most %d", sum, MaxNumbers)
	}
	return nil
}
