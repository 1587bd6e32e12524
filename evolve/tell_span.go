package evolve

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	spans  = map[string]time.Duration{"second": time.Second, "minute": time.Minute, "min": time.Minute, "hour": time.Hour, "day": 24 * time.Hour, "week": 7 * 24 * time.Hour}
	counts = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)

// lastSpan reads "in the last five minutes" and "the past hour" of a question: how long that is, and its words; 0 without one.
func lastSpan(words []string) (time.Duration, string) {
	for i, w := range words {
		if w != "last" && w != "past" && w != "previous" {
			continue
		}
		for k := i + 1; k < min(i+5, len(words)); k++ {
			unit := spans[strings.TrimSuffix(strings.Trim(words[k], "?.!,"), "s")]
			if unit == 0 {
				continue
			}
			n := 1.0
			for _, number := range words[i+1 : k] {
				switch at := slices.Index(counts, number); {
				case at > 0:
					n = float64(at)
				case number == "couple":
					n = 2
				case number == "few", number == "several":
					n = 5
				case number == "half":
					n = 0.5
				default:
					if f, err := strconv.ParseFloat(number, 64); err == nil && f > 0 && f < 1e4 {
						n = f
					}
				}
			}
			return time.Duration(n * float64(unit)), strings.Trim(strings.Join(words[i:k+1], " "), "?.!,")
		}
	}
	return 0, ""
}
