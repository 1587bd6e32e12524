package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// tell answers a question about the desktop from what stands there: the acts say what is asked and about which things.
func (e *Engine) tell(s *Scene, acts []act.Act) string {
	if len(acts) == 0 {
		return cannotTell
	}
	q := &asked{Scene: s, args: acts[0].Args}
	for _, a := range acts {
		if a.Target.Cell != "" && s.Cells[tissue.CellID(a.Target.Cell)] != nil {
			q.of = append(q.of, a.Target)
		}
	}
	switch q.args.Part {
	case "gone":
		return e.goneText(q)
	case "self":
		return selfText
	case "last":
		return e.changedText("last", s, nil)
	case "previous":
		return e.previousText()
	case "nth":
		return e.nthText(q.args.Number)
	case "hidden":
		q.parts = e.hiddenParts(q)
	case "states":
		return e.statesText()
	case "languages":
		return languagesText
	case "kept":
		return keptText
	case "motion":
		return motionText
	case "sound":
		return soundText
	case "private":
		return privateText
	case "help":
		if len(q.of) == 1 {
			return s.help(q.of[0])
		}
		return s.help(act.Target{})
	case "safe":
		return safeText
	case "earlier":
		return e.earlierText(q)
	case "trying":
		return e.tryingText()
	case "changes":
		return e.changedText(q.args.Text, s, q.of)
	case "time":
		return "It is " + e.o.Now().Format("15:04") + "."
	case "day":
		return "Today is " + e.o.Now().Format("Monday, 2 January 2006") + "."
	}
	if q.args.Part == "place" || q.args.Part == "there" || q.args.Part == "hidden" {
		if text := e.lostPart(q); text != "" {
			return text
		}
	}
	if q.args.On != nil && ofThing[q.args.Part] != nil {
		return "Which one? Point at it and ask again, or ask by its name: " + q.called(q.all()) + "."
	}
	if g := q.gene(q.args.Gene); g != nil && len(q.of) == 0 && q.args.Part == "purpose" {
		return first(g.Title, g.Name) + ": " + strings.TrimSuffix(g.About, ".") + ". Say \"add " + article(strings.ToLower(first(g.Title, g.Name))) + "\"."
	}
	if q.args.Gene != "" && len(q.of) == 0 {
		return e.goneText(q)
	}
	if q.args.Part == "colour" && q.args.Color != "" {
		text := q.colored()
		e.spokenOf(q.told...)
		return text
	}
	if f := ofDesk[q.args.Part]; f != nil && (len(q.of) == 0 || ofThing[q.args.Part] == nil) {
		text := f(q)
		e.spokenOf(q.told...)
		return text
	}
	f := ofThing[q.args.Part]
	if len(q.of) == 0 && f != nil {
		q.of = q.all()
	}
	if f == nil {
		f = (*asked).summary
	}
	var lines []string
	if q.args.Part == "" && len(q.of) > 0 {
		lines = append(lines, "I cannot tell that; this is what I know.")
	}
	if q.args.Part == "distance" && len(q.of) == 1 && q.args.Anchor != "" && q.visible(q.of...) {
		return q.toEdges() + "."
	}
	if q.args.Part == "distance" && len(q.of) == 2 && q.visible(q.of...) {
		return q.distance()
	}
	if q.args.Part == "size" && len(q.of) == 2 && q.visible(q.of...) {
		return capital(q.compared()) + "."
	}
	for _, t := range q.of {
		if text := capital(f(q, t)) + "."; text != "." && !slices.Contains(lines, text) {
			lines = append(lines, text)
		}
	}
	if len(lines) == 0 {
		return cannotTell
	}
	return strings.Join(lines, " ")
}

const cannotTell = "I can tell what stands here, where, how big and in which colour, and what was changed; not that. \"help\" shows what else to say."

// selfText says who it is that answers.
const selfText = "I am CellShell, this desktop: I change it as you say, and tell what stands on it and what was changed. \"help\" shows what to say."

const languagesText = "I understand English best, and also German, Spanish, French, Norwegian, Chinese and Japanese. I answer in English."

// asked is a question: what is asked, and the things it is about.
type asked struct {
	*Scene
	args  act.Args
	of    []act.Target
	parts []string     // of cells, that were hidden; for what asks for them
	told  []act.Target // what the answer names: "that one", or "them", next
}

