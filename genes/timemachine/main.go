// A time machine: everything that was changed on the desktop, with a picture of each state. Look back by the slider or the list,
// see what a change did, and go there, or take back that one change alone; or try something, and keep it or throw it away.
package main

import (
	"strings"
	"time"

	"cellshell/membrane/cell"
)

// ListWidth is how wide the list of changes is where there is room, ListLeast where there is little; Page is how many changes
// it has. PictureWidth is how wide the picture of a change is at most.
const (
	ListWidth = 300
	ListLeast = 132
	Page      = 100

	PictureWidth = 528
)

// Change is one line of the history.
type Change struct {
	N        int
	ID       string
	Sentence string
	When     string
	Kind     string
	Undone   bool
	Line     string
	Picture  bool
}

// Version is one thing that two changes both changed, line by line as it was and as it is.
type Version struct {
	What string
	Rows []Row
}

// Row is one line of both.
type Row struct {
	Back, Now string
	Same      bool
}

// state names what the desktop was after a change: numbers alone change their meaning when somebody rewrites the history.
func (c Change) state() string { return c.ID + "/" + cell.Itoa(c.N) }

// TimeMachine keeps which change is looked at; the rest it asks for.
type TimeMachine struct {
	Chosen  int    // number of the change looked at
	Newest  bool   // it is the newest: what comes next is looked at then
	Mode    string // "" its picture, "compare" what it changed there, "source" what it changed in the files
	Said    string // what became of the last act
	changes []Change
	last    int               // number of the newest change of all
	upTo    int               // number of the newest change listed; 0 is the newest of all
	trying  string            // what is told of the attempt under way
	shown   map[string][]byte // pictures, by mode and change
	thumbs  map[string][]byte // small ones, by change
	lines   []string          // of the diff of the chosen one
	linesOf int
	asking  bool // for a picture or a diff; one at a time

	// Of an undo that a later change is in the way of; both are empty else.
	Versions []Version
	Choices  []string
}

// View shows the list at the left, the chosen change at the right.
func (t *TimeMachine) View(x *cell.Context) cell.Node {
	x.OnStart(func() { t.ask(x) })
	x.Every(3*time.Second, func() { t.ask(x) })
	x.OnKey(func(chord string) { t.key(x, chord) })
	return cell.Row(
		t.list(x),
		cell.Column(
			t.modes(x),
			t.stage(x),
			t.scrub(x),
			t.about(),
			t.acts(x),
		).Key("chosen").Align("stretch").Gap(14).Padding(16).MaxWidth(PictureWidth+80).Fill(),
	).Align("stretch").Padding(0).Gap(0).Fill()
}

func (t *TimeMachine) list(x *cell.Context) cell.Node {
	var rows []cell.Node
	if t.upTo > 0 && t.upTo < t.last {
		rows = append(rows, cell.Button("Later").Key("later").Size(13).Height(34).Plain().OnTap(func() { t.turn(x, t.upTo+1, t.upTo+Page) }))
	}
	for _, c := range t.changes {
		n := c.N
		note := cell.Itoa(n) + " · " + ago(x.Now(), c.When)
		if c.Undone {
			note = "taken back · " + note
		}
		row := cell.Row(
			t.thumb(c),
			cell.Column(
				cell.Text(c.Sentence).Key("sentence").Size(13).Weight(500).Lines(1),
				cell.Text(note).Key("when").Size(11).Color("muted").Lines(1),
			).Align("start").Gap(2).Fill(),
		).Key("change-" + cell.Itoa(n)).Align("center").Gap(10).PadX(8).PadY(7).Radius(8).OnTap(func() { t.choose(x, n) })
		if c.N == t.Chosen {
			row = row.Background("raised")
		}
		if c.Undone {
			row = row.Opacity(0.6)
		}
		rows = append(rows, row)
	}
	if n := len(t.changes); n > 0 && t.changes[n-1].N > 1 {
		first := t.changes[n-1].N
		rows = append(rows, cell.Button("Earlier").Key("earlier").Size(13).Height(34).Plain().OnTap(func() { t.turn(x, first-1, first-1) }))
	}
	if len(rows) == 0 {
		rows = append(rows, cell.Text("Nothing has been changed yet.").Size(13).Color("muted").Padding(12))
	}
	return cell.Scroll(cell.Column(rows...).Align("stretch").Gap(2).Padding(8)).Key("changes").MinWidth(ListLeast).MaxWidth(ListWidth)
}

