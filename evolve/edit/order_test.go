package edit_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

// board has nodes in all the ways that cells are written.
const board = `package main

import "cellshell/membrane/cell"

type Board struct{ More bool }

func (b *Board) View(x *cell.Context) cell.Node {
	late := cell.Button("Late")
	var row []cell.Node
	row = append(row, cell.Button("A")) // the first
	row = append(row, cell.Button("B"), cell.Button("C"))
	if b.More {
		row = append(row, cell.Button("D"))
	}
	for _, name := range []string{"one", "two", "three"} {
		row = append(row, cell.Button(name))
	}
	list := []cell.Node{cell.Text("p"), cell.Text("q")}
	return cell.Column(
		cell.Text("Title"), // says what it is

		cell.Row(cell.Button("Save"), late),
		cell.Row(row...),
		cell.Column(list...),
		b.foot("x"),
	)
}

func (b *Board) foot(label string) cell.Node {
	for i, name := range names {
		_ = cell.Text(name + cell.Itoa(i))
	}
	return cell.Row(cell.Button("Send"), cell.Button(label))
}

var names = []string{"n", "m"}

func main() { cell.Run(&Board{}) }
`

// pos is the position of the text in board.
func pos(t *testing.T, text string) string {
	t.Helper()
	at := strings.Index(board, text)
	if at < 0 {
		t.Fatalf("no %s", text)
	}
	line := 1 + strings.Count(board[:at], "\n")
	return fmt.Sprintf("main.go:%d:%d", line, at-strings.LastIndex(board[:at], "\n"))
}

func TestOrder(t *testing.T) {
	place := func(what, beside string, after bool) func(t *testing.T, s *edit.Session) error {
		return func(t *testing.T, s *edit.Session) error { return s.Place(pos(t, what), pos(t, beside), after) }
	}
	exchange := func(what ...string) func(t *testing.T, s *edit.Session) error {
		return func(t *testing.T, s *edit.Session) error {
			var all []string
			order := make([]int, len(what))
			for i, w := range what {
				all = append(all, pos(t, w))
				order[i] = len(what) - 1 - i
			}
			return s.Exchange(all, order)
		}
	}
	loop := func(what string, order ...int) func(t *testing.T, s *edit.Session) error {
		return func(t *testing.T, s *edit.Session) error { return s.Loop(pos(t, what), order) }
	}
	tests := []struct {
		name string
		do   func(t *testing.T, s *edit.Session) error
		want string // in the source then; of an error what it says
		err  error
	}{
		{"out of a row, into the column", place(`cell.Button("Save")`, `cell.Text("Title")`, true), "cell.Text(\"Title\"), // says what it is\n\t\tcell.Button(\"Save\"),\n\n\t\tcell.Row(late),", nil},
		{"what has a name", place(`cell.Button("Late")`, `cell.Button("Save")`, false), `cell.Row(late, cell.Button("Save")),`, nil},
		{"the last thing that is appended", place(`cell.Button("A")`, `cell.Button("B")`, true), "var row []cell.Node\n\trow = append(row, cell.Button(\"B\"), cell.Button(\"A\"), cell.Button(\"C\"))", nil},
		{"from one function to another", place(`cell.Button("Send")`, `cell.Text("Title")`, false), "cell.Column(\n\t\tcell.Button(\"Send\"),\n\t\tcell.Text(\"Title\"), // says what it is", nil},
		{"with what only its function knows", place(`cell.Button(label)`, `cell.Text("Title")`, false), "label, which only foot knows", errors.New("")},
		{"out of a branch", place(`cell.Button("D")`, `cell.Text("Title")`, false), "", edit.ErrSometimes},
		{"beside itself", place(`cell.Button("A")`, `cell.Button("A")`, false), "one call makes both", errors.New("")},
		{"into itself", place(`cell.Row(cell.Button("Save")`, `cell.Button("Save")`, false), "is in the other", errors.New("")},
		{"several appends", exchange(`cell.Button("A")`, `cell.Button("B")`, `cell.Button("C")`), "append(row, cell.Button(\"C\")) // the first\n\trow = append(row, cell.Button(\"B\"), cell.Button(\"A\"))", nil},
		{"a list", exchange(`cell.Text("p")`, `cell.Text("q")`), `{cell.Text("q"), cell.Text("p")}`, nil},
		{"with a branch between", exchange(`cell.Button("A")`, `cell.Button("D")`), "", edit.ErrSometimes},
		{"a loop over a list", loop(`cell.Button(name)`, 2, 0, 1), `{"three", "one", "two"}`, nil},
		{"a loop that counts", loop(`cell.Text(name + `, 1, 0), "", edit.ErrComputed},
		{"no loop", loop(`cell.Button("A")`, 0), "", edit.ErrComputed},
		{"two in a row of their own", func(t *testing.T, s *edit.Session) error {
			return s.Join(pos(t, `cell.Button("Save")`), pos(t, `cell.Text("Title")`), "Row", 8, true)
		}, "cell.Column(\n\t\tcell.Row(cell.Text(\"Title\"), cell.Button(\"Save\")).Gap(8), // says what it is", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := edit.Open([]byte(board))
			if err != nil {
				t.Fatal(err)
			}
			err = tt.do(t, s)
			if tt.err != nil {
				if err == nil || tt.want == "" && !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.want) {
					t.Fatalf("got %v, want %v %s", err, tt.err, tt.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(got), tt.want) {
				t.Errorf("no %s in\n%s", tt.want, got)
			}
		})
	}
}

func TestRemoveWhatHasAName(t *testing.T) {
	s, err := edit.Open([]byte(board))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(pos(t, `cell.Button("Late")`)); err != nil {
		t.Fatal(err)
	}
	got, err := s.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(got), "late") || !strings.Contains(string(got), `cell.Row(cell.Button("Save")),`) {
		t.Errorf("got\n%s", got)
	}
}
