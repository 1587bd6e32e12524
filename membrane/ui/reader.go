package ui

import "encoding/json"

// reader reads JSON and remembers that it could not.
type reader struct {
	b      []byte
	at     int
	failed bool
	spare  []float64 // room for numbers that are pointed to, made for several at once
}

func (r *reader) ended() bool { return !r.failed && r.at == len(r.b) }

// lit passes over a text that stands here.
func (r *reader) lit(s string) bool {
	if r.failed || len(r.b)-r.at < len(s) || string(r.b[r.at:r.at+len(s)]) != s {
		return false
	}
	r.at += len(s)
	return true
}

func (r *reader) fail() { r.failed = true }

// object reads a whole object.
func (r *reader) object(member func(name string) bool) {
	if !r.lit("{") {
		r.fail()
		return
	}
	if !r.lit("}") {
		r.rest(true, member)
	}
}

// members reads the members of an object from behind its first one to its end.
func (r *reader) members(member func(name string) bool) { r.rest(false, member) }

func (r *reader) rest(first bool, member func(name string) bool) {
	var seen [2]uint64 // a bit for each of names
	for !r.failed {
		if !first && !r.lit(",") {
			if !r.lit("}") {
				r.fail()
			}
			return
		}
		first = false
		i, known := indexOf[string(r.bytes())]
		if !known || !r.lit(":") || seen[i>>6]&(1<<(i&63)) != 0 {
			r.fail()
			return
		}
		seen[i>>6] |= 1 << (i & 63)
		if !member(names[i]) {
			r.fail()
		}
	}
}

// elements reads an array that is not empty.
func (r *reader) elements(element func()) {
	if !r.lit("[") {
		r.fail()
	}
	for !r.failed {
		element()
		if r.lit("]") {
			return
		}
		if !r.lit(",") {
			r.fail()
		}
	}
}

// raw is one value as it stands.
func (r *reader) raw() json.RawMessage {
	from, depth := r.at, 0
	for r.at < len(r.b) {
		switch r.b[r.at] {
		case '"':
			for r.at++; r.at < len(r.b) && r.b[r.at] != '"'; r.at++ {
				if r.b[r.at] == '\\' {
					r.at++
				}
			}
		case '{', '[':
			depth++
		case '}', ']', ',':
			if depth == 0 {
				return r.valid(from)
			}
			if r.b[r.at] != ',' {
				if depth--; depth == 0 {
					r.at++
					return r.valid(from)
				}
			}
		}
		r.at++
	}
	r.fail()
	return nil
}

func (r *reader) valid(from int) json.RawMessage {
	v := r.b[from:r.at]
	if len(v) == 0 || v[0] <= ' ' || v[len(v)-1] <= ' ' || !json.Valid(v) || string(v) == "null" {
		r.fail()
		return nil
	}
	return append(json.RawMessage(nil), v...)
}
