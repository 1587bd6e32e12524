package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

func catCommand(a *app) *cobra.Command {
	var manifest bool
	cmd := &cobra.Command{
		Use:               "cat CELL [--manifest]",
		Short:             "Print a cell's source",
		Example:           "  cell cat counter\n  cell cat counter --manifest",
		Args:              oneCell,
		ValidArgsFunction: a.completeCell,
		RunE: func(cmd *cobra.Command, args []string) error {
			return show(a, cmd, control.MethodCat, control.CellParams{Cell: args[0]}, func(s control.SourceResult) error {
				text := s.Source
				if manifest {
					text = s.Manifest
				}
				return a.text(text, func(string) string { return "" })
			})
		},
	}
	cmd.Flags().BoolVar(&manifest, "manifest", false, "print its genome.toml instead")
	return cmd
}

func editCommand(a *app) *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "edit CELL [--from FILE]",
		Short: "Change a cell's source by hand, in your editor",
		Long: `Open a copy of the cell's source in $VISUAL or $EDITOR. When it is saved and closed, the new program is checked, tried and
swapped in, and can be undone like any change. When it is refused, nothing has changed and what you wrote is kept.

The same happens whenever cells/CELL/main.go in the desktop's folder (see status) is saved by any program;
what is wrong with it then stands on the cell and in its log.`,
		Example: `  cell edit counter
  cell cat counter | sed 's/"Reset"/"Back to zero"/' | cell edit counter --from -`,
		Args:              oneCell,
		ValidArgsFunction: a.completeCell,
		RunE: func(cmd *cobra.Command, args []string) error {
			if from != "" {
				return a.editFrom(cmd, args[0], from)
			}
			return a.editInteractively(cmd, args[0])
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "take the source from `FILE`, - for standard input, without an editor")
	return cmd
}

func (a *app) editFrom(cmd *cobra.Command, cell, file string) error {
	var source []byte
	var err error
	if file == "-" {
		source, err = io.ReadAll(a.in)
	} else {
		source, err = os.ReadFile(file)
	}
	if err != nil {
		return fmt.Errorf("edit: %w", err)
	}
	return a.change(cmd, control.MethodEdit, control.EditParams{Cell: cell, Source: string(source)})
}

func (a *app) editInteractively(cmd *cobra.Command, cell string) error {
	var s control.SourceResult
	if err := a.call(cmd.Context(), control.MethodCat, control.CellParams{Cell: cell}, &s, nil); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "cell-edit-")
	if err != nil {
		return err
	}
	file := filepath.Join(dir, filepath.Base(s.Cell)+".go")
	if err := os.WriteFile(file, []byte(s.Source), 0o600); err != nil {
		return err
	}
	for {
		begun := time.Now()
		failed := openEditor(cmd, file)
		changed, err := os.ReadFile(file)
		if err == nil && string(changed) != s.Source && failed != nil { // it died, or was left so on purpose
			return kept(fmt.Errorf("edit: %w", failed), s.Cell, file)
		}
		if failed != nil || err != nil {
			os.RemoveAll(dir)
			return &failure{code: exitFailed, text: "edit: " + cmp.Or(failed, err).Error(), hint: "set EDITOR to the editor you like, or give the source by --from"}
		}
		if string(changed) == s.Source {
			os.RemoveAll(dir)
			fmt.Fprintln(a.err, "The source is as it was; nothing was changed.")
			if time.Since(begun) < tooQuick {
				fmt.Fprintln(a.err, `hint: an editor that returns at once has to be told to wait: EDITOR="code --wait"`)
			}
			return nil
		}
		r, err := a.receipt(cmd, control.MethodEdit, control.EditParams{Cell: s.Cell, Source: string(changed), Was: s.Source}, nil)
		if err != nil {
			return kept(err, s.Cell, file)
		}
		if r.Status == act.Done {
			os.RemoveAll(dir)
			return a.say(r)
		}
		if !a.again(r) {
			return kept(a.say(r), s.Cell, file)
		}
	}
}

// tooQuick is less than anybody needs to look at a source.
const tooQuick = time.Second

// kept adds to an error where the written text is.
func kept(err error, cell, file string) error {
	hint := fmt.Sprintf("what you wrote is in %s; mend it, then: cell edit %s --from %s", file, cell, file)
	if f, ok := err.(*failure); ok { //nolint:errorlint // say returns it as it is
		return &failure{code: f.code, text: f.text, hint: hint}
	}
	return &failure{code: exitFailed, text: err.Error(), hint: hint}
}

// again asks, where there is somebody to ask, whether to go on editing what was refused.
func (a *app) again(r act.Receipt) bool {
	in, ok := a.in.(*os.File)
	if !ok || !a.live || a.json || !term.IsTerminal(int(in.Fd())) {
		return false
	}
	fmt.Fprintf(a.err, "cell: %s\nGo on editing? [Y/n] ", r.Reason)
	line, err := bufio.NewReader(in).ReadString('\n')
	return err == nil && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(line)), "n")
}

// openEditor runs the user's editor, which may be a command with arguments, and waits for it.
func openEditor(cmd *cobra.Command, file string) error {
	editor := os.Getenv("VISUAL")
	if editor == "" {
		editor = os.Getenv("EDITOR")
	}
	if editor == "" && !(term.IsTerminal(0) && term.IsTerminal(1)) {
		return errors.New("neither VISUAL nor EDITOR is set, and there is no terminal for another editor")
	}
	for _, name := range []string{"sensible-editor", "nano", "vim", "vi"} {
		if editor != "" {
			break
		}
		if path, err := exec.LookPath(name); err == nil {
			editor = path
		}
	}
	if editor == "" {
		return errors.New("there is no editor")
	}
	run := exec.CommandContext(cmd.Context(), "/bin/sh", "-c", editor+` "$1"`, "sh", file)
	run.Stdin, run.Stdout, run.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := run.Run(); err != nil {
		return fmt.Errorf("%s: %w", editor, err)
	}
	return nil
}
