package fonts

import "testing"

func TestWhatIsMissingIsAskedForOnceAndLent(t *testing.T) {
	const r = '\U0010fffd' // no font has it
	var asked []rune
	Borrow(func(r rune, family string) { asked = append(asked, r) })
	t.Cleanup(func() { Borrow(nil) })
	for range 2 {
		if id := Fallback(r, "sans"); id != "" {
			t.Skipf("%s has the last character of all", id)
		}
	}
	if len(asked) != 1 || asked[0] != r {
		t.Fatalf("asked for %q", asked)
	}
	const id = "system:/nowhere/lent.ttf#0"
	Lend(r, "sans", id, nil)
	if Fallback(r, "sans") != "" || Has(id) {
		t.Error("a font without a file is lent")
	}
	Lend(r, "sans", "mono-400", Raw("sans-400"))
	if Fallback(r, "sans") != "" {
		t.Error("an embedded font is lent")
	}
	Lend(r, "sans", id, Raw("mono-400"))
	if got := Fallback(r, "sans"); got != id || !Has(id) || Face(id) == nil {
		t.Errorf("the font for it is %q, and is it here: %v", got, Has(id))
	}
}
