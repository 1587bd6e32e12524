package evolve

import (
	"strings"
	"testing"

	"cellshell/interp/build"
)

const watched = `package main

import "cellshell/membrane/cell"

// Hi says hi.
type Hi struct{ N int }

// View shows it.
func (h *Hi) View(x *cell.Context) cell.Node { return cell.Text("hi") }

func main() { cell.Run(&Hi{}) }
`

// TestWatcherStopsForCertainFaultsOnly feeds answers as they would stream in, a few bytes at a time.
func TestWatcherStopsForCertainFaultsOnly(t *testing.T) {
	gate, err := build.NewGate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const later = "\n// Later is long.\nfunc (h *Hi) later() string {\n\treturn \"x\"\n}\n```\n"
	for _, tt := range []struct {
		name, code string
		fresh      bool
		why        string // in the objection; "" is none
		before     string // the objection comes before this
	}{
		{name: "well", code: "func (h *Hi) View(x *cell.Context) cell.Node { return cell.Text(\"ho\") }\n"},
		{name: "forbidden import", code: "import \"os/exec\"\n\nfunc (h *Hi) run() { exec.Command(\"sh\").Run() }\n", why: "import \"os/exec\" is not allowed", before: "func (h *Hi) run"},
		{name: "in a group", code: "import (\n\t\"fmt\"\n\t\"net\"\n\t\"strings\"\n)\n", why: "import \"net\" is not allowed", before: "\"strings\""},
		{name: "of a new cell", fresh: true, code: "package main\n\nimport \"os\"\n\nfunc main() { os.Exit(1) }\n", why: "import \"os\" is not allowed", before: "func main"},
		{name: "an import that is mended", code: "import \"github.com/someone/cell\"\n\nfunc (h *Hi) f() cell.Node { return cell.Text(\"\") }\n"},
		{name: "an allowed import", code: "import \"strings\"\n\nfunc (h *Hi) f() string { return strings.ToUpper(\"\") }\n"},
		{name: "init", code: "func init() { println() }\n", why: "init", before: "later"},
		{name: "directive", code: "//go:linkname f runtime.f\nfunc f() {}\n", why: "directive", before: "later"},
		{name: "goroutine", code: "func (h *Hi) f() {\n\tgo h.f()\n}\n", why: "go statement", before: "later"},
		{name: "a name that comes later", code: "func (h *Hi) f() string { return h.later() + g() }\n"},
		{name: "a field that comes later", code: "func (h *Hi) f() int { return h.Missing }\n\ntype Hi struct{ Missing int }\n"},
		{name: "no such thing in the SDK", code: "func (h *Hi) f() cell.Node { return cell.Hologram(\"\") }\n", why: "undefined: cell.Hologram", before: "later"},
		{name: "a name that is mended", code: "func (h *Hi) f() cell.Node { return cell.Label(\"\").FontSize(3) }\n"},
		{name: "no such method", code: "func (h *Hi) f() cell.Node { return cell.Text(\"\").Levitate(3) }\n", why: "Levitate", before: "later"},
		{name: "too few arguments", code: "func (h *Hi) f() cell.Node { return cell.Text() }\n", why: "not enough arguments", before: "later"},
		{name: "unused variable", code: "func (h *Hi) f() {\n\tn := 1\n}\n"},
		{name: "new without main yet", fresh: true, code: "package main\n\nimport \"cellshell/membrane/cell\"\n\ntype Hi struct{}\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := &watcher{gate: gate, name: "Hi", src: []byte(watched)}
			if tt.fresh {
				w.src = nil
			}
			answer := "Here:\n```go\n" + tt.code + later
			for n := 0; n <= len(answer); n += 3 {
				err := w.hear(answer[:n])
				if err == nil {
					continue
				}
				if tt.why == "" || !strings.Contains(err.Error(), tt.why) {
					t.Fatalf("after %q: %v", answer[:n], err)
				}
				if at := strings.Index(answer, tt.before); at+3 < n-len(tt.before)-3 {
					t.Errorf("stopped after %q only", answer[:n])
				}
				if g := reason(err); !strings.Contains(g, "^") {
					t.Errorf("no place is shown: %s", g)
				}
				return
			}
			if tt.why != "" {
				t.Error("not stopped")
			}
		})
	}
}
