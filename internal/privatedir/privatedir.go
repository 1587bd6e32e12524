// Package privatedir makes folders that only their owner may enter: whoever can enter one may talk to the sockets in it.
package privatedir

import (
	"fmt"
	"os"
	"syscall"
)

// Make makes a folder, and those above it, or checks one that is there: it must belong to this user, and is closed to all
// others.
func Make(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if st, ok := info.Sys().(*syscall.Stat_t); ok && int(st.Uid) != os.Geteuid() {
		return fmt.Errorf("%s belongs to user %d, not to %d", path, st.Uid, os.Geteuid())
	}
	if info.Mode().Perm()&0o077 != 0 {
		return os.Chmod(path, 0o700)
	}
	return nil
}
