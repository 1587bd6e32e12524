package act

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// deed is what was done, to one thing or to several alike.
type deed struct {
	text string
	acts []int    // the places of its acts
	on   []string // the names of what they were done to
}

// deeds are acts in the past tense; those that differ only in what they were done to are one.
func deeds(acts []Act, names Names) []deed {
	var out []deed // with name for what it was done to
	for i, a := range acts {
		s := a.did(name, names)
		if strings.HasPrefix(s, name) { // "Clock shows no seconds": each does so itself
			s = strings.ReplaceAll(s, name, names.of(a.Target))
		}
		if s == "" {
			continue
		}
		at := slices.IndexFunc(out, func(d deed) bool { return d.text == s })
		if at < 0 {
			at, out = len(out), append(out, deed{text: s})
		}
		out[at].acts, out[at].on = append(out[at].acts, i), append(out[at].on, names.of(a.Target))
	}
	for i := range out {
		out[i].text = out[i].called()
	}
	return out
}

// called is the text with the names of what it was done to. What was added or copied several times is told once, with how often.
func (d deed) called() string {
	switch n := len(d.on); {
	case strings.HasPrefix(d.text, "copied ") && len(slices.Compact(slices.Clone(d.on))) == 1:
		return strings.ReplaceAll(d.text, name, d.on[0]) + often(n)
	case strings.HasPrefix(d.text, "added ") && !strings.Contains(d.text, name):
		return d.text + often(n)
	}
	return strings.ReplaceAll(d.text, name, listed(d.on))
}

// often tells how many times something was done, "" for once.
func often(n int) string {
	switch {
	case n < 2:
		return ""
	case n == 2:
		return " twice"
	}
	return fmt.Sprintf(" %d times", n)
}

// present are the verbs of [Act.did] as one would say what is still to be done.
var present = map[string]string{
	"made": "make", "gave": "give", "put": "put", "set": "set", "took": "take", "did": "do", "exchanged": "exchange", "renamed": "rename",
	"arranged": "arrange", "removed": "remove", "resized": "resize", "coloured": "colour", "changed": "change", "moved": "move",
	"called": "call", "added": "add", "switched": "switch", "locked": "lock", "unlocked": "unlock",
	"underlined": "underline", "struck": "strike", "closed": "close", "lined": "line", "hid": "hide", "copied": "copy", "extended": "extend", "showed": "show",
}

// Wish tells acts as a wish: "make Save green and move Clock to the top right".
func Wish(acts []Act, names Names) string {
	names = maps.Clone(names)
	maps.DeleteFunc(names, func(key, _ string) bool { return strings.HasPrefix(key, "style:") }) // says what is, not what shall be
	var parts []string
	for _, d := range deeds(acts, names) {
		verb, rest, _ := strings.Cut(d.text, " ")
		parts = append(parts, strings.TrimSpace(present[verb]+" "+rest))
	}
	return InRow(parts)
}
