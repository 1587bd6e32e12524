package nucleus

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"cellshell/immune"
)

// programPath is where the programs of cells in other languages are looked for: not in a person's own folders, which a
// jail cannot read.
const programPath = "/usr/local/bin:/usr/bin:/bin"

// resolve makes the command of a program cell absolute and replaces a script by its interpreter and the script, because
// the jail executes one file and no second one.
func resolve(argv []string) ([]string, error) {
	path, err := lookPath(argv[0])
	if err != nil {
		return nil, err
	}
	argv = append([]string{path}, argv[1:]...)
	line, err := shebang(path)
	if err != nil || line == "" {
		return argv, err
	}
	interpreter, arg, _ := strings.Cut(line, " ")
	arg = strings.TrimSpace(arg)
	if filepath.Base(interpreter) == "env" {
		arg = strings.TrimSpace(strings.TrimPrefix(arg, "-S "))
		interpreter, arg, _ = strings.Cut(arg, " ")
	}
	if interpreter, err = lookPath(interpreter); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if arg = strings.TrimSpace(arg); arg != "" {
		return append([]string{interpreter, arg}, argv...), nil
	}
	return append([]string{interpreter}, argv...), nil
}

// lookPath finds a program in programPath, or takes a path as it is.
func lookPath(name string) (string, error) {
	if filepath.IsAbs(name) {
		if _, err := os.Stat(name); err != nil {
			return "", fmt.Errorf("nucleus: program: %w", err)
		}
		return name, nil
	}
	if name != "" && !strings.Contains(name, "/") {
		for dir := range strings.SplitSeq(programPath, ":") {
			path := filepath.Join(dir, name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 {
				return path, nil
			}
		}
	}
	return "", fmt.Errorf("nucleus: program %q is not in %s; give its absolute path", name, programPath)
}

// shebang reads the interpreter line of a script, or nothing for another file.
func shebang(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("nucleus: program: %w", err)
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, 256)).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "#!") {
		return "", nil // too short or without an end of line: no script
	}
	return strings.TrimSpace(line[2:]), nil
}

// programProfile is the jail of a program: it may read its folder, if it has one, and the files its command names.
func programProfile(argv []string, dir string) immune.Profile {
	p := immune.Program()
	if dir != "" {
		p.ReadOnly = append(p.ReadOnly, dir)
	}
	p.Executable = append(p.Executable, argv[0])
	for _, a := range argv[1:] {
		if info, err := os.Stat(a); filepath.IsAbs(a) && err == nil && info.Mode().IsRegular() {
			p.ReadOnly = append(p.ReadOnly, a)
		}
	}
	return p
}
