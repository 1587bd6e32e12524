package main

import (
	"fmt"
	"sort"
	"strings"

	"cellshell/membrane/cell"
)

type entry struct {
	Name string
	N    int
}

// Loops makes handlers in loops in every way a person would.
type Loops struct {
	Log     []string
	Entries []entry
	Picked  map[string]int
	on      []func() string
}

func (l *Loops) say(what string) { l.Log = append(l.Log, what) }

// View makes one button for each case.
func (l *Loops) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i := 0; i < 3; i++ {
		rows = append(rows, cell.Button(fmt.Sprint("plain ", i)).OnTap(func() { l.say(fmt.Sprint("plain ", i)) }))
	}
	for i, e := range l.Entries {
		e := e
		label := e.Name
		if i == 1 {
			label = strings.ToUpper(label)
		}
		rows = append(rows, cell.Button(label).OnTap(func() {
			l.Picked[label] += e.N + i
			l.say(label)
		}))
	}
	for name, n := range map[string]int{"only": 7} {
		rows = append(rows, cell.Button(name).OnTap(func() { l.say(fmt.Sprint(name, n)) }))
	}
	for i := range l.Entries {
		for j := 0; j < 2; j++ {
			at := i*10 + j
			half := float64(at) / 2
			rows = append(rows, cell.Button(cell.Itoa(at)).OnTap(func() {
				for k := 0; k < 2; k++ {
					l.on = append(l.on, func() string { return fmt.Sprint(at, k, half) })
				}
			}))
		}
	}
	rows = append(rows, cell.Button("run").OnTap(func() {
		for _, f := range l.on {
			l.say(f())
		}
		l.on = nil
	}))
	steps := 0
	for steps < 2 {
		at := steps
		add := func(n int) int { return n + at }
		rows = append(rows, cell.Slider(float64(at), 0, 9).OnSlide(func(v float64) { l.say(fmt.Sprint(add(int(v)))) }))
		steps++
	}
	for _, k := range l.keys() {
		k, n := k, l.Picked[k]
		rows = append(rows, cell.Field(k).OnSubmit(func(s string) { l.say(k + s + cell.Itoa(n)) }))
	}
	for i := range l.Entries {
		rows = append(rows, l.row(i))
	}
	rows = append(rows, cell.Text(strings.Join(l.Log, ",")))
	return cell.Column(rows...)
}

func (l *Loops) row(i int) cell.Node {
	e := &l.Entries[i]
	return cell.Toggle(e.Name, e.N%2 == 1).OnToggle(func(on bool) {
		e.N++
		l.say(fmt.Sprint(e.Name, e.N, on, i))
	})
}

func (l *Loops) keys() []string {
	var out []string
	for k := range l.Picked {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func main() {
	cell.Run(&Loops{Entries: []entry{{"a", 1}, {"b", 2}, {"c", 3}}, Picked: map[string]int{}})
}
