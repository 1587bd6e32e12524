package evolve

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cellshell/evolve/edit"
	"cellshell/immune"
	"cellshell/interp/build"
)

// watcher judges an answer while it streams in: imports as soon as their line is there, each declaration when it is whole.
// It objects only to what nothing that may follow can put right, so that a call is stopped for certain faults only.
type watcher struct {
	gate  *build.Gate
	name  string // of the cell, for people
	src   []byte // before; nil for a new cell
	lines int    // of the answer, seen
	whole string // seen
}

// hear is handed all of the text so far, again and again. An error ends the call.
func (w *watcher) hear(text string) error {
	if n := strings.Count(text, "\n"); n == w.lines {
		return nil
	} else {
		w.lines = n
	}
	s := edit.Stream(text)
	for _, imp := range s.Imports {
		if slices.Contains(immune.AllowedImports, imp.Path) || edit.MendsImport(imp.Path) {
			continue
		}
		found, _, _ := immune.CheckSource("main.go", []byte("package main\n\nimport \""+imp.Path+"\"\n"))
		if len(found) > 0 {
			found[0].Pos = imp.Pos
			return w.stop(s.Code, found[:1])
		}
	}
	if s.Whole == w.whole || s.Whole == "" {
		return nil
	}
	w.whole = s.Whole
	found, _, _ := immune.CheckSource("main.go", []byte(s.Whole))
	found = slices.DeleteFunc(found, func(f immune.Finding) bool {
		return f.Rule == "syntax" || f.Rule == "package" || f.Rule == "size" || f.Rule == "import" && strings.HasSuffix(f.Message, "is not allowed")
	})
	if len(found) > 0 {
		return w.stop(s.Whole, found)
	}
	return w.types(s.Whole)
}

// certain are objections that no later declaration can answer: they are about the SDK and the library, not about names of
// the cell's own.
var certain = regexp.MustCompile(`^undefined: [a-z]\w*\.\w+$|\(type \*?cell\.\w+ has no field or method |^(?:not enough|too many) arguments in call to cell\.|not exported by package `)

// types checks the declarations so far within the cell they are to change.
func (w *watcher) types(code string) error {
	out := []byte(code)
	if len(w.src) > 0 {
		var err error
		if out, err = edit.MergeDecls(w.src, code); err != nil {
			return nil // what follows may complete it; the whole answer is judged anyway
		}
	}
	err := mend(w.gate, &out)
	var refusal *build.Refusal
	if !errors.As(err, &refusal) {
		return nil
	}
	found := slices.DeleteFunc(slices.Clone(refusal.Findings), func(f immune.Finding) bool { return f.Rule != "types" || !certain.MatchString(f.Message) })
	if len(found) == 0 {
		return nil
	}
	return w.stop(string(out), found)
}

// stop makes the objection. The package clause that an answer was given stands before its first line and is nobody's.
func (w *watcher) stop(src string, found []immune.Finding) error {
	if own, lent := strings.CutPrefix(src, edit.LentClause); lent {
		src = own
		for i := range found {
			if line, column, err := edit.ParsePos(found[i].Pos); err == nil && line == 1 {
				found[i].Pos = fmt.Sprintf("main.go:1:%d", max(1, column-len(edit.LentClause)))
			}
		}
	}
	return gateError(w.name, &build.Refusal{File: "main.go", Source: []byte(src), Findings: found})
}

// mend lets the gate judge a source, and repairs what needs no thought until the gate takes it or there is nothing more to
// repair. The source is replaced by what became of it.
func mend(g *build.Gate, src *[]byte) error {
	var err error
	for range 6 {
		_, err = g.Check("main.go", *src)
		var refusal *build.Refusal
		if !errors.As(err, &refusal) {
			break
		}
		fixed, fixes := edit.Repair(*src, refusal.Findings)
		if len(fixes) == 0 {
			break
		}
		*src = fixed
	}
	return err
}
