package edit

import (
	"go/scanner"
	"go/token"
)

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
