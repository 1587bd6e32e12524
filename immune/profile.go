package immune

import "time"

// Profile is a jail written down as data: what one process may see, call and use up. nucleus/jail applies it.
// A field left at its zero value grants nothing.
type Profile struct {
	Kind       string   `json:"kind"`                 // interp, native, program or tool
	Namespaces []string `json:"namespaces,omitempty"` // user, net, pid, ipc, uts, mount: those the process gets of its own
	EmptyRoot  bool     `json:"empty_root,omitempty"` // the root directory is empty but for the program itself; needs mount
	Calls      string   `json:"calls"`                // name of the system call allow-list: go, program or tool
	ReadOnly   []string `json:"read_only,omitempty"`  // files and directories that may be read
	Executable []string `json:"executable,omitempty"` // files and directories that may be read and executed
	Writable   []string `json:"writable,omitempty"`   // files and directories that may be read and changed
	Limits     Limits   `json:"limits"`               // what it may use up
	AllowWeak  bool     `json:"allow_weak,omitempty"` // go on without Landlock or seccomp where the kernel has none; only a person sets it
}

// Limits bound one process. Zero means none allowed for Processes, and no limit of its own for the others.
type Limits struct {
	Memory    uint64        `json:"memory,omitempty"`    // bytes of private writable memory (RLIMIT_DATA)
	Files     uint64        `json:"files,omitempty"`     // open file descriptors
	FileSize  uint64        `json:"file_size,omitempty"` // bytes of the largest file it may write, its log included
	Processes uint64        `json:"processes,omitempty"` // threads and processes; counted only inside a user namespace
	CPU       time.Duration `json:"cpu,omitempty"`       // processor time in all; for tools, never for cells
	Nice      int           `json:"nice,omitempty"`      // 0 to 19: how far it stands back when the processor is wanted by others
}

// The memory of a cell whose genome.toml names none, bytes. What interprets other languages has its own libraries to load.
const (
	Memory        = 128 << 20
	ProgramMemory = 512 << 20
)

// The system call allow-lists that a Profile may name.
const (
	CallsGo      = "go"      // what the Go runtime and one listening socket need; no file, no new socket, no new process
	CallsProgram = "program" // the same and what an interpreter such as Python or Node needs to load itself
	CallsTool    = "tool"    // the same and what a compiler needs to write its output
)

// LogSize is the largest amount of output, in bytes, that a cell may leave unread before it is stopped.
const LogSize = 4 << 20

// allNamespaces is every namespace a cell gets of its own.
func allNamespaces() []string { return []string{"user", "net", "pid", "ipc", "uts", "mount"} }

// Interp is the jail of a host that interprets a cell. It sees no file at all: the source comes over its socket.
func Interp() Profile {
	return Profile{
		Kind: "interp", Namespaces: allNamespaces(), EmptyRoot: true, Calls: CallsGo,
		Limits: Limits{Memory: Memory, Files: 64, FileSize: LogSize, Processes: 64},
	}
}

// Native is the jail of a compiled cell: the same as Interp, and bin, its absolute path, may be executed once.
func Native(bin string) Profile {
	p := Interp()
	p.Kind, p.Executable = "native", []string{bin}
	return p
}

// Program is the jail of a cell written in another language. It may read and run what the system installed for all
// (interpreters and their libraries) and read dirs, the folders of the program itself.
func Program(dirs ...string) Profile {
	p := Interp()
	p.Kind, p.EmptyRoot, p.Calls = "program", false, CallsProgram
	p.Limits.Files, p.Limits.Memory = 256, ProgramMemory
	p.Executable = []string{"/usr", "/bin", "/lib", "/lib64", "/opt"}
	p.ReadOnly = append([]string{"/etc/ld.so.cache", "/etc/ssl/openssl.cnf", "/etc/localtime", "/dev/urandom"}, dirs...)
	p.Writable = []string{"/dev/null"}
	return p
}

// Tool is the jail of a program that works for the shell on untrusted input, such as the compiler: it reads and
// executes what lies in ro, changes what lies in rw, and reaches no network and no other process.
func Tool(ro, rw []string) Profile {
	return Profile{
		Kind: "tool", Namespaces: allNamespaces(), Calls: CallsTool,
		Executable: ro, Writable: append([]string{"/dev/null"}, rw...),
		Limits: Limits{Memory: 2 << 30, Files: 512, FileSize: 256 << 20, Processes: 256, CPU: 60 * time.Second},
	}
}

// WithMemory returns p with its memory limit set to n bytes; n ≤ 0 leaves it.
func (p Profile) WithMemory(n int64) Profile {
	if n > 0 {
		p.Limits.Memory = uint64(n)
	}
	return p
}

// Without returns p without the namespaces named, for kernels that refuse them. Without mount there is no empty root.
func (p Profile) Without(names ...string) Profile {
	var kept []string
	for _, n := range p.Namespaces {
		drop := false
		for _, name := range names {
			drop = drop || n == name
		}
		if !drop {
			kept = append(kept, n)
		} else if n == "mount" {
			p.EmptyRoot = false
		}
	}
	p.Namespaces = kept
	return p
}
