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

func rows(t testing.TB, name string) []row {
	t.Helper()
	var out []row
	for _, f := range rowsOf(t, name, 3) {
		if f[0] == "(empty)" {
			f[0] = ""
		}
		out = append(out, row{f[0], f[1], f[2]})
	}
	return out
}

// rowsOf reads a tab-separated file without its header.
func rowsOf(t testing.TB, name string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != columns {
			t.Fatalf("%s:%d: want %d columns, have %d", name, i+2, columns, len(f))
		}
		out = append(out, f)
	}
	return out
}

// score counts how sentences fare. Wrong is the bad one: an edit that nobody asked for.
type score struct{ right, asked, model, other, wrong int }

func judge(t *testing.T, name string, list []row) score {
	t.Helper()
	var s score
	for _, r := range list {
		s.add(t, r, reflex.Parse(r.sentence, sceneOf(t, r.context)))
	}
	s.tell(t, name, len(list))
	return s
}

// add scores what the parser made of one sentence, and logs it when it is not what is wanted.
func (s *score) add(t *testing.T, r row, got reflex.Result) {
	t.Helper()
	have := show(got)
	for _, want := range strings.Split(r.want, " || ") {
		if meets(have, want) {
			s.right++
			return
		}
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

func (s *score) tell(t *testing.T, name string, said int) {
	t.Helper()
	t.Logf("%s: %d sentences: %d right, %d asked, %d to the model, %d answered or refused, %d wrong edits",
		name, said, s.right, s.asked, s.model, s.other, s.wrong)
}

// TestAcceptance holds each public sentence to what the parser alone must make of it: testdata/acceptance.want.tsv has
// the typed result, acceptance.tsv the words of the people who wrote the sentences.
func TestAcceptance(t *testing.T) {
	public := rowsOf(t, "acceptance.tsv", 4)
	want := rows(t, "acceptance.want.tsv")
	if len(public) != len(want) {
		t.Fatalf("acceptance.tsv has %d sentences, acceptance.want.tsv %d", len(public), len(want))
	}
	for i, w := range want {
		if public[i][0] != w.sentence && public[i][0] != "(empty)" {
			t.Errorf("sentence %d: acceptance.tsv has %q, acceptance.want.tsv %q", i+1, public[i][0], w.sentence)
		}
	}
	if s := judge(t, "acceptance", want); s.right != len(want) {
		t.Errorf("%d of %d acceptance sentences are not read as wanted", len(want)-s.right, len(want))
	}
}

// TestPhrases holds sentences by intent, those that must not be done (ask, model, answer) among them.
func TestPhrases(t *testing.T) {
	byIntent := map[string][]row{}
	var intents []string
	for _, r := range rows(t, "phrases.tsv") {
		intent, _, _ := strings.Cut(r.want, " ")
		if byIntent[intent] == nil {
			intents = append(intents, intent)
		}
		byIntent[intent] = append(byIntent[intent], r)
	}
	for _, intent := range intents {
		t.Run(intent, func(t *testing.T) {
			list := byIntent[intent]
			if s := judge(t, intent, list); s.right != len(list) {
				t.Errorf("%d of %d sentences are not read as wanted", len(list)-s.right, len(list))
			}
		})
	}
}

// TestFresh holds a second list in the manner of other people. It was scored once before anything was done about it (122
// of 133 right, 2 wrong edits) and is learnt from since.
func TestFresh(t *testing.T) {
	list := rows(t, "fresh.tsv")
	if s := judge(t, "fresh", list); s.wrong > 0 || s.right*100 < 97*len(list) {
		t.Errorf("%d right and %d wrong edits in %d sentences, want 97 in 100 and none", s.right, s.wrong, len(list))
	}
}

// TestHeldOut scores sentences that were written before the parser was tuned. Wrong edits are the figure that counts.
// First score: 213 of 250 right, 20 asked, 12 to the model, 2 answered, 3 wrong edits. The sentences that fail are not
// learnt from, but for the wrong edits.
func TestHeldOut(t *testing.T) {
	list := rows(t, "heldout.tsv")
	s := judge(t, "heldout", list)
	if s.wrong*100 > len(list) {
		t.Errorf("%d wrong edits in %d sentences, want at most 1 in 100", s.wrong, len(list))
	}
	if s.right*100 < 90*len(list) {
		t.Errorf("%d of %d sentences are right, want at least 90 in 100", s.right, len(list))
	}
}
