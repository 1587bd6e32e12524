// Package archtest keeps the import graph equal to its picture (architecture tests): the layers are read from the block in
// ARCHITECTURE.md, so the document cannot grow old.
package archtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"strconv"
	"strings"
)

// Module is the module path with its slash.
const Module = "cellshell/"

// Package is what the go command knows of one package.
type Package struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string // everything it links, itself left out
}

// List asks the go command about packages of the module in root.
func List(root string, args ...string) ([]Package, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,Deps"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0") // as the programs are built
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("archtest: go list %s: %w", strings.Join(args, " "), err)
	}
	var all []Package
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p Package
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("archtest: go list %s: %w", strings.Join(args, " "), err)
		}
		all = append(all, p)
	}
}

// Layers maps folders of the module to their layer; 0 is the lowest.
type Layers map[string]int

// ReadLayers reads the fenced block named "layers" of a document: one layer a line, its number and then the folders in it.
func ReadLayers(document string) (Layers, error) {
	_, rest, _ := strings.Cut(document, "```layers\n")
	block, _, ok := strings.Cut(rest, "```")
	if !ok {
		return nil, errors.New("archtest: the document has no block named layers")
	}
	out := Layers{}
	for line := range strings.Lines(block) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		n, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("archtest: layer line %q: %w", line, err)
		}
		for _, folder := range f[1:] {
			if other, ok := out[folder]; ok {
				return nil, fmt.Errorf("archtest: %s is in layer %d and in layer %d", folder, other, n)
			}
			out[folder] = n
		}
	}
	return out, nil
}

// Of finds the layer of a package, and the folder that says so: the longest one that holds it.
func (l Layers) Of(importPath string) (layer int, folder string, ok bool) {
	rel, ok := strings.CutPrefix(importPath, Module)
	for ok && rel != "." && rel != "" {
		if n, found := l[rel]; found {
			return n, rel, true
		}
		rel = path.Dir(rel)
	}
	return 0, "", false
}

// Check lists what is wrong with the imports of a package, one sentence each.
func (l Layers) Check(p Package) []string {
	from, folder, ok := l.Of(p.ImportPath)
	if !ok {
		return []string{p.ImportPath + " has no layer; add its folder to ARCHITECTURE.md"}
	}
	var wrong []string
	for _, imp := range p.Imports {
		if !strings.HasPrefix(imp, Module) {
			continue
		}
		to, other, ok := l.Of(imp)
		switch {
		case !ok || other == folder || to < from:
		case to == from:
			wrong = append(wrong, fmt.Sprintf("%s imports %s of its own layer %d; declare a small interface and let shell plug it in", p.ImportPath, imp, to))
		default:
			wrong = append(wrong, fmt.Sprintf("%s (layer %d) imports %s (layer %d); imports point down only", p.ImportPath, from, imp, to))
		}
	}
	return wrong
}
