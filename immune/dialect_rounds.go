package immune

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// Round is a function literal that keeps variables of the round of a loop it was made in. The interpreter would show it
// those of the last round. Written as Before + literal + After it gets copies, which is the same to the compiler, because
// the variables do not change after the function was made. Before and After hold no newline.
type Round struct {
	Lit           *ast.FuncLit
	Before, After string
}

// Rounds finds them, in order of their place. The variables that cannot be copied are CheckDialect's to name.
func Rounds(fset *token.FileSet, tree *ast.File, info *types.Info) []Round {
	d := newDialect(fset, tree, info)
	var rounds []Round
	for _, l := range d.literals {
		var params, args []string
		for _, obj := range sorted(l.keeps) {
			if v := d.vars[obj]; v.loop != nil {
				text, ok := d.copied(l, obj)
				if !ok {
					continue
				}
				params, args = append(params, obj.Name()+" "+text), append(args, obj.Name())
			}
		}
		result, ok := d.text(l.node, d.info.TypeOf(l.node))
		if len(params) == 0 || !ok {
			continue
		}
		rounds = append(rounds, Round{
			Lit:    l.node,
			Before: "func(" + strings.Join(params, ", ") + ") " + result + " { return ",
			After:  " }(" + strings.Join(args, ", ") + ")",
		})
	}
	slices.SortFunc(rounds, func(a, b Round) int { return int(a.Lit.Pos() - b.Lit.Pos()) })
	return rounds
}

func sorted(set map[types.Object]bool) []types.Object {
	list := make([]types.Object, 0, len(set))
	for obj := range set {
		list = append(list, obj)
	}
	slices.SortFunc(list, func(a, b types.Object) int { return int(a.Pos() - b.Pos()) })
	return list
}

// kept are the loop variables that every literal using them can be given a copy of.
func (d *dialect) kept() map[types.Object]bool {
	kept := map[types.Object]bool{}
	bad := map[types.Object]bool{}
	for _, l := range d.literals {
		_, written := d.text(l.node, d.info.TypeOf(l.node))
		for obj := range l.keeps {
			if _, ok := d.copied(l, obj); ok && written {
				kept[obj] = true
			} else {
				bad[obj] = true
			}
		}
	}
	for obj := range bad {
		delete(kept, obj)
	}
	return kept
}

// copied returns the type of a variable as it can be written where the literal stands, when a copy serves as well.
func (d *dialect) copied(l *literal, obj types.Object) (string, bool) {
	v := d.vars[obj]
	if v == nil || !l.plain || v.aliased || v.pos > l.node.Pos() {
		return "", false
	}
	if v.changed.IsValid() && (v.changed > l.node.Pos() || v.loop != l.loop) {
		return "", false // it may change after the function was made
	}
	return d.text(l.node, obj.Type())
}

// text writes a type as it reads at a place; not ok when a name in it is not visible there, or means something else.
func (d *dialect) text(at ast.Node, t types.Type) (string, bool) {
	ok := true
	seen := func(name string, want types.Object) {
		for scope := d.scope(at); ; scope = scope.Parent() {
			if scope == nil {
				ok = false
				return
			}
			obj := scope.Lookup(name)
			if obj == nil || obj.Pos() > at.Pos() && !packageLevel(obj) { // a local one is not there yet
				continue
			}
			ok = ok && obj == want
			return
		}
	}
	var walk func(t types.Type)
	walk = func(t types.Type) {
		switch t := t.(type) {
		case *types.Basic:
			seen(t.Name(), types.Universe.Lookup(t.Name()))
		case *types.Alias:
			if t.Obj().Pkg() == nil {
				seen(t.Obj().Name(), t.Obj())
				return
			}
			ok = false
		case *types.Named:
			switch obj := t.Obj(); {
			case t.TypeArgs().Len() > 0:
				ok = false
			case obj.Pkg() == nil || !foreign(obj):
				seen(obj.Name(), obj)
			default:
				name := d.importName(obj.Pkg())
				ok = ok && name != nil && obj.Exported()
				if name != nil {
					seen(name.Name(), name)
				}
			}
		case *types.Pointer:
			walk(t.Elem())
		case *types.Slice:
			walk(t.Elem())
		case *types.Array:
			walk(t.Elem())
		case *types.Map:
			walk(t.Key())
			walk(t.Elem())
		case *types.Signature:
			for v := range t.Params().Variables() {
				walk(v.Type())
			}
			for v := range t.Results().Variables() {
				walk(v.Type())
			}
		case *types.Interface:
			ok = ok && t.NumMethods() == 0
		default:
			ok = false // an unnamed struct, a type parameter
		}
	}
	walk(t)
	if !ok {
		return "", false
	}
	return types.TypeString(t, func(p *types.Package) string {
		if name := d.importName(p); name != nil {
			return name.Name()
		}
		return ""
	}), true
}

func packageLevel(obj types.Object) bool {
	return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope()
}

// scope is the innermost scope around a node.
func (d *dialect) scope(n ast.Node) *types.Scope {
	if s, ok := d.scopes[n]; ok {
		return s
	}
	var best *types.Scope
	for _, s := range d.info.Scopes {
		if s.Contains(n.Pos()) && (best == nil || best.Pos() < s.Pos() || best.End() > s.End()) {
			best = s
		}
	}
	d.scopes[n] = best
	return best
}

// importName is the name under which the file imports a package, nil when it does not.
func (d *dialect) importName(p *types.Package) *types.PkgName { return d.names[p] }

// importNames collects them.
func (d *dialect) importNames() {
	d.names = map[*types.Package]*types.PkgName{}
	note := func(obj types.Object) {
		if n, ok := obj.(*types.PkgName); ok {
			d.names[n.Imported()] = n
		}
	}
	for _, obj := range d.info.Implicits {
		note(obj)
	}
	for _, obj := range d.info.Defs {
		note(obj)
	}
}
