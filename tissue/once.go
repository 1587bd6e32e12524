package tissue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// object is one that is being read: its keys so far, and whether the next text is one.
type object struct {
	seen map[string]bool // nil: a list
	key  bool
	is   reflect.Type // what it is read into, nil where nobody knows
	next reflect.Type // of the value that comes
}

// once refuses a key that stands twice in one object of a document: encoding/json takes the last, and whoever wrote the first
// would not hear of it. It takes "Title" and "TITLE" for one field too, but not for one key of a map. The data is known to be
// JSON.
func once(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	open := []object{{next: reflect.TypeFor[Document]()}} // the innermost last, below them the document itself
	for {
		token, err := dec.Token()
		if err != nil {
			return nil // the end
		}
		in := &open[len(open)-1]
		key, text := token.(string)
		switch {
		case token == json.Delim('{'):
			open = append(open, object{seen: map[string]bool{}, key: true, is: value(in.next)})
			continue
		case token == json.Delim('['):
			open = append(open, object{next: element(in.next)})
			continue
		case token == json.Delim('}') || token == json.Delim(']'):
			open = open[:len(open)-1]
			in = &open[len(open)-1]
		case text && in.key:
			name := in.named(key)
			if in.seen[name] {
				return fmt.Errorf("tissue: document, line %d: %.80q stands there twice", 1+bytes.Count(data[:dec.InputOffset()], []byte("\n")), key)
			}
			in.seen[name], in.key = true, false
			continue
		}
		in.key = in.seen != nil // after a value comes a key
	}
}

// named is what a key stands for, and notes what its value is read into.
func (o *object) named(key string) string {
	o.next = nil
	switch {
	case o.is == nil:
	case o.is.Kind() == reflect.Map:
		o.next = o.is.Elem()
	case o.is.Kind() == reflect.Struct:
		for i := range o.is.NumField() {
			f := o.is.Field(i)
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" && strings.EqualFold(name, key) {
				o.next = f.Type
				return name
			}
		}
	}
	return key
}

// value is the type behind pointers.
func value(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// element is what a list of a type holds, nil for what is no list.
func element(t reflect.Type) reflect.Type {
	if t = value(t); t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
		return t.Elem()
	}
	return nil
}
