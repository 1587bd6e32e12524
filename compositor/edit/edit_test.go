package edit_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cellshell/compositor/edit"
)

// field reads "ab|c" (a cursor) and "a[b|c" (a selection from [ to |).
func field(s string) *edit.Field {
	cursor := strings.Index(strings.Replace(s, "[", "", 1), "|")
	anchor := cursor
	if i := strings.Index(s, "["); i >= 0 {
		anchor = i
		if i > strings.Index(s, "|") {
			anchor--
		}
	}
	f := edit.NewField(strings.NewReplacer("|", "", "[", "").Replace(s))
	f.Cursor, f.Anchor = cursor, anchor
	return f
}

func drawn(f *edit.Field) string {
	s := f.Text[:f.Cursor] + "|" + f.Text[f.Cursor:]
	if f.Anchor == f.Cursor {
		return s
	}
	at := f.Anchor
	if at > f.Cursor {
		at++
	}
	return s[:at] + "[" + s[at:]
}

func TestIsChord(t *testing.T) {
	for _, s := range []string{"a", "A", "é", "世", "+", "ctrl++", "enter", "return", "esc", "ctrl+shift+left", "super", "super+a", "page_up", "f12", "space", "-", "ctrl+alt+delete"} {
		if !edit.IsChord(s) {
			t.Errorf("%q is no key", s)
		}
	}
	for _, s := range []string{"", "nope", "ctrl+", "hyper+a", "ctrl+nope", "f13", "ab", "+a", "ctrl+shift", "\x00", "\xff", "left+a"} {
		if edit.IsChord(s) {
			t.Errorf("%q is a key", s)
		}
	}
}

func TestKeys(t *testing.T) {
	tests := []struct {
		in, keys, want string
		multi          bool
	}{
		{in: "ab|c", keys: "left", want: "a|bc"},
		{in: "a[b|c", keys: "left", want: "a|bc"},
		{in: "a[b|c", keys: "right", want: "ab|c"},
		{in: "|abc", keys: "left", want: "|abc"},
		{in: "ab|c", keys: "shift+left shift+left", want: "|ab[c"},
		{in: "one two| three", keys: "ctrl+left", want: "one |two three"},
		{in: "one| two three", keys: "ctrl+right", want: "one two| three"},
		{in: "one two|", keys: "ctrl+backspace", want: "one |"},
		{in: "|one two", keys: "ctrl+delete", want: "| two"},
		{in: "a[bc|d", keys: "backspace", want: "a|d"},
		{in: "ab|c", keys: "delete delete delete", want: "ab|"},
		{in: "e\u0301|x", keys: "backspace", want: "|x"},
		{in: "👩‍👩‍👧|x", keys: "left", want: "|👩‍👩‍👧x"},
		{in: "🇩🇪🇫🇷|", keys: "backspace", want: "🇩🇪|"},
		{in: "ab|c", keys: "home", want: "|abc"},
		{in: "a|bc", keys: "shift+end", want: "a[bc|"},
		{in: "a\nb|c\nd", keys: "home", want: "a\n|bc\nd", multi: true},
		{in: "a\nb|c\nd", keys: "ctrl+home", want: "|a\nbc\nd", multi: true},
		{in: "abc\nd\nef|g", keys: "up up", want: "ab|c\nd\nefg", multi: true},
		{in: "abc|\nd\nefg", keys: "down down", want: "abc\nd\nefg|", multi: true},
		{in: "a|b", keys: "up", want: "|ab"},
		{in: "a|b", keys: "enter", want: "a\n|b", multi: true},
		{in: "a|b", keys: "enter", want: "a|b"},
		{in: "a|b", keys: "ctrl+a", want: "[ab|"},
		{in: "[ab|", keys: "x", want: "x|"},
		{in: "a|", keys: "b c space d ctrl+z", want: "abc |"},
		{in: "a|", keys: "b c ctrl+z ctrl+z ctrl+shift+z", want: "abc|"},
		{in: "a|", keys: "alt+b super+c ctrl+k f5", want: "a|"},
	}
	for _, tc := range tests {
		t.Run(tc.in+" "+tc.keys, func(t *testing.T) {
			f := field(tc.in)
			for _, k := range strings.Fields(tc.keys) {
				typed := ""
				if len(k) == 1 {
					typed = k
				}
				f.Key(k, typed, edit.Options{Multi: tc.multi})
			}
			if got := drawn(f); got != tc.want {
				t.Errorf("%q, then %s: %q, want %q", tc.in, tc.keys, got, tc.want)
			}
		})
	}
}

