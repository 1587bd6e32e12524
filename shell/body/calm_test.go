package body

import (
	"testing"

	"cellshell/compositor"
	"cellshell/shell/attach"
)

func TestScreensAreToldOfReducedMotion(t *testing.T) {
	for motion, want := range map[string]bool{MotionFull: false, MotionReduced: true} {
		b := &Body{edits: &compositor.Edits{}}
		b.config.Look.Motion = motion
		s := &screen{Screen: attach.Screen{Number: 1}}
		if f, ok := b.news(s); !ok || f.Screen != 1 || f.Calm != want {
			t.Errorf("%s: the first frame is %+v, %v", motion, f, ok)
		}
	}
}
