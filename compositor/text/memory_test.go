package text_test

import (
	"fmt"
	"runtime"
	"testing"

	"cellshell/compositor/text"
)

// TestMemoryOfTexts lays out ever new texts: what is remembered of them is bound in bytes that the system gives, not only in
// what each is said to weigh, and all of it can be let go.
func TestMemoryOfTexts(t *testing.T) {
	held := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / 1e6
	}
	text.Layout(text.Params{Text: "0123456789 %", Style: text.Style{Size: 13}})
	text.Forget()
	empty, most := held(), 0.0
	for i := range 60000 {
		text.Layout(text.Params{Text: fmt.Sprintf("%d of 60000", i), Style: text.Style{Size: 13}})
		if i%5000 == 0 {
			most = max(most, held()-empty)
		}
	}
	text.Forget()
	left := held() - empty
	t.Logf("at most %.1f MB, %.1f MB after they were forgotten", most, left)
	if most > 25 { // the limits of the three caches are 20 MB together
		t.Errorf("remembered texts take %.1f MB", most)
	}
	if left > 1 {
		t.Errorf("%.1f MB stay of texts that were forgotten", left)
	}
}
