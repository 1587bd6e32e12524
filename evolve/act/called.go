package act

import (
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Thing is a node of a cell, as far as its name needs it. Text is what is shown on it, Icon the symbol on it.
type Thing struct{ ID, Kind, Text, Icon string }

// maxLabel is how much of a text stands for its node, letters.
const maxLabel = 32

// Called is what people call a node of a cell: what stands on it ("Save"), else what it is: a container by what it holds ("Mail:
// row of buttons", "Notes: column with Shopping") or by the one word that its program has for it ("the display of Calculator"), an
// icon by its symbol ("Panel: cpu icon"), any other by the word that its program tells it from its kind by ("the memory chart of
// System Monitor"), or by its number where the cell has several of the kind ("Notes: field 2").
// Without a node, and for what holds all the others, it is the title of the cell. things are the nodes of the cell in reading
// order, containers before what they hold.
func Called(title, node string, things iter.Seq[Thing]) string {
	if node == "" {
		return title
	}
	var is Thing
	for t := range things {
		if t.ID == node {
			is = t
			break
		}
	}
	if is == (Thing{}) {
		return title
	}
	if label := is.label(); label != "" {
		if kind := figures(label); kind != "" && is.Kind == "text" && lone(is, things) {
			return "the " + kind + " of " + title
		}
		if is.Kind == "text" && strings.EqualFold(label, title) {
			return "the title of " + title // "hid Counter" would be the window
		}
		return label
	}
	if name, all := held(is, things); all {
		return title
	} else if name != "" {
		return title + ": " + name
	}
	if key := keyWord(node); key != "" && is.holds() {
		return "the " + key + " of " + title
	}
	number, all, alike := 0, 0, 0
	for t := range things {
		if t.Kind != is.Kind {
			continue
		}
		if t.Icon == is.Icon {
			alike++
		}
		if all++; t.ID == node {
			number = all
		}
	}
	if all == 1 {
		return title + ": " + is.Kind
	}
	if is.Kind == "icon" && is.Icon != "" && alike == 1 {
		return title + ": " + is.Icon + " " + is.Kind
	}
	if of, ok := strings.CutSuffix(path.Base(node), "-"+is.Kind); ok && keyWord(of) != "" {
		return "the " + of + " " + is.Kind + " of " + title // its program tells it from the others of the kind
	}
	return title + ": " + is.Kind + " " + strconv.Itoa(number)
}

// holds reports whether a node is there for what it holds.
func (t Thing) holds() bool {
	return slices.Contains([]string{"row", "column", "grid", "list", "stack", "scroll"}, t.Kind)
}

// keyWord is the word that the program of a cell calls a node by, "" where that is several words, or none.
func keyWord(node string) string {
	key := path.Base(node)
	if len(key) < 3 || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return key
}

// figures says what a label without letters is: a name like "0" is a riddle.
func figures(label string) string {
	digits := strings.ContainsAny(label, "0123456789")
	switch {
	case !digits || strings.Trim(label, "0123456789.,:+-−% ") != "":
		return ""
	case strings.Contains(label, ":"):
		return "time"
	}
	return "number"
}

// lone reports whether no other text of a cell shows nothing but figures of the same sort.
func lone(is Thing, things iter.Seq[Thing]) bool {
	for t := range things {
		if t.ID != is.ID && t.Kind == is.Kind && figures(t.label()) == figures(is.label()) {
			return false
		}
	}
	return true
}

// held names a container by what it holds; "" for what is none, holds nothing that has a name, or holds what another of its
// kind does too. all: it holds everything else in the cell.
func held(is Thing, things iter.Seq[Thing]) (name string, all bool) {
	if !is.holds() {
		return "", false
	}
	all = true
	holds := map[string]*content{}
	for t := range things {
		if t.Kind == is.Kind {
			holds[t.ID] = &content{}
		}
		all = all && (t.ID == is.ID || strings.HasPrefix(t.ID, is.ID+"/"))
		label := t.label()
		if label == "" {
			continue
		}
		for id := t.ID; ; {
			i := strings.LastIndexByte(id, '/')
			if i < 0 {
				break
			}
			if c := holds[id[:i]]; c != nil {
				c.add(t.Kind, label)
			}
			id = id[:i]
		}
	}
	if all {
		return "", true
	}
	for _, name := range []string{holds[is.ID].buttons(is.Kind), holds[is.ID].first(is.Kind)} {
		same := 0
		for _, c := range holds {
			if name == c.buttons(is.Kind) || name == c.first(is.Kind) {
				same++
			}
		}
		if name != "" && same == 1 {
			return name, false
		}
	}
	return "", false
}

// content is what a container holds, as far as it has names.
type content struct {
	label        string // the first
	count, other int    // of all, and of those that are no buttons
}

func (c *content) add(kind, label string) {
	if c.count == 0 {
		c.label = label
	}
	c.count++
	if kind != "button" {
		c.other++
	}
}

func (c *content) buttons(kind string) string {
	if c.count < 2 || c.other > 0 {
		return ""
	}
	return kind + " of buttons"
}

func (c *content) first(kind string) string {
	if c.label == "" {
		return ""
	}
	return kind + " with " + c.label
}

// label is the text on a thing that can be its name: not what somebody typed into it.
func (t Thing) label() string {
	if t.Kind == "field" || t.Kind == "area" {
		return ""
	}
	line, _, _ := strings.Cut(strings.TrimSpace(t.Text), "\n")
	line = strings.TrimSpace(line)
	if r := []rune(line); len(r) > maxLabel {
		return strings.TrimSpace(string(r[:maxLabel-1])) + "…"
	}
	return line
}

// Names are what people call what acts are about: cells by "cell", nodes by "cell/node", what is added by "gene:name"; and
// what a cell does in a style, "shows no seconds", by "style:cell/style".
type Names map[string]string

// Of is what people call a target, of one that is not known what the source calls it.
func (n Names) Of(t Target) string { return n.of(t) }

// of is the name of a target, of one that is not known what the source calls it.
func (n Names) of(t Target) string {
	key := t.Cell
	if t.Node != "" {
		key += "/" + t.Node
	}
	if name := n[key]; name != "" {
		return name
	}
	switch {
	case t.Node != "":
		return t.Node[strings.LastIndexByte(t.Node, '/')+1:]
	case t.Cell != "":
		return t.Cell
	}
	return "the desktop"
}

// like is the name of what slots compare with, "" without such a thing.
func (n Names) like(g Args) string {
	if g.LikeCell == "" {
		return ""
	}
	return n.of(Target{Cell: g.LikeCell, Node: g.LikeNode})
}

// gene is the title of what can be added.
func (n Names) gene(name string) string {
	if title := n["gene:"+name]; title != "" {
		return title
	}
	return name
}

// NamesOf collects the names of all that acts speak of. called names a target, titled a gene.
// done says what a cell does in a style, "" where nobody said.
func NamesOf(acts []Act, called func(Target) string, titled func(gene string) string, done func(cell, style string) string) Names {
	out := Names{}
	for _, a := range acts {
		for _, t := range []Target{a.Target, {Cell: a.Args.LikeCell, Node: a.Args.LikeNode}} {
			switch {
			case t.Cell == "":
			case t.Node == "":
				out[t.Cell] = called(t)
			default:
				out[t.Cell+"/"+t.Node] = called(t)
				if a.Intent == Remove { // "removed Cancel from Form"
					out[t.Cell] = called(Target{Cell: t.Cell})
				}
			}
		}
		if g := a.Args.Gene; g != "" {
			out["gene:"+g] = titled(g)
		}
		if a.Intent == Style {
			if s := done(a.Target.Cell, a.Args.Style); s != "" {
				out["style:"+a.Target.Cell+"/"+a.Args.Style] = s
			}
		}
	}
	return out
}
