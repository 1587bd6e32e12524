// Package jail confines one process with what the kernel offers (a sandbox): namespaces, an empty root directory,
// resource limits, no capabilities, no_new_privs, Landlock and a seccomp allow-list.
//
// # Model
//
// The parent calls Command: the process is born inside its namespaces and runs the host program with the profile as an
// argument. The host calls Enter, which takes away everything else, and then either goes on as the jailed process
// (the interpreter) or replaces itself by Exec (a native cell, another program, the compiler). What the host could
// not put in place it reports over a pipe before the jailed code runs.
//
// # What holds when a layer is missing
//
// Each harmful act is stopped by two layers where that is possible:
//
//	open a file          empty root, Landlock, seccomp (Go cells)
//	reach the network    network namespace, seccomp, Landlock (TCP)
//	reach unix sockets   seccomp, empty root
//	start a program      seccomp, Landlock
//	signal a process     pid namespace, seccomp
//	use up memory        RLIMIT_DATA, and no mapping that escapes it
//
// Namespaces may be missing: some distributions refuse them to normal users. The report says so and the other layers
// still hold. Without Landlock or without seccomp Enter fails, unless the profile says AllowWeak.
//
// # Limits
//
// Enter needs a program built without cgo: with it the Go runtime cannot make a call in all threads at once.
package jail

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"

	"cellshell/immune"
)

// The file descriptors of a jailed process.
const (
	ListenFD = 3 // its listening socket; /dev/null for a tool
	reportFD = 4 // where the host reports; closed before the jailed code runs
)

// innerID is the user and group a process sees itself as in its own user namespace.
const innerID = 1000

var cloneFlags = map[string]uintptr{
	"user":  unix.CLONE_NEWUSER,
	"net":   unix.CLONE_NEWNET,
	"pid":   unix.CLONE_NEWPID,
	"ipc":   unix.CLONE_NEWIPC,
	"uts":   unix.CLONE_NEWUTS,
	"mount": unix.CLONE_NEWNS,
}

// Command prepares host, the path of the cellhost program, to confine itself by p and then to run argv; argv is empty
// for an interpreting host. listen becomes descriptor 3 and report, from NewReport, tells how it went. The caller sets
// Stdout, Stderr, Dir and Env (nothing is inherited) and starts it. The process leads its own session, so it outlives
// the one that started it.
func Command(host string, p immune.Profile, argv []string, listen *os.File, report *Report) (*exec.Cmd, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("jail: profile: %w", err)
	}
	mode := "exec"
	switch p.Kind {
	case "interp", "tool":
		mode = p.Kind
	}
	cmd := exec.Command(host, append([]string{mode, string(data)}, argv...)...)
	cmd.Env = []string{}
	cmd.ExtraFiles = []*os.File{listen, report.write}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	var flags uintptr
	for _, n := range p.Namespaces {
		f, ok := cloneFlags[n]
		if !ok {
			return nil, fmt.Errorf("jail: unknown namespace %q", n)
		}
		flags |= f
	}
	if flags&unix.CLONE_NEWUSER != 0 {
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: innerID, HostID: os.Geteuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: innerID, HostID: os.Getegid(), Size: 1}}
		if p.EmptyRoot {
			cmd.SysProcAttr.AmbientCaps = []uintptr{unix.CAP_SYS_ADMIN}
		}
	}
	cmd.SysProcAttr.Cloneflags = flags
	return cmd, nil
}
