package evolve

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// spawn adds a cell of a gene.
func (d *draft) spawn(a act.Act) error {
	gene := d.before.gene(a.Args.Gene)
	if gene == nil {
		return &unsure{text: fmt.Sprintf("There is no built-in %q. These there are: %s.", a.Args.Gene, d.before.geneNames()), choices: d.before.spawnChoices()}
	}
	src := gene.Source
	for _, name := range strings.Fields(a.Args.Style) {
		style := gene.style(name)
		if style == nil {
			return fmt.Errorf("%s has no style %q; it has %s", gene.Title, name, gene.styleNames())
		}
		var err error
		if src, err = restyle(src, style); err != nil {
			return err
		}
	}
	d.route = act.RouteGene
	p := newcomer{
		gene: gene.Name, title: first(gene.Title, gene.Name), kind: gene.Kind, placement: gene.Placement, anchor: a.Args.Anchor,
		source: src, manifest: gene.Raw, x: a.Args.X, y: a.Args.Y, relation: a.Args.Relation, like: a.Args.LikeCell,
	}
	if a.Args.Text != "" {
		p.props = map[string]string{"text": a.Args.Text}
	}
	if c := a.Args.Color; c != "" {
		if !ui.ValidColor(c) {
			return fmt.Errorf("%q is not a colour", c)
		}
		p.accent = c
	}
	if a.Args.Factor > 0 {
		p.placement.Scale = clamp(orOne(ptr(p.placement.Scale))*a.Args.Factor, minScale, maxScale)
	}
	for range min(max(1, a.Args.Count), maxSpawn) {
		if err := d.add(p, a.Args.Style); err != nil {
			return err
		}
	}
	return nil
}

// maxSpawn is how many cells one act may add.
const maxSpawn = 12

// expectStyleOf expects that the constants of a style have its values.
func (d *draft) expectStyleOf(id tissue.CellID, style *Style) {
	for _, name := range slices.Sorted(maps.Keys(style.Set)) {
		want := canonical(style.Set[name])
		d.expect("style "+style.Name, func(_, after *Scene) (string, string, bool) {
			c := after.Cells[id]
			if c == nil {
				return "", "gone", false
			}
			is, _ := edit.Const(c.Source, name)
			return "", is, canonical(is) == want
		})
	}
}

// shows reports whether a tree shows a text.
func shows(n *ui.Node, text string) bool {
	found := false
	walkNodes(n, func(n *ui.Node) { found = found || strings.Contains(n.Text, text) })
	return found
}

// newcomer is a cell to be added.
type newcomer struct {
	id             tissue.CellID // wanted; "" from the gene or the title
	gene, title    string
	kind           tissue.Kind
	placement      tissue.Placement
	anchor         string
	x, y           *float64
	relation, like string
	accent         string
	props          map[string]string
	source         []byte
	manifest       []byte
}

// add puts a new cell on the desktop and expects to see it.
func (d *draft) add(p newcomer, style string) error {
	if p.kind == "" {
		p.kind = tissue.KindWidget
	}
	id := p.id
	if id == "" || d.doc.Cells[id] != nil {
		id = d.doc.NewID(first(string(p.id), p.gene, slug(p.title), "cell"))
	}
	order := 0
	for _, c := range d.doc.Cells {
		order = max(order, c.Order)
	}
	c := &tissue.Cell{Gene: p.gene, Title: p.title, Kind: p.kind, Placement: p.placement, Props: p.props, Accent: p.accent, Generation: 1, Order: order + 1}
	d.doc.Cells[id] = c
	d.fresh[id], d.named[id] = true, true
	if p.source != nil {
		d.sources[id] = p.source
	}
	if p.manifest != nil {
		d.manifests[id] = p.manifest
	}
	if d.target.Cell == "" {
		d.target = act.Target{Cell: string(id)}
	}
	d.expect("on the desktop", func(_, after *Scene) (string, string, bool) {
		c := after.Cells[id]
		switch {
		case c == nil:
			return "no", "no", false
		case c.Dead != "":
			return "no", c.Dead, false
		}
		return "no", "yes", true
	})
	if p.kind == tissue.KindService {
		return nil
	}
	for _, name := range strings.Fields(style) {
		d.expectStyleOf(id, d.before.gene(p.gene).style(name))
	}
	if text := p.props["text"]; text != "" {
		d.expect("text", func(_, after *Scene) (string, string, bool) {
			return "", "shown", after.Cells[id] != nil && shows(after.Cells[id].Tree, text)
		})
	}
	if p.kind == tissue.KindPanel || p.kind == tissue.KindWallpaper || p.kind == tissue.KindOverlay {
		return nil
	}
	return d.settle(id, c, p)
}

