package nucleus_test

import (
	"testing"
	"time"

	"cellshell/nucleus"
)

func TestBackoff(t *testing.T) {
	at := time.Unix(1000, 0)
	for _, c := range []struct {
		name    string
		crashes []time.Duration // since at
		want    time.Duration   // after the last; -1: crash loop
	}{
		{"first", []time.Duration{0}, 100 * time.Millisecond},
		{"second", []time.Duration{0, time.Second}, 200 * time.Millisecond},
		{"three within ten seconds", []time.Duration{0, time.Second, 10 * time.Second}, -1},
		{"three in eleven", []time.Duration{0, time.Second, 11 * time.Second}, 400 * time.Millisecond},
		{"slow but steady", every(6*time.Second, 12), 10 * time.Second},
		{"calm again", []time.Duration{0, 6 * time.Second, 12 * time.Second, 2 * time.Minute}, 100 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b nucleus.Backoff
			got, ok := time.Duration(0), false
			for _, d := range c.crashes {
				got, ok = b.Next(at.Add(d))
			}
			if !ok {
				got = -1
			}
			if got != c.want {
				t.Errorf("delay %v, want %v", got, c.want)
			}
		})
	}
}

func every(d time.Duration, n int) []time.Duration {
	all := make([]time.Duration, n)
	for i := range all {
		all[i] = time.Duration(i) * d
	}
	return all
}
