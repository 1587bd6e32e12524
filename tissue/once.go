package tissue

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// object is one that is being read: its keys so far, and whether the next text is one.
type object struct {
	seen map[string]bool // nil: a list
	key  bool
}

// once refuses a key that stands twice in one object: encoding/json takes the last, and whoever wrote the first would not
// hear of it. The data is known to be JSON.
func once(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	open := []object{{}} // the innermost last, below them the document itself
	for {
		token, err := dec.Token()
		if err != nil {
			return nil // the end
		}
		in := &open[len(open)-1]
		key, text := token.(string)
		switch {
		case token == json.Delim('{'):
			open = append(open, object{seen: map[string]bool{}, key: true})
			continue
		case token == json.Delim('['):
			open = append(open, object{})
			continue
		case token == json.Delim('}') || token == json.Delim(']'):
			open = open[:len(open)-1]
			in = &open[len(open)-1]
		case text && in.key:
			if in.seen[key] {
				return fmt.Errorf("tissue: document, line %d: %.80q stands there twice", 1+bytes.Count(data[:dec.InputOffset()], []byte("\n")), key)
			}
			in.seen[key], in.key = true, false
			continue
		}
		in.key = in.seen != nil // after a value comes a key
	}
}
