package main

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"cellshell/compositor/text"
	"cellshell/internal/testenv"
)

// sample is what there is after a number of swaps.
type sample struct {
	swaps                    int
	body                     health
	screen                   uint64 // heap of the screen, which is in the test's own process
	cell                     int    // bytes of memory the system gives the cell that moves
	processes, goroutines    int
	sockets, repo, repoFiles int
	state, logs, pictures    int
	swap                     time.Duration // median of the swaps since the last sample
}

// weigh waits until what was replaced has ended, and measures.
func (a *arena) weigh(t *testing.T, swaps int, took []time.Duration) sample {
	t.Helper()
	s, d := sample{swaps: swaps}, a.d
	a.g.Gaps() // what the test itself has noted
	body := d.BodyPID()
	testenv.Eventually(t, 20*time.Second, "what was replaced to end", func() bool {
		s.processes = len(testenv.Children(body))
		return s.processes <= 4+2+1 // panel, notes, counter, runner; two waiting hosts; a compiler
	})
	time.Sleep(300 * time.Millisecond)
	s.processes = len(testenv.Children(body))
	s.body = a.ask()
	text.Forget() // what is remembered of texts is bound (TestMemoryOfTexts), but fills for half an hour
	runtime.GC()
	runtime.GC() // what the first made free to be finalized
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.screen, s.goroutines = m.HeapAlloc, runtime.NumGoroutine()
	s.sockets, _ = count(filepath.Join(d.Dir(), "run"))
	s.repoFiles, s.repo = count(filepath.Join(d.Dir(), "data", "cellshell", "tissue"))
	_, s.state = count(filepath.Join(d.Dir(), "data"))
	_, s.logs = count(filepath.Join(d.Dir(), "state", "cellshell", "log"))
	s.pictures, _ = count(filepath.Join(d.Dir(), "state", "cellshell", "pictures"))
	s.cell = resident(t, process(d, "runner"))
	s.state -= s.repo
	slices.Sort(took)
	s.swap = took[len(took)/2]
	t.Logf("%6d swaps: body heap %.1f MB, %.1f MB resident, %d goroutines, %d files; cell %.1f MB; screen heap %.1f MB; %d processes, %d sockets; history %.1f MB in %d files, %d pictures; state %.1f kB, logs %.1f kB; a swap %v",
		swaps, mb(s.body.Heap), mb(s.body.Resident), s.body.Goroutines, s.body.Files, float64(s.cell)/1e6, mb(s.screen), s.processes, s.sockets,
		float64(s.repo)/1e6, s.repoFiles, s.pictures, float64(s.state)/1e3, float64(s.logs)/1e3, s.swap.Round(time.Millisecond))
	return s
}

func mb(n uint64) float64 { return float64(n) / 1e6 }

// count is how many files there are below a folder, and their bytes.
func count(dir string) (files, bytes int) {
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files++
			if info, err := e.Info(); err == nil {
				bytes += int(info.Size())
			}
		}
		return nil
	})
	return files, bytes
}

// fitted is the slope of the straight line through the later samples: what the first ones still fill is no growth.
func fitted(all []sample, of func(sample) float64) float64 {
	all = all[len(all)/3:]
	var n, sx, sy, sxx, sxy float64
	for _, s := range all {
		x, y := float64(s.swaps), of(s)
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
