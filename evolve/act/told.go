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
	acts []int // the places of its acts
}

// deeds are acts in the past tense; those that differ only in what they were done to are one.
func deeds(acts []Act, names Names) []deed {
	var did []string // with name for what it was done to
	done := map[string]*deed{}
	on := map[string][]string{} // the names
	for i, a := range acts {
		s := a.did(name, names)
		if strings.HasPrefix(s, name) { // "Clock shows no seconds": each does so itself
			s = strings.ReplaceAll(s, name, names.of(a.Target))
		}
		if s == "" {
			continue
		}
		if done[s] == nil {
			did, done[s] = append(did, s), &deed{}
		}
		done[s].acts, on[s] = append(done[s].acts, i), append(on[s], names.of(a.Target))
	}
	var out []deed
	for _, s := range did {
		d := done[s]
		who := on[s]
		if n := len(who); n > 1 && strings.HasPrefix(s, "copied ") && len(slices.Compact(slices.Clone(who))) == 1 {
			d.text = strings.ReplaceAll(s, name, who[0]) + often(n)
			out = append(out, *d)
			continue
		}
		d.text = strings.ReplaceAll(s, name, listed(who))
		if n := len(on[s]); n > 1 && strings.HasPrefix(s, "added ") && !strings.Contains(s, name) {
			d.text += often(n)
		}
		out = append(out, *d)
	}
	return out
}

// told are the texts of deeds.
func told(acts []Act, names Names) []string {
	var out []string
	for _, d := range deeds(acts, names) {
		out = append(out, d.text)
	}
	return out
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
	"underlined": "underline", "closed": "close", "lined": "line", "hid": "hide", "copied": "copy", "extended": "extend", "showed": "show",
}

// Wish tells acts as a wish: "make Save green and move Clock to the top right".
func Wish(acts []Act, names Names) string {
	names = maps.Clone(names)
	maps.DeleteFunc(names, func(key, _ string) bool { return strings.HasPrefix(key, "style:") }) // says what is, not what shall be
	parts := told(acts, names)
	for i, s := range parts {
		verb, rest, _ := strings.Cut(s, " ")
		parts[i] = strings.TrimSpace(present[verb] + " " + rest)
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}
