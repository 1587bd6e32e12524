package edit

import (
	"bytes"
	"go/token"
	"sort"
	"strconv"
	"strings"

	"github.com/dave/dst"
	"github.com/dave/dst/decorator"
)

// piece is one top-level declaration, printed.
type piece struct {
	key, text string
	decl      dst.Decl
}

// openAll parses versions of a source and prints their declarations.
func openAll(versions ...[]byte) (files []*file, pieces []map[string]piece, err error) {
	for _, src := range versions {
		f, err := open(src)
		if err != nil {
			return nil, nil, err
		}
		p, err := f.pieces()
		if err != nil {
			return nil, nil, err
		}
		files, pieces = append(files, f), append(pieces, p)
	}
	return files, pieces, nil
}

// pieces prints each declaration. A second function of the same name makes merging impossible.
func (f *file) pieces() (map[string]piece, error) {
	all := map[string]piece{}
	keys := f.keys()
	for i, d := range f.tree.Decls {
		key := keys[i]
		if _, twice := all[key]; twice {
			return nil, errConflict
		}
		text, err := printDecl(d)
		if err != nil {
			return nil, err
		}
		all[key] = piece{key, text, d}
	}
	return all, nil
}

// keys names the declarations in their order. What may stand several times, imports and what is called _, is counted.
func (f *file) keys() []string {
	out := make([]string, len(f.tree.Decls))
	seen := map[string]int{}
	for i, d := range f.tree.Decls {
		key := declKey(d)
		seen[key]++
		if _, gen := d.(*dst.GenDecl); gen && seen[key] > 1 {
			key += " " + strconv.Itoa(seen[key])
		}
		out[i] = key
	}
	return out
}

func declKey(d dst.Decl) string {
	switch d := d.(type) {
	case *dst.FuncDecl:
		return "func " + funcKey(d)
	case *dst.GenDecl:
		if d.Tok == token.IMPORT {
			return "import"
		}
		var names []string
		for _, s := range d.Specs {
			names = append(names, specNames(s)...)
		}
		sort.Strings(names)
		if len(names) > 0 {
			return d.Tok.String() + " " + names[0]
		}
		return d.Tok.String()
	}
	return ""
}

func printDecl(d dst.Decl) (string, error) {
	copied := dst.Clone(d).(dst.Decl)
	copied.Decorations().Before, copied.Decorations().After = dst.None, dst.None
	var b bytes.Buffer
	if err := decorator.Fprint(&b, &dst.File{Name: dst.NewIdent("main"), Decls: []dst.Decl{copied}}); err != nil {
		return "", err
	}
	return strings.TrimSpace(strings.TrimPrefix(b.String(), "package main")) + "\n", nil
}

// Changed names the top-level declarations that differ between two sources, sorted: "func Clock.View", "const Face". It is
// nil when one of them does not parse.
func Changed(before, after []byte) []string {
	_, sides, err := openAll(before, after)
	if err != nil {
		return nil
	}
	var out []string
	for key, p := range sides[0] {
		if sides[1][key].text != p.text {
			out = append(out, key)
		}
	}
	for key := range sides[1] {
		if _, old := sides[0][key]; !old {
			out = append(out, key)
		}
	}
	sort.Strings(out)
	return out
}