func TestResults(t *testing.T) {
	if r := field("a[b|c").Key("ctrl+x", "", edit.Options{}); r.Copy != "b" || !r.Changed {
		t.Errorf("cut: %+v", r)
	}
	if r := field("ab|").Key("enter", "\n", edit.Options{}); !r.Submit || r.Changed {
		t.Errorf("enter in one line: %+v", r)
	}
	if r := field("ab|").Key("shift+tab", "\t", edit.Options{}); r.Leave != -1 {
		t.Errorf("shift+tab: %+v", r)
	}
	if r := field("ab|").Key("ctrl+s", "", edit.Options{}); r.Used {
		t.Errorf("ctrl+s is the cell's: %+v", r)
	}
	f := field("ab|")
	if f.Type("c\r\nd\x00", false); f.Text != "abc d" {
		t.Errorf("paste into one line: %q", f.Text)
	}
}

func TestOlderTextNeverOverwritesNewer(t *testing.T) {
	f := field("hello wor|ld")
	f.Seq = 7
	if f.Offer("hello", 6) || f.Text != "hello world" {
		t.Errorf("took an older text: %q", f.Text)
	}
	if !f.Offer("Oh, hello world", 7) || drawn(f) != "Oh, hello wor|ld" {
		t.Errorf("after a newer text: %q", drawn(f))
	}
}

func TestAnyKeysKeepTheStateSound(t *testing.T) {
	keys := []string{
		"left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "shift+left", "shift+right", "shift+up", "shift+down",
		"shift+home", "ctrl+shift+end", "backspace", "delete", "ctrl+backspace", "ctrl+delete", "enter", "ctrl+a", "ctrl+x", "ctrl+z", "ctrl+y", "pageup", "pagedown",
	}
	rapid.Check(t, func(t *rapid.T) {
		f := edit.NewField(rapid.StringOf(rapid.RuneFrom([]rune("ab é\u0301👩‍👧🇩🇪אב\n ,.一"))).Draw(t, "text"))
		f.Cursor = rapid.IntRange(-3, 60).Draw(t, "cursor")
		multi := rapid.Bool().Draw(t, "multi")
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			if rapid.IntRange(0, 3).Draw(t, "what") == 0 {
				s := rapid.StringOf(rapid.RuneFrom([]rune("xy\u0301\u200d🇫\n "))).Draw(t, "typed")
				f.Key("", s, edit.Options{Multi: multi})
			} else {
				f.Key(rapid.SampledFrom(keys).Draw(t, "key"), "", edit.Options{Multi: multi})
			}
			if f.State != f.Fit() || !utf8.ValidString(f.Text) || len(f.Text) > edit.MaxText {
				t.Fatalf("state is not sound: %+v", f.State)
			}
		}
	})
}

func TestUndoBringsBackEveryText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.String().Draw(t, "text")
		start = edit.Clean(start, true)
		f := edit.NewField(start)
		for range rapid.IntRange(0, 8).Draw(t, "steps") {
			f.Key(rapid.SampledFrom([]string{"backspace", "delete", "enter", "home", "a", "space"}).Draw(t, "key"), "q", edit.Options{Multi: true})
		}
		end := f.Text
		n := 0
		for f.Undo() {
			n++
		}
		if f.Text != start {
			t.Fatalf("undone to %q, began with %q", f.Text, start)
		}
		for range n {
			f.Redo()
		}
		if f.Text != end {
			t.Fatalf("redone to %q, was %q", f.Text, end)
		}
	})
}
