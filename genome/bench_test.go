package genome_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"cellshell/genome"
	"cellshell/tissue"
)

// full is a desktop with a dozen cells and some history.
func full(b testing.TB, changes int) *desk {
	b.Helper()
	d := open(b, b.TempDir())
	files := map[string][]byte{}
	d.say("start", func(doc *tissue.Document) {
		for i := range 11 {
			id := doc.NewID("cell")
			doc.Cells[id] = &tissue.Cell{Title: "Cell", Kind: tissue.KindWidget, Order: i}
			files[genome.SourcePath(id)] = []byte(fmt.Sprintf("package main // %d\n%s", i, clockSource))
			files[genome.ManifestPath(id)] = []byte(clockManifest)
		}
	}, files)
	addClock(d)
	for i := range changes {
		d.say("change", func(doc *tissue.Document) { doc.Cells["cell-2"].Placement.X = float64(i) }, nil)
	}
	return d
}

// BenchmarkUndo plans and commits the undo of a source change on a desktop with twelve cells and two hundred changes.
func BenchmarkUndo(b *testing.B) {
	d := full(b, 200)
	var took []time.Duration
	for b.Loop() {
		b.StopTimer()
		d.say("make it analog", nil, edit(`"digital"`, `"analog"`)(d))
		b.StartTimer()
		start := time.Now()
		d.carryOut(d.PlanUndo(0, nil))
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkOpen opens a repository with a thousand changes.
func BenchmarkOpen(b *testing.B) {
	d := full(b, 1000)
	d.Close()
	for b.Loop() {
		s, err := genome.Open(d.Dir())
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
