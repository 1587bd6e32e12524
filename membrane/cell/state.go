package cell

import (
	"encoding/json"
	"errors"
	"reflect"
)

func (l *loop) encode() ([]byte, error) {
	if l.host.Encode != nil {
		return l.host.Encode()
	}
	return json.Marshal(l.host.Cell)
}

// decode fills the cell's fields. One of a type that does not fit is left out, the others are taken.
func (l *loop) decode(state []byte) error {
	if l.host.Decode != nil {
		return l.host.Decode(state)
	}
	return DecodeState(state, l.host.Cell)
}

// DecodeState fills the fields of the struct that into points to from the JSON of an older generation. A field whose type
// does not fit keeps its value; the error names the first such field, the others are taken all the same. Lists and maps
// are replaced, not merged with what the field held before.
func DecodeState(state []byte, into any) error {
	empty(state, reflect.ValueOf(into))
	err := json.Unmarshal(state, into)
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) { // encoding/json goes on behind it
		return errors.New("field " + mismatch.Field + " was " + mismatch.Value + ", is now " + mismatch.Type.String())
	}
	return err
}

// empty clears the lists and maps that state replaces; encoding/json would keep their old keys.
func empty(state []byte, into reflect.Value) {
	for into.Kind() == reflect.Pointer {
		into = into.Elem()
	}
	var fields map[string]json.RawMessage
	if into.Kind() != reflect.Struct || json.Unmarshal(state, &fields) != nil {
		return
	}
	for name, value := range fields {
		f := into.FieldByName(name)
		if !f.IsValid() || !f.CanSet() {
			continue
		}
		if f.Kind() == reflect.Slice && value[0] == '[' || f.Kind() == reflect.Map && value[0] == '{' {
			f.SetZero()
		}
	}
}
