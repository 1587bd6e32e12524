package jail

import "golang.org/x/sys/unix"

// auditArch is this architecture's name in seccomp; x32Bit marks calls of its second, 32-bit pointer table.
const (
	auditArch = unix.AUDIT_ARCH_X86_64
	x32Bit    = 0x40000000
)

// Calls that only this architecture has, by the list they belong to.
var (
	archBase  = []uint32{unix.SYS_EPOLL_WAIT, unix.SYS_EPOLL_CREATE, unix.SYS_ARCH_PRCTL, unix.SYS_TIME, unix.SYS_POLL, unix.SYS_DUP2}
	archFiles = []uint32{
		unix.SYS_OPEN, unix.SYS_STAT, unix.SYS_LSTAT, unix.SYS_ACCESS, unix.SYS_READLINK, unix.SYS_GETDENTS, unix.SYS_PIPE,
		unix.SYS_SELECT, unix.SYS_GETPGRP, unix.SYS_EVENTFD,
	}
	archTool    = []uint32{unix.SYS_MKDIR, unix.SYS_UNLINK, unix.SYS_RMDIR, unix.SYS_RENAME, unix.SYS_CHMOD, unix.SYS_VFORK, unix.SYS_FORK}
	archAttacks = []named{
		{"open", unix.SYS_OPEN},
		{"creat", unix.SYS_CREAT},
		{"fork", unix.SYS_FORK},
		{"vfork", unix.SYS_VFORK},
		{"unlink", unix.SYS_UNLINK},
		{"mkdir", unix.SYS_MKDIR},
		{"rmdir", unix.SYS_RMDIR},
		{"rename", unix.SYS_RENAME},
		{"link", unix.SYS_LINK},
		{"symlink", unix.SYS_SYMLINK},
		{"mknod", unix.SYS_MKNOD},
		{"chmod", unix.SYS_CHMOD},
		{"chown", unix.SYS_CHOWN},
		{"lchown", unix.SYS_LCHOWN},
		{"kexec_file_load", unix.SYS_KEXEC_FILE_LOAD},
		{"iopl", unix.SYS_IOPL},
		{"ioperm", unix.SYS_IOPERM},
		{"modify_ldt", unix.SYS_MODIFY_LDT},
	}
)

const sysFstatat = unix.SYS_NEWFSTATAT
