package ui

import (
	"encoding/json"
	"reflect"
	"testing"
)

// slow reads a message as encoding/json does.
func slow(payload []byte) (Message, error) {
	var head struct {
		Type Type `json:"type"`
	}
	if err := json.Unmarshal(payload, &head); err != nil {
		return nil, err
	}
	return Decode(head.Type, func(into any) error { return json.Unmarshal(payload, into) })
}

var quick = []Message{
	Event{Node: "a/b", Kind: EventTap, X: 1.5, Y: -2e-7, Seq: 7, Clock: Clock{UnixMilli: -5, Offset: 3600, Zone: "CET"}},
	Event{Node: "ä", Kind: EventChange, Text: "grün", Value: 1e21},
	Event{Node: "a", Kind: EventChange, Text: "milk\n\"eggs\" \\ \t\u2028 👩‍👧", Seq: 3},
	Tick{Timer: 2, Seq: 9, Clock: Clock{UnixMilli: 1795317289357}},
	View{Generation: 3, Seq: 8, Patch: []Patch{{ID: "a", Node: &Node{Kind: KindText, Text: "x", Source: "main.go:1:2", Via: []string{"main.go:3:4"}}}}, State: json.RawMessage(`{"A":[1,"}"]}`)},
	View{Tree: &Node{
		ID: "column0", Kind: KindColumn, Style: Style{Gap: new(8.0), Align: "center", Size: new(14.0), Color: "accent"},
		Children: []*Node{{Kind: KindButton, Key: "k", Text: "OK", Events: []EventKind{EventTap}, Disabled: true}, {Kind: KindSlider, Value: .5, Min: -1, Max: 2, Step: .1}},
	}},
}

// TestWhatIsWrittenIsReadFast: the messages that come most are in the form that is read without reflection.
func TestWhatIsWrittenIsReadFast(t *testing.T) {
	for _, m := range quick {
		data, err := Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := fast(data)
		if want, err := slow(data); !ok || err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s\nfast %v %+v\nslow %+v %v", data, ok, got, want, err)
		}
	}
}

// FuzzFast: what is read fast is what encoding/json reads.
func FuzzFast(f *testing.F) {
	for _, m := range quick {
		data, err := Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"type":"view","seq":1,"state":{"a":"\"}"},"patch":[{"id":"a","node":{"kind":"text"}}]}`))
	f.Add([]byte(`{"type":"event","text":"a\u00e4\ud83d\\","node":"\n"}`))
	f.Add([]byte(`{"type":"event","type":"tick","seq":01}`))
	f.Fuzz(func(t *testing.T, payload []byte) {
		got, ok := fast(payload)
		if !ok {
			return
		}
		if want, err := slow(payload); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q\nfast %+v\nslow %+v %v", payload, got, want, err)
		}
	})
}
