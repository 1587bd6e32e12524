package ui

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// writer appends JSON, byte for byte as encoding/json writes it without escapes for HTML, and remembers that it could not:
// encoding/json says why.
type writer struct {
	b      []byte
	failed bool
}

// comma parts what comes from what stands before it.
func (w *writer) comma() {
	if c := w.b[len(w.b)-1]; c != '{' && c != '[' && c != ':' {
		w.b = append(w.b, ',')
	}
}

// name begins a member; its value follows.
func (w *writer) name(name string) {
	w.comma()
	w.b = append(append(append(w.b, '"'), name...), '"', ':')
}

// open begins a member that is an object or a list, element an object in a list, shut ends either.
func (w *writer) open(name string, bracket byte) {
	w.name(name)
	w.b = append(w.b, bracket)
}

func (w *writer) element() {
	w.comma()
	w.b = append(w.b, '{')
}

func (w *writer) shut(bracket byte) { w.b = append(w.b, bracket) }

func (w *writer) text(name, s string) {
	w.name(name)
	w.quote(s)
}

func (w *writer) someText(name, s string) {
	if s != "" {
		w.text(name, s)
	}
}

func (w *writer) someFlag(name string, v bool) {
	if v {
		w.name(name)
		w.b = append(w.b, "true"...)
	}
}

func (w *writer) unsigned(name string, v uint64) {
	w.name(name)
	w.b = strconv.AppendUint(w.b, v, 10)
}

func (w *writer) integer(name string, v int64) {
	w.name(name)
	w.b = strconv.AppendInt(w.b, v, 10)
}

func (w *writer) someFloat(name string, v float64) {
	if v != 0 {
		w.name(name)
		w.float(v)
	}
}

// float is a number as ECMAScript writes it.
func (w *writer) float(v float64) {
	if i := int64(v); v == float64(i) && -1e15 < v && v < 1e15 && (i != 0 || !math.Signbit(v)) {
		w.b = strconv.AppendInt(w.b, i, 10)
		return
	}
	if math.IsInf(v, 0) || math.IsNaN(v) {
		w.failed = true
		return
	}
	if size := math.Abs(v); size != 0 && (size < 1e-6 || size >= 1e21) {
		w.b = strconv.AppendFloat(w.b, v, 'e', -1, 64)
		if n := len(w.b); n >= 4 && w.b[n-4] == 'e' && w.b[n-3] == '-' && w.b[n-2] == '0' { // e-09 is e-9
			w.b[n-2] = w.b[n-1]
			w.b = w.b[:n-1]
		}
		return
	}
	w.b = strconv.AppendFloat(w.b, v, 'f', -1, 64)
}

func (w *writer) floats(name string, values []float64) {
	w.name(name)
	if values == nil {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = append(w.b, '[')
	for _, v := range values {
		w.comma()
		w.float(v)
	}
	w.b = append(w.b, ']')
}

// bytes is base64.
func (w *writer) bytes(name string, data []byte) {
	w.name(name)
	w.b = append(w.b, '"')
	w.b = base64.StdEncoding.AppendEncode(w.b, data)
	w.b = append(w.b, '"')
}

// raw is JSON that somebody else wrote.
func (w *writer) raw(data []byte) {
	if !json.Valid(data) {
		w.failed = true
		return
	}
	if bytes.ContainsAny(data, " \t\r\n") {
		var compact bytes.Buffer
		_ = json.Compact(&compact, data) // valid, as was seen above
		data = compact.Bytes()
	}
	w.b = append(w.b, data...)
}

const sixteen = "0123456789abcdef"

// quote is a text in quotation marks. What is not UTF-8 becomes the mark for that.
func (w *writer) quote(s string) {
	b := append(w.b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		size, escape := 1, ""
		switch {
		case c == '"':
			escape = `\"`
		case c == '\\':
			escape = `\\`
		case c == '\b':
			escape = `\b`
		case c == '\f':
			escape = `\f`
		case c == '\n':
			escape = `\n`
		case c == '\r':
			escape = `\r`
		case c == '\t':
			escape = `\t`
		case c < ' ':
			escape = `\u00` + sixteen[c>>4:c>>4+1] + sixteen[c&15:c&15+1]
		default:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
				escape = `\ufffd`
			} else if r == '\u2028' || r == '\u2029' { // JavaScript once took them for the end of a line
				escape = `\u202` + sixteen[r&15:r&15+1]
			}
		}
		if escape != "" {
			b = append(append(b, s[from:i]...), escape...)
			from = i + size
		}
		i += size
	}
	w.b = append(append(b, s[from:]...), '"')
}
