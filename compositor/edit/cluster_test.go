package edit

import (
	"testing"

	"pgregory.net/rapid"
)

// ends lists where a cursor may stand, found by looking at every line as a whole.
func ends(text string) map[int]bool {
	out := map[int]bool{0: true, len(text): true}
	for from := 0; from <= len(text); {
		_, to := line(text, from)
		out[from], out[to] = true, true
		clusters(text[from:to], func(_, b int) bool {
			out[from+b] = true
			return true
		})
		from = to + 1
	}
	return out
}

// TestNearIsEnough: what is found by looking near the cursor is what looking at all of the line finds.
func TestNearIsEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abc \n\r\te\u0301\u0301👩‍👧🇩🇪🇫🇷אב한ᄒ\u1161क\u094dष\u200d\ufe0f1"))).Draw(t, "text")
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		all := ends(text)
		want := at
		for !all[want] {
			want--
		}
		if got := fit(text, at); got != want {
			t.Fatalf("%q at %d: fit %d, want %d", text, at, got, want)
		}
		next, prev := want, want
		for next < len(text) {
			if next++; all[next] {
				break
			}
		}
		for prev > 0 {
			if prev--; all[prev] {
				break
			}
		}
		if n, p := Next(text, at), Prev(text, at); n != next || p != prev {
			t.Fatalf("%q at %d: next %d, want %d; previous %d, want %d", text, at, n, next, p, prev)
		}
	})
}
