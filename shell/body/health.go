package body

import (
	"bytes"
	"context"
	"math"
	"os"
	"runtime"
	"strconv"

	"cellshell/shell/control"
)

// health says what the body itself uses up.
func (b *Body) health(context.Context, none, func(any) error) (any, error) {
	out := control.Health{Heap: math.MaxUint64, Goroutines: runtime.NumGoroutine()}
	for range 3 { // what is made while one collection runs is counted by it
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		out.Heap = min(out.Heap, m.HeapAlloc)
	}
	if data, err := os.ReadFile("/proc/self/statm"); err == nil {
		if f := bytes.Fields(data); len(f) > 1 {
			pages, _ := strconv.ParseUint(string(f[1]), 10, 64)
			out.Resident = pages * uint64(os.Getpagesize())
		}
	}
	if entries, err := os.ReadDir("/proc/self/fd"); err == nil {
		out.Files = len(entries) - 1 // the one that reads them
	}
	return out, nil
}