// settle chooses the place of a new cell. Its size is known only from the attempt before, or as the gene says; so a
// place that depends on the size is corrected in a second attempt, where nothing has been shown yet.
func (d *draft) settle(id tissue.CellID, c *tissue.Cell, p newcomer) error {
	w, h := p.placement.W, p.placement.H
	known := false
	if d.miss != nil && d.miss.Cells[id] != nil && !d.miss.Cells[id].Bounds.Empty() {
		w, h, known = d.miss.Cells[id].Bounds.W, d.miss.Cells[id].Bounds.H, true
	}
	guessW, guessH := orElse(w, 260), orElse(h, 180)
	area := d.before.Area
	switch {
	case p.anchor != "":
		if !anchors[p.anchor] {
			return fmt.Errorf("%q is no place on the desktop", p.anchor)
		}
		want := free(area, anchored(area, p.anchor, guessW, guessH), p.anchor, d.occupied(id))
		c.Placement = placed(c.Placement, area, p.anchor, want)
		d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
			n := after.Cells[id]
			if n == nil {
				return "", "gone", false
			}
			return "", p.anchor + " " + pointText(n.Bounds), fits(area, n.Bounds) && (!after.covers(id) || d.before.crowded())
		})
	case p.like != "":
		s := &subject{draft: d, id: id, doc: c, cell: &Cell{ID: id}, name: p.title}
		want, _, err := s.related(act.Args{Relation: p.relation, LikeCell: p.like}, Rect{W: guessW, H: guessH}, "top-left")
		if err != nil {
			return err
		}
		c.Placement = placed(c.Placement, area, "top-left", want)
		if known {
			d.expectPlace(id, want)
		} else {
			d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
				return "", "", after.Cells[id] != nil && near(after.Cells[id].Bounds.W, guessW) && near(after.Cells[id].Bounds.H, guessH)
			})
		}
	case p.x != nil && p.y != nil:
		want := within(area, Rect{*p.x, *p.y, guessW, guessH})
		c.Placement = placed(c.Placement, area, "top-left", want)
		d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
			n := after.Cells[id]
			if n == nil {
				return "", "gone", false
			}
			is := within(area, Rect{*p.x, *p.y, n.Bounds.W, n.Bounds.H})
			return "", pointText(n.Bounds), near1(is.X, n.Bounds.X) && near1(is.Y, n.Bounds.Y)
		})
	default:
		d.roomFor(id, c, p.kind, guessW, guessH, known)
	}
	return nil
}

// roomFor gives a new cell its own place when nobody stands there, else the first free one.
func (d *draft) roomFor(id tissue.CellID, c *tissue.Cell, kind tissue.Kind, w, h float64, known bool) {
	area := d.before.Area
	own := anchoredAt(area, c.Placement, w, h)
	x, y := side(c.Placement.Anchor)
	taken := x == -1 && y == -1 && c.Placement.X == 0 && c.Placement.Y == 0
	if taken || !d.clear(own, id) || !fits(area, own) {
		size := c.Placement
		c.Placement = placed(size, area, "top-left", free(area, anchored(area, "top-left", w, h), "top-left", d.occupied(id)))
		if d.before.Place != nil {
			if p := d.before.Place(d.doc, kind, w, h); d.clear(anchoredAt(area, p, w, h), id) {
				c.Placement = p
			}
		}
		c.Placement.W, c.Placement.H, c.Placement.Scale, c.Placement.Z = size.W, size.H, size.Scale, size.Z
	}
	for other, oc := range d.doc.Cells { // a new cell is in front
		if other != id && oc.Kind == kind {
			c.Placement.Z = max(c.Placement.Z, oc.Placement.Z)
		}
	}
	d.expectTunable("covers others", func(_, after *Scene) (string, string, bool) {
		covers := after.covers(id)
		return "no", map[bool]string{true: "yes", false: "no"}[covers], !covers || known || d.before.crowded()
	})
}

// clear reports whether a box covers no cell but those given.
func (d *draft) clear(r Rect, but ...tissue.CellID) bool {
	for _, o := range d.occupied(but...) {
		if r.Intersects(o) {
			return false
		}
	}
	return true
}

// anchoredAt is where a placement puts a box of that size.
func anchoredAt(area Rect, p tissue.Placement, w, h float64) Rect {
	x, y := side(p.Anchor)
	return Rect{at(area.X, area.W, w, p.X, x), at(area.Y, area.H, h, p.Y, y), w, h}
}

