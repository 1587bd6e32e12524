package screen

import (
	"context"
	"time"

	"cellshell/shell/control"
)

// heard is what the body makes of a sentence that is being typed.
type heard struct {
	control.HearResult
	sentence string
	known    bool // an answer has come
}

// hearTime is how long the body may think about a sentence: it needs less than a millisecond.
const hearTime = 2 * time.Second

// listen asks what would become of the sentence, soon. While a request is under way only the newest wish counts. mu is held.
func (s *Screen) listen() {
	if !s.bar.open {
		return
	}
	select {
	case s.ears <- struct{}{}:
	default: // it will look anyway
	}
}

// hearing asks the body about what is typed, one request at a time, until ctx ends.
func (s *Screen) hearing(ctx context.Context) {
	var c *control.Client
	defer func() {
		if c != nil {
			c.Close()
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.ears:
		}
		for again := true; again; {
			if c == nil {
				var err error
				if c, err = s.o.Dial(ctx); err != nil {
					break // the next key tries again
				}
			}
			var err error
			if again, err = s.ask(ctx, c); err != nil {
				c.Close()
				c = nil
				again = false
			}
		}
	}
}

// ask makes one request and takes its answer in. again: the sentence is another by now.
func (s *Screen) ask(ctx context.Context, c *control.Client) (again bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, hearTime)
	defer cancel()
	s.flush(ctx)
	s.mu.Lock()
	if !s.bar.open || s.number == 0 {
		s.mu.Unlock()
		return false, nil
	}
	p, recall := s.hearParams(), s.bar.said == nil
	s.mu.Unlock()
	if recall {
		var said []string
		if err := c.Call(ctx, control.MethodSaid, nil, &said, nil); err != nil {
			return false, err
		}
		s.mu.Lock()
		s.bar.said = append([]string{}, said...)
		s.mu.Unlock()
	}
	var r control.HearResult
	if err := c.Call(ctx, control.MethodHear, p, &r, nil); err != nil {
		return false, err
	}
	s.mu.Lock()
	now := s.hearParams()
	again = s.bar.open && now != p
	if s.bar.open {
		s.bar.heard = heard{HearResult: r, sentence: p.Sentence, known: true}
		if !again {
			s.dodge()
		}
		s.stale = true
	}
	s.mu.Unlock()
	s.o.Wake()
	return again, nil
}

// hearParams is what is typed now. mu is held.
func (s *Screen) hearParams() control.HearParams {
	p := control.HearParams{}
	if s.bar.field != nil && !s.bar.sent {
		p.Sentence = s.bar.field.Text
	}
	if s.bar.pinned {
		p.At = named(s.touch.halo)
	}
	return p
}
