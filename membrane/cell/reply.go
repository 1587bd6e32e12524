package cell

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
)

// Reply is the answer of a service. Paths are names joined by dots, "memory.used"; a number picks an element of a list,
// "disks.0.mount", and a name after a list picks it from every element, "disks.mount".
type Reply struct {
	Err  string // a sentence; empty for success
	root any
}

func newReply(payload json.RawMessage, err string) Reply {
	r := Reply{Err: err}
	if len(payload) > 0 && json.Unmarshal(payload, &r.root) != nil && err == "" {
		r.Err = "the answer is not JSON"
	}
	return r
}

// Text returns the text at path; numbers and truth values are written out; "" when there is nothing.
func (r Reply) Text(path string) string { return asText(r.at(path)) }

// Bytes returns the bytes at path, which JSON carries as base64; nil when there are none.
func (r Reply) Bytes(path string) []byte {
	s, _ := r.at(path).(string)
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return nil
	}
	return b
}

// Float returns the number at path, or 0.
func (r Reply) Float(path string) float64 { return asFloat(r.at(path)) }

// Bool returns the truth value at path, or false.
func (r Reply) Bool(path string) bool {
	b, _ := r.at(path).(bool)
	return b
}

// Floats returns the list of numbers at path.
func (r Reply) Floats(path string) []float64 {
	list, _ := r.at(path).([]any)
	out := make([]float64, 0, len(list))
	for _, v := range list {
		out = append(out, asFloat(v))
	}
	return out
}

// Texts returns the list of texts at path.
func (r Reply) Texts(path string) []string {
	list, _ := r.at(path).([]any)
	out := make([]string, 0, len(list))
	for _, v := range list {
		out = append(out, asText(v))
	}
	return out
}

// Len returns the length of the list at path, or 0.
func (r Reply) Len(path string) int {
	list, _ := r.at(path).([]any)
	return len(list)
}

func (r Reply) at(path string) any {
	if path == "" {
		return r.root
	}
	return pick(r.root, strings.Split(path, "."))
}

func pick(v any, path []string) any {
	for i, name := range path {
		switch t := v.(type) {
		case map[string]any:
			v = t[name]
		case []any:
			n, err := strconv.Atoi(name)
			if err == nil {
				if n < 0 || n >= len(t) {
					return nil
				}
				v = t[n]
				continue
			}
			each := make([]any, len(t))
			for j := range t {
				each[j] = pick(t[j], path[i:])
			}
			return each
		default:
			return nil
		}
	}
	return v
}

func asText(v any) string {
	switch t := v.(type) {
	case string:
		return t
	case float64:
		return strconv.FormatFloat(t, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(t)
	}
	return ""
}

func asFloat(v any) float64 {
	switch t := v.(type) {
	case float64:
		return t
	case string:
		f, _ := strconv.ParseFloat(t, 64)
		return f
	case bool:
		if t {
			return 1
		}
	}
	return 0
}
