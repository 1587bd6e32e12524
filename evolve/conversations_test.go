package evolve_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// sayingWhat is what a receipt says that was done: its status, then each act with its target and arguments.
func sayingWhat(t *testing.T, r act.Receipt) string {
	t.Helper()
	var acts []string
	for _, a := range r.Acts {
		raw, err := json.Marshal(a.Args)
		if err != nil {
			t.Fatal(err)
		}
		var args map[string]any
		if err := json.Unmarshal(raw, &args); err != nil {
			t.Fatal(err)
		}
		out := string(a.Intent)
		if a.Target.Cell != "" {
			out += " " + a.Target.Cell
		}
		if a.Target.Node != "" {
			out += "/" + strings.NewReplacer("column0/", "", "row0/", "").Replace(a.Target.Node)
		}
		for _, k := range slices.Sorted(maps.Keys(args)) {
			if k != "text" || a.Intent == act.Rename || a.Intent == act.SetText {
				out += fmt.Sprintf(" %s=%v", k, args[k])
			}
		}
		acts = append(acts, out)
	}
	if r.Status == act.Asked {
		acts = nil // what it asks about is not done
	}
	return strings.TrimSpace(string(r.Status) + " " + strings.Join(acts, "; "))
}

// TestConversations holds whole conversations: what "it", "both" and "the other one" mean after what was said and done before, what
// a correction corrects, and that a sentence which came to nothing leads none of the next to the wrong thing.
func TestConversations(t *testing.T) {
	talked(t, "conversations.tsv", func(d *desk, where, line string) {
		sentence, want, ok := strings.Cut(line, "\t")
		if !ok {
			d.t.Fatalf("%s: no tab", where)
		}
		if have := sayingWhat(d.t, d.Evolve(d.t.Context(), evolve.Request{Sentence: sentence})); have != want {
			d.t.Errorf("%s: %q\n\twant %s\n\thave %s", where, sentence, want, have)
		}
	})
}
