// Package table makes the symbol tables of interp/eval from the packages' sources (a generator around yaegi extract).
package table

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/traefik/yaegi/extract"

	"cellshell/immune"
)

// buildTag is the constraint yaegi writes for the standard library. The tables fit later versions of Go as well.
var buildTag = regexp.MustCompile(`(?m)^// ?\+build .*\n+|^//go:build .*\n+`)

// Files returns one Go file per package that interpreted cells may import, by file name. It reads the packages' sources, so it
// must run inside the module.
func Files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, path := range immune.AllowedImports {
		if slices.Contains(immune.NativeImports, path) {
			continue
		}
		e := extract.Extractor{Dest: "symbols"}
		if denied := immune.DeniedNames(path); len(denied) > 0 {
			e.Exclude = []string{"^(" + strings.Join(denied, "|") + ")$"}
		}
		var b bytes.Buffer
		if _, err := e.Extract(path, path, &b); err != nil {
			return nil, fmt.Errorf("symbols of %s: %w", path, err)
		}
		content := buildTag.ReplaceAll(b.Bytes(), nil)
		files[strings.ReplaceAll(path, "/", "_")+".go"] = content
	}
	return files, nil
}
