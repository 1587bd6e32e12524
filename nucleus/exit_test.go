package nucleus_test

import (
	"testing"

	"cellshell/immune"
	"cellshell/nucleus"
)

// TestReasons: what a Go runtime prints when it falls, line by line as it was seen, becomes one sentence.
func TestReasons(t *testing.T) {
	p := immune.Profile{Limits: immune.Limits{Memory: 48 << 20}}
	const starved, fault = "out of memory: it may use 48 MiB", "exited with status 2: SIGSEGV: segmentation violation"
	for _, tt := range []struct {
		name, want string
		lines      []string
	}{
		{"the runtime says it", starved, []string{"fatal error: runtime: cannot allocate memory"}},
		{"the collector got nil for memory", starved, []string{"SIGSEGV: segmentation violation", "PC=0x4370bd m=2 sigcode=1 addr=0x0"}},
		{"and wrote behind it", starved, []string{"SIGSEGV: segmentation violation", "PC=0x4370bd m=12 sigcode=1 addr=0x3f8"}},
		{"somebody sent the signal", fault, []string{"SIGSEGV: segmentation violation", "PC=0x48af61 m=0 sigcode=0"}},
		{"with a number that looks like a place", fault, []string{"SIGSEGV: segmentation violation", "PC=0x48af61 m=0 sigcode=0 addr=0x7c"}},
		{"a wild pointer", fault, []string{"SIGSEGV: segmentation violation", "PC=0x4370bd m=2 sigcode=1 addr=0xc000123008"}},
		{"another fault before", "exited with status 2: panic: no", []string{"panic: no", "PC=0x4370bd m=2 sigcode=1 addr=0x0"}},
		{"a nil in the program", "exited with status 2: panic: runtime error: invalid memory address or nil pointer dereference", []string{
			"panic: runtime error: invalid memory address or nil pointer dereference", "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x490e19]",
		}},
	} {
		if got := nucleus.ReasonOf(p, tt.lines...); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
