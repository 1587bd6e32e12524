package body

import (
	"testing"
	"time"
)

func TestConduct(t *testing.T) {
	const budget = 150 * time.Millisecond
	run := func(costs ...int) (k conduct) {
		for _, ms := range costs {
			k.viewed(time.Duration(ms)*time.Millisecond, budget)
		}
		return k
	}
	erring := func(views, errors int) conduct {
		k := conduct{views: views}
		k.errors = errors
		return k
	}
	for _, tt := range []struct {
		name     string
		now, was conduct
		worse    bool
	}{
		{"quick", run(10, 10, 10, 10), run(10), false},
		{"dear now and then", run(200, 200, 10, 200, 200), run(10), false},
		{"dear three times in a row", run(10, 200, 200, 200), run(10), true},
		{"it was dear before", run(200, 200, 200), run(300, 310, 290), false},
		{"it was dear once before", run(200, 200, 200), run(300, 10), true},
		{"nothing to compare with", run(200, 200, 200), conduct{}, false},
		{"two errors", erring(4, 2), erring(10, 0), false},
		{"three errors", erring(4, 3), erring(10, 0), true},
		{"as many as before", erring(4, 3), erring(10, 7), false},
		{"far more than before", erring(10, 10), erring(10, 1), true},
		{"new and erring", erring(4, 3), conduct{}, false},
	} {
		if why := tt.now.worse(tt.was, budget); (why != "") != tt.worse {
			t.Errorf("%s: %q", tt.name, why)
		}
	}
}
