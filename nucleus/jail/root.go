package jail

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// insideProgram is the path of the only file in an empty root.
const insideProgram = "/cell"

// emptyRoot replaces the root directory by an empty read-only one. A program named is bound into it and its path there
// is returned.
//
// The new root is mounted over a directory that every system has; pivot_root onto itself then stacks the old root on
// top, from where it is detached.
func emptyRoot(program string) (string, error) {
	const at = "/proc"
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return "", fmt.Errorf("jail: private mounts: %w", err)
	}
	source := -1
	if program != "" {
		fd, err := unix.Open(program, unix.O_PATH|unix.O_CLOEXEC, 0)
		if err != nil {
			return "", fmt.Errorf("jail: open %s: %w", program, err)
		}
		defer unix.Close(fd)
		// The path through /proc is gone once something is mounted on it, so the copy is taken before.
		if source, err = unix.OpenTree(fd, "", unix.OPEN_TREE_CLONE|unix.O_CLOEXEC|unix.AT_EMPTY_PATH); err != nil {
			return "", fmt.Errorf("jail: bind %s: %w", program, err)
		}
		defer unix.Close(source)
		attr := unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY | unix.MOUNT_ATTR_NOSUID | unix.MOUNT_ATTR_NODEV}
		if err := unix.MountSetattr(source, "", unix.AT_EMPTY_PATH, &attr); err != nil {
			return "", fmt.Errorf("jail: bind %s read-only: %w", program, err)
		}
	}
	if err := unix.Mount("none", at, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "size=64k,nr_inodes=8,mode=755"); err != nil {
		return "", fmt.Errorf("jail: empty root: %w", err)
	}
	if source >= 0 {
		file, err := os.OpenFile(at+insideProgram, os.O_CREATE|os.O_WRONLY, 0o500)
		if err != nil {
			return "", fmt.Errorf("jail: empty root: %w", err)
		}
		file.Close()
		if err := unix.MoveMount(source, "", unix.AT_FDCWD, at+insideProgram, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
			return "", fmt.Errorf("jail: bind %s: %w", program, err)
		}
	}
	if err := unix.Chdir(at); err != nil {
		return "", fmt.Errorf("jail: enter the empty root: %w", err)
	}
	if err := unix.PivotRoot(".", "."); err != nil {
		return "", fmt.Errorf("jail: pivot root: %w", err)
	}
	if err := unix.Unmount(".", unix.MNT_DETACH); err != nil {
		return "", fmt.Errorf("jail: detach the old root: %w", err)
	}
	if err := unix.Chdir("/"); err != nil {
		return "", fmt.Errorf("jail: enter the empty root: %w", err)
	}
	const flags = unix.MS_REMOUNT | unix.MS_BIND | unix.MS_RDONLY | unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC
	if err := unix.Mount("", "/", "", flags, ""); err != nil {
		return "", fmt.Errorf("jail: make the empty root read-only: %w", err)
	}
	return insideProgram, nil
}
