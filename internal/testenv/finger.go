package testenv

import (
	"context"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Touch puts a finger on the page for a while. A finger does not wait until the page has heard of it.
func (b *Browser) Touch(x, y float64, stay time.Duration) {
	b.t.Helper()
	touch := func(kind input.DispatchTouchEventType, at ...*input.TouchPoint) {
		b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: at})
			return err
		}))
	}
	heard := make(chan struct{})
	go func() {
		defer close(heard)
		touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})
	}()
	time.Sleep(max(stay, 30*time.Millisecond)) // the browser has it
	touch(input.DispatchTouchEventTypeTouchEnd)
	<-heard
}

// Prefer says what whoever sits before the page prefers, such as prefers-reduced-motion: reduce.
func (b *Browser) Prefer(what, value string) {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: what, Value: value}}})
		return err
	}))
}

// Slow makes the page compute so many times slower than it can; 1 is as fast as it can.
func (b *Browser) Slow(times float64) {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
		return err
	}))
}
