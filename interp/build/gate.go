package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"cellshell/immune"
)

// goVersion is the language both the gate and the compiler hold cells to.
const goVersion = "go1.26"

// Gate checks sources. It may be used by many goroutines at once.
type Gate struct {
	mu       sync.Mutex // guards packages: reading export data completes them as needed
	packages *packages
}

// Checked is a source that may run.
type Checked struct {
	Source        []byte           // as it was given
	Marked        []byte           // with the positions written in; this is what runs
	Hash          string           // of Marked, 64 hexadecimal digits
	Interpretable bool             // the interpreter runs it as the compiler would
	NotBecause    []immune.Finding // why it is not
}

// NewGate reads the types of the SDK and of the packages a cell may import: those built into this program when they belong
// to its SDK, else those of a prepared toolchain, else with the go command, which may take a minute.
func NewGate(ctx context.Context) (*Gate, error) {
	p, err := loadPackages(ctx)
	if err != nil {
		return nil, err
	}
	return &Gate{packages: p}, nil
}

// Check judges a source and marks it. The error is a *Refusal when the source is at fault.
func (g *Gate) Check(file string, src []byte) (*Checked, error) {
	file = filepath.Base(file)
	found, tree, fset := immune.CheckSource(file, src)
	if len(found) > 0 {
		return nil, &Refusal{File: file, Source: src, Findings: found}
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{},
		Scopes: map[ast.Node]*types.Scope{},
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	config := types.Config{
		GoVersion: goVersion,
		Importer:  g.packages,
		Sizes:     types.SizesFor("gc", runtime.GOARCH),
		Error: func(err error) {
			var te types.Error
			if errors.As(err, &te) && !strings.HasPrefix(te.Msg, "\t") {
				p := fset.PositionFor(te.Pos, false)
				found = append(found, immune.Finding{
					Pos: fmt.Sprintf("%s:%d:%d", file, p.Line, p.Column), Rule: "types", Message: te.Msg,
					Hint: g.packages.nearest(te.Msg),
				})
			}
		},
	}
	_, err := config.Check(immune.CellPath, fset, []*ast.File{tree}, info)
	if len(found) == 0 {
		if err != nil {
			return nil, fmt.Errorf("gate: %s: %w", file, err)
		}
		found = immune.CheckUses(fset, tree, info)
	}
	if len(found) > 0 {
		immune.Sort(found)
		return nil, &Refusal{File: file, Source: src, Findings: found}
	}
	c := &Checked{Source: src, Marked: mark(file, src, fset, tree, info)}
	sum := sha256.Sum256(c.Marked)
	c.Hash = hex.EncodeToString(sum[:])
	c.NotBecause = immune.CheckDialect(fset, tree, info)
	c.Interpretable = len(c.NotBecause) == 0
	return c, nil
}
