package main

import (
	"strings"

	"cellshell/membrane/cell"
)

const size = 3

type board [size][size]string

func (b board) winner() string {
	lines := [][3][2]int{{{0, 0}, {1, 1}, {2, 2}}, {{0, 2}, {1, 1}, {2, 0}}}
	for i := 0; i < size; i++ {
		lines = append(lines, [3][2]int{{i, 0}, {i, 1}, {i, 2}}, [3][2]int{{0, i}, {1, i}, {2, i}})
	}
	for _, line := range lines {
		first := b[line[0][0]][line[0][1]]
		same := first != ""
		for _, at := range line {
			same = same && b[at[0]][at[1]] == first
		}
		if same {
			return first
		}
	}
	return ""
}

func (b *board) put(row, column int, mark string) bool {
	if b[row][column] != "" {
		return false
	}
	b[row][column] = mark
	return true
}

type move struct {
	Row, Column int
	Before      board
}

// Game is noughts and crosses with undo.
type Game struct {
	Board   board
	History []move
	Turn    int
	best    map[string]int
}

func (g *Game) mark() string {
	if g.Turn%2 == 0 {
		return "x"
	}
	return "o"
}

func (g *Game) play(row, column int) {
	before := g.Board
	if g.Board.winner() != "" || !g.Board.put(row, column, g.mark()) {
		return
	}
	g.History = append(g.History, move{row, column, before})
	g.Turn++
}

func (g *Game) undo() {
	last := len(g.History) - 1
	if last < 0 {
		return
	}
	g.Board = g.History[last].Before
	g.History = g.History[:last]
	g.Turn--
}

// View shows the board.
func (g *Game) View(x *cell.Context) cell.Node {
	if g.best == nil {
		g.best = map[string]int{}
	}
	cells := make([]cell.Node, 0, size*size)
	for row := range g.Board {
		for column, mark := range g.Board[row] {
			cells = append(cells, cell.Button(mark).OnTap(func() { g.play(row, column) }))
		}
	}
	switch w := g.Board.winner(); {
	case w != "":
		g.best[w]++
		return cell.Column(cell.Text(strings.ToUpper(w)+" wins"), cell.Button("undo").OnTap(g.undo), cell.Grid(size, cells...))
	case g.Turn == size*size:
		return cell.Column(cell.Text("draw"), cell.Button("undo").OnTap(g.undo))
	default:
		return cell.Column(cell.Text(g.mark()+" to move"), cell.Grid(size, cells...), cell.Text(cell.Itoa(len(g.History))+cell.Itoa(g.best["x"])))
	}
}

func main() { cell.Run(&Game{}) }
