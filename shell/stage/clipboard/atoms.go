package clipboard

import (
	"strings"
	"unicode/utf8"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// atoms are the server's numbers for the names that are spoken of.
type atoms struct {
	clipboard, targets, multiple, timestamp, incr, pair, utf8, plain, plainUTF8, text, clock, drop, manager, save, null xproto.Atom
}

func intern(c *xgb.Conn) (a atoms, err error) {
	for _, n := range []struct {
		to   *xproto.Atom
		name string
	}{
		{&a.clipboard, "CLIPBOARD"},
		{&a.targets, "TARGETS"},
		{&a.multiple, "MULTIPLE"},
		{&a.timestamp, "TIMESTAMP"},
		{&a.incr, "INCR"},
		{&a.pair, "ATOM_PAIR"},
		{&a.utf8, "UTF8_STRING"},
		{&a.plain, "text/plain"},
		{&a.plainUTF8, "text/plain;charset=utf-8"},
		{&a.text, "TEXT"},
		{&a.clock, "CELLSHELL_TIME"},
		{&a.drop, "CELLSHELL_TEXT"},
		{&a.manager, "CLIPBOARD_MANAGER"},
		{&a.save, "SAVE_TARGETS"},
		{&a.null, "NULL"},
	} {
		r, err := xproto.InternAtom(c, false, uint16(len(n.name)), n.name).Reply()
		if err != nil {
			return a, err
		}
		*n.to = r.Atom
	}
	return a, nil
}

func (a *atoms) selection(s Selection) xproto.Atom {
	if s == Primary {
		return xproto.AtomPrimary
	}
	return a.clipboard
}

// encode is a text as a target wants it, and the type that it then has; false for a target that is not offered.
func (a *atoms) encode(target xproto.Atom, text string) (data string, kind xproto.Atom, ok bool) {
	switch target {
	case a.utf8, a.plainUTF8, a.plain:
		return text, target, true
	case a.text:
		return text, a.utf8, true
	case xproto.AtomString:
		return latin1(text), xproto.AtomString, true
	}
	return "", 0, false
}

// decode is the text of what was received.
func (a *atoms) decode(kind xproto.Atom, data []byte) string {
	data = []byte(strings.TrimRight(string(data), "\x00")) // some programs send the end mark of their strings too
	if kind == xproto.AtomString && !utf8.Valid(data) {
		r := make([]rune, len(data))
		for i, c := range data {
			r[i] = rune(c)
		}
		return string(r)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// latin1 is a text in ISO 8859-1, which is what STRING means; what that lacks becomes a question mark.
func latin1(text string) string {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0xff {
			r = '?'
		}
		out = append(out, byte(r))
	}
	return string(out)
}
