package jail

import "golang.org/x/sys/unix"

// attacks are calls that no honest cell makes. They are named in the log instead of only refused. A list that allows
// one of them has said so before this one is asked.
func attacks() []named {
	return append([]named{
		{"socket", unix.SYS_SOCKET}, {"socketpair", unix.SYS_SOCKETPAIR}, {"connect", unix.SYS_CONNECT},
		{"bind", unix.SYS_BIND}, {"listen", unix.SYS_LISTEN},
		{"execve", unix.SYS_EXECVE}, {"execveat", unix.SYS_EXECVEAT}, {"clone", unix.SYS_CLONE},
		{"kill", unix.SYS_KILL}, {"tkill", unix.SYS_TKILL}, {"tgkill", unix.SYS_TGKILL},
		{"rt_sigqueueinfo", unix.SYS_RT_SIGQUEUEINFO}, {"rt_tgsigqueueinfo", unix.SYS_RT_TGSIGQUEUEINFO},
		{"pidfd_open", unix.SYS_PIDFD_OPEN}, {"pidfd_getfd", unix.SYS_PIDFD_GETFD}, {"pidfd_send_signal", unix.SYS_PIDFD_SEND_SIGNAL},
		{"ptrace", unix.SYS_PTRACE}, {"process_vm_readv", unix.SYS_PROCESS_VM_READV}, {"process_vm_writev", unix.SYS_PROCESS_VM_WRITEV},
		{"process_madvise", unix.SYS_PROCESS_MADVISE},
		{"bpf", unix.SYS_BPF}, {"perf_event_open", unix.SYS_PERF_EVENT_OPEN}, {"userfaultfd", unix.SYS_USERFAULTFD},
		{"io_uring_setup", unix.SYS_IO_URING_SETUP}, {"io_uring_enter", unix.SYS_IO_URING_ENTER},
		{"io_uring_register", unix.SYS_IO_URING_REGISTER}, {"keyctl", unix.SYS_KEYCTL}, {"add_key", unix.SYS_ADD_KEY},
		{"request_key", unix.SYS_REQUEST_KEY},
		{"unshare", unix.SYS_UNSHARE}, {"setns", unix.SYS_SETNS}, {"mount", unix.SYS_MOUNT},
		{"umount2", unix.SYS_UMOUNT2}, {"pivot_root", unix.SYS_PIVOT_ROOT}, {"chroot", unix.SYS_CHROOT},
		{"fsopen", unix.SYS_FSOPEN}, {"fsmount", unix.SYS_FSMOUNT}, {"move_mount", unix.SYS_MOVE_MOUNT},
		{"open_tree", unix.SYS_OPEN_TREE}, {"mount_setattr", unix.SYS_MOUNT_SETATTR},
		{"setuid", unix.SYS_SETUID}, {"setgid", unix.SYS_SETGID}, {"setresuid", unix.SYS_SETRESUID},
		{"setresgid", unix.SYS_SETRESGID}, {"setreuid", unix.SYS_SETREUID}, {"setregid", unix.SYS_SETREGID},
		{"setgroups", unix.SYS_SETGROUPS}, {"capset", unix.SYS_CAPSET}, {"init_module", unix.SYS_INIT_MODULE},
		{"finit_module", unix.SYS_FINIT_MODULE}, {"delete_module", unix.SYS_DELETE_MODULE},
		{"kexec_load", unix.SYS_KEXEC_LOAD}, {"reboot", unix.SYS_REBOOT}, {"swapon", unix.SYS_SWAPON},
		{"swapoff", unix.SYS_SWAPOFF}, {"acct", unix.SYS_ACCT}, {"personality", unix.SYS_PERSONALITY},
		{"name_to_handle_at", unix.SYS_NAME_TO_HANDLE_AT}, {"open_by_handle_at", unix.SYS_OPEN_BY_HANDLE_AT}, {"memfd_create", unix.SYS_MEMFD_CREATE},
		{"memfd_secret", unix.SYS_MEMFD_SECRET},
		{"shmget", unix.SYS_SHMGET}, {"shmat", unix.SYS_SHMAT}, {"msgget", unix.SYS_MSGGET},
		{"semget", unix.SYS_SEMGET}, {"mq_open", unix.SYS_MQ_OPEN},
		{"unlinkat", unix.SYS_UNLINKAT}, {"mkdirat", unix.SYS_MKDIRAT}, {"mknodat", unix.SYS_MKNODAT},
		{"symlinkat", unix.SYS_SYMLINKAT}, {"linkat", unix.SYS_LINKAT}, {"renameat", unix.SYS_RENAMEAT},
		{"renameat2", unix.SYS_RENAMEAT2}, {"fchmodat", unix.SYS_FCHMODAT}, {"fchownat", unix.SYS_FCHOWNAT},
		{"truncate", unix.SYS_TRUNCATE}, {"syslog", unix.SYS_SYSLOG}, {"sethostname", unix.SYS_SETHOSTNAME},
	}, archAttacks...)
}
