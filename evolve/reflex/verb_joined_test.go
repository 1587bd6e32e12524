package reflex

import "testing"

// TestJoinedVerb holds that a verb which is written as one with its first half is the one that the lexicons have in two.
func TestJoinedVerb(t *testing.T) {
	lex := loadLexicon()
	for in, want := range map[string]string{
		"auszublenden": "blend aus", "ausgeblendet": "blende aus", "wegzuräumen": "räum weg", "wegräumen": "räum weg",
		"umzubenennen": "benenn um", "einzublenden": "blend ein",
		"aufwachen": "", "zuerst": "", "anders": "", "weg": "", "clock": "",
	} {
		var have string
		if two := lex.joinedVerb(word{text: fold(in), start: 0, end: len(in)}); two != nil {
			have = two[0].text + " " + two[1].text
		}
		if wanted := fold(want); have != wanted {
			t.Errorf("joinedVerb(%q) = %q, want %q", in, have, wanted)
		}
	}
}
