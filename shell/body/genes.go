package body

import (
	"sync"

	"cellshell/evolve"
	"cellshell/genes"
	"cellshell/genome"
	"cellshell/shell/control"
)

// builtins are the cells that come with the shell, parsed once.
var builtins = sync.OnceValue(func() []evolve.Gene {
	var out []evolve.Gene
	for _, name := range genes.Names() {
		source, _ := genes.Source(name)
		raw, _ := genes.Manifest(name)
		m, err := genome.ParseManifest(raw)
		if err != nil {
			panic("body: built-in " + name + ": " + err.Error()) // a test parses them all
		}
		out = append(out, evolve.Gene{Manifest: manifestFor(m, raw), Source: source})
	}
	return out
})

func geneList() []control.GeneInfo {
	out := []control.GeneInfo{}
	for _, name := range genes.Names() {
		raw, _ := genes.Manifest(name)
		m, err := genome.ParseManifest(raw)
		if err != nil {
			continue
		}
		g := control.GeneInfo{
			Name: m.Name, Title: m.Title, Description: m.Description, Kind: string(m.Kind),
			Synonyms: m.Synonyms, Styles: []string{}, Powers: m.Powers,
		}
		for _, s := range m.Styles {
			g.Styles = append(g.Styles, s.Name)
		}
		out = append(out, g)
	}
	return out
}
