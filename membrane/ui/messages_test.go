package ui_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cellshell/membrane/ui"
)

func ExampleMarshal() {
	p, _ := ui.Marshal(ui.Event{Node: "column0/button0", Kind: ui.EventTap, Seq: 7})
	fmt.Println(string(p))
	m, _ := ui.Unmarshal(p)
	fmt.Println(m.(ui.Event).Node)
	// Output:
	// {"type":"event","node":"column0/button0","kind":"tap","seq":7,"clock":{"unix_ms":0,"offset":0}}
	// column0/button0
}

// messages has every message with every field set.
func messages() []ui.Message {
	return []ui.Message{
		ui.Hello{Protocol: ui.Protocol, Language: "go", SDK: "1", Engine: "native", Cell: "clock", Generation: 3},
		ui.Load{File: "main.go", Source: "package main"},
		ui.Start{Props: map[string]string{"a": "b"}, State: json.RawMessage(`{"Taps":3}`), Look: ui.Look{Dark: true, Scale: 2}, Clock: ui.Clock{UnixMilli: 5, Offset: 3600, Zone: "CET"}},
		ui.Event{Node: "a", Kind: ui.EventChange, Text: "<x>", Value: 1, X: 2, Y: 3, Seq: 4, Clock: ui.Clock{UnixMilli: 5}},
		ui.Tick{Timer: 1, Seq: 2, Clock: ui.Clock{UnixMilli: 5}},
		ui.Reply{ID: 1, Payload: json.RawMessage(`[1,2]`), Error: "no", Seq: 2, Clock: ui.Clock{UnixMilli: 5}},
		ui.Theme{Look: ui.Look{Scale: 1}, Seq: 9},
		ui.Stop{Deadline: 100},
		ui.View{Generation: 2, Seq: 3, Tree: sample(), State: json.RawMessage(`{}`)},
		ui.View{Generation: 2, Seq: 3, Patch: []ui.Patch{{ID: "column0", Node: sample()}}},
		ui.Call{ID: 1, Service: "system", Method: "load", Payload: json.RawMessage(`{"a":"b"}`)},
		ui.Timer{ID: 1, Every: 1000},
		ui.Log{Level: "info", Text: "hello"},
		ui.Bye{Reason: "done"},
		ui.Bye{},
		ui.Error{Text: "what"},
	}
}

func TestRoundTrip(t *testing.T) {
	for _, m := range messages() {
		p, err := ui.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if head := `{"type":"` + string(m.MessageType()) + `"`; !strings.HasPrefix(string(p), head) {
			t.Errorf("%s does not begin with %s", p, head)
		}
		got, err := ui.Unmarshal(p)
		if err != nil || !reflect.DeepEqual(got, m) {
			t.Errorf("%s came back as %#v, %v", p, got, err)
		}
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown type", `{"type":"dance"}`, `ui: unknown message type "dance"`},
		{"no type", `{}`, `ui: message has no type`},
		{"no object", `[]`, `ui: read message: json: cannot unmarshal array`},
		{"garbage", `{"type":`, `ui: read message: unexpected end of JSON input`},
		{"wrong field", `{"type":"tick","timer":"x"}`, `ui: read tick: json: cannot unmarshal string`},
		{"null child", `{"type":"view","tree":{"kind":"row","children":[null]}}`, `ui: view has a null child`},
		{"null child in patch", `{"type":"view","patch":[{"id":"a","node":{"kind":"row","children":[null]}}]}`, `ui: patch of "a" has a null child`},
		{"patch without node", `{"type":"view","patch":[{"id":"a"}]}`, `ui: patch of "a" has no node`},
		{"both", `{"type":"view","tree":{"kind":"row"},"patch":[{"id":"a","node":{"kind":"row"}}]}`, `ui: view has both tree and patch`},
		{"nesting", `{"type":"view","tree":` + strings.Repeat(`{"children":[`, 200), `ui: too large: 257 levels of nesting, limit 256`},
		{"node bomb", `{"type":"view","tree":{"kind":"row","children":[` + strings.Repeat(`{},`, 70_000) + `{}]}}`, `ui: too large: 70003 objects in a message, limit 64000`},
		{"value bomb", `{"type":"view","tree":{"kind":"chart","series":[{"values":[` + strings.Repeat(`0,`, 1_000_001) + `0]}]}}`, `values in a message, limit 1000000`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ui.Unmarshal([]byte(c.in))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	var unknown *ui.UnknownTypeError
	if _, err := ui.Unmarshal([]byte(`{"type":"dance"}`)); !errors.As(err, &unknown) || unknown.Type != "dance" {
		t.Errorf("got %#v", err)
	}
}

func TestUnknownFieldsAreIgnored(t *testing.T) {
	m, err := ui.Unmarshal([]byte(`{"later":{"x":[1]},"type":"timer","id":2,"every":50,"more":1}`))
	if err != nil || m != (ui.Timer{ID: 2, Every: 50}) {
		t.Errorf("got %#v, %v", m, err)
	}
}

func FuzzUnmarshal(f *testing.F) {
	for _, m := range messages() {
		p, err := ui.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := ui.Unmarshal(in)
		if err != nil {
			return
		}
		if v, ok := m.(ui.View); ok && v.Tree != nil {
			ui.Identify(v.Tree)
			if ui.Check(v.Tree) != nil {
				return
			}
		}
		p, err := ui.Marshal(m)
		if err != nil {
			t.Fatalf("%q was read but not written: %v", in, err)
		}
		again, err := ui.Unmarshal(p)
		if err != nil {
			t.Fatalf("%q was written but not read: %v", p, err)
		}
		q, err := ui.Marshal(again)
		if err != nil || string(p) != string(q) {
			t.Fatalf("%q became %q, %v", p, q, err)
		}
	})
}
