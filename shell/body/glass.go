package body

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"time"

	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// glassTime is how long a screen may take to show what is on its glass, and maxGlass how many may be asked at once.
const (
	glassTime = 5 * time.Second
	maxGlass  = 4
)

// looker waits for a picture of a screen.
type looker struct {
	screen uint64
	answer chan attach.Picture // holds one
}

// glassOf asks a screen for what it shows, down to the pixels, with all that lies above the cells.
func (b *Body) glassOf(ctx context.Context, p control.ScreenshotParams) (any, error) {
	if p.Cell != "" {
		return nil, &control.Error{Text: "a picture of a window is one of all that it shows", Hint: "of one cell, drawn by the processor: cell screenshot FILE.png " + p.Cell, Code: control.CodeUsage}
	}
	b.mu.Lock()
	var s *screen
	for n, is := range b.screens {
		if n == p.Screen || p.Screen == 0 && is.Primary {
			s = is
		}
	}
	switch {
	case s == nil && p.Screen != 0:
		b.mu.Unlock()
		return nil, &control.Error{Text: fmt.Sprintf("there is no window %d", p.Screen), Hint: "cell doctor lists the windows", Code: control.CodeNotFound}
	case s == nil:
		b.mu.Unlock()
		return nil, &control.Error{Text: "no window is open", Hint: "without --window the processor draws the picture: cell screenshot desk.png", Code: control.CodeNotFound}
	case len(b.glass) >= maxGlass:
		b.mu.Unlock()
		return nil, &control.Error{Text: fmt.Sprintf("%d pictures of windows are being taken already", maxGlass), Code: control.CodeFailed}
	}
	b.lastGlass++
	number, answer := b.lastGlass, make(chan attach.Picture, 1)
	if b.glass == nil {
		b.glass = map[uint64]looker{}
	}
	b.glass[number] = looker{s.Number, answer}
	s.wants = number
	b.wakeScreens()
	b.mu.Unlock()
	defer func() {
		b.mu.Lock()
		delete(b.glass, number)
		b.mu.Unlock()
	}()
	late := time.NewTimer(glassTime)
	defer late.Stop()
	select {
	case a := <-answer:
		if a.Err != "" {
			return nil, &control.Error{Text: "the window could not take its picture: " + a.Err, Code: control.CodeFailed}
		}
		c, err := png.DecodeConfig(bytes.NewReader(a.PNG))
		if err != nil {
			return nil, &control.Error{Text: "the window sent no picture: " + err.Error(), Code: control.CodeFailed}
		}
		return control.ScreenshotResult{PNG: a.PNG, Width: c.Width, Height: c.Height}, nil
	case <-late.C:
		return nil, &control.Error{Text: fmt.Sprintf("the window sent no picture within %v", glassTime), Code: control.CodeFailed}
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-b.done:
		return nil, errClosing
	}
}

// takeGlass is a screen's answer.
func (b *Body) takeGlass(_ context.Context, p attach.Picture, _ func(any) error) (any, error) {
	if len(p.PNG) > attach.MaxPicture {
		return nil, &control.Error{Text: fmt.Sprintf("a picture of %d bytes, at most %d", len(p.PNG), attach.MaxPicture), Code: control.CodeUsage}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for n, l := range b.glass {
		if l.screen != p.Screen || n > p.Number { // one asked for later may be of a later picture
			continue
		}
		select {
		case l.answer <- p:
		default: // it has come already
		}
	}
	return nil, nil
}
