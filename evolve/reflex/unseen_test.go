package reflex_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestUnseen holds lists that were written, each with its outcomes, before the parser met them. They are learnt from
// since; testdata/README.md has how each fared at first sight.
func TestUnseen(t *testing.T) {
	left := map[string]int{"unseen5": 1} // wrong edits that earlier sentences ask for: a "round" clock has round corners
	for _, name := range []string{"unseen", "unseen2", "unseen3", "unseen4", "unseen5", "unseen6", "unseen7", "unseen8", "unseen9", "unseen10", "unseen11", "unseen12", "unseen13", "unseen14", "unseen15"} {
		t.Run(name, func(t *testing.T) {
			list := rows(t, name+".tsv")
			if s := judge(t, name, list); s.wrong > left[name] || s.right*100 < 90*len(list) {
				t.Errorf("%d right and %d wrong edits in %d sentences, want 90 in 100 and at most %d", s.right, s.wrong, len(list), left[name])
			}
		})
	}
}

// TestLanguages holds the lists of the other languages, which were written as those above were.
func TestLanguages(t *testing.T) {
	said, wrong := 0, 0
	for _, name := range []string{"de", "es", "fr", "ja", "nb", "zh", "de2", "es2", "fr2", "ja2", "nb2", "zh2", "de3", "es3", "fr3", "ja3", "nb3", "zh3"} {
		t.Run(name, func(t *testing.T) {
			list := rows(t, name+".tsv")
			s := judge(t, name, list)
			said, wrong = said+len(list), wrong+s.wrong
			if s.right*100 < 95*len(list) {
				t.Errorf("%d right in %d sentences, want 95 in 100", s.right, len(list))
			}
		})
	}
	if wrong*100 > said {
		t.Errorf("%d wrong edits in %d sentences, want at most 1 in 100", wrong, said)
	}
}

// TestSpoken holds what else is said in other languages, all of it.
func TestSpoken(t *testing.T) {
	list := rows(t, "languages.tsv")
	if s := judge(t, "languages", list); s.right != len(list) {
		t.Errorf("%d of %d sentences are not read as wanted", len(list)-s.right, len(list))
	}
}

// meets tells whether a shown result is what is wanted. "model" and "answer" are met by any of that kind. The arguments of
// an act may come in any order; one with a range (factor=1.1..1.5) or a star (color=*, color=#*: a mixed one) by any such
// value. A star as a word stands for any further arguments, a star as an act for any further acts.
func meets(have, want string) bool {
	if have == want {
		return true
	}
	if want == "model" || want == "answer" {
		return strings.HasPrefix(have, want)
	}
	h, w := strings.Split(have, "; "), strings.Split(want, "; ")
	if n := len(w) - 1; n > 0 && w[n] == "*" && len(h) > n {
		h, w = h[:n], w[:n]
	}
	if len(h) != len(w) {
		return false
	}
	for i := range h {
		if !meetsAct(words(h[i]), words(w[i])) {
			return false
		}
	}
	return true
}

// meetsAct compares one act. What has no "=" (the intent and its target) must come in order.
func meetsAct(have, want []string) bool {
	more := false
	left := map[string]bool{}
	plain := 0
	for _, w := range have {
		if strings.Contains(w, "=") {
			left[w] = true
		} else {
			left[strconv.Itoa(plain)+" "+w] = true
			plain++
		}
	}
	plain = 0
	for _, w := range want {
		if w == "*" {
			more = true
			continue
		}
		if !strings.Contains(w, "=") {
			w = strconv.Itoa(plain) + " " + w
			plain++
		}
		found := false
		for l := range left {
			if meetsWord(l, w) {
				delete(left, l)
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return more && plain > 0 || len(left) == 0
}

func meetsWord(have, want string) bool {
	if have == want {
		return true
	}
	k, h, _ := strings.Cut(have, "=")
	name, w, ok := strings.Cut(want, "=")
	if !ok || k != name {
		return false
	}
	if begin, ok := strings.CutSuffix(w, "*"); ok {
		return strings.HasPrefix(h, begin)
	}
	v, err := strconv.ParseFloat(h, 64)
	if err != nil {
		return false
	}
	from, to, ok := strings.Cut(w, "..")
	if !ok {
		x, err := strconv.ParseFloat(w, 64)
		return err == nil && v == x
	}
	return v >= num(from) && v <= num(to)
}

// words cuts a shown act at spaces outside of quotes.
func words(s string) []string {
	var out []string
	quoted, from := false, 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ' ' && !quoted:
			if i > from {
				out = append(out, s[from:i])
			}
			from = i + 1
		case s[i] == '"' && (i == 0 || s[i-1] != '\\'):
			quoted = !quoted
		}
	}
	return out
}

// TestMeets holds the measure itself: what is not wanted must not pass.
func TestMeets(t *testing.T) {
	const have = `spawn color=red text="a b" gene=notes; resize clock factor=1.5`
	for want, ok := range map[string]bool{
		`spawn gene=notes text="a b" color=*; resize clock factor=1.1..1.5`: true,
		`spawn *; resize clock factor=1.50`:                                 true,
		`spawn gene=n* *; *`:                                                true,
		`spawn gene=m* *; *`:                                                false,
		`spawn gene=notes *; *`:                                             true,
		`spawn gene=notes; *`:                                               false,
		`spawn *`:                                                           false,
		`*`:                                                                 false,
		`spawn *; resize notes factor=1.5`:                                  false,
		`spawn *; resize clock factor=1.6..2`:                               false,
		`spawn *; resize clock`:                                             false,
		`spawn text="a" *; *`:                                               false,
		"ask":                                                               false,
	} {
		if meets(have, want) != ok {
			t.Errorf("meets(%q) is %v, want %v", want, !ok, ok)
		}
	}
	if meets("answer statement", "ask") || !meets("answer statement", "answer") || !meets("resize clock factor=1.5", "resize *") {
		t.Error("a route is not told from another")
	}
}
