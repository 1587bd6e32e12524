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
	if a.Args.Part == "copy" {
		return d.copy(a)
	}
	gene := d.before.gene(a.Args.Gene)
	if gene == nil {
		return &unsure{text: fmt.Sprintf("There is no built-in %q. These there are: %s.", a.Args.Gene, d.before.geneNames()), choices: d.before.spawnChoices()}
	}
	src, worn := gene.Source, (*Style)(nil)
	if a.Args.Style != "" {
		var err error
		if worn, err = gene.together(strings.Fields(a.Args.Style)); err != nil {
			return err
		}
		if src, err = restyle(src, worn); err != nil {
			return err
		}
	}
	d.route = act.RouteGene
	p := newcomer{
		gene: gene.Name, title: first(gene.Title, gene.Name), kind: gene.Kind, placement: gene.Placement, anchor: a.Args.Anchor,
		source: src, manifest: gene.Raw, x: a.Args.X, y: a.Args.Y, relation: a.Args.Relation, like: a.Args.LikeCell,
	}
	switch {
	case a.Args.Part == "title":
		p.title = a.Args.Text
	case a.Args.Text != "":
		p.props = map[string]string{"text": a.Args.Text}
	}
	if err := p.dressed(a.Args); err != nil {
		return err
	}
	for range min(max(1, a.Args.Count), maxSpawn) {
		if err := d.add(p, worn); err != nil {
			return err
		}
	}
	return nil
}

// dressed gives a newcomer the colour and the size that were said.
func (p *newcomer) dressed(args act.Args) error {
	if c := args.Color; c != "" {
		if !ui.ValidColor(c) {
			return fmt.Errorf("%q is not a colour", c)
		}
		p.accent = c
	}
	if args.Factor > 0 {
		p.placement.Scale = clamp(orOne(ptr(p.placement.Scale))*args.Factor, minScale, maxScale)
	}
	if args.Width > 0 {
		p.placement.W = args.Width
	}
	if args.Height > 0 {
		p.placement.H = args.Height
	}
	return nil
}

// maxSpawn is how many cells one act may add.
const maxSpawn = 12

// together is what several looks are at once. Where they differ the particular one counts, that which sets less: a
// pomodoro of 50 minutes has the minutes of the one and the breaks of the other.
func (g *Gene) together(names []string) (*Style, error) {
	var styles []*Style
	for _, name := range names {
		style := g.style(name)
		if style == nil {
			return nil, fmt.Errorf("%s has no style %q; it has %s", g.Title, name, g.styleNames())
		}
		styles = append(styles, style)
	}
	slices.SortStableFunc(styles, func(a, b *Style) int { return len(b.Set) - len(a.Set) })
	out := &Style{Name: strings.Join(names, " "), Set: map[string]string{}}
	for _, s := range styles {
		maps.Copy(out.Set, s.Set)
	}
	return out, nil
}

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
	looks          *tissue.Cell // it is a copy of that one; nil for none
}

// add puts a new cell on the desktop and expects to see it.
func (d *draft) add(p newcomer, style *Style) error {
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
	if l := p.looks; l != nil {
		c.Opacity, c.Overrides, c.TextOverrides, c.TooltipOverrides = l.Opacity, maps.Clone(l.Overrides), maps.Clone(l.TextOverrides), maps.Clone(l.TooltipOverrides)
	}
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
			return "nothing", "nothing", false
		case c.Dead != "":
			return "nothing", c.Dead, false
		}
		return "nothing", boxText(c.Bounds), true
	})
	if p.kind == tissue.KindService {
		return nil
	}
	if style != nil {
		d.expectStyleOf(id, style)
	}
	if text := p.props["text"]; text != "" {
		d.expect("text", func(_, after *Scene) (string, string, bool) {
			if after.Cells[id] != nil && shows(after.Cells[id].Tree, text) {
				return "", "shown", true
			}
			return "", "not taken up: it cannot be started with a text", false
		})
	}
	if p.kind == tissue.KindPanel || p.kind == tissue.KindWallpaper || p.kind == tissue.KindOverlay {
		return nil
	}
	return d.settle(id, c, p)
}
