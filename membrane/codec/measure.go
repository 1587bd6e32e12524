package codec

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"cellshell/membrane/ui"
)

// CBOR major types.
const (
	majorBytes = 2
	majorText  = 3
	majorArray = 4
	majorMap   = 5
	majorTag   = 6
)

var errShort = errors.New("codec: message ends early")

// measure counts objects and values of a CBOR message without decoding it, as ui.Unmarshal does for JSON.
func measure(p []byte) error {
	objects, elements := 0, 0
	for len(p) > 0 {
		major, size, n := p[0]>>5, uint64(p[0]&0x1f), 1
		if size >= 24 {
			if size > 27 {
				return fmt.Errorf("codec: head byte %#x is not allowed", p[0])
			}
			n += 1 << (size - 24)
			if len(p) < n {
				return errShort
			}
			var wide [8]byte
			copy(wide[8-(n-1):], p[1:n])
			size = binary.BigEndian.Uint64(wide[:])
		}
		p = p[n:]
		elements++
		switch major {
		case majorBytes, majorText:
			if size > uint64(len(p)) {
				return errShort
			}
			p = p[size:]
		case majorMap:
			objects++
		case majorTag:
			return errors.New("codec: tags are not allowed")
		}
		if err := ui.CheckCounts(objects, elements/2); err != nil { // a map's keys count too
			return err
		}
	}
	return nil
}

// checkRaw refuses fields that should hold JSON and do not.
func checkRaw(m ui.Message) error {
	var raw json.RawMessage
	switch m := m.(type) {
	case ui.Start:
		raw = m.State
	case ui.View:
		raw = m.State
	case ui.Call:
		raw = m.Payload
	case ui.Reply:
		raw = m.Payload
	}
	if raw != nil && !json.Valid(raw) {
		return fmt.Errorf("codec: read %s: state or payload is not JSON", m.MessageType())
	}
	return nil
}
