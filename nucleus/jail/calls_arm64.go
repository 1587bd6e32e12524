package jail

import "golang.org/x/sys/unix"

// auditArch is this architecture's name in seccomp; it has no second table of calls.
const (
	auditArch = unix.AUDIT_ARCH_AARCH64
	x32Bit    = 0
)

// This architecture has only the newer calls that calls.go names.
var (
	archBase    = []uint32{}
	archFiles   = []uint32{}
	archTool    = []uint32{}
	archAttacks = []named{{"kexec_file_load", unix.SYS_KEXEC_FILE_LOAD}}
)

const sysFstatat = unix.SYS_FSTATAT
