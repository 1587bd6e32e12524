package wire_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"cellshell/membrane/wire"
)

func ExampleWrite() {
	var stream bytes.Buffer
	_ = wire.Write(&stream, []byte(`{"type":"bye"}`))
	fmt.Printf("%q\n", stream.Bytes())
	payload, _ := wire.Read(&stream, nil)
	fmt.Printf("%s\n", payload)
	// Output:
	// "\x0e\x00\x00\x00{\"type\":\"bye\"}"
	// {"type":"bye"}
}

// writes counts calls.
type writes struct {
	bytes.Buffer
	calls int
}

func (w *writes) Write(p []byte) (int, error) {
	w.calls++
	return w.Buffer.Write(p)
}

func TestWriteIsOneCall(t *testing.T) {
	var w writes
	if err := wire.Write(&w, make([]byte, 300_000)); err != nil || w.calls != 1 {
		t.Errorf("got %d calls, error %v; want 1 call", w.calls, err)
	}
}

func TestLimits(t *testing.T) {
	var w writes
	var long *wire.ErrTooLong
	err := wire.Write(&w, make([]byte, wire.MaxFrame+1))
	if !errors.As(err, &long) || w.calls != 0 || err.Error() != "wire: frame too long: 16777217 bytes, limit 16777216" {
		t.Errorf("write of a long frame: %v, %d calls", err, w.calls)
	}
	if err := wire.Write(&w, nil); !errors.Is(err, wire.ErrEmpty) {
		t.Errorf("write of nothing: %v", err)
	}
	if err := wire.Write(&w, make([]byte, wire.MaxFrame)); err != nil {
		t.Errorf("write of the largest frame: %v", err)
	}
	if p, err := wire.Read(&w, nil); err != nil || len(p) != wire.MaxFrame {
		t.Errorf("read of the largest frame: %d bytes, %v", len(p), err)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     string
		is       error
	}{
		{"nothing", "", "EOF", io.EOF},
		{"half a length", "\x01\x00", "wire: read length: unexpected EOF", io.ErrUnexpectedEOF},
		{"empty", "\x00\x00\x00\x00", "wire: empty frame", wire.ErrEmpty},
		{"half a payload", "\x05\x00\x00\x00ab", "wire: read payload: 2 of 5 bytes: unexpected EOF", io.ErrUnexpectedEOF},
		{"no payload", "\x05\x00\x00\x00", "wire: read payload: 0 of 5 bytes: unexpected EOF", io.ErrUnexpectedEOF},
		{"too long", "\xff\xff\xff\xff", "wire: frame too long: 4294967295 bytes, limit 16777216", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := wire.Read(strings.NewReader(c.in), nil)
			if err == nil || err.Error() != c.want || c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestReadReusesBuffer(t *testing.T) {
	var stream bytes.Buffer
	for range 100 {
		_ = wire.Write(&stream, []byte("hello"))
	}
	buf := make([]byte, 0, 64)
	if n := testing.AllocsPerRun(50, func() { _, _ = wire.Read(&stream, buf) }); n > 1 { // the header escapes
		t.Errorf("%v allocations per frame, want at most 1", n)
	}
}

// A length without bytes behind it must not cost its memory.
func TestAnnouncedLengthIsNotTrusted(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 100 {
		_, _ = wire.Read(strings.NewReader("\x00\x00\x00\x01"), nil)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 32<<20 {
		t.Errorf("100 empty promises of 16 MiB allocated %d bytes", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("\x02\x00\x00\x00{}"))
	f.Add([]byte("\x00\x00\x00\x00"))
	f.Add([]byte("\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := bytes.NewReader(in)
		for {
			p, err := wire.Read(iotest.HalfReader(r), nil)
			if err != nil {
				return
			}
			var again bytes.Buffer
			if err := wire.Write(&again, p); err != nil {
				t.Fatal(err)
			}
			q, err := wire.Read(&again, nil)
			if err != nil || !bytes.Equal(p, q) {
				t.Fatalf("%q came back as %q, %v", p, q, err)
			}
		}
	})
}

// TestWriteFrame: a payload appended in place is the same frame, and the buffer serves the next.
func TestWriteFrame(t *testing.T) {
	var got, want bytes.Buffer
	var buf []byte
	for _, payload := range []string{"a", strings.Repeat("b", 300<<10), "c"} {
		frame := append(wire.Begin(buf), payload...)
		buf = wire.Keep(frame)
		if err := errors.Join(wire.WriteFrame(&got, frame), wire.Write(&want, []byte(payload))); err != nil {
			t.Fatal(err)
		}
		if cap(buf) > 256<<10 {
			t.Errorf("%d bytes are kept", cap(buf))
		}
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Error("the frames differ")
	}
	if err := wire.WriteFrame(&got, wire.Begin(nil)); !errors.Is(err, wire.ErrEmpty) {
		t.Errorf("an empty frame: %v", err)
	}
}
