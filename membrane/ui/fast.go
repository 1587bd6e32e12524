package ui

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// fast reads the messages that come sixty times a second, in the form in which this package and the SDK write them: no white
// space, no escapes but in texts, each field once. It is false for all else, well-formed or not: encoding/json reads that. What it does
// read, it reads as encoding/json would.
func fast(payload []byte) (Message, bool) {
	r := reader{b: payload}
	if !r.lit(`{"type":"`) {
		return nil, false
	}
	switch {
	case r.lit(`event"`):
		var m Event
		r.members(func(name string) bool { return r.event(&m, name) })
		return m, r.ended()
	case r.lit(`tick"`):
		var m Tick
		r.members(func(name string) bool {
			switch name {
			case "timer":
				m.Timer = int(r.integer())
			case "seq":
				m.Seq = r.unsigned()
			case "clock":
				r.clock(&m.Clock)
			default:
				return false
			}
			return true
		})
		return m, r.ended()
	case r.lit(`view"`):
		var m View
		r.members(func(name string) bool { return r.view(&m, name) })
		return m, r.ended() && m.whole() == nil
	}
	return nil, false
}

// reader reads JSON and remembers that it could not.
type reader struct {
	b      []byte
	at     int
	failed bool
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

// maxMembers is how many members of one object are told apart; more are for the other reader.
const maxMembers = 48

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
	var seen [maxMembers]string
	n := 0
	for !r.failed {
		if !first && !r.lit(",") {
			if !r.lit("}") {
				r.fail()
			}
			return
		}
		first = false
		name := r.name()
		if r.failed || n == maxMembers || !r.lit(":") {
			r.fail()
			return
		}
		for _, s := range seen[:n] {
			if s == name {
				r.fail()
				return
			}
		}
		seen[n], n = name, n+1
		if !member(name) {
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

// bytes reads a string without escapes.
func (r *reader) bytes() []byte {
	if !r.lit(`"`) {
		r.fail()
		return nil
	}
	from, ascii := r.at, true
	for ; r.at < len(r.b); r.at++ {
		switch c := r.b[r.at]; {
		case c == '"':
			s := r.b[from:r.at]
			r.at++
			if !ascii && !utf8.Valid(s) {
				r.fail()
			}
			return s
		case c == '\\' || c < 0x20:
			r.fail()
			return nil
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	r.fail()
	return nil
}

// text reads a string. One with escapes, as a text of many lines, is read by encoding/json, alone.
func (r *reader) text() string {
	if r.failed {
		return ""
	}
	from := r.at
	if b := r.bytes(); !r.failed {
		return string(b)
	}
	if r.at >= len(r.b) || r.b[r.at] != '\\' {
		return ""
	}
	for ; r.at < len(r.b) && r.b[r.at] != '"'; r.at++ {
		if r.b[r.at] == '\\' {
			r.at++
		}
	}
	var s string
	if r.at >= len(r.b) || json.Unmarshal(r.b[from:r.at+1], &s) != nil {
		return ""
	}
	r.at, r.failed = r.at+1, false
	return s
}

// name is a string that is only looked at.
func (r *reader) name() string {
	name, ok := nameOf[string(r.bytes())]
	if !ok {
		r.fail()
	}
	return name
}

// digits passes over digits and says how many; a number does not begin with a needless 0.
func (r *reader) digits(whole bool) int {
	from := r.at
	for r.at < len(r.b) && r.b[r.at] >= '0' && r.b[r.at] <= '9' {
		r.at++
	}
	n := r.at - from
	if n == 0 || whole && n > 1 && r.b[from] == '0' {
		r.fail()
	}
	return n
}

func (r *reader) unsigned() uint64 {
	from := r.at
	if r.digits(true) > 18 {
		r.fail()
	}
	var v uint64
	for _, c := range r.b[from:r.at] {
		v = v*10 + uint64(c-'0')
	}
	r.delimited()
	return v
}

// delimited fails for a number that goes on.
func (r *reader) delimited() {
	if r.at < len(r.b) && (r.b[r.at] == '.' || r.b[r.at]|0x20 == 'e') {
		r.fail()
	}
}

func (r *reader) integer() int64 {
	if r.lit("-") {
		return -int64(r.unsigned())
	}
	return int64(r.unsigned())
}

func (r *reader) float() float64 {
	from := r.at
	r.lit("-")
	r.digits(true)
	if r.lit(".") {
		r.digits(false)
	}
	if r.lit("e") || r.lit("E") {
		if !r.lit("+") {
			r.lit("-")
		}
		r.digits(false)
	}
	if r.failed {
		return 0
	}
	v, err := strconv.ParseFloat(string(r.b[from:r.at]), 64)
	if err != nil {
		r.fail()
	}
	return v
}

func (r *reader) flag() bool {
	if r.lit("true") {
		return true
	}
	if !r.lit("false") {
		r.fail()
	}
	return false
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
