package evolve

import (
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/reflex"
)

// spans are the units of time of the list "timeunit".
var spans = map[string]time.Duration{"second": time.Second, "minute": time.Minute, "hour": time.Hour, "day": 24 * time.Hour, "week": 7 * 24 * time.Hour}

// lastSpan reads "in the last five minutes" and "the past hour" of a question: how long that is, and its words; 0 without one.
func lastSpan(words []string) (time.Duration, string) {
	for i, w := range words {
		if !reflex.Is("lately", w) {
			continue
		}
		for k := i + 1; k < min(i+5, len(words)); k++ {
			unit := spans[reflex.Says("timeunit", words[k])]
			if unit == 0 {
				continue
			}
			n := 1.0
			for _, number := range words[i+1 : k] {
				if said := reflex.Says("howmuch", number); said != "" {
					number = said
				}
				if f, err := strconv.ParseFloat(number, 64); err == nil && f > 0 && f < 1e4 {
					n = f
				}
			}
			return time.Duration(n * float64(unit)), strings.Trim(strings.Join(words[i:k+1], " "), "?.!,")
		}
	}
	return 0, ""
}
