package seat

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Sym is what a key means, as X11 numbers it (a keysym).
type Sym uint32

// keymap tells what the keys of the keyboard mean, as the core protocol does: two groups of two levels, then a third and a
// fourth level.
type keymap struct {
	least byte
	per   int
	syms  []xproto.Keysym
}

func readKeys(c *xgb.Conn) (keymap, error) {
	setup := xproto.Setup(c)
	least, most := setup.MinKeycode, setup.MaxKeycode
	r, err := xproto.GetKeyboardMapping(c, least, byte(most-least)+1).Reply()
	if err != nil {
		return keymap{}, err
	}
	if r.KeysymsPerKeycode == 0 {
		return keymap{}, errNoKeys
	}
	return keymap{byte(least), int(r.KeysymsPerKeycode), r.Keysyms}, nil
}

// find is what a key means with modifiers, and what it means on a Latin keyboard. A key that nobody has named is [Typing].
func (k keymap) find(code xproto.Keycode, state uint16) (sym, latin Sym) {
	at := (int(code) - int(k.least)) * k.per
	if at < 0 || at+k.per > len(k.syms) {
		return Typing, 0
	}
	row := k.syms[at : at+k.per]
	level := func(group int) Sym {
		plain, shifted := row[0], xproto.Keysym(0)
		if k.per > 1 {
			shifted = row[1]
		}
		if group > 0 && k.per > 3 && row[2] != 0 {
			plain, shifted = row[2], row[3]
		}
		keypad := shifted >= 0xff80 && shifted <= 0xffbd
		if shift := state&xproto.ModMaskShift != 0; shifted != 0 && (shift != (keypad && state&xproto.ModMask2 != 0)) {
			return Sym(shifted) // on the keypad the Num Lock does what Shift does
		}
		return Sym(plain)
	}
	sym = level(int(state >> 13 & 3))
	if sym == 0 {
		sym = Typing
	}
	for _, s := range row {
		if s >= 0x21 && s < 0x7f {
			latin = Sym(s)
			break
		}
	}
	if sym >= 0x20 && sym < 0x7f {
		latin = sym
	}
	return sym, latin
}

// Typing stands for a key that types something, without saying what.
const Typing Sym = 0x20ac

// named are the keys that type nothing.
var named = map[Sym]string{
	0xff08: "backspace", 0xff09: "tab", 0xfe20: "tab", 0xff0d: "enter", 0xff8d: "enter", 0xff1b: "escape", 0xffff: "delete",
	0xff50: "home", 0xff51: "left", 0xff52: "up", 0xff53: "right", 0xff54: "down", 0xff55: "pageup", 0xff56: "pagedown",
	0xff57: "end", 0xff63: "insert", 0xff67: "menu",
	0xff95: "home", 0xff96: "left", 0xff97: "up", 0xff98: "right", 0xff99: "down", 0xff9a: "pageup", 0xff9b: "pagedown",
	0xff9c: "end", 0xff9e: "insert", 0xff9f: "delete",
	0xffbe: "f1", 0xffbf: "f2", 0xffc0: "f3", 0xffc1: "f4", 0xffc2: "f5", 0xffc3: "f6", 0xffc4: "f7", 0xffc5: "f8",
	0xffc6: "f9", 0xffc7: "f10", 0xffc8: "f11", 0xffc9: "f12",
}

// Name is what a key that types nothing is called in a chord; "" for others.
func (s Sym) Name() string { return named[s] }

// Super tells whether it is the key with the logo.
func (s Sym) Super() bool { return s == 0xffeb || s == 0xffec }

// Types tells whether a press of the key may type something by itself: no modifier, no dead key, nothing that has a name.
func (s Sym) Types() bool {
	switch {
	case named[s] != "", s >= 0xfe00 && s <= 0xff7f, s >= 0xffe1 && s <= 0xfffe, s == 0:
		return false
	}
	return true
}
