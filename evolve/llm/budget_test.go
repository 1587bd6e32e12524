package llm

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestBudgetOutlivesTheProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tokens.json")
	at := time.Date(2026, 3, 28, 23, 59, 0, 0, time.FixedZone("", 3600))
	now := func() time.Time { return at }
	over := func(err error) string {
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Kind != OverBudget {
			t.Fatalf("got %v", err)
		}
		return e.Text
	}
	b := OpenBudget(path, 1000, now)
	g, err := b.reserve(400)
	if err != nil {
		t.Fatal(err)
	}
	g.settle(300)
	if _, err := b.reserve(500); err != nil { // this call dies with its process
		t.Fatal(err)
	}
	b = OpenBudget(path, 1000, now)
	if b.Used() != 800 {
		t.Errorf("after a restart %d are used", b.Used())
	}
	if _, err := b.reserve(201); over(err) != "this may take 201 tokens, and 800 of today's 1000 are used" {
		t.Errorf("%v", err)
	}
	at = at.AddDate(0, 0, -1) // a clock set back begins no new day
	if b.Used() != 800 {
		t.Errorf("yesterday %d are used", b.Used())
	}
	at = at.AddDate(0, 0, 1).Add(61 * time.Second) // midnight, where the person is
	if b.Used() != 0 {
		t.Errorf("the next day %d are used", b.Used())
	}
	g, err = b.reserve(900)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.allows(1000); err != nil {
		t.Errorf("what is left may be used: %v", err)
	}
	if text := over(g.allows(1001)); !strings.Contains(text, "in the middle") {
		t.Error(text)
	}
	at = at.AddDate(0, 0, 1)
	g.settle(900) // a call over midnight
	if b.Used() != 0 {
		t.Errorf("%d of the new day are used", b.Used())
	}
	if err := os.WriteFile(path, []byte(`{"day":"today","used":-5}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenBudget(path, 1000, now).reserve(1); !strings.Contains(over(err), "remove the file") {
		t.Errorf("%v", err)
	}
	b = OpenBudget(filepath.Join(t.TempDir(), "no", "folder"), 1000, now)
	if _, err := b.reserve(1); !strings.Contains(over(err), "cannot be written down") || b.Used() != 0 {
		t.Errorf("%v, %d", err, b.Used())
	}
}

func FuzzReadSpent(f *testing.F) {
	f.Add([]byte(`{"day":"2026-01-02","used":7}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := readSpent(data); err == nil && (s.Used < 0 || len(s.Day) != 10) {
			t.Errorf("%+v", s)
		}
	})
}
