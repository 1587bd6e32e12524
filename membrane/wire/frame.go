// Package wire cuts the byte stream of the membrane (the protocol between a cell and the shell) into frames: a length of
// four bytes, little-endian, then that many bytes of payload. It does not look inside a payload.
package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// MaxFrame is the largest payload either side may send, in bytes.
const MaxFrame = 16 << 20

// headerSize is the number of bytes before a payload.
const headerSize = 4

// ErrTooLong refuses a frame. Both sides of the mismatch are named, because either may be the one to mend.
type ErrTooLong struct {
	Size  uint64 // bytes announced or asked to be sent
	Limit int    // bytes allowed
}

// Error implements error.
func (e *ErrTooLong) Error() string {
	return fmt.Sprintf("wire: frame too long: %d bytes, limit %d", e.Size, e.Limit)
}

// ErrEmpty refuses a frame without payload: every message has at least a type.
var ErrEmpty = errors.New("wire: empty frame")

// Write sends payload as one frame with one call of w.Write, so that frames of several writers do not mix on a stream
// whose writes are atomic. It fails with *ErrTooLong or ErrEmpty before anything is written.
func Write(w io.Writer, payload []byte) error {
	return WriteFrame(w, append(Begin(make([]byte, 0, headerSize+len(payload))), payload...))
}

// Begin makes room in buf, which it empties, for the length of a frame. The payload is then appended, and what came of it is
// for WriteFrame: so the payload need not be copied.
func Begin(buf []byte) []byte { return append(buf[:0], make([]byte, headerSize)...) }

// WriteFrame is Write for a payload behind what Begin returned.
func WriteFrame(w io.Writer, frame []byte) error {
	size := len(frame) - headerSize
	if size > MaxFrame {
		return &ErrTooLong{Size: uint64(size), Limit: MaxFrame}
	}
	if size <= 0 {
		return ErrEmpty
	}
	binary.LittleEndian.PutUint32(frame, uint32(size))
	n, err := w.Write(frame)
	if err != nil {
		return fmt.Errorf("wire: write frame of %d bytes: %w", size, err)
	}
	if n < len(frame) {
		return fmt.Errorf("wire: write frame of %d bytes: %w", size, io.ErrShortWrite)
	}
	return nil
}

// Keep empties a buffer for the next frame, or lets it go when it is larger than 256 KiB, which few frames are.
func Keep(buf []byte) []byte {
	if cap(buf) > 256<<10 {
		return nil
	}
	return buf[:0]
}

// chunk is how much memory an announced length is trusted with before its bytes have come.
const chunk = 64 << 10

// Read returns the payload of the next frame. It uses buf when that is large enough, so a payload is valid until buf is
// used again; nil is fine. The error is io.EOF between frames, io.ErrUnexpectedEOF inside one, *ErrTooLong or ErrEmpty
// for a length that cannot be. A length alone makes it allocate no more than 64 KiB beyond what has arrived.
func Read(r io.Reader, buf []byte) ([]byte, error) {
	var header [headerSize]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, fmt.Errorf("wire: read length: %w", err)
	}
	size := binary.LittleEndian.Uint32(header[:])
	switch {
	case size > MaxFrame:
		return nil, &ErrTooLong{Size: uint64(size), Limit: MaxFrame}
	case size == 0:
		return nil, ErrEmpty
	}
	buf = buf[:0]
	for want := int(size); len(buf) < want; {
		next := min(want, max(cap(buf), len(buf)+chunk))
		if next > cap(buf) {
			grown := make([]byte, len(buf), min(want, 2*next))
			copy(grown, buf)
			buf = grown
		}
		have := len(buf)
		buf = buf[:next]
		if n, err := io.ReadFull(r, buf[have:]); err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return nil, fmt.Errorf("wire: read payload: %d of %d bytes: %w", have+n, want, err)
		}
	}
	return buf, nil
}
