package codec_test

import (
	"fmt"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// The first byte of a payload tells its encoding.
func ExampleDecode() {
	asJSON, _ := ui.Marshal(ui.Bye{Reason: "done"})
	asCBOR, _ := codec.EncodeCBOR(ui.Bye{Reason: "done"})
	for _, payload := range [][]byte{asJSON, asCBOR, []byte(`{"type":"dance"}`)} {
		m, err := codec.Decode(payload)
		fmt.Println(m, err)
	}
	// Output:
	// {done} <nil>
	// {done} <nil>
	// <nil> ui: unknown message type "dance"
}
