package codec_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net"
	"reflect"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"go.uber.org/goleak"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
	"cellshell/membrane/wire"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func messages() []ui.Message {
	size := 48.0
	tree := &ui.Node{
		ID: "column0", Kind: ui.KindColumn, Style: ui.Style{Size: &size, Color: "accent"},
		Children: []*ui.Node{
			{ID: "column0/image0", Kind: ui.KindImage, Data: []byte{0, 1, 255}, Box: [2]float64{4, 5}},
			{ID: "column0/chart0", Kind: ui.KindChart, Series: []ui.Series{{Values: []float64{1, 2.5}}}},
		},
	}
	return []ui.Message{
		ui.Hello{Protocol: ui.Protocol, Language: "rust"},
		ui.Start{Props: map[string]string{"a": "b"}, State: json.RawMessage(`{"n":[1,2]}`), Clock: ui.Clock{UnixMilli: 1}},
		ui.Event{Node: "column0/button0", Kind: ui.EventTap, X: 1.5, Seq: 1 << 40},
		ui.View{Generation: 1, Tree: tree, State: json.RawMessage(`{}`)},
		ui.View{Generation: 1, Patch: []ui.Patch{{ID: "column0", Node: tree}}},
		ui.Reply{ID: 3, Error: "no"},
		ui.Bye{},
		ui.Stop{Deadline: 5},
	}
}

func TestBothEncodingsSayTheSame(t *testing.T) {
	for _, m := range messages() {
		for name, encode := range map[string]func(ui.Message) ([]byte, error){"json": ui.Marshal, "cbor": codec.EncodeCBOR} {
			p, err := encode(m)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got, err := codec.Decode(p)
			if err != nil || !reflect.DeepEqual(got, m) {
				t.Errorf("%s: %#v came back as %#v, %v", name, m, got, err)
			}
		}
	}
}

func raw(t *testing.T, v any) string {
	t.Helper()
	p, err := cbor.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(p)
}

func TestDecodeRefuses(t *testing.T) {
	bomb := make([]map[string]string, 70_000)
	for i := range bomb {
		bomb[i] = map[string]string{}
	}
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "codec: empty payload"},
		{"short", "\xa1\x64typ", "codec: message ends early"},
		{"endless", "\xbf\x64type\x63bye\xff", "codec: head byte 0xbf is not allowed"},
		{"tag", "\xc1\x00", "codec: tags are not allowed"},
		{"huge string", "\xa1\x7b\xff\xff\xff\xff\xff\xff\xff\xff", "codec: message ends early"},
		{"huge array", raw(t, map[string]any{"type": "view"})[:0] + "\xa1\x64type\x9b\x00\x00\x00\xff\xff\xff\xff\xff", "codec: read message"},
		{"list", "\x80", "codec: read message"},
		{"unknown", raw(t, map[string]any{"type": "dance"}), `ui: unknown message type "dance"`},
		{"twice", "\xa2\x64type\x63bye\x64type\x64stop", "duplicate"},
		{"bad state", raw(t, map[string]any{"type": "view", "state": []byte("{")}), "codec: read view: state or payload is not JSON"},
		{"bomb", raw(t, map[string]any{"type": "view", "tree": map[string]any{"kind": "row", "children": bomb}}), "objects in a message, limit 64000"},
		{"null child", raw(t, map[string]any{"type": "view", "tree": map[string]any{"kind": "row", "children": []any{nil}}}), "ui: view has a null child"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := codec.Decode([]byte(c.in))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestConn(t *testing.T) {
	a, b := net.Pipe()
	left, right := codec.NewConn(a), codec.NewConn(b)
	go func() { // ends with the connection
		_ = left.Send(ui.Bye{Reason: "one"})
		_ = wire.Write(a, []byte(`{"type":"dance"}`))
		_ = left.Send(ui.Bye{Reason: "two"})
		_ = left.Close()
	}()
	if m, err := right.Receive(); err != nil || m != (ui.Bye{Reason: "one"}) {
		t.Errorf("got %v, %v", m, err)
	}
	var unknown *ui.UnknownTypeError
	if _, err := right.Receive(); !errors.As(err, &unknown) {
		t.Errorf("got %v", err)
	}
	if m, err := right.Receive(); err != nil || m != (ui.Bye{Reason: "two"}) {
		t.Errorf("after an unknown type: %v, %v", m, err)
	}
	var broken *codec.BrokenError
	if _, err := right.Receive(); !errors.As(err, &broken) || !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %v", err)
	}
	_ = right.Close()
}

func FuzzDecode(f *testing.F) {
	for _, m := range messages() {
		for _, encode := range []func(ui.Message) ([]byte, error){ui.Marshal, codec.EncodeCBOR} {
			p, err := encode(m)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(p)
		}
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := codec.Decode(in)
		if err != nil {
			return
		}
		if v, ok := m.(ui.View); ok && v.Tree != nil {
			ui.Identify(v.Tree)
			if ui.Check(v.Tree) != nil {
				return // NaN, which JSON cannot say
			}
		}
		p, err := codec.EncodeCBOR(m)
		if err != nil {
			t.Fatalf("%#v was read but not written: %v", m, err)
		}
		again, err := codec.Decode(p)
		if err != nil {
			t.Fatalf("%#v was written but not read: %v", m, err)
		}
		q, err := codec.EncodeCBOR(again)
		if err != nil || !bytes.Equal(p, q) {
			t.Fatalf("%x became %x, %v", p, q, err)
		}
	})
}
