package body

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/internal/testenv"
	"cellshell/shell/attach"
)

// TestJournalGoesOn: what is read back is what was written, from any offset that a saved input may name, over a renewal.
func TestJournalGoesOn(t *testing.T) {
	j := journal{path: t.TempDir() + "/j", desk: "d"}
	if err := j.begin(100); err != nil {
		t.Fatal(err)
	}
	var want []record
	ends := []int64{100}
	for i := range 5 {
		r := record{Hands: map[string]handled{"a": {Taken: uint64(i)}}, Focus: &compositor.Target{Cell: "c", Node: "n"}}
		if err := j.write(&r); err != nil {
			t.Fatal(err)
		}
		want, ends = append(want, r), append(ends, j.end)
	}
	data, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	for i, from := range ends {
		got, end, err := readJournal(data, "d", from)
		if err != nil || end != j.end || len(got) != len(want)-i || len(got) > 0 && !reflect.DeepEqual(got, want[i:]) {
			t.Errorf("from %d: %d lines to %d (%v), want %d to %d", from, len(got), end, err, len(want)-i, j.end)
		}
	}
	if got, _, _ := readJournal(data, "another", 100); len(got) != 0 {
		t.Errorf("another desktop reads %d lines", len(got))
	}
	if got, end, err := readJournal(data[:len(data)-3], "d", 100); len(got) != 4 || end != ends[4] || err != nil {
		t.Errorf("a line that was cut off: %d lines to %d, %v", len(got), end, err)
	}
	os.Remove(j.path)
	if err := j.saved(j.end); err != nil {
		t.Fatal(err)
	}
	if err := j.write(&want[0]); err != nil {
		t.Fatal(err)
	}
	data, _ = os.ReadFile(j.path)
	if got, _, err := readJournal(data, "d", ends[5]); err != nil || len(got) != 1 {
		t.Errorf("after its file was removed: %d lines, %v", len(got), err)
	}
}

func FuzzJournal(f *testing.F) {
	f.Add([]byte("{\"desk\":\"d\",\"base\":0}\n{\"fields\":{\"a/b\":{\"in\":\"x\",\"cursor\":1,\"anchor\":1}}}\n"), int64(0))
	f.Add([]byte("{\"desk\":\"d\",\"base\":0}\n{\"post\":[{\"n\":1,\"cell\":\"a\",\"event\":{}}]}\n{\"told\":{\"n\":1,\"seq\":4}}\n{"), int64(0))
	f.Add([]byte("{\"desk\":\"d\",\"base\":-5}\n"), int64(-1))
	f.Fuzz(func(t *testing.T, data []byte, from int64) {
		lines, end, _ := readJournal(data, "d", from)
		if end < from {
			t.Fatalf("read back to %d from %d", end, from)
		}
		in := savedInput{}
		in.fit()
		for i := range lines {
			in.replay(&lines[i])
		}
		if len(in.Pending) > maxSaved || len(in.Unsaid) > maxSaved {
			t.Fatalf("%d pending, %d unsaid", len(in.Pending), len(in.Unsaid))
		}
		for k, field := range in.Edits.Fields {
			if len(field.Text) > 2*edit.MaxText {
				t.Fatalf("%s has %d bytes", k, len(field.Text))
			}
			field.Fit()
		}
		if _, err := json.Marshal(in); err != nil {
			t.Fatal(err)
		}
	})
}

// TestEventsAreTakenOnce: a screen that sends again what was taken changes nothing, in this body and in the next one.
func TestEventsAreTakenOnce(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := open(t, o)
	id := fieldOf(t, b, "notes")
	tap(t, b, id)
	key := func(n uint64, text string) attach.Event {
		return attach.Event{Kind: attach.Key, Seq: n, Chord: text, Text: text}
	}
	send := func(b *Body, events ...attach.Event) (a attach.Answer) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.lastScreen++
		s := &screen{Screen: attach.Screen{Number: b.lastScreen, W: b.vw, H: b.vh, Scale: b.scale}}
		b.attachHands(s, "me")
		b.handsTake(s, events, &a)
		b.detachHands(s)
		return a
	}
	if a := send(b, key(1, "a"), key(2, "b")); a.Sure != 2 {
		t.Errorf("sure of %d, want 2", a.Sure)
	}
	send(b, key(1, "a"), key(2, "b"), key(3, "c"))
	if got := textOf(t, b, id); got != "abc" {
		t.Errorf("the field has %q", got)
	}
	saved, err := os.ReadFile(o.Paths.input())
	if err != nil {
		t.Fatal(err)
	}
	send(b, key(4, "d"))
	journal, err := os.ReadFile(b.journalPath())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	// as if the body had been killed right after the last key
	if err := os.WriteFile(o.Paths.input(), saved, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.journalPath(), journal, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err = Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer end(b)
	send(b, key(3, "c"), key(4, "d"), key(5, "e"))
	testenv.Eventually(t, 3*time.Second, "abcde in the field", func() bool { return textOf(t, b, id) == "abcde" })
}
