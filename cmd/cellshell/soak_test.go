package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// sample is what there is after a number of swaps.
type sample struct {
	swaps                    int
	body                     health
	screen                   uint64 // heap of the screen, which is in the test's own process
	processes, goroutines    int
	sockets, repo, repoFiles int
	state, logs              int
	swap                     time.Duration // median of the swaps since the last sample
	gap                      time.Duration // 99 of 100 pictures came sooner after the one before
	pictures                 int
}

// TestSoak swaps a cell again and again on a living desktop, beside one that moves at 60 frames a second, and looks for what
// grows. $CELLSHELL_SOAK is how often; make soak takes 10,000.
func TestSoak(t *testing.T) {
	swaps := 150
	if s := os.Getenv("CELLSHELL_SOAK"); s != "" {
		swaps, _ = strconv.Atoi(s)
	}
	d, ask := startHealthy(t)
	counts := strings.Replace(runner, "cell.Itoa(r.At)", "cell.Itoa(r.At%100)", 1) // what it shows is soon known: caches are full
	d.Call(control.MethodSpawn, control.SpawnParams{Source: counts, Name: "runner", At: "bottom-right"}, nil)
	g := d.Attach(t)
	unseen := 0
	var took []time.Duration
	swap := func(n int) {
		for i := range n {
			sentence := []string{"make this red", "make this green"}[i%2]
			began := time.Now()
			var r act.Receipt
			d.Call(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter/plus"}, &r)
			if r.Status != act.Done {
				t.Fatalf("%s: %s %s%s", sentence, r.Status, r.Reason, r.Question)
			}
			if slices.ContainsFunc(r.Checks, func(c act.Check) bool { return c.What == "shown" }) {
				unseen++
			}
			took = append(took, time.Since(began))
		}
	}
	swap(max(20, swaps/20) &^ 1) // caches fill
	unseen = 0
	samples := []sample{weigh(t, d, ask, g, 0, &took)}
	const parts = 10
	for i := range parts {
		swap(swaps / parts &^ 1)
		samples = append(samples, weigh(t, d, ask, g, (i+1)*(swaps/parts&^1), &took))
	}
	first, last := samples[0], samples[len(samples)-1]
	slope := func(what string, of func(sample) float64, perSwap float64) {
		if got := fitted(samples, of); got > perSwap {
			t.Errorf("%s grows by %.1f with each swap, allowed %.1f", what, got, perSwap)
		} else {
			t.Logf("%-22s %+9.2f a swap (allowed %.0f)", what, got, perSwap)
		}
	}
	// A change is remembered: its sentence, its number and two hashes. Its receipt is on the disk alone.
	noise := 2e6 / float64(swaps) // bytes
	slope("heap of the body", func(s sample) float64 { return float64(s.body.Heap) }, 512+noise)
	slope("memory of the body", func(s sample) float64 { return float64(s.body.Resident) }, 1024+10*noise)
	slope("heap of the screen", func(s sample) float64 { return float64(s.screen) }, 512+2*noise) // with what the desktop prints
	slope("bytes of the history", func(s sample) float64 { return float64(s.repo) }, 24<<10)
	slope("bytes of state", func(s sample) float64 { return float64(s.state) }, 64+noise/10)
	slope("bytes of logs", func(s sample) float64 { return float64(s.logs) }, 2<<10) // each log begins anew at a megabyte
	for what, n := range map[string][2]int{
		"goroutines": {first.body.Goroutines, last.body.Goroutines}, "descriptors": {first.body.Files, last.body.Files},
		"processes": {first.processes, last.processes}, "sockets": {first.sockets, last.sockets},
		"goroutines of the screen": {first.goroutines, last.goroutines},
	} {
		if n[1] > n[0]+4 {
			t.Errorf("%s: %d, and %d after %d swaps", what, n[0], n[1], swaps)
		}
	}
	if unseen > swaps/50 {
		t.Errorf("%d of %d swaps were not shown within the time", unseen, swaps)
	}
	if last.swap > 3*first.swap+50*time.Millisecond {
		t.Errorf("a swap took %v at first and %v after %d", first.swap, last.swap, swaps)
	}
	t.Logf("%d of %d swaps were not shown in time", unseen, swaps)
}

// weigh waits until what was replaced has ended, and measures.
func weigh(t *testing.T, d *testenv.Desk, ask func() health, g *testenv.Glass, swaps int, took *[]time.Duration) sample {
	t.Helper()
	s := sample{swaps: swaps, pictures: 0}
	gaps := g.Gaps()
	if slices.Sort(gaps); len(gaps) > 0 {
		s.gap, s.pictures = gaps[len(gaps)*99/100], len(gaps)
	}
	body := d.BodyPID()
	testenv.Eventually(t, 20*time.Second, "what was replaced to end", func() bool {
		s.processes = children(body)
		return s.processes <= 4+2+1 // panel, notes, counter, runner; two waiting hosts; a compiler
	})
	time.Sleep(300 * time.Millisecond)
	s.processes = children(body)
	s.body = ask()
	runtime.GC()
	runtime.GC() // what the first made free to be finalized
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.screen, s.goroutines = m.HeapAlloc, runtime.NumGoroutine()
	s.sockets, _ = count(filepath.Join(d.Dir(), "run"))
	s.repoFiles, s.repo = count(filepath.Join(d.Dir(), "data", "cellshell", "tissue"))
	_, s.state = count(filepath.Join(d.Dir(), "data"))
	_, s.logs = count(filepath.Join(d.Dir(), "state"))
	s.state -= s.repo
	slices.Sort(*took)
	s.swap = (*took)[len(*took)/2]
	*took = nil
	t.Logf("%6d swaps: body heap %.1f MB, %.1f MB resident, %d goroutines, %d files; screen heap %.1f MB; %d processes, %d sockets; history %.1f MB in %d files; state %.1f MB, logs %.1f MB; a swap %v; 99 %% of %d pictures within %v",
		swaps, mb(s.body.Heap), mb(s.body.Resident), s.body.Goroutines, s.body.Files, mb(s.screen), s.processes, s.sockets,
		float64(s.repo)/1e6, s.repoFiles, float64(s.state)/1e6, float64(s.logs)/1e6, s.swap.Round(time.Millisecond), s.pictures, s.gap.Round(time.Millisecond))
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

// children is how many processes a process has started that live.
func children(pid int) (n int) {
	all, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range all {
		data, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		f := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
		if f[0] != "Z" && f[1] == strconv.Itoa(pid) {
			n++
		}
	}
	return n
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
