package reflex_test

import (
	"os"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// busy is a scene with many nodes, as a calculator and a long list have.
func busy(tb testing.TB) *reflex.Scene {
	s := sceneOf(tb, "last=button:Save with=[calculator,counter]")
	c := &s.Cells[0]
	for i := range 200 {
		c.Nodes = append(c.Nodes, reflex.Node{ID: "column0/list0/text" + string(rune('0'+i%10)) + strings.Repeat("x", i/10), Kind: "text", Text: "item number " + strings.Repeat("i", i%17)})
	}
	return s
}

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/acceptance.tsv")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n")[1:] {
		sentence, _, _ := strings.Cut(line, "\t")
		f.Add(sentence)
	}
	for _, said := range []string{"so's, make the clock red", "hide it, so's", "like's, 's – hide it"} {
		f.Add(said)
	}
	f.Add("")
	f.Add("make \"")
	f.Add("rename to")
	f.Add("put it between everything and everything")
	f.Add("align everything's top edge with everything")
	f.Add("\xff\xfe make it 1e999% bigger")
	f.Add(strings.Repeat("the button in ", 100))
	f.Add(strings.Repeat("say and make ", 100))
	scene := busy(f)
	asked := busy(f)
	asked.Pending = &reflex.Question{Choices: []reflex.Choice{{Label: "Save", Acts: []act.Act{{Intent: act.Remove}}}, {Label: ""}, {Label: "No"}}}
	empty := &reflex.Scene{}
	f.Fuzz(func(t *testing.T, sentence string) {
		for _, s := range []*reflex.Scene{scene, asked, empty, nil} {
			r := reflex.Parse(sentence, s)
			if strings.TrimSpace(sentence) == "" && r.Route() != reflex.Nothing {
				t.Errorf("an empty sentence gives %s", show(r))
			}
			if r.Route() != reflex.Do {
				continue
			}
			for _, a := range r.Acts {
				if a.Args.Factor != 0 && (a.Args.Factor < 0.1 || a.Args.Factor > 10) {
					t.Errorf("%q: factor %v is out of 0.1 to 10", sentence, a.Args.Factor)
				}
				if a.Intent == act.Behaviour {
					t.Errorf("%q: a Behaviour among acts that edit", sentence)
				}
			}
		}
	})
}

// costly are parts that, said again and again, are what takes longest to read.
var costly = []string{
	"qlockk bigerr ", "the button in ", "make it bigger and ", "say and make ", "very ", "the ", "the red big first ", "a ", "inDinitelytbig ",
	"it is here. ", "the sun is out; ", "it iz here. ", "that one is better, ", "nobody asked – ", "you know what, ",
	"make it blue no wait ", "not red ", "call it x and make it blue ", "按钮", "make the button red and ", "\"", "except the ", "this ", "🚀", "9 ", "#fff ",
}

// prose is what somebody pastes by mistake: statement after statement, with no wish among them.
const prose = `The old town was quiet that morning. It had been raining all night; the streets were still wet. They walked along the river
without a word. The bridge is closed since the flood, he said. Nobody knows when it opens. She looked at the water for a long time. It was
brown and slow, and it carried branches. A boat lay on the other side. The house behind it is where my mother was born. I never went back.
That is a pity. You could see the garden from here. The trees are older than the wall, but the wall is higher. It was built by the monks.
There is a door in it. The door is green. He has the key; he never uses it. We are here for the view. The sun came out.`

// long are the sentences made of costly parts, as long as may be and as many words as are still read, and prose.
func long() []string {
	out := []string{prose, prose[:500], prose[:250]}
	for _, part := range costly {
		for _, n := range []int{reflex.MaxSentence / len(part), 110 / len(strings.Fields(part+"x"))} {
			out = append(out, strings.Repeat(part, n))
		}
	}
	return out
}

