package evolve

import (
	"strings"
	"testing"
	"time"
)

func TestLastSpan(t *testing.T) {
	for said, want := range map[string]time.Duration{
		"what changed in the last five minutes?": 5 * time.Minute, "what did i do in the past hour": time.Hour, "anything in the last couple of hours": 2 * time.Hour,
		"changes of the last half hour": 30 * time.Minute, "the last 90 seconds": 90 * time.Second, "what was the last change": 0, "the last minute change": time.Minute, "last": 0,
	} {
		if got, _ := lastSpan(strings.Fields(said)); got != want {
			t.Errorf("%q: %v, want %v", said, got, want)
		}
	}
}
