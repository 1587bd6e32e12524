// Package codec turns messages of the membrane (the protocol between a cell and the shell) into payloads and back, in JSON
// or in CBOR (RFC 8949). Nothing is negotiated: the first byte of a payload tells which it is, '{' for JSON.
//
// In CBOR the fields have the same names and meanings as in JSON. Fields that hold JSON of their own (state, payload) are
// byte strings with that JSON in them; image data is a byte string. JSON is written by ui.Marshal.
package codec

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"cellshell/membrane/ui"
)

// EncodeCBOR writes m as a CBOR map whose first key is "type".
func EncodeCBOR(m ui.Message) ([]byte, error) {
	if m == nil {
		return nil, errors.New("codec: no message to write")
	}
	body, err := encMode.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("codec: write %s: %w", m.MessageType(), err)
	}
	if body[0] < mapHead || body[0] >= mapHead+23 { // no message has so many fields
		return nil, fmt.Errorf("codec: write %s: head byte %#x is not that of a short map", m.MessageType(), body[0])
	}
	field, err := encMode.Marshal("type")
	if err != nil {
		return nil, err
	}
	value, err := encMode.Marshal(string(m.MessageType()))
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(body)+len(field)+len(value))
	out = append(out, body[0]+1)
	out = append(out, field...)
	out = append(out, value...)
	return append(out, body[1:]...), nil
}

// mapHead is the head byte of an empty CBOR map; short maps add their length.
const mapHead = 0xa0

// Decode reads one message of either encoding, as a value. Size and nesting are judged before anything is allocated, trees
// are without holes; the other limits are for ui.Check. A well-formed message of an unknown type gives
// *ui.UnknownTypeError.
func Decode(payload []byte) (ui.Message, error) {
	if len(payload) == 0 {
		return nil, errors.New("codec: empty payload")
	}
	if payload[0] == '{' {
		return ui.Unmarshal(payload)
	}
	if err := measure(payload); err != nil {
		return nil, err
	}
	var head struct {
		Type ui.Type `cbor:"type"`
	}
	if err := decMode.Unmarshal(payload, &head); err != nil {
		return nil, fmt.Errorf("codec: read message: %w", err)
	}
	m, err := ui.Decode(head.Type, func(into any) error { return decMode.Unmarshal(payload, into) })
	if err != nil {
		return nil, err
	}
	return m, checkRaw(m)
}

var (
	encMode = must(cbor.EncOptions{}.EncMode())
	decMode = must(cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		MaxNestedLevels:  ui.MaxNesting,
		MaxArrayElements: ui.MaxElements,
		MaxMapPairs:      ui.MaxElements,
		UTF8:             cbor.UTF8RejectInvalid,
	}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // the options above are constant
	}
	return v
}
