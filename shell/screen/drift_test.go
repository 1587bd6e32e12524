package screen

import (
	"testing"
	"time"
)

// play advances a drift picture by picture and returns how many there were until it stood still, at most n.
func play(d *drift, from time.Duration, n int) (pictures int, now time.Duration) {
	now = from
	for ; pictures < n && !d.still(); pictures++ {
		now += driftStep
		if !d.due(now) {
			return pictures, now
		}
		d.advance(now)
	}
	return pictures, now
}

func TestTheWallpaperComesToRest(t *testing.T) {
	d := drift{on: true}
	if d.due(time.Hour) {
		t.Fatal("it moves before anybody is there")
	}
	d.touch(time.Minute)
	n, end := play(&d, time.Minute, 10_000)
	if !d.still() || d.phase == 0 {
		t.Fatalf("after %d pictures still is %v, phase %g", n, d.still(), d.phase)
	}
	if took := end - time.Minute; took < driftStay || took > driftStay+6*time.Second {
		t.Errorf("it came to rest after %v, want between %v and %v", took, driftStay, driftStay+6*time.Second)
	}
	was := d.phase
	d.advance(end + time.Hour)
	if d.phase != was || d.due(end+time.Hour) {
		t.Error("at rest it goes on")
	}
	d.touch(end + time.Hour)
	d.advance(end + time.Hour + driftStep)
	if moved := d.phase - was; moved <= 0 || moved > 0.001 {
		t.Errorf("it starts with a jump of %g", moved)
	}
}

func TestTheWallpaperStandsStillWhereDrawingIsDear(t *testing.T) {
	var d drift
	d.touch(time.Second)
	if d.due(time.Hour) {
		t.Error("it moves")
	}
}

func TestASlowRendererGivesUp(t *testing.T) {
	d := drift{on: true}
	now := time.Minute
	for range 20 {
		d.touch(now)
		now += 3 * driftStep
		d.advance(now)
	}
	if !d.still() {
		t.Error("the wallpaper moves on where each picture comes too late")
	}
}
