package ui

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

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

// word is a text that is one of a few more often than not.
func (r *reader) word() string {
	from, failed := r.at, r.failed
	if w, known := common[string(r.bytes())]; known {
		return w
	}
	r.at, r.failed = from, failed
	return r.text()
}

// base64 is a text that stands for bytes.
func (r *reader) base64() []byte {
	data, err := base64.StdEncoding.AppendDecode([]byte{}, r.bytes())
	if err != nil {
		r.fail()
	}
	return data
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
	minus := r.lit("-")
	if n := r.digits(true); n <= 15 && (r.at == len(r.b) || r.b[r.at] != '.' && r.b[r.at]|0x20 != 'e') && !r.failed { // a whole number
		v := 0.0
		for _, c := range r.b[r.at-n : r.at] {
			v = v*10 + float64(c-'0')
		}
		if minus {
			v = -v
		}
		return v
	}
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

// newFloat points to v.
func (r *reader) newFloat(v float64) *float64 {
	if len(r.spare) == 0 {
		r.spare = make([]float64, 8)
	}
	p := &r.spare[0]
	*p, r.spare = v, r.spare[1:]
	return p
}

// floats is a list of numbers, which may be null.
func (r *reader) floats() []float64 {
	if r.lit("null") {
		return nil
	}
	if r.lit("[]") {
		return []float64{}
	}
	var list []float64
	r.elements(func() { list = append(list, r.float()) })
	return list
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
