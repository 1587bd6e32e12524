package edit

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"regexp"
	"strings"

	"github.com/dave/dst"
)

// ErrElided says that an answer leaves code out ("rest unchanged") inside a declaration it replaces.
var ErrElided = errors.New("edit: the answer leaves out code inside a declaration")

var (
	deleteLine = regexp.MustCompile(`(?m)^[ \t]*//[ \t]*DELETE[ \t]+(.+)$`)
	elision    = regexp.MustCompile(`(?i)^//\s*(?:\.\.\.|…|(?:the )?(?:rest|remaining|existing|other|same|previous)\b.*\b(?:unchanged|code|same|here|as before|above)\b)`)
)

// MergeDecls merges an answer of top-level declarations into src: functions, methods, types, constants and variables
// of the same name are replaced, new ones are added, "// DELETE name" lines take one out, imports are united. An answer
// that is a whole program (package clause and main) replaces src.
func MergeDecls(src []byte, answer string) (out []byte, err error) {
	defer guard(&err)
	var gone []string
	answer = deleteLine.ReplaceAllStringFunc(answer, func(line string) string {
		gone = append(gone, declName(deleteLine.FindStringSubmatch(line)[1]))
		return ""
	})
	full := hasPackage(answer)
	from, err := openAnswer(answer)
	if err != nil {
		return nil, err
	}
	elided, inside := elisions(from.tree)
	if inside {
		return nil, ErrElided
	}
	if full && !elided && len(gone) == 0 && hasFunc(from.tree, "main") {
		from.tree.Name.Name = "main"
		return from.bytes()
	}
	if len(from.tree.Decls) == 0 && len(gone) == 0 {
		return nil, ErrNoCode
	}
	to, err := open(src)
	if err != nil {
		return nil, err
	}
	for _, d := range from.tree.Decls {
		switch d := d.(type) {
		case *dst.FuncDecl:
			to.putFunc(d)
		case *dst.GenDecl:
			to.putGen(d)
		}
	}
	for _, name := range gone {
		to.remove(name)
	}
	return to.bytes()
}

// openAnswer parses an answer, which may lack the package clause. The clause it gets has lines of its own, so that what
// stands before the first declaration stays with it; errors name the lines of the answer all the same.
func openAnswer(answer string) (*file, error) {
	if hasPackage(answer) {
		return open([]byte(answer))
	}
	const clause = "package main\n\n"
	f, err := open([]byte(clause + answer))
	var list scanner.ErrorList
	if errors.As(err, &list) {
		for _, e := range list {
			e.Pos.Line -= strings.Count(clause, "\n")
		}
		return nil, fmt.Errorf("edit: source does not parse: %w", list)
	}
	return f, err
}

// declName normalises the ways to name a declaration: "func (c *Clock) tick()", "Clock.tick", "tick" → "Clock.tick", "tick".
func declName(s string) string {
	s = strings.TrimSpace(s)
	for _, word := range []string{"func ", "type ", "const ", "var "} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	if strings.HasPrefix(s, "(") {
		recv, rest, _ := strings.Cut(s[1:], ")")
		fields := strings.Fields(recv)
		if len(fields) > 0 {
			s = strings.TrimPrefix(fields[len(fields)-1], "*") + "." + strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), "."))
		}
	}
	if i := strings.IndexAny(s, "( \t"); i > 0 {
		s = s[:i]
	}
	return strings.TrimPrefix(s, "*")
}

// funcKey names a function or method: "main", "Clock.View".
func funcKey(d *dst.FuncDecl) string {
	if r := receiver(d); r != "" {
		return r + "." + d.Name.Name
	}
	return d.Name.Name
}

func receiver(d *dst.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*dst.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*dst.Ident); ok {
		return id.Name
	}
	return "?"
}

func hasFunc(f *dst.File, key string) bool {
	for _, d := range f.Decls {
		if fn, ok := d.(*dst.FuncDecl); ok && funcKey(fn) == key {
			return true
		}
	}
	return false
}

// putFunc replaces the function of that name, or adds it: a method after the others of its type, a function before main.
func (f *file) putFunc(fn *dst.FuncDecl) {
	key := funcKey(fn)
	after := -1
	for i, d := range f.tree.Decls {
		switch d := d.(type) {
		case *dst.FuncDecl:
			if funcKey(d) == key && key != "_" {
				keepDoc(&fn.Decs.NodeDecs, &d.Decs.NodeDecs)
				f.tree.Decls[i] = fn
				return
			}
			if r := receiver(fn); r != "" && receiver(d) == r {
				after = i
			}
		case *dst.GenDecl:
			if r := receiver(fn); r != "" && after < 0 && findSpec(d, r) >= 0 {
				after = i
			}
		}
	}
	if after < 0 {
		after = len(f.tree.Decls) - 1
		for i, d := range f.tree.Decls {
			if m, ok := d.(*dst.FuncDecl); ok && funcKey(m) == "main" {
				after = i - 1
				break
			}
		}
	}
	f.insert(after+1, fn)
}

// insert puts d at index i, with empty lines around it.
func (f *file) insert(i int, d dst.Decl) {
	d.Decorations().Before, d.Decorations().After = dst.EmptyLine, dst.EmptyLine
	decls := append([]dst.Decl{}, f.tree.Decls[:i]...)
	f.tree.Decls = append(append(decls, d), f.tree.Decls[i:]...)
}

// keepDoc carries the old comment over when the new declaration has none.
func keepDoc(to, from *dst.NodeDecs) {
	if len(to.Start) == 0 {
		to.Start = from.Start
	}
	to.Before, to.After = from.Before, from.After
}

// remove takes out the declaration of that name; a bare name also matches the only method of that name.
func (f *file) remove(name string) {
	match := func(key string) bool { return key == name }
	if !strings.Contains(name, ".") {
		methods, plain := 0, false
		for _, d := range f.tree.Decls {
			switch d := d.(type) {
			case *dst.FuncDecl:
				plain = plain || funcKey(d) == name
				if _, m, ok := strings.Cut(funcKey(d), "."); ok && m == name {
					methods++
				}
			case *dst.GenDecl:
				plain = plain || findSpec(d, name) >= 0
			}
		}
		if !plain && methods == 1 {
			match = func(key string) bool { return strings.HasSuffix(key, "."+name) }
		}
	}
	var kept []dst.Decl
	for _, d := range f.tree.Decls {
		switch d := d.(type) {
		case *dst.FuncDecl:
			if match(funcKey(d)) {
				continue
			}
		case *dst.GenDecl:
			if i := findSpec(d, name); i >= 0 && d.Tok != token.IMPORT {
				d.Specs = append(d.Specs[:i:i], d.Specs[i+1:]...)
				if len(d.Specs) == 0 {
					continue
				}
			}
		}
		kept = append(kept, d)
	}
	f.tree.Decls = kept
}

// findSpec returns the index of the specification that declares name, −1 when there is none.
func findSpec(d *dst.GenDecl, name string) int {
	for i, s := range d.Specs {
		for _, n := range specNames(s) {
			if n == name {
				return i
			}
		}
	}
	return -1
}

func specNames(s dst.Spec) []string {
	switch s := s.(type) {
	case *dst.TypeSpec:
		return []string{s.Name.Name}
	case *dst.ValueSpec:
		names := make([]string, len(s.Names))
		for i, id := range s.Names {
			names[i] = id.Name
		}
		return names
	}
	return nil
}
