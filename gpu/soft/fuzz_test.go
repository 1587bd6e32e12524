package soft_test

import (
	"testing"

	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

// FuzzRender draws scenes made of any numbers: it must neither fail nor take long, and a premultiplied colour is never
// brighter than its alpha.
func FuzzRender(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
	f.Add([]byte("\x03\x10\x20\x30\x40\x50\x04\x01\x01\x01\x01\x01\x05\xff\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 400 {
			return
		}
		img := soft.Render(&paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: gputest.Operations(in)})
		for i := 0; i < len(img.Pix); i += 4 {
			p := img.Pix[i : i+4]
			if p[0] > p[3] || p[1] > p[3] || p[2] > p[3] {
				t.Fatalf("pixel %d is %v", i/4, p)
			}
		}
	})
}
