package reflex_test

import (
	"os"
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// row is one sentence with the wanted result; several wanted results are parted by " || ".
type row struct {
	sentence, context, want string
}

func rows(t *testing.T, name string) []row {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []row
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			t.Fatalf("%s:%d: want 3 columns, have %d", name, i+2, len(f))
		}
		if f[0] == "(empty)" {
			f[0] = ""
		}
		out = append(out, row{f[0], f[1], f[2]})
	}
	return out
}

// score counts how sentences fare. Wrong is the bad one: an edit that nobody asked for.
type score struct{ right, asked, model, other, wrong int }

func judge(t *testing.T, name string, list []row) score {
	t.Helper()
	var s score
	for _, r := range list {
		got := reflex.Parse(r.sentence, sceneOf(t, r.context))
		have := show(got)
		ok := false
		for _, want := range strings.Split(r.want, " || ") {
			ok = ok || have == want || (want == "model" || want == "answer") && strings.HasPrefix(have, want)
		}
		if ok {
			s.right++
			continue
		}
		switch got.Route() {
		case reflex.Ask:
			s.asked++
		case reflex.Model:
			s.model++
		case reflex.Do:
			s.wrong++
		default:
			s.other++
		}
		t.Logf("%-7s %q (%s)\n\twant %s\n\thave %s", got.Route(), r.sentence, r.context, r.want, have)
	}
	t.Logf("%s: %d sentences: %d right, %d asked, %d to the model, %d answered or refused, %d wrong edits",
		name, len(list), s.right, s.asked, s.model, s.other, s.wrong)
	return s
}

func TestHeldOut(t *testing.T) {
	judge(t, "heldout", rows(t, "heldout.tsv"))
}
