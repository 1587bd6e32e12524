package evolve

import (
	"fmt"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/genome"
)

// What is shown of both versions at most: things, lines of one, letters of a line.
const (
	mostVersions = 4
	mostRows     = 24
	mostLetters  = 160
)

// versionsOf sets side by side what stands in the way: fields by their value, sources by declaration, other files by line.
func versionsOf(c *genome.ConflictError) []act.Version {
	var out []act.Version
	add := func(what, back, now string) {
		if len(out) < mostVersions {
			out = append(out, act.Version{What: what, Rows: rows(back, now)})
		}
	}
	for _, cl := range c.Clashes {
		if cl.Path == "" {
			add(cl.What, plainJSON(string(cl.Back)), plainJSON(string(cl.Is)))
			continue
		}
		id, _, _ := genome.CellOf(cl.Path)
		var decls []edit.Clash
		if isGo(cl.Made) {
			decls = edit.Clashes(cl.Made, cl.Is, cl.Back)
		}
		for _, d := range decls {
			add(fmt.Sprintf("%s of %s", d.Name, id), d.Theirs, d.Ours)
		}
		if len(decls) == 0 {
			add(cl.Path, string(cl.Back), string(cl.Is))
		}
	}
	return out
}

// rows are two texts side by side, as much as is shown.
func rows(back, now string) []act.Row {
	all := edit.Beside(back, now)
	if len(all) > mostRows {
		all = append(all[:mostRows:mostRows], edit.Row{Left: "…", Right: "…", Same: true})
	}
	indent := -1 // what all lines begin with says nothing
	for _, r := range all {
		for _, line := range []string{r.Left, r.Right} {
			if n := len(line) - len(strings.TrimLeft(line, "\t ")); n < len(line) && line != "…" && (indent < 0 || n < indent) {
				indent = n
			}
		}
	}
	out := make([]act.Row, len(all))
	for i, r := range all {
		out[i] = act.Row{Back: lineText(r.Left, indent), Now: lineText(r.Right, indent), Same: r.Same}
	}
	return out
}

// lineText is a line of a file as it is shown.
func lineText(s string, indent int) string {
	if s != "…" && indent > 0 {
		s = s[min(indent, len(s)):]
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "?"), "\t", "  ")
	if letters := []rune(s); len(letters) > mostLetters {
		s = string(letters[:mostLetters]) + "…"
	}
	return s
}
