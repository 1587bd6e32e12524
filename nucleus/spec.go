package nucleus

import (
	"fmt"
	"path/filepath"

	"cellshell/immune"
)

// The engines a cell runs on.
const (
	Yaegi   = "yaegi"   // an interpreting host; the source follows over the connection
	Native  = "native"  // Argv[0] is the compiled cell
	Program = "program" // Argv is any other program
)

// Spec says what to start.
type Spec struct {
	Cell       string   // its id
	Generation int      // from 1; two generations of a cell, and two processes of one, may run side by side
	Engine     string   // Yaegi, Native or Program
	Argv       []string // of a native cell its absolute path; of a program its command, looked for where the system installs
	Env        []string // added to the few variables every cell gets; KEY=value
	Dir        string   // folder of a program's own files, which it may read
	Memory     int64    // bytes it may use; 0: what its kind of cell may, see immune.Memory

	run int // set by Start
}

func (s Spec) check() error {
	if err := checkCell(s.Cell); err != nil {
		return err
	}
	if s.Generation < 1 {
		return fmt.Errorf("nucleus: %s: generation %d, want 1 or more", s.Cell, s.Generation)
	}
	switch s.Engine {
	case Yaegi:
		if len(s.Argv) > 0 {
			return fmt.Errorf("nucleus: %s: an interpreted cell has no command", s.Cell)
		}
	case Native:
		if len(s.Argv) == 0 || !filepath.IsAbs(s.Argv[0]) {
			return fmt.Errorf("nucleus: %s: a native cell needs a command with an absolute path", s.Cell)
		}
	case Program:
		if len(s.Argv) == 0 {
			return fmt.Errorf("nucleus: %s: a program needs a command", s.Cell)
		}
	default:
		return fmt.Errorf("nucleus: %s: unknown engine %q, want %s, %s or %s", s.Cell, s.Engine, Yaegi, Native, Program)
	}
	return nil
}

// profile is the jail for a spec, fitted to this kernel.
func (s *Supervisor) profile(spec Spec) immune.Profile {
	var p immune.Profile
	switch spec.Engine {
	case Native:
		p = immune.Native(spec.Argv[0])
	case Program:
		p = programProfile(spec.Argv, spec.Dir)
	default:
		p = immune.Interp()
	}
	return s.support.Fit(p.WithMemory(spec.Memory))
}
