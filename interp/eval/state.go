package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"cellshell/membrane/cell"
)

// state reads and writes the exported fields of an interpreted cell. The interpreter makes structs at run time, whose field
// names must be exported: it puts an X before the names that were not. Those are left out.
type state struct{ fields reflect.Value } // pointer to the cell's struct, with tags that hide what is not exported

// stateOf finds the struct in the wrapper that the interpreter made to satisfy cell.Cell.
func stateOf(c cell.Cell) (*state, error) {
	w := reflect.ValueOf(c)
	if w.Kind() != reflect.Struct || !w.FieldByName("IValue").IsValid() {
		return nil, fmt.Errorf("cell.Run was given a %T", c)
	}
	v := w.FieldByName("IValue")
	for v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return nil, errors.New("cell.Run was given no pointer")
	}
	seen := map[reflect.Type]bool{}
	return &state{v.Convert(hide(v.Type(), seen))}, nil
}

func (s *state) encode() ([]byte, error) { return json.Marshal(s.fields.Interface()) }

func (s *state) decode(data []byte) error { return cell.DecodeState(data, s.fields.Interface()) }

// hide returns t with the tag json:"-" on every field the source does not export, at every depth. Types that differ in tags
// alone share their memory, so values convert.
func hide(t reflect.Type, seen map[reflect.Type]bool) reflect.Type {
	if t.PkgPath() != "" || seen[t] { // compiled, or on the way already
		return t
	}
	seen[t] = true
	defer delete(seen, t)
	switch t.Kind() {
	case reflect.Pointer:
		return reflect.PointerTo(hide(t.Elem(), seen))
	case reflect.Slice:
		return reflect.SliceOf(hide(t.Elem(), seen))
	case reflect.Array:
		return reflect.ArrayOf(t.Len(), hide(t.Elem(), seen))
	case reflect.Map:
		return reflect.MapOf(hide(t.Key(), seen), hide(t.Elem(), seen))
	case reflect.Struct:
		fields := make([]reflect.StructField, t.NumField())
		for i := range fields {
			f := t.Field(i)
			if inner(f.Name) {
				f.Tag = `json:"-"`
			}
			f.Type = hide(f.Type, seen)
			f.Offset, f.Index = 0, nil
			fields[i] = f
		}
		return reflect.StructOf(fields)
	}
	return t
}

// inner reports whether the interpreter exported a field the source does not.
func inner(name string) bool {
	rest, ok := strings.CutPrefix(name, "X")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && (r == '_' || r != utf8.RuneError && !unicode.IsUpper(r))
}
