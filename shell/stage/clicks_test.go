package stage

import (
	"testing"
	"time"

	"cellshell/shell/attach"
)

func TestClicks(t *testing.T) {
	var c clicks
	start := time.UnixMilli(5000)
	for i, tt := range []struct {
		button int
		x      float64
		after  time.Duration // the one before
		want   int
	}{
		{attach.Left, 10, 0, 1},
		{attach.Left, 12, 100 * time.Millisecond, 2},
		{attach.Left, 12, clickTime, 3},
		{attach.Left, 12, 10 * time.Millisecond, 1},
		{attach.Left, 17, 10 * time.Millisecond, 1},
		{attach.Left, 17, clickTime + 1, 1},
		{attach.Right, 17, 10 * time.Millisecond, 1},
		{attach.Left, 17, -time.Second, 1},
	} {
		start = start.Add(tt.after)
		if got := c.press(tt.button, tt.x, 20, start); got != tt.want {
			t.Errorf("press %d is number %d in a row, want %d", i, got, tt.want)
		}
	}
}
