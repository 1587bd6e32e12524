package nucleus_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"cellshell/nucleus"
)

func TestLineIsSafeOnATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                 "plain",
		"\x1b]0;owned\x07hello": "·]0;owned·hello",
		"tab\there":             "tab here",
		"bad \xff byte":         "bad   byte",
		"\u202eright to left":   "·right to left",
	} {
		if got := nucleus.CleanLine([]byte(in)); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := nucleus.CleanLine([]byte(strings.Repeat("é", 4000))); !strings.HasSuffix(got, "é …") || len(got) > 4200 {
		t.Errorf("a long line of %d bytes ends with %q", len(got), got[len(got)-10:])
	}
}

func FuzzLine(f *testing.F) {
	f.Add([]byte("hello"), 3, true)
	f.Add([]byte("\x1b[2J\x00\xff"), 0, false)
	f.Fuzz(func(t *testing.T, data []byte, generation int, body bool) {
		text := nucleus.CleanLine(data)
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			t.Fatalf("%q is not clean", text)
		}
		line := nucleus.Line{At: time.UnixMilli(1e12).UTC(), Generation: max(0, generation), Body: body, Text: text}
		got, ok := nucleus.ParseLine([]byte(line.String()))
		if !ok || got != line {
			t.Fatalf("%+v is read back as %+v", line, got)
		}
		nucleus.ParseLine(data)
	})
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"pid":12,"birth":5,"cell":"clock","generation":1,"engine":"yaegi"}`))
	f.Add([]byte(`{"pid":1,"cell":"../../etc","generation":-1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := nucleus.ParseRecord(data)
		if err == nil && (r.PID < 2 || strings.ContainsAny(r.Cell, "/.\x00")) {
			t.Fatalf("accepted %+v", r)
		}
	})
}
