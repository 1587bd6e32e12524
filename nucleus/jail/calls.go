package jail

import "golang.org/x/sys/unix"

// goRules is what any program needs that only computes and talks over the socket it was given.
func goRules(pid int) []rule {
	rules := calls(actAllow, archBase...)
	rules = append(rules, calls(actAllow,
		// Input and output on what is open already.
		unix.SYS_READ, unix.SYS_WRITE, unix.SYS_READV, unix.SYS_WRITEV, unix.SYS_CLOSE, unix.SYS_FSTAT,
		unix.SYS_LSEEK, unix.SYS_DUP, unix.SYS_DUP3,
		unix.SYS_ACCEPT, unix.SYS_ACCEPT4, unix.SYS_RECVMSG, unix.SYS_SENDMSG, unix.SYS_RECVFROM, unix.SYS_SENDTO,
		unix.SYS_SHUTDOWN, unix.SYS_GETSOCKNAME, unix.SYS_GETPEERNAME, unix.SYS_GETSOCKOPT,
		unix.SYS_EPOLL_CREATE1, unix.SYS_EPOLL_CTL, unix.SYS_EPOLL_PWAIT, unix.SYS_EPOLL_PWAIT2, unix.SYS_EVENTFD2,
		unix.SYS_PPOLL,
		// Memory.
		unix.SYS_MUNMAP, unix.SYS_MADVISE, unix.SYS_MINCORE, unix.SYS_BRK,
		// Threads, time, signals to oneself.
		unix.SYS_FUTEX, unix.SYS_NANOSLEEP, unix.SYS_CLOCK_GETTIME, unix.SYS_CLOCK_GETRES, unix.SYS_CLOCK_NANOSLEEP,
		unix.SYS_GETTIMEOFDAY, unix.SYS_RT_SIGACTION, unix.SYS_RT_SIGPROCMASK, unix.SYS_RT_SIGRETURN,
		unix.SYS_RT_SIGPENDING, unix.SYS_SIGALTSTACK, unix.SYS_RESTART_SYSCALL,
		unix.SYS_TIMER_CREATE, unix.SYS_TIMER_SETTIME, unix.SYS_TIMER_GETTIME, unix.SYS_TIMER_DELETE, unix.SYS_SETITIMER,
		unix.SYS_SCHED_YIELD, unix.SYS_SCHED_GETAFFINITY, unix.SYS_RSEQ, unix.SYS_SET_ROBUST_LIST,
		unix.SYS_SET_TID_ADDRESS, unix.SYS_MEMBARRIER,
		unix.SYS_GETPID, unix.SYS_GETPPID, unix.SYS_GETTID, unix.SYS_GETUID, unix.SYS_GETEUID, unix.SYS_GETGID,
		unix.SYS_GETEGID, unix.SYS_GETRANDOM, unix.SYS_GETRUSAGE, unix.SYS_UNAME,
		unix.SYS_EXIT, unix.SYS_EXIT_GROUP,
	)...)
	for _, cmd := range []uint32{
		unix.F_DUPFD, unix.F_GETFD, unix.F_SETFD, unix.F_GETFL, unix.F_SETFL, unix.F_DUPFD_CLOEXEC, unix.F_ADD_SEALS, unix.F_GET_SEALS,
	} {
		rules = append(rules, rule{unix.SYS_FCNTL, []cond{is(1, cmd)}, actAllow})
	}
	return append(rules,
		// A new thread, never a new process or namespace.
		rule{unix.SYS_CLONE, []cond{bits(0, unix.CLONE_THREAD|unix.CLONE_NEWUSER, unix.CLONE_THREAD)}, actAllow},
		rule{unix.SYS_CLONE3, nil, actNone}, // its flags cannot be seen by a filter
		rule{unix.SYS_TGKILL, []cond{is(0, uint32(pid))}, actAllow},
		rule{unix.SYS_PRLIMIT64, []cond{is(0, 0)}, actAllow},
		rule{unix.SYS_PRCTL, []cond{is(0, unix.PR_SET_VMA)}, actAllow},
		rule{unix.SYS_PRCTL, []cond{is(0, unix.PR_SET_NAME)}, actAllow},
		// Memory that RLIMIT_DATA does not count.
		rule{unix.SYS_MMAP, []cond{bits(3, unix.MAP_SHARED|unix.MAP_ANONYMOUS, unix.MAP_SHARED|unix.MAP_ANONYMOUS)}, actTrap},
		rule{unix.SYS_MMAP, []cond{bits(3, unix.MAP_GROWSDOWN, unix.MAP_GROWSDOWN)}, actTrap},
	)
}

