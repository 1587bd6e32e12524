package build

import (
	"go/types"
	"regexp"
	"strings"

	"cellshell/immune"
)

// The type checker's ways to say that a name does not exist.
var (
	undefinedName   = regexp.MustCompile(`^undefined: (\w+)\.(\w+)$`)
	undefinedMethod = regexp.MustCompile(`\.(\w+) undefined \(type \*?(\w+)\.(\w+) has no field or method (\w+)`)
	wrongArguments  = regexp.MustCompile(`^(?:not enough|too many) arguments in call to (\w+)\.(\w+)`)
)

// nearest answers a type error with the declaration that was probably meant.
func (p *packages) nearest(message string) string {
	if m := undefinedName.FindStringSubmatch(message); m != nil {
		pkg := p.named(m[1])
		if pkg == nil {
			return ""
		}
		return meant(pkg.Scope().Lookup(closest(m[2], exported(pkg.Scope().Names()))))
	}
	if m := undefinedMethod.FindStringSubmatch(message); m != nil {
		pkg := p.named(m[2])
		if pkg == nil {
			return ""
		}
		return p.method(pkg, m[3], m[4])
	}
	if m := wrongArguments.FindStringSubmatch(message); m != nil {
		if pkg := p.named(m[1]); pkg != nil {
			if obj := pkg.Scope().Lookup(m[2]); obj != nil {
				return signature(obj)
			}
		}
	}
	return ""
}

func (p *packages) method(pkg *types.Package, typeName, name string) string {
	obj := pkg.Scope().Lookup(typeName)
	if obj == nil {
		return ""
	}
	set := types.NewMethodSet(types.NewPointer(obj.Type()))
	byName := map[string]types.Object{}
	var names []string
	for m := range set.Methods() {
		if m.Obj().Exported() {
			byName[m.Obj().Name()] = m.Obj()
			names = append(names, m.Obj().Name())
		}
	}
	return meant(byName[closest(name, names)])
}

func (p *packages) named(name string) *types.Package {
	for _, path := range immune.AllowedImports {
		if pkg := p.byPath[path]; pkg != nil && pkg.Name() == name {
			return pkg
		}
	}
	return nil
}

func meant(obj types.Object) string {
	if obj == nil {
		return ""
	}
	return "did you mean " + signature(obj)
}

// signature prints a declaration as a cell would write it: cell.Text(s string) cell.Node.
func signature(obj types.Object) string {
	short := func(p *types.Package) string { return p.Name() }
	s := types.ObjectString(obj, short)
	return strings.TrimPrefix(strings.TrimPrefix(s, "func "), "type ")
}

func exported(names []string) []string {
	var out []string
	for _, n := range names {
		if n[0] >= 'A' && n[0] <= 'Z' {
			out = append(out, n)
		}
	}
	return out
}

// closest is the name with the fewest edits from want, at most half its length; the first in order among equals.
func closest(want string, names []string) string {
	best, limit := "", max(1, len(want)/2)+1
	for _, n := range names {
		if d := edits(strings.ToLower(want), strings.ToLower(n)); d < limit {
			best, limit = n, d
		}
	}
	return best
}

// edits is the Levenshtein distance.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
