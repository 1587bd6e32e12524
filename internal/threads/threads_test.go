package threads_test

import (
	"runtime"
	"testing"

	"cellshell/internal/threads"
)

func TestSpare(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, c := range []struct {
		name     string
		env      string
		has, get int
	}{
		{"a small machine gets more", "", 2, 4},
		{"a large one keeps what it has", "", 16, 16},
		{"who sets a number has his reasons", "1", 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("GOMAXPROCS", c.env)
			runtime.GOMAXPROCS(c.has)
			threads.Spare()
			if got := runtime.GOMAXPROCS(0); got != c.get {
				t.Errorf("with %d: %d, want %d", c.has, got, c.get)
			}
		})
	}
}
