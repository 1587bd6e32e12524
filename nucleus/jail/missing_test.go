package jail_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"cellshell/nucleus/jail"
)

// probed is what a process on a poorer kernel finds out.
type probed struct {
	Without []string
	Missing []string // layers that do not hold
	Error   string
}

// probeMain runs in such a process.
func probeMain(without string) {
	var p probed
	err := jail.PretendWithout(without)
	if err == nil {
		var s jail.Support
		s, err = jail.Probe(os.Getenv("JAIL_TEST_HOST"), os.Getenv("JAIL_TEST_WEAK") != "")
		p.Without = s.Without
		for _, l := range s.Layers {
			if !l.OK {
				p.Missing = append(p.Missing, l.Name)
			}
		}
	}
	if err != nil {
		p.Error = err.Error()
	}
	_ = json.NewEncoder(os.Stdout).Encode(p)
}

func probeWithout(t *testing.T, without, weak string) (p probed) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "JAIL_TEST_WITHOUT="+without, "JAIL_TEST_HOST="+host, "JAIL_TEST_WEAK="+weak)
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &p)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return p
}

// TestPoorKernels runs hosts on kernels that lack a layer. Without Landlock or seccomp nothing may run unless a person
// said so; all else may be missing.
func TestPoorKernels(t *testing.T) {
	for _, c := range []struct {
		without, weak string
		missing       []string
		err           string
	}{
		{without: "landlock", err: "jail: landlock: not in this kernel"},
		{without: "landlock", weak: "yes", missing: []string{"landlock"}},
		{without: "seccomp", err: "jail: seccomp: not in this kernel"},
		{without: "seccomp", weak: "yes", missing: []string{"seccomp"}},
		{without: "user namespaces", missing: []string{"user namespace", "net namespace", "pid namespace", "ipc namespace", "uts namespace", "mount namespace"}},
		{without: "mount namespaces", missing: []string{"mount namespace"}},
		{without: "mounting", missing: []string{"empty root"}},
	} {
		t.Run(strings.TrimSpace(c.without+" "+c.weak), func(t *testing.T) {
			p := probeWithout(t, c.without, c.weak)
			if p.Error != c.err || c.err == "" && !slices.Equal(p.Missing, c.missing) {
				t.Errorf("got %s, want layers %q missing and the error %q", fmt.Sprintf("%+v", p), c.missing, c.err)
			}
		})
	}
}
