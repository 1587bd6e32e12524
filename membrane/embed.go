// Package membrane carries the source of the SDK that cells import (an embedded source tree), so that a shell without its
// checkout can prepare the archives native cells are compiled against.
package membrane

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed cell/*.go ui/*.go wire/*.go
var source embed.FS

// Source returns the packages cell, ui and wire as paths below cellshell/membrane, "cell/node.go", without their tests.
func Source() (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path.Base(name), "_test.go") {
			return err
		}
		files[name], err = source.ReadFile(name)
		return err
	})
	return files, err
}