// thumb is the small picture of a change, or its number where there is none.
func (t *TimeMachine) thumb(c Change) cell.Node {
	if data := t.thumbs[c.state()]; len(data) > 0 {
		return cell.Image(data).Key("thumb").Width(56).Height(35).Radius(5)
	}
	return cell.Column(
		cell.Text(cell.Itoa(c.N)).Key("n").Size(12).Color("muted").Tabular(),
	).Key("thumb").Width(56).Height(35).Padding(0).Radius(5).Background("raised").Align("center").Justify("center")
}

// stage shows the picture, or what the change did, or what stands in the way of taking it back.
func (t *TimeMachine) stage(x *cell.Context) cell.Node {
	if len(t.Versions) > 0 {
		return t.both(x)
	}
	if t.Mode == "source" {
		var rows []cell.Node
		if t.linesOf == t.Chosen {
			for _, line := range t.lines {
				rows = append(rows, cell.Text(line).Size(12).Mono().Color(tint(line)).Lines(1))
			}
		}
		return cell.Scroll(cell.Column(rows...).Align("start").Gap(2).Padding(14)).
			Key("source").Background("raised").Radius(10).Fill()
	}
	data := t.shown[t.Mode+t.chosen().state()]
	if len(data) == 0 {
		why := "There is no picture of this state: it stood for less than a second, or is older than the pictures kept."
		if t.Chosen == t.last {
			why = "The picture of this state is taken in a moment."
		}
		if t.Mode == "compare" && t.chosen().Picture {
			why = "There is nothing to compare this with."
		}
		return cell.Column(
			cell.Icon("image").Size(28).Color("muted"),
			cell.Text(why).Size(13).Color("muted").MaxWidth(320).TextAlign("center"),
		).Key("no-picture").Align("center").Justify("center").Gap(10).Background("raised").Radius(10).Fill()
	}
	return cell.Column(
		cell.Image(data).Key("image").MaxWidth(PictureWidth).Radius(10).Shadow(1),
	).Key("picture").Align("stretch").Justify("center").Fill()
}

// both shows two versions side by side, and asks which it shall be.
func (t *TimeMachine) both(x *cell.Context) cell.Node {
	n := t.Chosen
	now := func() { t.take(x, n, "now") }
	if len(t.Choices) < 3 { // there is no rest to take back
		now = t.leave
	}
	cells := []cell.Node{
		cell.Button(sentence(t.Choices[0])).Key("take-back").Size(13).MinHeight(34).Lines(3).OnTap(func() { t.take(x, n, "back") }),
		cell.Button(sentence(t.Choices[1])).Key("take-now").Size(13).MinHeight(34).Lines(3).OnTap(now),
	}
	for _, v := range t.Versions {
		cells = append(cells, cell.Text(v.What).Size(12).Weight(600).Color("muted"), cell.Text(""))
		for _, r := range v.Rows {
			cells = append(cells, side(r.Back, "danger", r.Same), side(r.Now, "success", r.Same))
		}
	}
	return cell.Scroll(cell.Column(
		cell.Grid(2, cells...).Key("sides").Gap(8),
		cell.Button("Leave everything as it is").Key("leave").Size(13).Height(34).Plain().OnTap(t.leave),
	).Align("stretch").Gap(12).Padding(14)).Key("both").Background("raised").Radius(10).Fill()
}

// side is a line of one version. What differs is shown whole.
func side(line, tint string, same bool) cell.Node {
	if same {
		return cell.Text(line).Size(12).Mono().Color("muted").Lines(1)
	}
	return cell.Text(line).Size(12).Mono().Color(tint).Lines(6)
}

