package control

import (
	"context"
	"errors"
	"time"
)

// Await is [Dial] that gives a desktop which is just starting, or whose body is being started again, some
// time to answer: as long as its launcher is there, and patience at most.
func Await(ctx context.Context, patience time.Duration) (*Client, error) {
	for end := time.Now().Add(patience); ; {
		c, err := Dial(ctx)
		if err == nil {
			return c, nil
		}
		launcher, none := DialPath(ctx, DoorPath())
		if none != nil {
			return nil, errors.Join(ctx.Err(), err)
		}
		launcher.Close()
		if !time.Now().Before(end) {
			return nil, &Error{Text: "the desktop is starting and does not answer yet", Hint: "try again in a moment; where it was started it says what it waits for", Code: CodeDown}
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Gone waits until no desktop answers any more, nor its launcher: another one can then be started.
func Gone(ctx context.Context, patience time.Duration) error {
	for end := time.Now().Add(patience); ; {
		gone := true
		for _, path := range []string{SocketPath(), DoorPath()} {
			if c, err := DialPath(ctx, path); err == nil {
				c.Close()
				gone = false
			}
		}
		if err := ctx.Err(); gone || err != nil {
			return err
		}
		if !time.Now().Before(end) {
			return &Error{Text: "the desktop has been told to end and still runs", Hint: "where it was started it says why", Code: CodeFailed}
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
		}
	}
}
