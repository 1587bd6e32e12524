package codec_test

import (
	"fmt"
	"testing"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// large is a view of 1,000 nodes.
func large() ui.View {
	size := 14.0
	root := &ui.Node{Kind: ui.KindColumn}
	for i := range 999 {
		root.Children = append(root.Children, &ui.Node{
			Kind: ui.KindButton, Text: fmt.Sprint("button ", i), Style: ui.Style{Size: &size, Color: "accent"},
			Events: []ui.EventKind{ui.EventTap}, Source: "main.go:14:9",
		})
	}
	return ui.View{Generation: 1, Tree: root}
}

func BenchmarkDecode(b *testing.B) {
	for name, encode := range map[string]func(ui.Message) ([]byte, error){"json": ui.Marshal, "cbor": codec.EncodeCBOR} {
		p, err := encode(large())
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(p)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := codec.Decode(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	v := large()
	for name, encode := range map[string]func(ui.Message) ([]byte, error){"json": ui.Marshal, "cbor": codec.EncodeCBOR} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := encode(v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