func at(from, length, size, off float64, side int) float64 {
	switch side {
	case -1:
		return from + off
	case 1:
		return from + length - size - off
	}
	return from + (length-size)/2 + off
}

func fits(area, r Rect) bool {
	return r.X >= area.X-1 && r.Y >= area.Y-1 && r.X+r.W <= area.X+area.W+1 && r.Y+r.H <= area.Y+area.H+1
}

// covers reports whether a cell shares room with another window or widget.
func (s *Scene) covers(id tissue.CellID) bool {
	me := s.Cells[id]
	if me == nil {
		return false
	}
	for other, c := range s.Cells {
		dc := s.Doc.Cells[other]
		if other == id || dc == nil || dc.Hidden || dc.Kind != tissue.KindWidget && dc.Kind != tissue.KindWindow {
			continue
		}
		if c.Bounds.Inset(0.5).Intersects(me.Bounds) {
			return true
		}
	}
	return false
}

// crowded reports that so much of the area is taken that a new cell may have to cover another.
func (s *Scene) crowded() bool {
	taken := 0.0
	for id, c := range s.Cells {
		if dc := s.Doc.Cells[id]; dc != nil && (dc.Kind == tissue.KindWidget || dc.Kind == tissue.KindWindow) {
			taken += c.Bounds.W * c.Bounds.H
		}
	}
	return taken > 0.35*s.Area.W*s.Area.H
}

// remove takes a cell off the desktop, or a node out of its cell.
func (d *draft) remove(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.node != nil && !s.root {
		return s.removeNode()
	}
	delete(d.doc.Cells, s.id)
	delete(d.sources, s.id)
	delete(d.sessions, s.id)
	id := s.id
	d.expect("on the desktop", func(_, after *Scene) (string, string, bool) {
		gone := after.Cells[id] == nil
		return "yes", map[bool]string{true: "no", false: "yes"}[gone], gone
	})
	return nil
}

func (s *subject) removeNode() error {
	if !s.isGo() || s.node.Source == "" {
		return fmt.Errorf("%s is drawn by a program that cannot be edited here", s.label())
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	err = edit.ErrNotAlone
	for _, pos := range append([]string{s.node.Source}, s.node.Via...) {
		if s.makers(pos) == 1 {
			if err = session.Remove(pos); err == nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("%s cannot be taken out: its call makes other nodes too", s.label())
	}
	id, count, kind, text := s.id, 0, s.node.Kind, s.node.Text
	same := func(sc *Scene) int {
		n := 0
		if c := sc.Cells[id]; c != nil {
			walkNodes(c.Tree, func(m *ui.Node) {
				if m.Kind == kind && m.Text == text {
					n++
				}
			})
		}
		return n
	}
	count = same(s.before)
	if p := parentOf(s.cell.Tree, s.node); p != nil {
		walkNodes(p, func(n *ui.Node) { s.note(id, n.ID) })
	}
	s.expect("nodes like "+quoteName(s.nodeLabel(s.node)), func(_, after *Scene) (string, string, bool) {
		is := same(after)
		return fmt.Sprint(count), fmt.Sprint(is), is == count-1
	})
	return nil
}

func (s *Scene) gene(name string) *Gene {
	for i := range s.Genes {
		if s.Genes[i].Name == name {
			return &s.Genes[i]
		}
	}
	return nil
}

func (s *Scene) geneNames() string {
	names := make([]string, len(s.Genes))
	for i, g := range s.Genes {
		names[i] = first(g.Title, g.Name)
	}
	return strings.Join(names, ", ")
}

func (s *Scene) spawnChoices() []string {
	var out []string
	for _, g := range s.Genes {
		if len(out) < 4 && g.Kind != tissue.KindPanel {
			out = append(out, "add "+article(first(g.Title, g.Name)))
		}
	}
	return out
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiouAEIOU", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func (m *Manifest) style(name string) *Style {
	for i := range m.Styles {
		if strings.EqualFold(m.Styles[i].Name, name) {
			return &m.Styles[i]
		}
	}
	return nil
}

func (m *Manifest) styleNames() string {
	if len(m.Styles) == 0 {
		return "none"
	}
	names := make([]string, len(m.Styles))
	for i, s := range m.Styles {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}

// restyle sets the constants of a style in a source.
func restyle(src []byte, style *Style) ([]byte, error) {
	session, err := edit.Open(src)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(style.Set)) {
		if err := session.SetConst(name, style.Set[name]); err != nil {
			return nil, err
		}
	}
	return session.Bytes()
}

// slug makes an id's stem of a title: lower-case letters, digits and single dashes.
func slug(title string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && b.Len() > 0:
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		default:
			dash = true
		}
		if b.Len() > 32 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}