// work is how many allocations a reading takes: what it costs, whatever else the machine does. The benchmarks tell the time.
func work(sentence string, s *reflex.Scene) int {
	return int(testing.AllocsPerRun(1, func() { reflex.Parse(sentence, s) }))
}

// TestWork bounds what the acceptance list takes to read.
func TestWork(t *testing.T) { workOf(t, "acceptance.want.tsv", 800, 1600) }

// TestWorkOfOutsiders bounds what sentences take to read that nobody wrote for the parser: most are read in other words.
func TestWorkOfOutsiders(t *testing.T) { workOf(t, "outsiders.tsv", 1000, 10000) }

// workOf bounds the allocations that the sentences of a list take, in the mean and each.
func workOf(t *testing.T, name string, mostMean, most int) {
	t.Helper()
	scene := busy(t)
	list := rows(t, name)
	worst, total := 0, 0
	for _, r := range list {
		n := work(r.sentence, scene)
		worst, total = max(worst, n), total+n
	}
	mean := total / len(list)
	t.Logf("%d sentences: mean %d, worst %d allocations", len(list), mean, worst)
	if mean > mostMean || worst > most {
		t.Errorf("mean %d, worst %d allocations; want at most %d and %d", mean, worst, mostMean, most)
	}
}

// TestLong gives sentences that repeat what is costly to read.
func TestLong(t *testing.T) {
	scene := busy(t)
	scene.Point, scene.Last, scene.LastActs = nil, nil, nil
	worst := 0
	for _, sentence := range long() {
		n := work(sentence, scene)
		worst = max(worst, n)
		if n > 20000 {
			t.Errorf("%.40q… (%d bytes) took %d allocations, want at most 20000", sentence, len(sentence), n)
		}
	}
	t.Logf("worst %d allocations", worst)
}

// TestManyNodes reads on a desktop of ten thousand nodes: it may look at each of them a few times, not at each pair.
func TestManyNodes(t *testing.T) {
	const nodes = 10000
	if n := work("make the save button bigger", crowded(t, nodes)); n > 5*nodes {
		t.Errorf("took %d allocations for %d nodes, want at most 5 a node", n, nodes)
	} else {
		t.Logf("%d allocations for %d nodes", n, nodes)
	}
}

// crowded is a desktop with a list of n entries.
func crowded(t testing.TB, n int) *reflex.Scene {
	scene := busy(t)
	c := &scene.Cells[1]
	for i := range n {
		c.Nodes = append(c.Nodes, reflex.Node{ID: "column0/list0/" + string(rune(0x4E00+i)), Kind: "text", Text: "Entry " + string(rune(0x4E00+i)) + " of the list"})
	}
	return scene
}

// BenchmarkLong reads the costliest sentences in turn; 5 ms for each is what a bar can wait.
func BenchmarkLong(b *testing.B) {
	scene, list := busy(b), long()
	scene.Point, scene.Last, scene.LastActs = nil, nil, nil
	for i := 0; b.Loop(); i++ {
		reflex.Parse(list[i%len(list)], scene)
	}
}

func BenchmarkManyNodes(b *testing.B) {
	scene := crowded(b, 10000)
	for b.Loop() {
		reflex.Parse("make the save button bigger", scene)
	}
}

// BenchmarkAcceptance reads the acceptance list in turn.
func BenchmarkAcceptance(b *testing.B) {
	scene, list := busy(b), rows(b, "acceptance.want.tsv")
	for i := 0; b.Loop(); i++ {
		reflex.Parse(list[i%len(list)].sentence, scene)
	}
}

func BenchmarkParse(b *testing.B) {
	scene := sceneOf(b, "ptr=button:Save")
	for b.Loop() {
		reflex.Parse("make this button bigger and put the clock in the top right corner", scene)
	}
}

func BenchmarkParseTypo(b *testing.B) {
	scene := sceneOf(b, "ptr=button:Save")
	for b.Loop() {
		reflex.Parse("mak this buton bigger plz", scene)
	}
}
