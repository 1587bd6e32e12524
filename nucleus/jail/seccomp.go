package jail

import (
	"errors"
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"

	"cellshell/immune"
)

// Offsets in the data that the kernel shows a filter.
const (
	offsetNumber = 0
	offsetArch   = 4
	offsetArgs   = 16
)

// What a filter may answer. A trapped call raises SIGSYS: the Go runtime then prints where it happened and ends, any
// other program is killed, so that an attempt is seen in the log and not only refused.
const (
	actAllow = unix.SECCOMP_RET_ALLOW
	actTrap  = unix.SECCOMP_RET_TRAP
	actKill  = unix.SECCOMP_RET_KILL_PROCESS
	actDeny  = unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)
	actNone  = unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS) // makes libraries take the older call
	actHide  = unix.SECCOMP_RET_ERRNO | uint32(unix.EACCES)
)

// cond is a test of the low 32 bits of one argument: arg & mask == value.
type cond struct {
	arg         int
	mask, value uint32
}

// rule answers one system call when all conditions hold. The first rule that fits decides.
type rule struct {
	call   uint32
	conds  []cond
	action uint32
}

func is(arg int, value uint32) cond         { return cond{arg, 0xffffffff, value} }
func bits(arg int, mask, value uint32) cond { return cond{arg, mask, value} }

// calls makes a rule without conditions for each number.
func calls(action uint32, numbers ...uint32) []rule {
	rules := make([]rule, len(numbers))
	for i, n := range numbers {
		rules[i] = rule{call: n, action: action}
	}
	return rules
}

// assemble turns rules into a filter program; what no rule names is denied.
func assemble(rules []rule) ([]unix.SockFilter, error) {
	var prog []unix.SockFilter
	load := func(offset uint32) {
		prog = append(prog, unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: offset})
	}
	jump := func(op uint16, k uint32, yes, no uint8) {
		prog = append(prog, unix.SockFilter{Code: unix.BPF_JMP | op | unix.BPF_K, K: k, Jt: yes, Jf: no})
	}
	answer := func(action uint32) {
		prog = append(prog, unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: action})
	}
	load(offsetArch)
	jump(unix.BPF_JEQ, auditArch, 1, 0)
	answer(actKill)
	load(offsetNumber)
	if x32Bit != 0 {
		jump(unix.BPF_JGE, x32Bit, 0, 1)
		answer(actKill)
	}
	for _, r := range rules {
		if len(r.conds) == 0 {
			jump(unix.BPF_JEQ, r.call, 0, 1)
			answer(r.action)
			continue
		}
		// Each condition is three instructions; behind them the answer, and the number is loaded again for the next rule.
		body := 3*len(r.conds) + 2
		if body > 255 {
			return nil, fmt.Errorf("jail: rule for system call %d has too many conditions", r.call)
		}
		jump(unix.BPF_JEQ, r.call, 0, uint8(body))
		for i, c := range r.conds {
			load(offsetArgs + 8*uint32(c.arg)) // little-endian on both architectures
			prog = append(prog, unix.SockFilter{Code: unix.BPF_ALU | unix.BPF_AND | unix.BPF_K, K: c.mask})
			jump(unix.BPF_JEQ, c.value, 0, uint8(3*(len(r.conds)-i-1)+1))
		}
		answer(r.action)
		load(offsetNumber)
	}
	answer(actDeny)
	if len(prog) > unix.BPF_MAXINSNS {
		return nil, fmt.Errorf("jail: filter of %d instructions is longer than %d", len(prog), unix.BPF_MAXINSNS)
	}
	return prog, nil
}

// filterCalls installs the allow-list named in all threads. execFD is the descriptor that may be executed, or -1.
func filterCalls(name string, execFD int) error {
	rules, err := rulesFor(name, execFD, os.Getpid())
	if err != nil {
		return err
	}
	prog, err := assemble(rules)
	if err != nil {
		return err
	}
	f := unix.SockFprog{Len: uint16(len(prog)), Filter: &prog[0]}
	tid, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC,
		uintptr(unsafe.Pointer(&f)))
	switch {
	case errno == unix.ENOSYS || errno == unix.EINVAL:
		return fmt.Errorf("jail: seccomp: %w", errAbsent)
	case errno != 0:
		return fmt.Errorf("jail: seccomp: %w", errno)
	case tid != 0:
		return fmt.Errorf("jail: seccomp: thread %d could not be confined", tid)
	}
	return nil
}

// rulesFor builds the allow-list by its name in immune. pid is the process's own number, the only one it may signal.
func rulesFor(name string, execFD, pid int) ([]rule, error) {
	var rules []rule
	switch name {
	case immune.CallsGo:
		rules = append(goRules(pid), hideFiles()...)
		rules = append(rules, noExecutableMemory()...)
	case immune.CallsProgram:
		rules = append(goRules(pid), programRules()...)
	case immune.CallsTool:
		rules = append(append(goRules(pid), programRules()...), toolRules()...)
	default:
		return nil, errors.New("jail: unknown system call list " + name)
	}
	if execFD >= 0 {
		rules = append(rules, rule{unix.SYS_EXECVEAT, []cond{is(0, uint32(execFD)), is(4, unix.AT_EMPTY_PATH)}, actAllow})
	}
	for _, a := range attacks() {
		rules = append(rules, rule{call: a.number, action: actTrap})
	}
	return rules, nil
}