// hideFiles lets the Go runtime find no file when it looks for hints at its start, and names whoever wants more.
func hideFiles() []rule {
	const more = unix.O_WRONLY | unix.O_RDWR | unix.O_CREAT | unix.O_TRUNC | unix.O_DIRECTORY | unix.O_PATH
	return []rule{
		{unix.SYS_OPENAT, []cond{bits(2, more, 0)}, actHide},
		{unix.SYS_OPENAT, nil, actTrap},
		{sysFstatat, nil, actHide},
		{unix.SYS_READLINKAT, nil, actHide},
		{unix.SYS_OPENAT2, nil, actTrap},
	}
}

// noExecutableMemory keeps code that was not there at the start from running: nothing here compiles at run time.
func noExecutableMemory() []rule {
	return []rule{
		{unix.SYS_MMAP, []cond{bits(2, unix.PROT_EXEC, unix.PROT_EXEC)}, actTrap},
		{unix.SYS_MPROTECT, []cond{bits(2, unix.PROT_EXEC, unix.PROT_EXEC)}, actTrap},
		{unix.SYS_MMAP, nil, actAllow},
		{unix.SYS_MPROTECT, nil, actAllow},
	}
}

// Requests of ioctl that x/sys does not name; the same on both architectures.
const fioclex, fionclex, fionbio = 0x5451, 0x5450, 0x5421

// programRules adds what loaders, libraries and other languages' runtimes use. Landlock decides which files.
func programRules() []rule {
	rules := calls(actAllow, archFiles...)
	rules = append(rules, calls(actAllow,
		unix.SYS_MMAP, unix.SYS_MPROTECT, unix.SYS_MREMAP, unix.SYS_PKEY_ALLOC, unix.SYS_PKEY_FREE, unix.SYS_PKEY_MPROTECT,
		unix.SYS_OPENAT, sysFstatat, unix.SYS_STATX, unix.SYS_FACCESSAT, unix.SYS_FACCESSAT2, unix.SYS_READLINKAT,
		unix.SYS_GETDENTS64, unix.SYS_PREAD64, unix.SYS_PWRITE64, unix.SYS_GETCWD, unix.SYS_STATFS, unix.SYS_FSTATFS,
		unix.SYS_FADVISE64, unix.SYS_PIPE2, unix.SYS_PSELECT6, unix.SYS_SYSINFO, unix.SYS_GETPGID, unix.SYS_GETSID,
		unix.SYS_GETRESUID, unix.SYS_GETRESGID, unix.SYS_GETGROUPS, unix.SYS_CAPGET, unix.SYS_GETCPU, unix.SYS_TIMES,
		unix.SYS_SCHED_GETPARAM, unix.SYS_SCHED_GETSCHEDULER, unix.SYS_SCHED_GET_PRIORITY_MAX, unix.SYS_SCHED_GET_PRIORITY_MIN,
		unix.SYS_GETPRIORITY, unix.SYS_GET_ROBUST_LIST, unix.SYS_UMASK, unix.SYS_CHDIR, unix.SYS_FCHDIR, unix.SYS_SETSOCKOPT,
		unix.SYS_RT_SIGTIMEDWAIT, unix.SYS_RT_SIGSUSPEND, unix.SYS_TIMERFD_CREATE, unix.SYS_TIMERFD_SETTIME, unix.SYS_TIMERFD_GETTIME,
		unix.SYS_SIGNALFD4, unix.SYS_SCHED_SETAFFINITY, unix.SYS_MLOCK, unix.SYS_MUNLOCK,
		unix.SYS_LISTEN, // again on the socket it was given: libuv does
	)...)
	// What a program asks of a descriptor: is it a terminal, how much waits, close it on exec, do not block.
	for _, req := range []uint32{unix.TCGETS, unix.TIOCGWINSZ, unix.TIOCINQ, fioclex, fionclex, fionbio} {
		rules = append(rules, rule{unix.SYS_IOCTL, []cond{is(1, req)}, actAllow})
	}
	return append(rules,
		rule{unix.SYS_PRCTL, []cond{is(0, unix.PR_GET_NAME)}, actAllow},
		rule{unix.SYS_PRCTL, []cond{is(0, unix.PR_CAPBSET_READ)}, actAllow},
		rule{unix.SYS_PRCTL, []cond{is(0, unix.PR_GET_DUMPABLE)}, actAllow},
		rule{unix.SYS_IO_URING_SETUP, nil, actNone}, // Node asks and does without
	)
}

// toolRules adds writing files and, within the same jail, processes of its own.
func toolRules() []rule {
	rules := calls(actAllow, archTool...)
	return append(rules, calls(actAllow,
		unix.SYS_FTRUNCATE, unix.SYS_FALLOCATE, unix.SYS_FSYNC, unix.SYS_FDATASYNC, unix.SYS_MKDIRAT, unix.SYS_UNLINKAT,
		unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_FCHMOD, unix.SYS_FCHMODAT, unix.SYS_UTIMENSAT, unix.SYS_FLOCK,
		unix.SYS_CLONE, unix.SYS_EXECVE, unix.SYS_WAIT4, unix.SYS_WAITID, unix.SYS_COPY_FILE_RANGE, unix.SYS_MSYNC,
	)...)
}
