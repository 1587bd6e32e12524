package screen

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"time"

	"cellshell/shell/attach"
)

// settleTime is how long a picture of the glass waits for what moves.
const settleTime = time.Second

// wanted is a picture of the glass that the body has asked for.
type wanted struct {
	number uint64
	since  time.Time
	making bool // one is on its way
}

// want notes that the body has asked. mu is held.
func (s *Screen) want(number uint64) {
	s.glass.number, s.glass.since = number, time.Now()
}

// Wanted reports whether whoever owns the window is to give what is on the glass now, with Give. moves is what Picture has
// said.
func (s *Screen) Wanted(moves bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.glass.number != 0 && !s.glass.making && (!moves || time.Since(s.glass.since) > settleTime)
}

// Give sends what is on the glass to the body.
func (s *Screen) Give(img image.Image) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := attach.Picture{Screen: s.number, Number: s.glass.number}
	if p.Number == 0 || p.Screen == 0 || s.glass.making || s.ctx.Err() != nil {
		return
	}
	s.glass = wanted{making: true}
	s.goes.Go(func() { // ends with the answer or the screen
		var err error
		if p.PNG, err = pack(img); err != nil {
			p.Err = err.Error()
		}
		_ = s.call(s.ctx, attach.MethodPicture, p, nil, nil) // who asked stops waiting by himself
		s.mu.Lock()
		s.glass.making = false
		again := s.glass.number != 0 // it was asked for again meanwhile
		s.tick = s.tick || again
		s.mu.Unlock()
		if again {
			s.o.Wake()
		}
	})
}

// pack makes a PNG that is small enough to be sent.
func pack(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	for _, level := range []png.CompressionLevel{png.BestSpeed, png.BestCompression} {
		b.Reset()
		if err := (&png.Encoder{CompressionLevel: level}).Encode(&b, img); err != nil {
			return nil, err
		}
		if b.Len() <= attach.MaxPicture {
			return b.Bytes(), nil
		}
	}
	return nil, fmt.Errorf("the picture has %d bytes, at most %d can be sent", b.Len(), attach.MaxPicture)
}
