package eval_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"cellshell/genes"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// BenchmarkFirstView measures source → first tree: for yaegi in a host that is warm already, for native with the start of
// the process and without compiling. It also reports the resident memory after the first view.
func BenchmarkFirstView(b *testing.B) {
	for _, engine := range []string{"yaegi", "native"} {
		for _, gene := range []string{"counter", "calculator"} {
			b.Run(engine+"/"+gene, func(b *testing.B) {
				src, _ := genes.Source(gene)
				c := check(b, string(src))
				var bin string
				if engine == "native" {
					bin = native(b, c)
				}
				var total time.Duration
				var memory int
				for b.Loop() {
					cmd := host()
					if engine == "native" {
						cmd = exec.Command(bin)
					}
					begin := time.Now()
					conn := codec.NewConn(spawn(b, cmd))
					send(b, conn, ui.Hello{Protocol: ui.Protocol, Cell: "bench", Generation: 1})
					until(b, conn, ui.TypeHello)
					if engine == "yaegi" {
						begin = time.Now()
						send(b, conn, ui.Load{File: "main.go", Source: string(c.Marked)})
					}
					send(b, conn, ui.Start{})
					until(b, conn, ui.TypeView)
					total += time.Since(begin)
					memory = resident(cmd.Process.Pid)
					_ = cmd.Process.Kill()
				}
				b.ReportMetric(float64(total.Microseconds())/1000/float64(b.N), "ms/first-view")
				b.ReportMetric(float64(memory)/1024, "MB")
			})
		}
	}
}

func send(b *testing.B, conn *codec.Conn, m ui.Message) {
	b.Helper()
	if err := conn.Send(m); err != nil {
		b.Fatal(err)
	}
}

func until(b *testing.B, conn *codec.Conn, kind ui.Type) {
	b.Helper()
	for {
		m, err := conn.Receive()
		if err != nil {
			b.Fatal(err)
		}
		if m.MessageType() == kind {
			return
		}
	}
}

// resident is the memory of a process in KiB.
func resident(pid int) (kib int) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, _ = fmt.Sscan(rest, &kib)
		}
	}
	return kib
}
