package immune

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
)

// SDK is the import path of the package every cell is written with.
const SDK = "cellshell/membrane/cell"

// AllowedImports are the packages a cell may import, sorted. They compute and format; none reaches a file, a socket,
// another process, memory or the machine's clock.
var AllowedImports = []string{
	"bytes", SDK, "cmp", "container/heap", "container/list", "container/ring", "encoding/base64",
	"encoding/hex", "encoding/json", "errors", "fmt", "hash/crc32", "hash/fnv", "image/color", "maps", "math",
	"math/bits", "math/cmplx", "math/rand", "regexp", "slices", "sort", "strconv", "strings", "text/tabwriter", "time",
	"unicode", "unicode/utf16", "unicode/utf8",
}

// NativeImports are those of AllowedImports that only the compiled engine has: generic packages, and one that looks
// into the interpreter's types.
var NativeImports = []string{"cmp", "encoding/json", "maps", "slices", "text/tabwriter"}

// instead answers the imports that people and models reach for most.
var instead = map[string]string{
	"os":            "files and the environment need a service: x.Call(…)",
	"os/exec":       "programs need the exec service: x.Call(…)",
	"net":           "the network needs a service: x.Call(…)",
	"net/http":      "the network needs a service: x.Call(…)",
	"io":            "use strings.Builder",
	"io/ioutil":     "files need a service: x.Call(…)",
	"bufio":         "use strings.Split",
	"log":           "use x.Log",
	"log/slog":      "use x.Log",
	"sync":          "a cell runs one thing at a time, so it needs no locks",
	"sync/atomic":   "a cell runs one thing at a time, so it needs no locks",
	"context":       "use the *cell.Context that View is given",
	"unsafe":        "cells are memory safe",
	"reflect":       "write the types out",
	"syscall":       "use x.Call(…)",
	"runtime":       "the shell meters cells by itself",
	"C":             "cells are pure Go",
	"embed":         "write the data into the source",
	"math/rand/v2":  "use math/rand",
	"html/template": "build the tree with cell.Column, cell.Text …",
	"text/template": "use fmt.Sprintf",
	"image":         "use cell.Canvas or cell.Image",
}

func checkImports(l *findings, tree *ast.File) {
	for _, spec := range tree.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			l.add(spec.Pos(), "import", "", "import path %s is not a string", spec.Path.Value)
			continue
		}
		if !slices.Contains(AllowedImports, path) {
			hint := instead[path]
			if strings.HasPrefix(path, "cellshell/") {
				hint = "import " + SDK
			}
			if hint == "" {
				hint = "a cell may import only " + strings.Join(AllowedImports, ", ")
			}
			l.add(spec.Pos(), "import", hint, "import %q is not allowed", path)
			continue
		}
		if spec.Name != nil && (spec.Name.Name == "." || spec.Name.Name == "_") {
			l.add(spec.Pos(), "import", "import it by its name", "import %s %q hides what the cell uses", spec.Name.Name, path)
		}
	}
}
