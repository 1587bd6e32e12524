package nucleus_test

import (
	"testing"

	"cellshell/nucleus"
)

// BenchmarkStart measures from Start to the first view, in each way a cell can start.
func BenchmarkStart(b *testing.B) {
	for _, c := range []struct {
		name   string
		warm   int
		engine string
	}{{"yaegi-warm", 2, nucleus.Yaegi}, {"yaegi-cold", -1, nucleus.Yaegi}, {"native", -1, nucleus.Native}} {
		b.Run(c.name, func(b *testing.B) {
			s := supervisor(b, c.warm)
			spec := nucleus.Spec{Cell: "bench", Generation: 1, Engine: c.engine}
			source := counter
			if c.engine == nucleus.Native {
				spec.Argv, source = []string{attackers(b), "none"}, ""
			}
			warm := 0
			for range b.N {
				b.StopTimer()
				if c.warm > 0 {
					wait(b, "a warm host", func() bool { return nucleus.WarmHosts(s) == c.warm })
				}
				b.StartTimer()
				p, err := s.Start(b.Context(), spec)
				if err != nil {
					b.Fatal(err)
				}
				firstView(b, talk(b, p), source)
				b.StopTimer()
				if p.Warm {
					warm++
				}
				b.ReportMetric(float64(p.Usage().Memory)/(1<<20), "MB")
				p.Kill("measured")
				<-p.Done()
				b.StartTimer()
			}
			b.ReportMetric(float64(warm)/float64(b.N), "warm/op")
		})
	}
}

// BenchmarkReady measures only Start: until a connection to a confined process stands.
func BenchmarkReady(b *testing.B) {
	for _, c := range []struct {
		name string
		warm int
	}{{"warm", 2}, {"cold", -1}} {
		b.Run(c.name, func(b *testing.B) {
			s := supervisor(b, c.warm)
			for range b.N {
				b.StopTimer()
				if c.warm > 0 {
					wait(b, "a warm host", func() bool { return nucleus.WarmHosts(s) == c.warm })
				}
				b.StartTimer()
				p := start(b, s, "bench", 1)
				b.StopTimer()
				p.Kill("measured")
				<-p.Done()
				b.StartTimer()
			}
		})
	}
}

// BenchmarkUsage measures one reading of a process.
func BenchmarkUsage(b *testing.B) {
	s := supervisor(b, 1)
	p := start(b, s, "bench", 1)
	for b.Loop() {
		p.Usage()
	}
}
