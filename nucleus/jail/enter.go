package jail

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"cellshell/immune"
)

// ParseProfile reads the profile that Command passed as an argument.
func ParseProfile(arg string) (immune.Profile, error) {
	var p immune.Profile
	if err := json.Unmarshal([]byte(arg), &p); err != nil {
		return p, fmt.Errorf("jail: profile: %w", err)
	}
	return p, nil
}

// Enter confines the calling process, all its threads, for good. It is called by a process that Command made, once,
// before anything untrusted. Whatever it returns has been reported to the parent too; after an error the process must
// exit. The report is closed.
func Enter(p immune.Profile) ([]Layer, error) {
	layers, _, err := enter(p, "")
	if err != nil {
		tell(reportLine{Layers: layers, Error: err.Error()})
		return layers, err
	}
	tell(reportLine{Layers: layers})
	return layers, unix.Close(reportFD)
}

// Exec confines the calling process like Enter and replaces it by argv with the environment env. It returns only
// after a failure, which has been reported.
func Exec(p immune.Profile, argv, env []string) error {
	if len(argv) == 0 {
		return errors.New("jail: nothing to execute")
	}
	runtime.LockOSThread()
	layers, fd, err := enter(p, argv[0])
	if err == nil {
		unix.CloseOnExec(reportFD)
		tell(reportLine{Layers: layers})
		err = execFD(fd, argv, env)
	}
	tell(reportLine{Error: err.Error()})
	return err
}

// enter does the work of both. For a program to execute it returns the descriptor of it.
func enter(p immune.Profile, program string) (layers []Layer, fd int, err error) {
	add := func(name string, err error, detail string) {
		l := Layer{Name: name, OK: err == nil, Detail: detail}
		if err != nil {
			l.Detail = err.Error()
		}
		layers = append(layers, l)
	}
	for _, n := range []string{"user", "net", "pid", "ipc", "uts", "mount"} {
		var missing error
		if !has(p.Namespaces, n) {
			missing = errors.New("refused by the kernel")
		}
		add(n+" namespace", missing, "")
	}
	if err := closeOthers(); err != nil {
		return layers, -1, err
	}
	volunteerForOOM()
	if p.EmptyRoot {
		inside, err := emptyRoot(program)
		add("empty root", err, "")
		if err == nil && program != "" {
			program = inside
			p.Executable = []string{inside}
		}
	}
	if fd, err = openProgram(program); err != nil {
		return layers, -1, err
	}
	if err := setLimits(p); err != nil {
		return layers, -1, err
	}
	add("resource limits", nil, fmt.Sprintf("%d MiB of memory", p.Limits.Memory>>20))
	if err := dropPrivileges(); err != nil {
		return layers, -1, err
	}
	add("no privileges", nil, "no capabilities, no_new_privs")

	abi, err := landlocked(p)
	add("landlock", err, "version "+strconv.Itoa(abi))
	if err != nil && !(p.AllowWeak && errors.Is(err, errAbsent)) {
		return layers, -1, err
	}
	err = filterCalls(p.Calls, fd)
	add("seccomp", err, "allow-list "+p.Calls)
	if err != nil && !(p.AllowWeak && errors.Is(err, errAbsent)) {
		return layers, -1, err
	}
	return layers, fd, nil
}

// errAbsent marks a layer that this kernel does not have at all.
var errAbsent = errors.New("not in this kernel")

func has(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// openProgram opens what will be executed, before the file system is taken away.
func openProgram(path string) (int, error) {
	if path == "" {
		return -1, nil
	}
	fd, err := unix.Open(path, unix.O_PATH|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, fmt.Errorf("jail: open %s: %w", path, err)
	}
	return fd, nil
}

// execFD replaces the process by the program open as fd.
func execFD(fd int, argv, env []string) error {
	argvp, err := syscall.SlicePtrFromStrings(argv)
	if err != nil {
		return fmt.Errorf("jail: exec %s: %w", argv[0], err)
	}
	envp, err := syscall.SlicePtrFromStrings(env)
	if err != nil {
		return fmt.Errorf("jail: exec %s: %w", argv[0], err)
	}
	empty := [1]byte{}
	_, _, errno := syscall.RawSyscall6(unix.SYS_EXECVEAT, uintptr(fd), uintptr(unsafe.Pointer(&empty[0])),
		uintptr(unsafe.Pointer(&argvp[0])), uintptr(unsafe.Pointer(&envp[0])), unix.AT_EMPTY_PATH, 0)
	return fmt.Errorf("jail: exec %s: %w", argv[0], errno)
}

// Fail reports err as the reason why nothing runs. A host calls it for what goes wrong before Enter or Exec.
func Fail(err error) {
	if _, e := unix.FcntlInt(reportFD, unix.F_GETFD, 0); e == nil {
		tell(reportLine{Error: err.Error()})
	}
}
