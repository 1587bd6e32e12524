package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/shell/control"
)

func spawnCommand(a *app) *cobra.Command {
	var p control.SpawnParams
	cmd := &cobra.Command{
		Use:   "spawn GENE|FILE.go|DIR|PROGRAM [ARGS…] [--at ANCHOR] [--name NAME]",
		Short: "Add a cell",
		Long: `Add a cell: a built-in one by its name (see genes), the Go source in a file or in a folder with its genome.toml, or any
program that speaks the membrane on file descriptor 3. Flags meant for the program stand after --.

A name that no built-in has means the one that fits it best (better-notes); where none does, a language model writes the
cell.`,
		Example: `  cell spawn clock --at top-right
  cell spawn ./timer.go
  cell spawn ./weather
  cell spawn /usr/bin/python3 ./cell.py -- --fast`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: a.completeGene,
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.At != "" && !slices.Contains(anchors, p.At) {
				return wrongly("one of: "+strings.Join(anchors, ", "), "spawn: there is no place %q", p.At)
			}
			if err := what(&p, args); err != nil {
				return err
			}
			if p.Gene != "" && p.Name != "" {
				return wrongly("say it afterwards: cell evolve \"rename the "+p.Gene+" to "+p.Name+"\"", "spawn: a built-in cell is named by itself, not by --name")
			}
			return a.working(cmd, control.MethodSpawn, p)
		},
	}
	cmd.Flags().StringVar(&p.At, "at", "", "where: `ANCHOR` is "+strings.Join(anchors, ", "))
	cmd.Flags().StringVar(&p.Name, "name", "", "`NAME` of the new cell, when it is not a built-in one")
	_ = cmd.RegisterFlagCompletionFunc("at", completeAnchor)
	return cmd
}

// what tells which kind of cell the arguments mean.
func what(p *control.SpawnParams, args []string) error {
	name := args[0]
	info, err := os.Stat(name)
	isPath := strings.ContainsRune(name, filepath.Separator)
	switch {
	case err != nil && (isPath || strings.HasSuffix(name, ".go")):
		return &failure{code: exitFailed, text: "spawn: " + err.Error()}
	case err != nil && len(args) == 1, err == nil && info.IsDir() && !isPath && len(args) == 1 && !hasSource(name):
		p.Gene = name
		return nil
	case err != nil:
		return wrongly("name the program by its path: cell spawn ./"+name, "spawn: a built-in cell takes no arguments (%s)", strings.Join(args[1:], " "))
	case info.IsDir():
		return fromFolder(p, name, args[1:])
	case strings.HasSuffix(name, ".go"):
		return fromFile(p, name, args[1:])
	case !isPath && len(args) == 1 && info.Mode()&0o111 == 0: // some file that happens to be called like a gene
		p.Gene = name
		return nil
	default:
		return fromProgram(p, name, info, args[1:])
	}
}

func hasSource(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "main.go"))
	return err == nil
}

func fromFolder(p *control.SpawnParams, dir string, rest []string) error {
	err := fromFile(p, filepath.Join(dir, "main.go"), rest)
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{code: exitFailed, text: "spawn: " + dir + " has no main.go", hint: "a program in another language: cell spawn PROGRAM [ARGS…]"}
	}
	if err == nil && p.Name == "" {
		if abs, err := filepath.Abs(dir); err == nil {
			p.Name = filepath.Base(abs)
		}
	}
	return err
}

// fromFile reads a source and, where it stands for a whole folder as main.go does, the manifest beside it.
func fromFile(p *control.SpawnParams, file string, rest []string) error {
	if len(rest) > 0 {
		return wrongly("", "spawn: a source file takes no arguments (%s)", strings.Join(rest, " "))
	}
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	p.Source = string(source)
	if filepath.Base(file) == "main.go" {
		manifest, err := os.ReadFile(filepath.Join(filepath.Dir(file), "genome.toml"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		p.Manifest = string(manifest)
		return nil
	}
	if p.Name == "" {
		p.Name = strings.TrimSuffix(filepath.Base(file), ".go")
	}
	return nil
}

func fromProgram(p *control.SpawnParams, file string, info fs.FileInfo, rest []string) error {
	if info.Mode()&0o111 == 0 {
		return &failure{code: exitFailed, text: "spawn: " + file + " is no program", hint: "make it one: chmod +x " + file}
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	p.Program = []string{abs}
	for _, arg := range rest { // the body stands in another folder
		if _, err := os.Stat(arg); err == nil && !strings.HasPrefix(arg, "-") {
			if whole, err := filepath.Abs(arg); err == nil {
				arg = whole
			}
		}
		p.Program = append(p.Program, arg)
	}
	return nil
}
