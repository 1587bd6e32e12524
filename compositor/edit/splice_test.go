package edit_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"cellshell/compositor/edit"
)

// TestSplices: a splice makes the one text of the other, also when both were sent as JSON, which has no halves of characters.
func TestSplices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.RuneFrom([]rune("ab é̂èê👩‍👧👨一丁\n")))
		was := edit.NewField(words.Draw(t, "was")).State
		is := edit.NewField(words.Draw(t, "is")).State
		if rapid.Bool().Draw(t, "typed") {
			f := edit.NewField(was.Text)
			f.State = f.Move(rapid.IntRange(0, len(was.Text)).Draw(t, "at"), false)
			f.Type(words.Draw(t, "in"), true)
			is = f.State
		}
		data, err := json.Marshal(edit.Between(was, is))
		if err != nil {
			t.Fatal(err)
		}
		var p edit.Splice
		if err := json.Unmarshal(data, &p); err != nil {
			t.Fatal(err)
		}
		if got, err := was.Apply(p); err != nil || got != is {
			t.Fatalf("%q spliced with %s is %+v (%v), want %+v", was.Text, data, got, err, is)
		}
		if p.At+p.Cut > len(was.Text) || len(p.In) > len(is.Text) {
			t.Fatalf("the splice is too large: %+v", p)
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add("milk", 1, 2, "é", 3, 0)
	f.Add("", -1, 1<<62, "x", -5, 9)
	f.Fuzz(func(t *testing.T, text string, at, cut int, in string, cursor, anchor int) {
		is, err := edit.State{Text: text}.Apply(edit.Splice{At: at, Cut: cut, In: in, Cursor: cursor, Anchor: anchor})
		if err == nil && (is.Cursor < 0 || is.Cursor > len(is.Text) || is.Anchor < 0 || is.Anchor > len(is.Text) || len(is.Text) > edit.MaxText) {
			t.Fatalf("%q: %+v", text, is)
		}
	})
}
