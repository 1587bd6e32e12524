package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"

	"github.com/traefik/yaegi/interp"

	"cellshell/immune"
	"cellshell/interp/eval/symbols"
	"cellshell/membrane/cell"
	"cellshell/membrane/ui"
)

// Engine is this engine's name in hello and on screen.
const Engine = "yaegi"

// machine is an interpreter for one cell.
type machine struct {
	interp *interp.Interpreter
	files  *files
	blame  *blame
	cell   cell.Cell // what the source gave to cell.Run
}

func newMachine() *machine {
	m := &machine{files: &files{}, blame: &blame{out: os.Stderr}}
	m.interp = interp.New(interp.Options{
		SourcecodeFilesystem: m.files, GoPath: "/none", Env: []string{}, Args: []string{"cell"},
		Stdin: nothing{}, Stdout: os.Stdout, Stderr: m.blame,
	})
	table := maps.Clone(symbols.Symbols)
	sdk := immune.SDK + "/" + path.Base(immune.SDK)
	table[sdk] = maps.Clone(table[sdk])
	table[sdk]["Run"] = reflect.ValueOf(func(c cell.Cell) { m.cell = c })
	if err := m.interp.Use(table); err != nil {
		panic(fmt.Sprintf("eval: symbols: %v", err)) // generated, tested
	}
	return m
}

// load runs the source's main and returns the cell it made.
func (m *machine) load(l ui.Load) (host *cell.Host, err error) {
	defer func() {
		if r := recover(); r != nil { // the interpreter panics on some code it does not know
			host, err = nil, fmt.Errorf("interpreter: %s: %v", l.File, r)
		}
	}()
	m.files.name, m.files.content = path.Base(l.File), l.Source
	if _, err := m.interp.EvalPath(m.files.name); err != nil {
		var p interp.Panic
		if errors.As(err, &p) {
			return nil, errors.New(m.blame.reason(p.Value))
		}
		return nil, fmt.Errorf("interpreter: %w", err)
	}
	if m.cell == nil {
		return nil, fmt.Errorf("interpreter: %s: main does not call cell.Run", l.File)
	}
	s, err := stateOf(m.cell)
	if err != nil {
		return nil, fmt.Errorf("interpreter: %s: %w", l.File, err)
	}
	return &cell.Host{Cell: m.cell, Engine: Engine, Encode: s.encode, Decode: s.decode, Blame: m.blame.reason}, nil
}

// files is all the interpreter sees of a file system: the one source.
type files struct{ name, content string }

// Open implements fs.FS.
func (f *files) Open(name string) (fs.File, error) {
	if name != f.name || name == "" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return newFile(f.name, f.content), nil
}

// nothing reads as an empty input.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, fs.ErrClosed }
