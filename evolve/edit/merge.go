package edit

import (
	"bytes"
	"go/scanner"
	"go/token"
	"sort"
	"strings"

	"github.com/dave/dst"
	"github.com/dave/dst/decorator"
)

// MergeSources merges two changes of base: declaration by declaration, and within one that both changed, token by token.
// Conflict means that both changed the same thing; out is then nil. It fits genome's Merger.
func MergeSources(base, ours, theirs []byte) (out []byte, conflict bool) {
	switch {
	case bytes.Equal(ours, theirs), bytes.Equal(base, theirs):
		return ours, false
	case bytes.Equal(base, ours):
		return theirs, false
	}
	out, err := mergeSources(base, ours, theirs, false)
	return out, err != nil
}

// MergeRest is [MergeSources] but for declarations that both changed and that do not merge: those stay ours.
func MergeRest(base, ours, theirs []byte) (out []byte, conflict bool) {
	out, err := mergeSources(base, ours, theirs, true)
	return out, err != nil
}

// piece is one top-level declaration, printed.
type piece struct {
	key, text string
	decl      dst.Decl
}

func mergeSources(base, ours, theirs []byte, rest bool) (out []byte, err error) {
	defer guard(&err)
	var sides [3]*file
	var pieces [3]map[string]piece
	for i, src := range [][]byte{base, ours, theirs} {
		if sides[i], err = open(src); err != nil {
			return nil, err
		}
		if pieces[i], err = sides[i].pieces(); err != nil {
			return nil, err
		}
	}
	result := sides[1]
	var decls []dst.Decl
	done := map[string]bool{}
	for _, d := range result.tree.Decls { // ours gives the order
		key := declKey(d)
		done[key] = true
		merged, keep, err := mergePiece(pieces[0], pieces[1], pieces[2], key)
		if err != nil && rest {
			o, is := pieces[1][key]
			merged, keep, err = o.decl, is, nil
		}
		if err != nil {
			return nil, err
		}
		if keep {
			merged.Decorations().Before, merged.Decorations().After = d.Decorations().Before, d.Decorations().After
			decls = append(decls, merged)
		}
	}
	result.tree.Decls = decls
	for _, d := range sides[2].tree.Decls { // what only theirs has
		key := declKey(d)
		if done[key] {
			continue
		}
		merged, keep, err := mergePiece(pieces[0], pieces[1], pieces[2], key)
		if err != nil && rest {
			o, is := pieces[1][key]
			merged, keep, err = o.decl, is, nil
		}
		if err != nil {
			return nil, err
		}
		if !keep {
			continue
		}
		switch merged := merged.(type) {
		case *dst.FuncDecl:
			result.putFunc(merged)
		case *dst.GenDecl:
			if merged.Tok == token.IMPORT {
				result.putGen(merged)
			} else {
				result.insert(result.firstFunc(), merged)
			}
		}
	}
	return result.bytes()
}

// mergePiece decides one declaration of three versions. keep is false when it is to vanish.
func mergePiece(base, ours, theirs map[string]piece, key string) (d dst.Decl, keep bool, err error) {
	b, inB := base[key]
	o, inO := ours[key]
	t, inT := theirs[key]
	switch {
	case inO == inT && o.text == t.text:
		return o.decl, inO, nil
	case inB == inT && b.text == t.text: // they changed nothing
		return o.decl, inO, nil
	case inB == inO && b.text == o.text: // we changed nothing
		return t.decl, inT, nil
	case !inB || !inO || !inT:
		return nil, false, errConflict
	}
	text, ok := mergeTokens(b.text, o.text, t.text)
	if !ok {
		return nil, false, errConflict
	}
	f, err := decorator.Parse("package main\n\n" + text)
	if err != nil || len(f.Decls) != 1 {
		return nil, false, errConflict
	}
	return f.Decls[0], true, nil
}

// Changed names the top-level declarations that differ between two sources, sorted: "func Clock.View", "const Face". It is
// nil when one of them does not parse.
func Changed(before, after []byte) []string {
	var sides [2]map[string]piece
	for i, src := range [][]byte{before, after} {
		f, err := open(src)
		if err != nil {
			return nil
		}
		if sides[i], err = f.pieces(); err != nil {
			return nil
		}
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

type conflictError struct{}

func (conflictError) Error() string { return "edit: both sides changed the same code" }

var errConflict = conflictError{}

// pieces prints each declaration. A second one of the same key (two init functions) makes merging impossible.
func (f *file) pieces() (map[string]piece, error) {
	all := map[string]piece{}
	for _, d := range f.tree.Decls {
		key := declKey(d)
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

// lexemes cuts source into tokens with the white space and comments before each, so that joining them gives src again.
func lexemes(src string) []string {
	var s scanner.Scanner
	fset := token.NewFileSet()
	f := fset.AddFile("", -1, len(src))
	s.Init(f, []byte(src), func(token.Position, string) {}, 0)
	var out []string
	last := 0
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		if tok == token.SEMICOLON && lit != ";" {
			continue // put in by the scanner
		}
		end := f.Offset(pos) + len(tok.String())
		if lit != "" {
			end = f.Offset(pos) + len(lit)
		}
		if end > len(src) || end <= last {
			continue
		}
		out = append(out, src[last:end])
		last = end
	}
	if last < len(src) {
		out = append(out, src[last:])
	}
	return out
}