// leave takes nothing back.
func (t *TimeMachine) leave() {
	t.Versions = nil
	t.Choices = nil
	t.Said = ""
}

// sentence begins with a capital letter.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func tint(line string) string {
	switch {
	case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "@@"):
		return "muted"
	case strings.HasPrefix(line, "+"):
		return "success"
	case strings.HasPrefix(line, "-"):
		return "danger"
	}
	return "text"
}

func (t *TimeMachine) scrub(x *cell.Context) cell.Node {
	last := t.last
	if last < 2 {
		return cell.Node{}
	}
	return cell.Row(
		cell.Icon("clock").Size(16).Color("muted"),
		cell.Slider(float64(t.Chosen), 1, float64(last)).Key("scrub").Step(1).Fill().
			OnSlide(func(v float64) { t.choose(x, int(v+0.5)) }),
		cell.Text(cell.Itoa(t.Chosen)+" of "+cell.Itoa(last)).Key("of").Size(12).Color("muted").Tabular().Width(72).TextAlign("end"),
	).Key("timeline").Align("center").Gap(10)
}

func (t *TimeMachine) about() cell.Node {
	c := t.chosen()
	text := c.Line
	if text == "" {
		text = c.Kind
	}
	if t.Said != "" {
		text = t.Said
	}
	return cell.Column(
		cell.Text(c.Sentence).Key("sentence").Size(17).Weight(600).Lines(1),
		cell.Text(text).Key("line").Size(13).Color("muted").Lines(2),
	).Key("about").Align("start").Gap(4)
}

// modes chooses what is shown of a change.
func (t *TimeMachine) modes(x *cell.Context) cell.Node {
	mode := func(name, label, icon string) cell.Node {
		b := cell.Button(label).Key("show-" + label).Size(13).Height(34).PadX(9).Icon(icon).OnTap(func() { t.show(x, name) })
		if t.Mode != name {
			b = b.Plain()
		}
		return b
	}
	return cell.Row(
		mode("", "Picture", "image"),
		mode("compare", "Changes", "eye"),
		mode("source", "Source", "file"),
	).Key("modes").Align("center").Gap(4)
}

func (t *TimeMachine) acts(x *cell.Context) cell.Node {
	c := t.chosen()
	attempt := cell.Row(
		cell.Text("Try something: kept or thrown away as a whole").Key("trying").Size(13).Color("muted").Lines(1).Fill(),
		cell.Button("Try").Key("try").Size(13).Height(34).PadX(12).Tooltip("What is changed from now on is kept together, or thrown away together").
			OnTap(func() { t.call(x, "try", map[string]string{}) }),
		cell.Button("For an hour").Key("try-hour").Size(13).Height(34).PadX(12).Plain().Tooltip("The same; unless it is kept, it is thrown away by itself after an hour").
			OnTap(func() { t.call(x, "try", map[string]string{"minutes": "60"}) }),
	)
	if t.trying != "" {
		attempt = cell.Row(
			cell.Text(t.trying).Key("trying").Size(13).Color("muted").Lines(2).Fill(),
			cell.Button("Keep").Key("keep").Size(13).Height(34).PadX(12).OnTap(func() { t.act(x, "keep", 0) }),
			cell.Button("Throw away").Key("drop").Size(13).Height(34).PadX(12).Danger().OnTap(func() { t.act(x, "drop", 0) }),
		)
	}
	return cell.Column(
		cell.Row(
			cell.Button("Undo only this").Key("undo").Size(13).Height(34).PadX(12).Plain().
				Disabled(c.N == 0 || c.Undone || c.Kind == "start").Tooltip("Take back this change and keep what came after it").
				OnTap(func() { t.take(x, c.N, "") }),
			cell.Spacer(),
			cell.Button("Restore").Key("restore").Size(13).Height(34).Primary().Disabled(c.N == 0 || c.N == t.last).
				Tooltip("Make the desktop what it was here").
				OnTap(func() { t.act(x, "restore", c.N) }),
		).Key("buttons").Align("center").Gap(6),
		cell.Divider(),
		attempt.Key("attempt").Align("center").Gap(8),
	).Key("acts").Align("stretch").Gap(12)
}

