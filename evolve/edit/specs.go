package edit

import (
	"go/token"
	"sort"
	"strconv"

	"github.com/dave/dst"
)

// putGen merges a const, var, type or import declaration, specification by specification.
func (f *file) putGen(d *dst.GenDecl) {
	switch {
	case d.Tok == token.IMPORT:
		for _, s := range d.Specs {
			spec := s.(*dst.ImportSpec)
			name := ""
			if spec.Name != nil {
				name = spec.Name.Name
			}
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				f.addImport(path, name)
			}
		}
		return
	case d.Tok == token.CONST && usesIota(d):
		f.putGroup(d)
		return
	}
	for _, s := range d.Specs {
		if len(d.Specs) == 1 && len(s.Decorations().Start) == 0 {
			s.Decorations().Start = d.Decs.Start
		}
		f.putSpec(d.Tok, s)
	}
}

// putGroup replaces every group that shares a name with d: the values of an enumeration depend on each other.
func (f *file) putGroup(d *dst.GenDecl) {
	at := -1
	var kept []dst.Decl
	for _, old := range f.tree.Decls {
		if g, ok := old.(*dst.GenDecl); ok && g.Tok != token.IMPORT && sharesName(g, d) {
			if at < 0 {
				at = len(kept)
				keepDoc(&d.Decs.NodeDecs, &g.Decs.NodeDecs)
				kept = append(kept, d)
			}
			continue
		}
		kept = append(kept, old)
	}
	f.tree.Decls = kept
	if at < 0 {
		f.insert(f.firstFunc(), d)
	}
}

func sharesName(a, b *dst.GenDecl) bool {
	for _, s := range b.Specs {
		for _, n := range specNames(s) {
			if n != "_" && findSpec(a, n) >= 0 {
				return true
			}
		}
	}
	return false
}

// putSpec replaces the specification that declares the same names, in its group, or adds a declaration.
func (f *file) putSpec(tok token.Token, s dst.Spec) {
	names := specNames(s)
	for _, d := range f.tree.Decls {
		g, ok := d.(*dst.GenDecl)
		if !ok || g.Tok == token.IMPORT || len(names) == 0 {
			continue
		}
		i := findSpec(g, names[0])
		if i < 0 || names[0] == "_" {
			continue
		}
		if tok != g.Tok { // a constant became a variable, a type another kind of thing
			f.remove(names[0])
			break
		}
		if old, ok := g.Specs[i].(*dst.ValueSpec); ok && len(old.Names) > len(names) {
			f.replaceOne(old, s.(*dst.ValueSpec))
			return
		}
		for _, n := range names[1:] {
			if j := findSpec(g, n); j >= 0 && j != i {
				f.remove(n)
				i = findSpec(g, names[0])
			}
		}
		moveDoc(g, g.Specs[i], s)
		g.Specs[i] = s
		return
	}
	decs := s.Decorations()
	g := &dst.GenDecl{Tok: tok, Specs: []dst.Spec{s}}
	g.Decs.Start, decs.Start = decs.Start, nil
	decs.Before, decs.After = dst.None, dst.None
	f.insert(f.firstFunc(), g)
}

// replaceOne changes single names of "a, b = 1, 2".
func (f *file) replaceOne(old, s *dst.ValueSpec) {
	for i, id := range s.Names {
		for j, o := range old.Names {
			if o.Name == id.Name && i < len(s.Values) && j < len(old.Values) {
				old.Values[j] = s.Values[i]
			}
		}
	}
}

// moveDoc gives the new specification of group g the place of the old one, and its comment unless it has its own.
func moveDoc(g *dst.GenDecl, old, s dst.Spec) {
	o, n := old.Decorations(), s.Decorations()
	if !g.Lparen { // the comment of a lone specification belongs to the declaration
		if len(n.Start) > 0 {
			g.Decs.Start = n.Start
		}
		n.Start = nil
	} else if len(n.Start) == 0 {
		n.Start = o.Start
	}
	if len(n.End) == 0 {
		n.End = o.End
	}
	n.Before, n.After = o.Before, o.After
}

func usesIota(d *dst.GenDecl) bool {
	found := false
	dst.Inspect(d, func(n dst.Node) bool {
		if id, ok := n.(*dst.Ident); ok && id.Name == "iota" {
			found = true
		}
		return !found
	})
	return found
}

// firstFunc is the index before which new types, constants and variables go.
func (f *file) firstFunc() int {
	for i, d := range f.tree.Decls {
		if _, ok := d.(*dst.FuncDecl); ok {
			return i
		}
	}
	return len(f.tree.Decls)
}

// addImport adds an import unless it is there. Name is "" for the package's own.
func (f *file) addImport(path, name string) {
	var last *dst.GenDecl
	at := 0
	for i, d := range f.tree.Decls {
		g, ok := d.(*dst.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			continue
		}
		last, at = g, i+1
		for _, s := range g.Specs {
			spec := s.(*dst.ImportSpec)
			old := ""
			if spec.Name != nil {
				old = spec.Name.Name
			}
			if spec.Path.Value == strconv.Quote(path) && old == name {
				return
			}
		}
	}
	spec := &dst.ImportSpec{Path: &dst.BasicLit{Kind: token.STRING, Value: strconv.Quote(path)}}
	if name != "" {
		spec.Name = dst.NewIdent(name)
	}
	spec.Decs.Before, spec.Decs.After = dst.NewLine, dst.NewLine
	if last == nil {
		f.insert(at, &dst.GenDecl{Tok: token.IMPORT, Specs: []dst.Spec{spec}})
		return
	}
	last.Lparen, last.Rparen = true, true
	last.Specs = append(last.Specs, spec)
	groupImports(last)
}

// groupImports sorts a declaration's imports: the standard library first, then the rest after an empty line.
func groupImports(d *dst.GenDecl) {
	key := func(s dst.Spec) string {
		path := s.(*dst.ImportSpec).Path.Value
		if isStandard(path) {
			return "0" + path
		}
		return "1" + path
	}
	sort.SliceStable(d.Specs, func(i, j int) bool { return key(d.Specs[i]) < key(d.Specs[j]) })
	for i, s := range d.Specs {
		decs := s.Decorations()
		decs.Before, decs.After = dst.NewLine, dst.NewLine
		if i > 0 && key(s)[0] != key(d.Specs[i-1])[0] {
			decs.Before = dst.EmptyLine
		}
	}
}

// isStandard tells by a quoted path whether it is of the standard library.
func isStandard(quoted string) bool {
	for _, c := range quoted {
		switch c {
		case '.':
			return false
		case '/':
			return len(quoted) < 11 || quoted[1:10] != "cellshell"
		}
	}
	return true
}

// removeImport takes an import out, by path.
func (f *file) removeImport(path string) {
	var kept []dst.Decl
	for _, d := range f.tree.Decls {
		if g, ok := d.(*dst.GenDecl); ok && g.Tok == token.IMPORT {
			var specs []dst.Spec
			for _, s := range g.Specs {
				if s.(*dst.ImportSpec).Path.Value != strconv.Quote(path) {
					specs = append(specs, s)
				}
			}
			if g.Specs = specs; len(specs) == 0 {
				continue
			}
			if len(specs) == 1 {
				g.Lparen, g.Rparen = false, false
				specs[0].Decorations().Before, specs[0].Decorations().After = dst.None, dst.None
			}
		}
		kept = append(kept, d)
	}
	f.tree.Decls = kept
}