// ofDesk answers what is asked of the desktop as a whole, ofThing what is asked of each thing.
var (
	ofDesk = map[string]func(*asked) string{
		"count": (*asked).count, "list": (*asked).list, "hidden": (*asked).hidden, "overlap": (*asked).overlaps, "running": (*asked).running,
		"theme": (*asked).theme, "accent": (*asked).accent, "wallpaper": (*asked).wallpaper, "front": (*asked).front, "locked": (*asked).locked, "alllocked": (*asked).locked, "allhidden": (*asked).hidden,
		"lowest": (*asked).lowest, "highest": (*asked).highest, "leftmost": (*asked).leftmost, "rightmost": (*asked).rightmost,
		"biggest": (*asked).biggest, "smallest": (*asked).smallest, "widest": (*asked).widest, "narrowest": (*asked).narrowest, "tallest": (*asked).tallest, "wallpapers": (*asked).wallpapers, "fonts": (*asked).fonts,
		"colours": (*asked).colours, "add": (*asked).addable, "nostyle": (*asked).noStyle, "there": (*asked).there, "selected": (*asked).selected,
	}
	ofThing = map[string]func(*asked, act.Target) string{
		"what": (*asked).summary, "exists": (*asked).exists, "place": (*asked).place, "colour": (*asked).colour, "size": (*asked).size, "padding": (*asked).padding, "gap": (*asked).gap,
		"font": (*asked).font, "lettersize": (*asked).font, "weight": (*asked).font, "radius": (*asked).radius, "border": (*asked).border,
		"opacity": (*asked).opacity, "text": (*asked).text, "name": (*asked).named, "styles": (*asked).styles, "accent": (*asked).ownAccent,
		"style": (*asked).style, "distance": (*asked).place, "purpose": (*asked).purpose, "tooltip": (*asked).tooltip, "room": (*asked).textRoom, "shadow": (*asked).shadow, "locked": (*asked).isLocked, "running": (*asked).runs, "hidden": (*asked).isHidden,
	}
)

// all are the cells that a person would count: no bar, no wallpaper, nothing that cannot be seen.
func (q *asked) all() []act.Target {
	var out []act.Target
	for _, id := range q.IDs() {
		if dc := q.Doc.Cells[id]; dc != nil && !dc.Hidden && (standing(dc.Kind) || dc.Kind == tissue.KindOverlay) {
			out = append(out, act.Target{Cell: string(id)})
		}
	}
	return out
}

// called are the names of things, in a row.
func (q *asked) called(of []act.Target) string {
	var names []string
	for _, t := range of {
		names = append(names, q.Called(t))
	}
	return act.InRow(names)
}

// thing is the cell of a target, its node and how that looks.
func (q *asked) thing(t act.Target) (tissue.CellID, *ui.Node, ui.Style) {
	id := tissue.CellID(t.Cell)
	n := q.Node(id, t.Node)
	return id, n, q.look(id, n)
}

// summary is what can be said of a thing in one sentence.
func (q *asked) summary(t act.Target) string {
	parts := []string{q.place(t)}
	if c := q.colour(t); c != "" {
		parts = append(parts, c)
	}
	if c := q.Cells[tissue.CellID(t.Cell)]; t.Node == "" && len(c.Manifest.Styles) > 0 {
		parts = append(parts, q.style(t))
	}
	return strings.Join(parts, ". ")
}

func (q *asked) count() string {
	var nodes, cells []act.Target
	for _, t := range q.of {
		if t.Node != "" {
			nodes = append(nodes, t)
		} else {
			cells = append(cells, t)
		}
	}
	switch {
	case len(nodes) > 0:
		if len(cells) > 0 {
			nodes = slices.DeleteFunc(nodes, func(t act.Target) bool { return !slices.Contains(cells, act.Target{Cell: t.Cell}) })
		}
		return fmt.Sprintf("%d: %s.", len(nodes), q.called(nodes))
	case len(cells) > 0:
		return fmt.Sprintf("%d: %s.", len(cells), q.called(cells))
	}
	return q.list()
}

func (q *asked) list() string {
	all, bars := q.all(), []act.Target(nil)
	for _, id := range q.IDs() {
		if dc := q.Doc.Cells[id]; dc != nil && dc.Kind == tissue.KindPanel && !dc.Hidden {
			bars = append(bars, act.Target{Cell: string(id)})
		}
	}
	out := fmt.Sprintf("%d on the desktop: %s", len(all), q.called(all))
	if len(all) == 0 {
		out = "The desktop is empty. Say \"add a clock\""
	}
	if len(bars) > 0 {
		out += "; and the bar, " + q.called(bars)
	}
	return out + "."
}

func (q *asked) selected() string {
	switch {
	case len(q.Selection) > 0:
		return "Selected: " + q.called(q.Selection) + "."
	case q.Point != nil && q.Point.Target.Cell != "":
		return "The pointer is on " + q.Called(q.Point.Target) + "; nothing is selected."
	}
	return "Nothing is selected."
}

func (q *asked) addable() string {
	var names []string
	for _, g := range q.Genes {
		names = append(names, first(g.Title, g.Name))
	}
	return "These can be added, each as often as you like: " + act.InRow(names) + ". Say \"add\" and the name."
}
