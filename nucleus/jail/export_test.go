package jail

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/unix"
)

// PretendWithout makes this process and all it starts see a kernel that lacks something.
func PretendWithout(what string) error {
	var refuse []rule
	switch what {
	case "landlock":
		refuse = calls(actNone, unix.SYS_LANDLOCK_CREATE_RULESET)
	case "seccomp":
		refuse = calls(actNone, unix.SYS_SECCOMP)
	case "user namespaces":
		refuse = []rule{
			{unix.SYS_CLONE, []cond{bits(0, unix.CLONE_NEWUSER, unix.CLONE_NEWUSER)}, actDeny},
			{unix.SYS_CLONE3, nil, actNone},
		}
	case "mount namespaces":
		refuse = []rule{{unix.SYS_CLONE, []cond{bits(0, unix.CLONE_NEWNS, unix.CLONE_NEWNS)}, actDeny}, {unix.SYS_CLONE3, nil, actNone}}
	case "mounting":
		refuse = calls(actDeny, unix.SYS_MOUNT)
	default:
		return fmt.Errorf("cannot pretend without %q", what)
	}
	prog, err := assemble(refuse)
	if err != nil {
		return err
	}
	prog[len(prog)-1].K = actAllow // all the rest
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	f := unix.SockFprog{Len: uint16(len(prog)), Filter: &prog[0]}
	_, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&f)))
	if errno != 0 {
		return errno
	}
	return nil
}
