package reflex_test

import (
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// homeDesk is the desktop of looks.tsv: counter and notes, or with the word home clock, notes, form, terminal and todo. The
// other words of a context are those of lively.
func homeDesk(t *testing.T, context string) *reflex.Scene {
	t.Helper()
	home := slices.Contains(strings.Fields(context), "home")
	desk := "desk=counter,notes "
	if home {
		desk = "desk=clock,notes "
	}
	s := lively(t, desk+context)
	if !home {
		for i := range s.Cells {
			if s.Cells[i].ID == "notes" {
				s.Cells[i].Nodes = []reflex.Node{
					{ID: "row0/side/title", Kind: "text", Text: "1 note", Key: "title"},
					{ID: "row0/side/new", Kind: "button", Text: "New", Key: "new"},
					{ID: "row0/page/text-1", Kind: "area", Key: "text-1"},
					{ID: "row0/page/words", Kind: "text", Text: "0 words, 0 characters", Key: "words"},
					{ID: "row0/page/delete", Kind: "button", Text: "Delete", Key: "delete"},
				}
			}
			if s.Cells[i].ID == "counter" {
				s.Cells[i].Nodes = append([]reflex.Node{{ID: "column0", Kind: "column"}, {ID: "column0/title", Kind: "text", Text: "Counter", Key: "title"}, {ID: "column0/count", Kind: "text", Text: "0", Key: "count"}, {ID: "column0/row0", Kind: "row"}}, s.Cells[i].Nodes[2:]...)
			}
		}
	}
	if home {
		s.Cells = append(s.Cells, reflex.Cell{ID: "form", Title: "Form", Kind: "widget", X: 24, Y: 198, W: 200, H: 100, Nodes: []reflex.Node{
			{ID: "column0", Kind: "column"},
			{ID: "column0/title", Kind: "text", Text: "Form", Key: "title"},
			{ID: "column0/row0", Kind: "row"},
			{ID: "column0/row0/save", Kind: "button", Text: "Save", Key: "save", X: 20},
			{ID: "column0/row0/cancel", Kind: "button", Text: "Cancel", Key: "cancel", X: 80},
		}},
			reflex.Cell{ID: "terminal", Title: "Terminal", Kind: "widget", X: 24, Y: 310, W: 200, H: 100, Nodes: []reflex.Node{
				{ID: "column0", Kind: "column"}, {ID: "column0/prompt", Kind: "text", Text: "$ ls", Key: "prompt"}, {ID: "column0/out", Kind: "text", Text: "main.go", Key: "out"},
			}},
			reflex.Cell{ID: "todo", Title: "Todo", Kind: "widget", X: 24, Y: 424, W: 145, H: 89, Nodes: []reflex.Node{
				{ID: "column0", Kind: "column"}, {ID: "column0/one", Kind: "text", Text: "buy milk, 3 May", Key: "one"}, {ID: "column0/two", Kind: "text", Text: "call mum, 1 May", Key: "two"},
			}})
	}
	return s
}

// TestLooks holds what people say about looks, each frame written out: all of it is read as wanted.
func TestLooks(t *testing.T) {
	var s score
	said := 0
	for _, f := range rowsOf(t, "looks.tsv", 3) {
		for _, sentence := range expand(f[0]) {
			said++
			s.add(t, row{sentence, f[1], f[2]}, reflex.Parse(sentence, homeDesk(t, f[1])))
		}
	}
	s.tell(t, "looks", said)
	if s.right != said {
		t.Errorf("%d of %d sentences are not read as wanted", said-s.right, said)
	}
}
