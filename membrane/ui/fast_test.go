package ui

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
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

// slowly writes a message as encoding/json does.
func slowly(m Message) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(m)
	return `{"type":"` + string(m.MessageType()) + `",` + strings.TrimPrefix(strings.TrimSuffix(out.String(), "\n"), "{"), err
}

var quick = []Message{
	Event{Node: "a/b", Kind: EventTap, X: 1.5, Y: -2e-7, Seq: 7, Clock: Clock{UnixMilli: -5, Offset: 3600, Zone: "CET"}},
	Event{Node: "ä", Kind: EventChange, Text: "grün", Value: 1e21},
	Event{Node: "a", Kind: EventChange, Text: "milk\n\"eggs\" \\ \t\u2028 👩‍👧", Seq: 3},
	Event{},
	Tick{Timer: 2, Seq: 9, Clock: Clock{UnixMilli: 1795317289357}},
	View{Generation: 3, Seq: 8, Patch: []Patch{{ID: "a", Node: &Node{Kind: KindText, Text: "x", Source: "main.go:1:2", Via: []string{"main.go:3:4"}}}}, State: json.RawMessage(`{"A":[1,"}"]}`)},
	View{Tree: &Node{
		ID: "column0", Kind: KindColumn, Style: Style{Gap: new(8.0), Align: "center", Size: new(14.0), Color: "accent"},
		Children: []*Node{{Kind: KindButton, Key: "k", Text: "OK", Events: []EventKind{EventTap}, Disabled: true}, {Kind: KindSlider, Value: .5, Min: -1, Max: 2, Step: .1}},
	}},
	View{Tree: &Node{Kind: KindChart, Columns: 3, Series: []Series{{Name: "cpu", Values: []float64{0, .25, -3, 1e15, 123456789012345678}}, {Values: []float64{}}, {}}}},
	View{Tree: &Node{Kind: KindCanvas, Box: [2]float64{10, 0}, Paint: []Paint{{Op: "arc", At: []float64{1, 2, 3, 0, 90}, Stroke: "accent", Width: 2, Cap: "butt"}, {Op: "text", Text: "x", Bold: true}}}},
	View{Tree: &Node{Kind: KindImage, Data: []byte{0, 1, 2, 255}, Style: Style{Italic: new(true), Tabular: new(false), Lines: new(1), Case: "upper"}}},
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

// TestEveryFieldIsWritten: what encoding/json would write of a field is written without it, whatever the field holds.
func TestEveryFieldIsWritten(t *testing.T) {
	var values []any
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1.5, 1e-6, 9.99e-7, -1e-9, 1e20, 1e21, -1e15, 1e15 - 1, math.MaxFloat64, math.SmallestNonzeroFloat64, .1 + .2, math.Pi} {
		values = append(values, f)
	}
	for _, s := range []string{"", "a", "a\"b\\c/<>&'", "\x00\x01\b\f\n\r\t\x1f\x7f", "é世\u2027\u2028\u2029\u202a😀", "\xff a\xc3", "\ufffd"} {
		values = append(values, s)
	}
	values = append(values, true, 1, -7, uint64(math.MaxUint64), int64(math.MinInt64), []byte{}, []byte("ab"), json.RawMessage("{ \"a\":\t[1, \"x y\"]\r\n}"))
	var fill func(v reflect.Value, depth int, say func())
	fill = func(v reflect.Value, depth int, say func()) {
		was := reflect.New(v.Type()).Elem()
		was.Set(v)
		defer v.Set(was)
		if v.Type() == reflect.TypeFor[[]byte]() || v.Type() == reflect.TypeFor[json.RawMessage]() {
			for _, x := range values {
				if reflect.TypeOf(x) == v.Type() {
					v.Set(reflect.ValueOf(x))
					say()
				}
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i), depth, say)
			}
		case reflect.Pointer:
			if depth == 3 {
				return
			}
			v.Set(reflect.New(v.Type().Elem()))
			say()
			fill(v.Elem(), depth+1, say)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 0, 2))
			say()
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			if v.Type().Elem().Kind() != reflect.Pointer {
				say()
				fill(v.Index(1), depth, say)
				return
			}
			v.Index(0).Set(reflect.New(v.Type().Elem().Elem()))
			fill(v.Index(1), depth, say)
		case reflect.Array:
			fill(v.Index(1), depth, say)
		default:
			for _, x := range values {
				if y := reflect.ValueOf(x); y.Type().ConvertibleTo(v.Type()) && (y.Kind() == reflect.String) == (v.Kind() == reflect.String) {
					v.Set(y.Convert(v.Type()))
					say()
				}
			}
		}
	}
	said := 0
	check := func(m Message) {
		said++
		got, err := Marshal(m)
		want, werr := slowly(m)
		if err != nil || werr != nil || string(got) != want {
			t.Fatalf("written %q, %v\nwant    %q, %v", got, err, want, werr)
		}
	}
	var e Event
	fill(reflect.ValueOf(&e).Elem(), 0, func() { check(e) })
	var tick Tick
	fill(reflect.ValueOf(&tick).Elem(), 0, func() { check(tick) })
	var v View
	fill(reflect.ValueOf(&v).Elem(), 0, func() { check(v) })
	if said < 2000 {
		t.Errorf("only %d messages were compared", said)
	}
	for _, bad := range []Message{
		Event{X: math.NaN()}, View{State: json.RawMessage("{")}, View{Tree: &Node{Max: math.Inf(1)}}, View{Tree: &Node{Shader: &Shader{Uniforms: []Uniform{{Values: []float64{math.Inf(-1)}}}}}},
	} {
		if b, err := Append([]byte("head"), bad); err == nil || string(b) != "head" {
			t.Errorf("%+v became %s", bad, b)
		}
	}
}

