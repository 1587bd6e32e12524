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
