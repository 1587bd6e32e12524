// Command attack is a compiled cell that misbehaves as its first argument says. It bypasses every check of its source:
// the jail alone must hold. It answers start with a view, and attacks when it gets the event after it, or, for the
// attacks that begin with init-, before it even looks at its socket.
//
// Started as "attack interp PROFILE" it stands in for cellhost: it confines itself as an interpreting host and takes the
// attack from its property "attack". So the jail of the interpreter is tested with calls that no source can make.
package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"
	"unsafe"

	"cellshell/membrane/cell"
	"cellshell/nucleus/jail"
)

// attacked is the cell: a button that begins the attack.
type attacked struct{ name string }

func (a *attacked) View(x *cell.Context) cell.Node {
	if a.name == "" {
		a.name = x.Prop("attack")
	}
	if a.name == "million-nodes" {
		var rows []cell.Node
		for range 1_000_000 {
			rows = append(rows, cell.Text("x"))
		}
		return cell.Column(rows...)
	}
	if a.name == "view-loop" {
		for {
		}
	}
	return cell.Button("attack").OnTap(func() { attack(a.name) })
}

func main() {
	if os.Args[1] == "interp" {
		p, err := jail.ParseProfile(os.Args[2])
		if err == nil {
			_, err = jail.Enter(p)
		}
		if err != nil {
			panic(err)
		}
		cell.Run(&attacked{})
	}
	if strings.HasPrefix(os.Args[1], "init-") {
		attack(os.Args[1])
	}
	cell.Run(&attacked{os.Args[1]})
}

func attack(name string) {
	switch name {
	case "honest-work": // no attack: what a busy runtime does must go on working
		var wg sync.WaitGroup
		for i := range 50 {
			wg.Go(func() {
				garbage := make([][]byte, 0, 100)
				for range 100 {
					garbage = append(garbage, make([]byte, 1<<8*(i+1)))
					time.Sleep(50 * time.Microsecond)
				}
				runtime.KeepAlive(garbage)
			})
		}
		wg.Wait()
		runtime.GC()
		debug.FreeOSMemory()
		fmt.Println("worked until", time.Now().Format(time.RFC3339), os.Getpid(), runtime.NumGoroutine())
	case "loop", "init-loop":
		for {
		}
	case "memory":
		var all [][]byte
		for {
			b := make([]byte, 1<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			all = append(all, b)
		}
	case "shared-memory": // not counted by RLIMIT_DATA
		_, err := syscall.Mmap(-1, 0, 1<<30, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED|syscall.MAP_ANON)
		report("map 1 GiB of shared memory", err)
	case "executable-memory":
		_, err := syscall.Mmap(-1, 0, 4096, syscall.PROT_READ|syscall.PROT_EXEC, syscall.MAP_PRIVATE|syscall.MAP_ANON)
		report("map executable memory", err)
	case "goroutines":
		for {
			go func() { select {} }()
		}
	case "threads":
		for {
			go func() { runtime.LockOSThread(); time.Sleep(time.Hour) }()
			time.Sleep(10 * time.Microsecond)
		}
	case "recursion":
		fmt.Println(deep(1))
	case "panic":
		panic("I give up")
	case "read", "init-read":
		_, err := os.ReadFile("/etc/passwd")
		report("read /etc/passwd", err)
	case "read-raw":
		fd, err := syscall.Open("/etc/passwd", 0, 0)
		report(fmt.Sprintf("open /etc/passwd as %d", fd), err)
	case "write":
		report("write /tmp/attack", os.WriteFile("/tmp/attack", []byte("x"), 0o600))
	case "list":
		_, err := os.ReadDir("/")
		report("list /", err)
	case "tcp", "init-tcp":
		_, err := net.Dial("tcp", "127.0.0.1:22")
		report("dial tcp", err)
	case "udp":
		_, err := net.Dial("udp", "127.0.0.1:53")
		report("dial udp", err)
	case "unix":
		_, err := net.Dial("unix", "/run/dbus/system_bus_socket")
		report("dial unix", err)
	case "abstract":
		_, err := net.Dial("unix", "@/tmp/.X11-unix/X0")
		report("dial abstract", err)
	case "exec", "init-exec":
		report("run /bin/true", exec.Command("/bin/true").Run())
	case "exec-self":
		report("become /bin/sh", syscall.Exec("/bin/sh", []string{"sh"}, nil))
	case "fork":
		_, _, e := syscall.RawSyscall(syscall.SYS_CLONE, uintptr(syscall.SIGCHLD), 0, 0)
		report("fork", e)
	case "signal-parent":
		report("kill the parent", syscall.Kill(os.Getppid(), syscall.SIGKILL))
	case "signal-all":
		report("kill everybody", syscall.Kill(-1, syscall.SIGKILL))
	case "signal-thread":
		_, _, e := syscall.RawSyscall(syscall.SYS_TGKILL, uintptr(os.Getppid()), uintptr(os.Getppid()), uintptr(syscall.SIGKILL))
		report("kill the parent's thread", e)
	case "ptrace":
		_, _, e := syscall.RawSyscall(syscall.SYS_PTRACE, 16, uintptr(os.Getppid()), 0)
		report("trace the parent", e)
	case "namespace":
		_, _, e := syscall.RawSyscall(syscall.SYS_UNSHARE, syscall.CLONE_NEWUSER, 0, 0)
		report("unshare", e)
	case "raise-limit":
		lim := syscall.Rlimit{Cur: 1 << 40, Max: 1 << 40}
		_, _, e := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, 0, syscall.RLIMIT_DATA, uintptr(unsafe.Pointer(&lim)), 0, 0, 0)
		report("raise the memory limit", e)
	case "old-table": // the 32-bit pointer table of x86-64
		_, _, e := syscall.RawSyscall(0x40000000+39, 0, 0, 0)
		report("call through the second table", e)
	case "flood":
		for {
			fmt.Println(strings.Repeat("flood ", 1000))
		}
	case "escape-codes":
		fmt.Println("\x1b]0;owned\x07\x1b[2Jhello")
	case "exit":
		os.Exit(7)
	}
}

//go:noinline
func deep(n int) int { return deep(n+1) + n }

// report says how an attack went and ends: success would be the jail's failure.
func report(what string, err error) {
	if e, ok := err.(syscall.Errno); ok && e == 0 {
		err = nil
	}
	if err == nil {
		fmt.Println("SUCCEEDED:", what)
	} else {
		fmt.Println("refused:", what+":", err)
	}
	os.Exit(3)
}
