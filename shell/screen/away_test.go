package screen

import (
	"context"
	"strings"
	"testing"

	"cellshell/shell/control"
)

func TestAWindowWithoutADesktopSpeaksToItsUser(t *testing.T) {
	s := living(t)
	s.o.Dial = func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, t.TempDir()+"/none") }
	press(s, "super", "a", "enter")
	testEventually(t, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.bar.work == nil
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	told := s.bar.fault + " " + s.bar.hint
	if !strings.Contains(told, "nothing was done") || strings.Contains(told, "/none") || strings.Contains(told, "cellshell") {
		t.Errorf("it says %q", told)
	}
	if s.bar.field.Text != "a" {
		t.Errorf("the sentence is lost: %q", s.bar.field.Text)
	}
	s.frame = 0
	if got := s.awayText(); got != "Starting …" {
		t.Errorf("before the first frame it says %q", got)
	}
	s.frame = 7
	if got := s.awayText(); got != "Reconnecting …" {
		t.Errorf("after a frame it says %q", got)
	}
}
