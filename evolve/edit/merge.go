package edit

import (
	"bytes"
	"go/token"

	"github.com/dave/dst"
	"github.com/dave/dst/decorator"
)

// MergeSources merges two changes of base: declaration by declaration, and within one that both changed, token by token.
// Conflict means that both changed the same thing; out is then nil. It fits genome's Merger.
func MergeSources(base, ours, theirs []byte) (out []byte, conflict bool) {
	return MergeTaking(Neither, base, ours, theirs)
}

// Side says whose version a merge takes of the code that both sides changed.
type Side int

// The sides.
const (
	Neither Side = iota // none: that is a conflict
	Ours
	Theirs
)

// MergeTaking is [MergeSources] but for what conflicts: of that it takes one side's version, the other changes of the same
// declaration stay. With a side, conflict means that a source does not parse.
func MergeTaking(side Side, base, ours, theirs []byte) (out []byte, conflict bool) {
	switch {
	case bytes.Equal(ours, theirs), bytes.Equal(base, theirs):
		return ours, false
	case bytes.Equal(base, ours):
		return theirs, false
	}
	out, err := mergeSources(side, base, ours, theirs)
	return out, err != nil
}

func mergeSources(side Side, base, ours, theirs []byte) (out []byte, err error) {
	defer guard(&err)
	sides, pieces, err := openAll(base, ours, theirs)
	if err != nil {
		return nil, err
	}
	result := sides[1]
	var decls []dst.Decl
	done := map[string]bool{}
	keys := result.keys()
	for i, d := range result.tree.Decls { // ours gives the order
		key := keys[i]
		done[key] = true
		merged, keep, err := mergePiece(side, pieces[0], pieces[1], pieces[2], key)
		if err != nil {
			return nil, err
		}
		if keep {
			merged.Decorations().Before, merged.Decorations().After = d.Decorations().Before, d.Decorations().After
			decls = append(decls, merged)
		}
	}
	result.tree.Decls = decls
	for _, key := range sides[2].keys() { // what only theirs has
		if done[key] {
			continue
		}
		merged, keep, err := mergePiece(side, pieces[0], pieces[1], pieces[2], key)
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
func mergePiece(side Side, base, ours, theirs map[string]piece, key string) (d dst.Decl, keep bool, err error) {
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
	}
	if inB && inO && inT {
		if text, ok := mergeTokens(side, b.text, o.text, t.text); ok {
			if f, err := decorator.Parse("package main\n\n" + text); err == nil && len(f.Decls) == 1 {
				return f.Decls[0], true, nil
			}
		}
	}
	switch side {
	case Ours:
		return o.decl, inO, nil
	case Theirs:
		return t.decl, inT, nil
	}
	return nil, false, errConflict
}

type conflictError struct{}

func (conflictError) Error() string { return "edit: both sides changed the same code" }

var errConflict = conflictError{}
