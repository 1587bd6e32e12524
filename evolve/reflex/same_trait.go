package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// sameTrait is what "the same colour for", "same border on" take from what was done last, nil for all of it.
func sameTrait(said string) trait {
	for _, word := range strings.Fields(said) {
		if part := listed("sametrait", word); part != "" {
			return func(a act.Act) bool { return string(a.Intent) == part }
		}
	}
	return nil
}

// lastOf are the changes of a trait that make the thing look so which was changed in it last, the oldest first: not only the
// last step, "lighter", but also the colour that got lighter.
func (p *parser) lastOf(like trait, but []act.Target) []act.Act {
	var of *act.Target
	var out []act.Act
	for _, d := range p.s.Deeds() {
		for i := len(d.Acts) - 1; i >= 0; i-- {
			a := d.Acts[i]
			if !like(a) || of == nil && (has(but, a.Target) || a.Target.Cell == "") || of != nil && a.Target != *of {
				continue
			}
			of = &a.Target
			if out = append([]act.Act{a}, out...); a.Args.Color != "" {
				return out
			}
		}
	}
	return out
}

// sameSide is which side "the same height for" takes from what was spoken of last, "size" for both, "" where it says none.
func sameSide(said string) string {
	for _, word := range strings.Fields(said) {
		switch part := listed("sametrait", word); part {
		case "height", "width":
			return part
		case "resize":
			return "size"
		}
	}
	return ""
}