func (t *TimeMachine) key(x *cell.Context, chord string) {
	switch chord {
	case "up", "right":
		t.choose(x, t.Chosen+1)
	case "down", "left":
		t.choose(x, t.Chosen-1)
	case "home":
		t.choose(x, 1)
	case "end":
		t.choose(x, t.last)
	}
}

// ask looks for what is new.
func (t *TimeMachine) ask(x *cell.Context) {
	args := map[string]string{"limit": cell.Itoa(Page)}
	if t.upTo > 0 {
		args["upto"] = cell.Itoa(t.upTo)
	}
	x.Call("history", "list", args, func(r cell.Reply) {
		if r.Err != "" {
			t.Said = r.Err
			return
		}
		t.changes = nil
		for i := 0; i < r.Len("entries"); i++ {
			at := "entries." + cell.Itoa(i) + "."
			t.changes = append(t.changes, Change{
				N: int(r.Float(at + "n")), ID: r.Text(at + "id"), Sentence: r.Text(at + "sentence"), When: r.Text(at + "when"), Kind: r.Text(at + "kind"),
				Undone: r.Bool(at + "undone"), Line: r.Text(at + "line"), Picture: r.Bool(at + "picture"),
			})
		}
		t.last = int(r.Float("newest"))
		t.trying = attempt(x.Now(), r)
		if t.Newest && t.Chosen != t.last && t.Chosen > 0 {
			t.Said = "" // it was about what is no longer the newest
		}
		if t.Chosen == 0 || t.Newest || t.Chosen > t.last {
			t.Chosen = t.last
		}
		t.Newest = t.Chosen == t.last
		if t.Chosen > 0 && t.chosen().N == 0 { // of another page
			t.page(x, t.Chosen+Page/2)
			return
		}
		t.fetch(x)
		t.fetchThumbs(x)
	})
}

// turn turns to another page, and chooses the change that comes next.
func (t *TimeMachine) turn(x *cell.Context, n, upTo int) {
	t.look(n)
	t.page(x, upTo)
}

func (t *TimeMachine) look(n int) {
	t.leave()
	t.Chosen = n
	t.Newest = n == t.last
}

// page lists the changes from one back.
func (t *TimeMachine) page(x *cell.Context, upTo int) {
	t.upTo = upTo
	if upTo >= t.last {
		t.upTo = 0
	}
	t.ask(x)
}

// attempt tells what is being tried, "" for nothing.
func attempt(now time.Time, r cell.Reply) string {
	name := r.Text("trying")
	if name == "" {
		return ""
	}
	text := "Trying " + name + ": " + counted(int(r.Float("changes")), "change")
	if until, err := time.Parse(time.RFC3339, r.Text("until")); err == nil {
		left := until.Sub(now)
		switch {
		case left < 2*time.Minute:
			text += ", thrown away in a moment"
		case left < 2*time.Hour:
			text += ", thrown away in " + cell.Itoa(int(left/time.Minute)) + " min"
		default:
			text += ", thrown away in " + cell.Itoa(int(left/time.Hour)) + " h"
		}
	}
	return text
}

func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return cell.Itoa(n) + " " + noun
}

// fetchThumbs asks for the small pictures that the list wants, some at a time.
func (t *TimeMachine) fetchThumbs(x *cell.Context) {
	if t.thumbs == nil || len(t.thumbs) > 4*Page {
		t.thumbs = map[string][]byte{}
	}
	var numbers []string
	want := map[int]string{}
	for _, c := range t.changes {
		if _, known := t.thumbs[c.state()]; c.Picture && !known && len(numbers) < 20 {
			numbers = append(numbers, cell.Itoa(c.N))
			want[c.N] = c.state()
		}
	}
	if len(numbers) == 0 {
		return
	}
	x.Call("history", "thumbs", map[string]string{"n": strings.Join(numbers, ",")}, func(r cell.Reply) {
		if r.Err != "" {
			return
		}
		for _, id := range want {
			t.thumbs[id] = nil // asked for once
		}
		for i := 0; i < r.Len("thumbs"); i++ {
			at := "thumbs." + cell.Itoa(i) + "."
			if id := want[int(r.Float(at+"n"))]; id != "" {
				t.thumbs[id] = r.Bytes(at + "jpg")
			}
		}
		t.fetchThumbs(x)
	})
}

