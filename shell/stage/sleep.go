//go:build !js

package stage

import "github.com/hajimehoshi/ebiten/v2"

// Ebitengine calls its event-driven loop deprecated and has no other way to let a window sleep until something happens,
// which is what keeps an idle desktop at no processor time at all. Everything that depends on it is here.

// drawSoon makes a sleeping loop go round once.
func drawSoon() {
	ebiten.ScheduleFrame() //nolint:staticcheck // see above
}

// asleep tells whether the loop goes round only when something happens.
func asleep() bool {
	return ebiten.FPSMode() == ebiten.FPSModeVsyncOffMinimum //nolint:staticcheck // see above
}

// fallAsleep makes the loop go round only when something happens: an event of the window system, or drawSoon.
func fallAsleep() {
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum) //nolint:staticcheck // see above
}