// TestEveryFieldIsReadFast: no field makes a message one that is read slowly, but a shader.
func TestEveryFieldIsReadFast(t *testing.T) {
	var e Event
	var tick Tick
	var v View
	for _, m := range []any{&e, &tick, &v} {
		fillPlainly(reflect.ValueOf(m).Elem(), 0)
	}
	patch := v // a view has a tree or patches
	v.Patch, patch.Tree = nil, nil
	for _, m := range []Message{e, tick, v, patch} {
		data, err := Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := fast(data); !ok || !reflect.DeepEqual(got, m) {
			t.Errorf("%s\nread fast: %v, as %+v", data, ok, got)
		}
	}
}

// fillPlainly gives every field below v a value that is not the zero one.
func fillPlainly(v reflect.Value, depth int) {
	switch v.Interface().(type) {
	case json.RawMessage:
		v.SetBytes([]byte(`{"A":1}`))
		return
	case *Shader:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillPlainly(v.Field(i), depth)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillPlainly(v.Elem(), depth+1)
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[*Node]() && depth > 1 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillPlainly(v.Index(0), depth)
	case reflect.Array:
		for i := range v.Len() {
			fillPlainly(v.Index(i), depth)
		}
	case reflect.String:
		v.SetString("a")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(1.5)
	default:
		v.Set(reflect.ValueOf(7).Convert(v.Type()))
	}
}

// FuzzFast: what is read fast is what encoding/json reads, and it is written again as encoding/json writes it.
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
	f.Add([]byte(`{"type":"view","tree":{"kind":"te\u0078t","paint":[{"op":"","at":null,"fill":"\\"}],"data":"YQ","box":[1]}}`))
	f.Fuzz(func(t *testing.T, payload []byte) {
		want, err := slow(payload)
		if got, ok := fast(payload); ok && (err != nil || !reflect.DeepEqual(got, want)) {
			t.Fatalf("%q\nfast %+v\nslow %+v %v", payload, got, want, err)
		}
		if err != nil || want.MessageType() != TypeEvent && want.MessageType() != TypeTick && want.MessageType() != TypeView {
			return
		}
		got, err := Marshal(want)
		if same, werr := slowly(want); err != nil || werr != nil || string(got) != same {
			t.Fatalf("%q\nwritten %q %v\nwant    %q %v", payload, got, err, same, werr)
		}
	})
}
