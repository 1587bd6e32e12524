package evolve

import (
	"go/parser"
	"go/token"

	"cellshell/evolve/edit"
	"cellshell/genome"
)

// mergeFiles merges Go by declaration and everything else by line.
var mergeFiles = mergeTaking(edit.Neither)

// mergeTaking is mergeFiles, but takes one side of what does not merge where it is Go.
func mergeTaking(side edit.Side) genome.Merger {
	return func(base, ours, theirs []byte) ([]byte, bool) {
		if !isGo(base) {
			return genome.MergeText(base, ours, theirs)
		}
		return edit.MergeTaking(side, base, ours, theirs)
	}
}

func isGo(src []byte) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return err == nil
}