func (t *TimeMachine) choose(x *cell.Context, n int) {
	if n < 1 || n > t.last || n == t.Chosen {
		return
	}
	t.look(n)
	if t.chosen().N == 0 { // of another page
		t.page(x, n+Page/2)
		return
	}
	t.fetch(x)
}

func (t *TimeMachine) show(x *cell.Context, mode string) {
	t.Mode = mode
	t.fetch(x)
}

// fetch asks for what the chosen change is shown by, unless it is there.
func (t *TimeMachine) fetch(x *cell.Context) {
	n, mode := t.Chosen, t.Mode
	key := mode + t.chosen().state()
	if t.asking || n == 0 || mode != "source" && (len(t.shown[key]) > 0 || !t.chosen().Picture) || mode == "source" && t.linesOf == n {
		return
	}
	method := map[string]string{"": "picture", "compare": "compare", "source": "diff"}[mode]
	t.asking = true
	x.Call("history", method, map[string]string{"n": cell.Itoa(n)}, func(r cell.Reply) {
		t.asking = false
		if t.Chosen != n || t.Mode != mode {
			t.fetch(x) // the hand was faster
		}
		if r.Err != "" {
			t.Said = r.Err
			return
		}
		if mode == "source" {
			t.lines = r.Texts("lines")
			t.linesOf = n
			return
		}
		if t.shown == nil || len(t.shown) > 40 {
			t.shown = map[string][]byte{}
		}
		t.shown[key] = r.Bytes("png")
	})
}

// act travels, and says what became of it.
func (t *TimeMachine) act(x *cell.Context, method string, n int) {
	args := map[string]string{}
	if n > 0 {
		args["n"] = cell.Itoa(n)
	}
	t.call(x, method, args)
}

// take takes one change back; where a later one is in the way, that side, and with none it is asked.
func (t *TimeMachine) take(x *cell.Context, n int, side string) {
	t.call(x, "undo", map[string]string{"n": cell.Itoa(n), "take": side})
}

func (t *TimeMachine) call(x *cell.Context, method string, args map[string]string) {
	t.leave()
	t.Said = "…"
	x.Call("history", method, args, func(r cell.Reply) {
		t.Said = r.Text("line")
		if r.Err != "" {
			t.Said = r.Err
		}
		if t.clashed(r) {
			return
		}
		t.Chosen = 0
		t.ask(x)
	})
}

// clashed reads what stands in the way of an undo, if anything does.
func (t *TimeMachine) clashed(r cell.Reply) bool {
	t.Choices = r.Texts("choices")
	for i := 0; i < r.Len("versions") && len(t.Choices) > 1; i++ {
		at := "versions." + cell.Itoa(i) + "."
		v := Version{What: r.Text(at + "what")}
		for k := 0; k < r.Len(at+"rows"); k++ {
			row := at + "rows." + cell.Itoa(k) + "."
			v.Rows = append(v.Rows, Row{Back: r.Text(row + "back"), Now: r.Text(row + "now"), Same: r.Bool(row + "same")})
		}
		t.Versions = append(t.Versions, v)
	}
	return len(t.Versions) > 0
}

func (t *TimeMachine) chosen() Change {
	for _, c := range t.changes {
		if c.N == t.Chosen {
			return c
		}
	}
	return Change{}
}

// ago says how long before now something was.
func ago(now time.Time, when string) string {
	at, err := time.Parse(time.RFC3339, when)
	if err != nil {
		return ""
	}
	d := now.Sub(at)
	switch {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return cell.Itoa(int(d/time.Minute)) + " min ago"
	case d < 24*time.Hour:
		return cell.Itoa(int(d/time.Hour)) + " h ago"
	}
	return at.Format("2 Jan 15:04")
}

func main() { cell.Run(&TimeMachine{}) }
