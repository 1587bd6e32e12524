// Notes: a list of short texts and room to write in.
package main

import (
	"strings"
	"unicode/utf8"

	"cellshell/membrane/cell"
)

// Note is one text. Its number never changes.
type Note struct {
	Number int
	Text   string
}

// Notes keeps all texts, the newest first.
type Notes struct {
	All  []Note
	Open int // number of the note that is shown
	Last int // number given last
}

// View shows the list beside the open note.
func (n *Notes) View(x *cell.Context) cell.Node {
	x.OnKey(n.key)
	if len(n.All) == 0 {
		n.add()
		n.All[0].Text = x.Prop("text")
	}
	open := n.index()
	return cell.Row(
		cell.Column(
			cell.Row(
				cell.Text(n.title()).Key("title").Size(13).Weight(600).Color("muted").PadX(10).Lines(1),
				cell.Spacer(),
				cell.Button("New").Icon("plus").Key("new").Plain().Size(13).PadX(10).Height(32).Tooltip("Write a new note").
					OnTap(n.add),
			).Align("center"),
			cell.Scroll(cell.Column(n.rows()...).Key("list").Align("stretch").Gap(2)).Fill(),
		).Key("side").Width(192).Align("stretch").Gap(8),
		cell.Column(
			cell.Area(n.All[open].Text).Key("text-"+cell.Itoa(n.Open)).Placeholder("Write something …").Size(15).Fill().
				OnChange(n.write),
			cell.Row(
				cell.Text(count(n.All[open].Text)).Key("words").Size(12).Color("muted").PadX(10).Tabular(),
				cell.Spacer(),
				cell.Button("Delete").Icon("trash").Key("delete").Plain().Size(13).PadX(10).Height(32).
					Disabled(len(n.All) == 1 && n.All[open].Text == "").
					OnTap(n.remove),
			).Align("center"),
		).Key("page").Fill().Align("stretch").Gap(8),
	).Align("stretch").Gap(16).Padding(16)
}

func (n *Notes) title() string {
	if len(n.All) == 1 {
		return "1 note"
	}
	return cell.Itoa(len(n.All)) + " notes"
}

func (n *Notes) rows() []cell.Node {
	var rows []cell.Node
	for _, note := range n.All {
		rows = append(rows, n.row(note))
	}
	return rows
}

// row shows one note in the list; a tap opens it.
func (n *Notes) row(note Note) cell.Node {
	background := "transparent"
	color := "text"
	if note.Number == n.Open {
		background = "sunken"
		color = "accent"
	}
	return cell.Column(
		cell.Text(heading(note.Text)).Size(14).Weight(500).Color(color).Lines(1),
		cell.Text(preview(note.Text)).Size(12).Color("muted").Lines(1),
	).Key("note-" + cell.Itoa(note.Number)).Gap(2).PadX(10).PadY(8).Radius(8).Background(background).
		OnTap(func() { n.Open = note.Number })
}

// index returns where the open note is.
func (n *Notes) index() int {
	for i, note := range n.All {
		if note.Number == n.Open {
			return i
		}
	}
	n.Open = n.All[0].Number
	return 0
}

func (n *Notes) add() {
	n.Last++
	n.Open = n.Last
	n.All = append([]Note{{Number: n.Last}}, n.All...)
}

func (n *Notes) write(text string) {
	n.All[n.index()].Text = text
}

func (n *Notes) remove() {
	i := n.index()
	n.All = append(n.All[:i], n.All[i+1:]...)
	if len(n.All) == 0 {
		n.add()
		return
	}
	if i == len(n.All) {
		i--
	}
	n.Open = n.All[i].Number
}

func (n *Notes) key(chord string) {
	if chord == "ctrl+n" {
		n.add()
	}
}

// heading is the first line with something in it.
func heading(text string) string {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line != "" {
			return line
		}
	}
	return "New note"
}

// preview is what follows the heading.
func preview(text string) string {
	lines := strings.SplitN(strings.TrimSpace(text), "\n", 2)
	if len(lines) < 2 || strings.TrimSpace(lines[1]) == "" {
		return "No more text"
	}
	words := strings.Fields(lines[1])
	if len(words) > 40 {
		words = words[:40] // more has no room in one line
	}
	return strings.Join(words, " ")
}

func count(text string) string {
	words := len(strings.Fields(text))
	if words == 1 {
		return "1 word, " + cell.Itoa(utf8.RuneCountInString(text)) + " characters"
	}
	return cell.Itoa(words) + " words, " + cell.Itoa(utf8.RuneCountInString(text)) + " characters"
}

func main() { cell.Run(&Notes{}) }
