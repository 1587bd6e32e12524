package body

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

// place makes the folders of one desktop, short enough for sockets.
func place(t testing.TB) (Options, string) {
	t.Helper()
	for _, key := range []string{"OPENAI_API_KEY", "OPENAI_BASE_URL", "CELLSHELL_MODEL"} {
		t.Setenv(key, "")
	}
	t.Setenv("CELLSHELL_NATIVE", testenv.Native(t))
	dir, err := os.MkdirTemp("", "b")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	o := Options{
		Paths: Paths{Data: dir + "/d", State: dir + "/s", Cache: dir + "/c", Config: dir + "/e", Runtime: dir + "/r"},
		Host:  filepath.Join(testenv.Programs(t), "cellhost"),
	}
	if err := o.Paths.make(); err != nil {
		t.Fatal(err)
	}
	settings := "[model]\ndiscover = false\n"
	if err := os.WriteFile(dir+"/e/config.toml", []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	if testing.Verbose() {
		o.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	}
	return o, dir
}

// interpreted keeps the desktop from compiling.
func interpreted(t testing.TB, dir string) {
	t.Helper()
	if err := os.WriteFile(dir+"/e/config.toml", []byte("[model]\ndiscover = false\n[evolve]\nnative = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// desktop opens a body that ends with its cells when the test does.
func desktop(t testing.TB, o Options) *Body {
	t.Helper()
	b := open(t, o)
	t.Cleanup(func() { end(b) })
	return b
}

// open opens a body that the test closes.
func open(t testing.TB, o Options) *Body {
	t.Helper()
	b, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// end closes a body and its cells.
func end(b *Body) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_ = b.Run(ctx)
}

func nothing(any) error { return nil }

func tapped(b *Body, target string) error {
	_, err := b.tap(context.Background(), control.NodeParams{Target: target}, nothing)
	return err
}

func tap(t testing.TB, b *Body, target string) {
	t.Helper()
	if err := tapped(b, target); err != nil {
		t.Fatal(err)
	}
}

func typed(t testing.TB, b *Body, text string) {
	t.Helper()
	if _, err := b.typeText(context.Background(), control.TypeParams{Text: text}, nothing); err != nil {
		t.Fatal(err)
	}
}

func detail(t testing.TB, b *Body, cell string) control.CellDetail {
	t.Helper()
	v, err := b.inspect(context.Background(), control.CellParams{Cell: cell}, nothing)
	if err != nil {
		t.Fatal(err)
	}
	return v.(control.CellDetail)
}

func count(t testing.TB, b *Body, cell string) int {
	t.Helper()
	var s struct{ Count int }
	if d := detail(t, b, cell); len(d.State) > 0 {
		if err := json.Unmarshal(d.State, &s); err != nil {
			t.Fatal(err)
		}
	}
	return s.Count
}

func logOf(t testing.TB, b *Body, cell string) string {
	t.Helper()
	v, err := b.logs(context.Background(), control.LogsParams{Cell: cell}, nothing)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range v.([]control.LogLine) {
		all = append(all, l.Text)
	}
	return strings.Join(all, "\n")
}

func done(t testing.TB, r act.Receipt) act.Receipt {
	t.Helper()
	if r.Status != act.Done {
		t.Fatalf("%s: %s: %s", r.Sentence, r.Status, r.Reason)
	}
	return r
}

// by changes a cell's source by hand.
func by(t testing.TB, b *Body, cell, from, to string) act.Receipt {
	t.Helper()
	b.mu.Lock()
	source := string(b.cells[tissue.CellID(cell)].source)
	b.mu.Unlock()
	if !strings.Contains(source, from) {
		t.Fatalf("%s has no %q", cell, from)
	}
	return b.engine.Hand(context.Background(), tissue.CellID(cell), []byte(strings.Replace(source, from, to, 1)))
}

func spawnSource(t testing.TB, b *Body, name, source string) string {
	t.Helper()
	v, err := b.spawn(context.Background(), control.SpawnParams{Name: name, Source: source}, nothing)
	if err != nil {
		t.Fatal(err)
	}
	done(t, v.(act.Receipt))
	return name
}

var hostile = sync.OnceValues(func() (string, error) {
	out := filepath.Join(testenv.Root(), ".bin", "test", "hostile")
	cmd := exec.Command("go", "build", "-o", out, "./testdata/hostile")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	text, err := cmd.CombinedOutput()
	if err != nil {
		return string(text), err
	}
	return out, nil
})

// answers fails the test unless the counter answers a tap promptly.
func answers(t testing.TB, b *Body) {
	t.Helper()
	was, began := count(t, b, "counter"), time.Now()
	tap(t, b, "counter/plus")
	if now := count(t, b, "counter"); now != was+1 {
		t.Errorf("the counter went from %d to %d by one tap", was, now)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("the counter needed %v", took)
	}
}
