package testenv

import (
	"context"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Touch puts a finger on the page for a while. A finger does not wait until the page has heard of it.
func (b *Browser) Touch(x, y float64, stay time.Duration) {
	b.t.Helper()
	touch := func(kind input.DispatchTouchEventType, at ...*input.TouchPoint) chromedp.Action[chromedp.Void] {
		return command(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: at})
	}
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	heard := make(chan error, 1)
	go func() { // ends when the page has heard, or with ctx
		_, err := chromedp.Run(ctx, touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y}))
		heard <- err
	}()
	time.Sleep(max(stay, 30*time.Millisecond)) // the browser has it
	b.Do(touch(input.DispatchTouchEventTypeTouchEnd))
	if err := <-heard; err != nil {
		b.t.Fatalf("the browser: %v", err)
	}
}

// Prefer says what whoever sits before the page prefers, such as prefers-reduced-motion: reduce.
func (b *Browser) Prefer(what, value string) {
	b.t.Helper()
	b.Do(command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: what, Value: value}}}))
}

// Slow makes the page compute so many times slower than it can; 1 is as fast as it can.
func (b *Browser) Slow(times float64) {
	b.t.Helper()
	b.Do(command(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times}))
}

// command sends a page one command, of which the answer does not matter.
func command[P, R any](cmd cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cmd, params)
		return err
	})
}
