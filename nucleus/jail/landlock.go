package jail

import (
	"fmt"
	"os"

	"github.com/landlock-lsm/go-landlock/landlock"
	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"

	"cellshell/immune"
)

// Rights on files, by what a profile grants.
const (
	readFile    = landlock.AccessFSSet(ll.AccessFSReadFile)
	readDir     = landlock.AccessFSSet(ll.AccessFSReadDir)
	execFile    = landlock.AccessFSSet(ll.AccessFSExecute)
	writeFile   = landlock.AccessFSSet(ll.AccessFSWriteFile | ll.AccessFSTruncate)
	makeEntries = landlock.AccessFSSet(ll.AccessFSMakeReg | ll.AccessFSMakeDir | ll.AccessFSRemoveFile | ll.AccessFSRemoveDir)
)

// landlocked restricts files, network and signals to what p grants and returns the Landlock version of the kernel. Every
// right that this library knows and the kernel supports is taken away first.
func landlocked(p immune.Profile) (int, error) {
	abi, err := ll.LandlockGetABIVersion()
	if err != nil || abi < 1 {
		return 0, fmt.Errorf("jail: landlock: %w", errAbsent)
	}
	var rules []landlock.Rule
	grant := func(paths []string, file, dir landlock.AccessFSSet) {
		for _, path := range paths {
			info, err := os.Stat(path)
			if err != nil {
				continue // what is not there needs no grant
			}
			rights := file
			if info.IsDir() {
				rights |= dir
			}
			rules = append(rules, landlock.PathAccess(rights, path))
		}
	}
	grant(p.ReadOnly, readFile, readDir)
	grant(p.Executable, readFile|execFile, readDir)
	grant(p.Writable, readFile|writeFile, readDir|makeEntries)
	if err := landlock.V11.BestEffort().Restrict(rules...); err != nil {
		return abi, fmt.Errorf("jail: landlock: %w", err)
	}
	return abi, nil
}
