package main

import (
	"fmt"
	"sort"
	"strings"

	"cellshell/membrane/cell"
)

type item struct {
	Title  string
	Done   bool
	Tags   []string
	weight int
}

// Todo keeps a list with inner fields that are not state.
type Todo struct {
	Items  []item
	Draft  string
	Filter string
	Counts map[string]int
	nested struct{ hits int }
	seen   map[string]bool
}

func (t *Todo) visible() []int {
	var out []int
	for i := range t.Items {
		if t.Filter == "" || strings.Contains(t.Items[i].Title, t.Filter) {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return t.Items[out[a]].Title < t.Items[out[b]].Title })
	return out
}

func (t *Todo) add(title string) {
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	t.seen[title] = true
	t.nested.hits++
	t.Items = append(t.Items, item{Title: title, Tags: strings.Fields(title), weight: len(title)})
	t.Counts[title]++
}

// View lists the items.
func (t *Todo) View(x *cell.Context) cell.Node {
	if t.Counts == nil {
		t.Counts = map[string]int{}
	}
	rows := []cell.Node{}
	for _, i := range t.visible() {
		rows = append(rows, t.row(i))
	}
	left := 0
	for _, it := range t.Items {
		if !it.Done {
			left++
		}
	}
	x.OnKey(func(chord string) {
		if chord == "enter" {
			t.add("key " + chord)
		}
	})
	return cell.Column(
		cell.Field(t.Draft).Placeholder("What next?").OnChange(func(s string) { t.Draft = s }).OnSubmit(func(s string) {
			t.add(s)
			t.Draft = ""
		}),
		cell.List(rows...),
		cell.Text(fmt.Sprintf("%d of %d left, %d words", left, len(t.Items), t.words())),
	).Gap(8)
}

func (t *Todo) row(i int) cell.Node {
	it := &t.Items[i]
	title := cell.Text(it.Title)
	if it.Done {
		title = title.Strike().Color("muted").LetterSpacing(0.05).LineHeight(1.6)
	}
	return cell.Row(
		cell.Toggle("", it.Done).OnToggle(func(on bool) { t.Items[i].Done = on }),
		title.Grow(1),
		cell.Button("x").OnTap(func() { t.Items = append(t.Items[:i], t.Items[i+1:]...) }),
	).Key(fmt.Sprint("item-", i))
}

func (t *Todo) words() (n int) {
	for _, it := range t.Items {
		n += len(it.Tags)
	}
	return n
}

func main() {
	cell.Run(&Todo{Items: []item{{Title: "water plants"}, {Title: "buy milk", Done: true}}, Counts: map[string]int{"Xa": 1}})
}
