package nucleus

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"

	"cellshell/immune"
)

// adopt turns a waiting host into the process of a cell: only names change, and the memory limit may fall.
func (s *Supervisor) adopt(b *born, spec Spec, p immune.Profile) error {
	limit := unix.Rlimit{Cur: p.Limits.Memory, Max: p.Limits.Memory}
	if p.Limits.Memory < immune.Interp().Limits.Memory {
		if err := unix.Prlimit(b.child.pid, unix.RLIMIT_DATA, &limit, nil); err != nil {
			return fmt.Errorf("nucleus: %s: memory limit of %d bytes: %w", spec.Cell, limit.Max, err)
		}
	}
	from, to := key(stemCell, b.serial, 0), key(spec.Cell, spec.Generation, spec.run)
	if err := os.Rename(s.at(from+extSocket), s.at(to+extSocket)); err != nil {
		return fmt.Errorf("nucleus: %s: %w", spec.Cell, err)
	}
	if err := s.outputs.rename(b.out, to, spec.Cell, spec.Generation); err != nil {
		return err
	}
	if err := s.record(to, recordOf(spec, b, p)); err != nil {
		return err
	}
	return os.Remove(s.at(from + extRecord))
}
