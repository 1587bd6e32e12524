package screen

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

func TestAnAttemptIsEndedByItsPill(t *testing.T) {
	asked := make(chan string, 4)
	path := filepath.Join(t.TempDir(), "s")
	server, err := control.Listen(path, map[string]control.Handler{
		control.MethodBranch: func(_ context.Context, raw json.RawMessage, _ func(any) error) (any, error) {
			var p control.BranchParams
			if err := json.Unmarshal(raw, &p); err != nil {
				return nil, err
			}
			asked <- p.Do
			return act.Receipt{Status: act.Done, Reason: "so be it"}, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	s := living(t)
	s.o.Dial = func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, path) }
	s.tries(attach.Trying{Name: "bold", Changes: 1})
	for _, tt := range []struct {
		want string
		at   func(pill) paint.Rect
	}{
		{control.BranchKeep, func(p pill) paint.Rect { return p.keep }},
		{control.BranchDrop, func(p pill) paint.Rect { return p.drop }},
	} {
		click(s, tt.at(s.spreadAttempt(time.Now())))
		select {
		case got := <-asked:
			if got != tt.want {
				t.Errorf("the button asks for %q, want %q", got, tt.want)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("the button for %q does nothing", tt.want)
		}
		for s.busy() {
			time.Sleep(time.Millisecond)
		}
	}
	s.tries(attach.Trying{})
	if s.attempting.in {
		t.Error("the pill stays when nothing is tried")
	}
}

func (s *Screen) busy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bar.work != nil
}
