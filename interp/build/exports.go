package build

import (
	"bytes"
	"compress/flate"
	"context"
	"embed"
	"encoding/gob"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"runtime"

	"golang.org/x/tools/go/gcexportdata"

	"cellshell/immune"
)

//go:embed exportdata
var embedded embed.FS

// bundleName is the generated file; it is absent in a fresh checkout.
const bundleName = "exportdata/bundle.bin"

// bundle is the export data of what a cell may import.
type bundle struct {
	Key      string            // sourceKey of the SDK it describes, and the architecture
	Packages map[string][]byte // import path → export data
}

// bundleKey is the key a bundle must have to fit this program.
func bundleKey() string { return sourceKey() + "-" + runtime.GOARCH }

func (b *bundle) encode() ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if err := gob.NewEncoder(w).Encode(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func decodeBundle(data []byte) (*bundle, error) {
	var b bundle
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(data))).Decode(&b); err != nil {
		return nil, fmt.Errorf("gate: export data: %w", err)
	}
	return &b, nil
}

// Generate makes the file that exportdata holds: the export data of the SDK in this program and of the packages a cell may
// import. It needs the go command.
func Generate(ctx context.Context) ([]byte, error) {
	b, err := listExports(ctx)
	if err != nil {
		return nil, err
	}
	return b.encode()
}

// packages imports what a cell may, and nothing else. It implements types.Importer.
type packages struct {
	byPath map[string]*types.Package
	From   string // where the types came from: embedded, toolchain or go
}

// Import implements types.Importer; the packages are complete from the start.
func (p *packages) Import(path string) (*types.Package, error) {
	if pkg := p.byPath[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	return nil, fmt.Errorf("package %s is not available to cells", path)
}

func loadPackages(ctx context.Context) (*packages, error) {
	if data, err := embedded.ReadFile(bundleName); err == nil {
		if b, err := decodeBundle(data); err == nil && b.Key == bundleKey() {
			return b.read("embedded")
		}
	}
	if t, err := Locate(); err == nil {
		if b, err := t.exports(); err == nil {
			return b.read("toolchain")
		}
	}
	b, err := listExports(ctx)
	if err != nil {
		return nil, fmt.Errorf("gate: this program was built without type information (make gen), and: %w", err)
	}
	return b.read("go")
}

func (b *bundle) read(from string) (*packages, error) {
	p := &packages{byPath: map[string]*types.Package{}, From: from}
	fset := token.NewFileSet()
	for _, path := range immune.AllowedImports {
		data, ok := b.Packages[path]
		if !ok {
			return nil, fmt.Errorf("gate: export data of %s is missing", path)
		}
		if pkg := p.byPath[path]; pkg != nil && pkg.Complete() {
			continue
		}
		if _, err := gcexportdata.Read(bytes.NewReader(data), fset, p.byPath, path); err != nil {
			return nil, fmt.Errorf("gate: export data of %s: %w", path, err)
		}
	}
	return p, nil
}

// exportData cuts the export data out of an archive.
func exportData(archive io.Reader) ([]byte, error) {
	r, err := gcexportdata.NewReader(archive) //nolint:staticcheck // Read takes whole archives, which are twenty times as large
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
