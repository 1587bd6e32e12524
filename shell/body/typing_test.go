package body

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
)

// TestTypingOverSwaps types while the cell is swapped, by two hands at once.
func TestTypingOverSwaps(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	id := fieldOf(t, b, "notes")
	tap(t, b, id)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 50 {
				if _, err := b.typeText(context.Background(), control.TypeParams{Text: "ab"}, nothing); err != nil {
					t.Error(err)
				}
				time.Sleep(10 * time.Millisecond)
			}
		})
	}
	for i := range 4 {
		from, to := `"Write something …"`, `"Write …"`
		if i%2 == 1 {
			from, to = to, from
		}
		done(t, by(t, b, "notes", from, to))
	}
	wg.Wait()
	want := strings.Repeat("ab", 100)
	if got := textOf(t, b, id); got != want {
		t.Errorf("typed %d bytes, the field has %d: %q", len(want), len(got), got)
	}
	testenv.Eventually(t, 3*time.Second, "the text in the state", func() bool { return strings.Contains(string(detail(t, b, "notes").State), want) })
}

const sluggish = `package main

import "cellshell/membrane/cell"

// Slow takes its time.
type Slow struct {
	Text  string
	Count int
}

// View shows the field.
func (s *Slow) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Field(s.Text).Key("in").OnChange(func(text string) {
			n := 0
			for i := 0; i < 3000000; i++ {
				n += i % 3
			}
			s.Count += n - n + 1
			s.Text = text
		}),
	)
}

func main() { cell.Run(&Slow{}) }
`

// TestTypingIntoASlowCell: late answers of a slow cell overwrite nothing, and the death of the cell loses nothing.
func TestTypingIntoASlowCell(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	spawnSource(t, b, "slow", sluggish)
	b.mu.Lock()
	c := b.cells["slow"]
	c.trusted = time.Time{}
	b.mu.Unlock()
	tap(t, b, "slow/in")
	want := ""
	for _, r := range "the quick brown fox" {
		want += string(r)
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Millisecond)
		if _, err := b.typeText(ctx, control.TypeParams{Text: string(r)}, nothing); err != nil {
			t.Fatal(err)
		}
		cancel()
		if got := textOf(t, b, "slow/in"); got != want {
			t.Fatalf("typed %q, shown %q", want, got)
		}
	}
	b.mu.Lock()
	s := c.sess
	b.mu.Unlock()
	s.proc.Kill("a test")
	testenv.Eventually(t, 15*time.Second, "the text in the state after the death", func() bool {
		var st struct{ Text string }
		_ = json.Unmarshal(detail(t, b, "slow").State, &st)
		return st.Text == want
	})
	if got := textOf(t, b, "slow/in"); got != want {
		t.Errorf("typed %q, shown %q", want, got)
	}
}

func fieldOf(t testing.TB, b *Body, cell string) string {
	t.Helper()
	n := testenv.Node(detail(t, b, cell).Tree, func(n *control.NodeDetail) bool { return n.Kind == ui.KindArea || n.Kind == ui.KindField })
	if n == nil {
		t.Fatalf("%s has no field", cell)
	}
	return n.ID
}

func textOf(t testing.TB, b *Body, id string) string {
	t.Helper()
	cell, _, _ := strings.Cut(id, "/")
	n := testenv.Node(detail(t, b, cell).Tree, func(n *control.NodeDetail) bool { return strings.HasSuffix("/"+n.ID, strings.TrimPrefix(id, cell)) })
	if n == nil {
		t.Fatalf("no node %s", id)
	}
	return n.Text
}
